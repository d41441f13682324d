import { join } from "node:path";
import { TSESLint } from "@typescript-eslint/utils";
import ts from "typescript";
import { parser } from "typescript-eslint";
import { givenIsRead } from "../../lint/given-is-read.js";

const FILE = join(process.cwd(), "test/lint/fixtures/uses.ts");

const HEAD = [
  "import { defineAction, type Given } from \"../../../common/pipedream\";",
  "import { action } from \"../../types/app\";",
  "import { callOf, fitbit, hostOf, keep, keepAll, keepBoth, type Range } from \"./component\";",
  "import { readAny, readBound, readDay, readEach, readEither, readFlag, readRange } from \"./component\";",
  "const props = { fitbit, date: { type: \"string\", optional: true }, name: { type: \"string\" }, limit: { type: \"integer\", optional: true }, flag: { type: \"boolean\" } } as const;",
  "declare const anyone: (value: object) => string;",
  "declare const isFull: boolean;",
  "declare const range: Range | undefined;",
];

const run = (code: string) => `defineAction({ ...action, props, async run({ $ }) { ${code} } });`;
const source = (code: string) =>
  `defineAction({ ...action, props, methods: { ${code} }, async run() { await Promise.resolve(); } });`;
const toOptions = (code: string) =>
  `defineAction({ ...action, props: { fitbit, logId: { propDefinition: [fitbit, "logId", ${code}] } }, async run() { await Promise.resolve(); } });`;

/** Uses of a value that nobody has read, and what of each is reported. */
const UNREAD: [what: string, code: string, ...texts: string[]][] = [
  ["negated", run("return !this.flag;"), "this.flag"],
  ["negated where a source looks", source("isWanted: () => true, sleeps() { return { isWanted: (main: boolean) => main || !this.flag }; }"), "this.flag"],
  ["asked for its type", run("return typeof this.date;"), "this.date"],
  ["compared with undefined", run("return this.date === undefined;"), "this.date"],
  ["made a boolean", run("return Boolean(this.flag);"), "this.flag"],
  ["made a number", run("return Number(this.limit);"), "this.limit"],
  ["made text", run("return String(this.date);"), "this.date"],
  ["made text by its own method", run("return this.date.toString();"), "this.date"],
  ["made JSON", run("return JSON.stringify(this.date);"), "this.date"],
  ["put into a template", run("return `on ${this.date}`;"), "this.date"],
  ["joined to text", run("return \"on \" + this.date;"), "this.date"],
  ["tested", run("if (this.flag) $.export(\"a\", 1);"), "this.flag"],
  ["tested by a question mark", run("const count = this.flag ? 1 : 2;"), "this.flag"],
  ["tested by a loop", run("while (this.flag) $.export(\"a\", 1);"), "this.flag"],
  ["tested by a loop that runs once", run("do $.export(\"a\", 1); while (this.flag);"), "this.flag"],
  ["tested by a counting loop", run("for (; this.flag;) $.export(\"a\", 1);"), "this.flag"],
  ["a case of a switch", run("switch (keep<unknown>(1)) { case this.date: }"), "this.date"],
  ["switched over", run("switch (this.date) { default: }"), "this.date"],
  ["replaced where it is absent", run("const day = this.date ?? \"today\";"), "this.date"],
  ["replaced by a default", run("const { date = \"today\" } = this;"), "date"],
  ["tested before another", run("return this.flag && 1;"), "this.flag"],
  ["looked through", run("for (const key in this.date) $.export(key, 1);"), "this.date"],
  ["spread", run("const all = { ...this.date };"), "this.date"],
  ["exported", run("$.export(\"a\", this.date);"), "this.date"],
  ["exported within an object", run("$.export(\"a\", { on: [this.date] });"), "this.date"],
  ["exported when it is there", run("$.export(\"a\", isFull ? this.date : 1);"), "this.date"],
  ["exported after another", run("$.export(\"a\", isFull || this.date);"), "this.date"],
  ["exported from what may be absent", run("$.export(\"a\", range?.startDate);"), "range?.startDate"],
  ["exported as what it is", run("$.export(\"a\", this.name! satisfies object);"), "this.name"],
  ["thrown", run("throw this.date;"), "this.date"],
  ["yielded", source("*days() { yield this.date; }"), "this.date"],
  ["returned", run("return this.date;"), "this.date"],
  ["returned within an object", run("return { date: this.date };"), "this.date"],
  ["returned by another name", run("const { date } = this; return { date };"), "date"],
  ["returned in an object made before", run("const query = { on: this.date }; return query;"), "query"],
  ["returned in a list made before", run("const days = [this.date]; return { days };"), "days"],
  ["returned by a callback", run("[1].map(() => this.date);"), "this.date"],
  ["returned as something else", run("const day = (): unknown => this.date; return day();"), "this.date"],
  ["given by a method, then returned", source("day() { return this.date; }, all() { return typeof this.day(); }"), "this.day()"],
  ["given later by a method, then looked at", source("async day() { await Promise.resolve(); return this.date; }, async all() { return typeof await this.day(); }"), "await this.day()"],
  ["handed to whoever takes any object", run("return anyone(this.date);"), "this.date"],
  ["handed to the app within a query", run("return await this.fitbit.getAll({ date: this.date });"), "this.date"],
  ["handed to whoever takes any type", run("keep(this.date);"), "this.date"],
  ["handed on within a generic object", run("keepBoth({ kept: this.date });"), "this.date"],
  ["handed on within a list made before", run("const days = [this.date]; keepAll(days);"), "days"],
  ["handed on within a list", run("await Promise.all([this.date]);"), "this.date"],
  ["handed to a constructor", run("new Set([this.date]);"), "this.date"],
  ["spread into arguments", run("console.log(...[this.date]);"), "this.date"],
  ["kept as unknown", run("const day: unknown = this.date; return day;"), "this.date"],
  ["asserted to be something else", run("return this.date as unknown;"), "this.date"],
  ["asserted to be something else in the old way", run("return <unknown>this.date;"), "this.date"],
  ["put where anything may stand", run("let day: unknown; day = this.date; return day;"), "this.date"],
  ["passed on to options", toOptions("(values: { date: Given<string> }) => ({ date: values.date })"), "values.date"],
  ["declared as read on the way to options", toOptions("(values: { limit: number }) => ({ n: values.limit })"), "values: { limit: number }"],
  ["taken out as read on the way to options", toOptions("({ limit }: { limit: number }) => ({ n: limit })"), "{ limit }: { limit: number }"],
  ["copied with the whole component", run("return readRange({ ...this });"), "this"],
  ["made JSON with the whole component", run("return JSON.stringify(this);"), "this"],
  ["exported with the whole component", run("$.export(\"a\", this);"), "this"],
  ["listed with the whole component", run("return Object.values(this).length;"), "this"],
  ["left over when others are taken out", run("const { fitbit, ...rest } = this; return [fitbit, rest].length + JSON.stringify(rest).length;"), "rest"],
];

