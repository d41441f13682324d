import { join } from "node:path";
import ts from "typescript";

const ROOT = process.cwd();
const FILE = join(ROOT, "test/types/mistakes.ts");

/** An action with three mistakes. */
const MISTAKES = `import { defineAction } from "../../common/pipedream";
import { action, app } from "./app";
defineAction({
  ...action,
  props: {
    fitbit: app,
    date: { propDefinition: [app, "dat"] },
    count: { type: "integr" },
  },
  async run() {
    return await this.fitbit.double(this.cuont);
  },
});
`;

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};

/** What the compiler says of the file, by the text of the line it says it of. */
function complaints(text: string): { line: string; message: string }[] {
  const host = ts.createCompilerHost(OPTIONS);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === FILE
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022)
      : read(name, ...rest);
  const program = ts.createProgram([FILE], OPTIONS, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const position = file ? ts.getLineAndCharacterOfPosition(file, start).line : 0;
    return {
      line: file?.text.split("\n")[position]?.trim() ?? "",
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    };
  });
}

describe("a mistake in a component", () => {
  const found = complaints(MISTAKES);

  it.each([
    [
      "a wrong prop definition",
      "date: { propDefinition: [app, \"dat\"] },",
      "The app defines no prop \\\"dat\\\"",
    ],
    ["a misspelt type", "count: { type: \"integr\" },", "\"integr\""],
    [
      "a wrong member of this",
      "return await this.fitbit.double(this.cuont);",
      "Property 'cuont' does not exist",
    ],
  ])("is told of where it stands: %s", (_, line, words) => {
    const there = found.filter((complaint) => complaint.line === line);
    expect(there.map(({ message }) => message).join("\n")).toContain(words);
  });

  it("makes no other line complain", () => {
    expect(new Set(found.map(({ line }) => line)).size).toBe(3);
  });

  it("is all that is wrong", () => {
    const right = MISTAKES
      .replace("\"dat\"", "\"date\"")
      .replace("integr", "integer")
      .replace("this.cuont", "2");
    expect(complaints(right)).toEqual([]);
  });
});