/** Uses that read a value, or hand it on as one that is still to be read. */
const READ: [what: string, code: string][] = [
  ["read", run("return await this.fitbit.getDay(readDay(this.date));")],
  ["read after it was taken out of the component", run("const { date } = this; return readDay(date);")],
  ["read after it was taken out and renamed", run("const { date: day } = this; return readDay(day);")],
  ["read and negated", run("return !readFlag(this.flag);")],
  ["read by a generic reader", run("return readAny(this.date);")],
  ["read by a method that has lost its this", run("return readBound(\"Date\", this.date);")],
  ["read with others", run("return readEach(this.date, this.limit);")],
  ["read from the whole component", run("return readRange(this);")],
  ["read from an object made for it", run("return readRange({ startDate: this.date });")],
  ["read from an object made before", run("const range = { startDate: this.date }; return readRange({ ...range, limit: this.limit });")],
  ["read as one of two ways", run("return readEither({ startDate: this.date });")],
  ["read if it is wanted", run("return readDay(isFull ? this.date : undefined);")],
  ["read by what the call is made of", run("callOf(this, $);")],
  ["kept as it was given", run("const day: Given<unknown> = this.date; return readAny(day);")],
  ["kept, then put elsewhere", run("let day: Given<unknown> = this.date; day = this.limit; return readAny(day);")],
  ["given by a method, then read", source("day() { return this.date; }, all() { return readDay(this.day()); }")],
  ["given by a function that says so", run("const day = (): Given<unknown> => this.date; return readAny(day());")],
  ["of a component whose host is asked for", run("return hostOf(this);")],
  ["of an app", run("const { fitbit } = this; return typeof fitbit;")],
  ["read on the way to options", toOptions("(values: { date: Given<string> }) => ({ date: readDay(values.date) })")],
];

const cases = [...UNREAD, ...READ];
const text = [...HEAD, ...cases.map(([, code]) => code)].join("\n");

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  types: [],
};

/** One program that holds every use, a line each. */
function programOf(): ts.Program {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === FILE
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      : read(name, ...rest);
  return ts.createProgram([FILE], OPTIONS, host);
}

function lint(program: ts.Program): TSESLint.Linter.LintMessage[] {
  return new TSESLint.Linter({ configType: "flat", cwd: process.cwd() }).verify(text, [{
    files: ["**/*.ts"],
    languageOptions: { parser, parserOptions: { programs: [program] } },
    plugins: { own: { rules: { "given-is-read": givenIsRead } } },
    rules: { "own/given-is-read": "error" },
  }], FILE);
}

const lines = text.split("\n");

/** What the rule reports of a line, as it stands there. */
const reportedOf = (messages: TSESLint.Linter.LintMessage[], code: string) =>
  messages.filter(({ line }) => lines[line - 1] === code).map(({ line, column, endColumn }) =>
    lines[line - 1]?.slice(column - 1, (endColumn ?? column) - 1));

describe("a value that a workflow gave", () => {
  const program = programOf();
  const messages = lint(program);

  it.each(UNREAD)("is reported when it is %s", (_, code, ...texts) => {
    expect(reportedOf(messages, code)).toEqual(texts);
  });

  it.each(READ)("may be %s", (_, code) => {
    expect(reportedOf(messages, code)).toEqual([]);
  });

  it("is told of by what it is and what opens it", () => {
    expect(messages.map(({ message }) => message)).toEqual(expect.arrayContaining([
      expect.stringMatching(/^this\.date was not read: .* \(input, dates, units\)\.$/),
      expect.stringMatching(/^values: \{ limit: number \} takes props as read: /),
      expect.stringMatching(/^this holds props that were not read: /),
    ]));
  });

  it("is let pass by the compiler in all of these", () => {
    const found = program.getSemanticDiagnostics(program.getSourceFile(FILE));
    expect(found.map(({ start = 0, messageText }) => [
      text.slice(0, start).split("\n").length, ts.flattenDiagnosticMessageText(messageText, "\n"),
    ])).toEqual([]);
  });
});
