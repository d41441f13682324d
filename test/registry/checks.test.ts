import { join } from "node:path";
import { loadCatalog } from "../../local/catalog/catalog";
import type { Check } from "../../registry/checks/check";
import { imports } from "../../registry/checks/imports";
import { keys } from "../../registry/checks/keys";
import { library } from "../../registry/checks/library";
import { load } from "../../registry/checks/load";
import { manifest } from "../../registry/checks/manifest";
import { aspell, spelling } from "../../registry/checks/spelling";
import { style } from "../../registry/checks/style";
import { isAbove, versions } from "../../registry/checks/versions";
import { readFiles, type Files } from "../../registry/files";

const ROOT = process.cwd();
const ACTION = "fitbit/actions/get-sleep-log/get-sleep-log.mjs";
const SOURCE = "google_health/sources/new-sleep-log/new-sleep-log.mjs";
const APP = "fitbit/fitbit.app.mjs";
const HELPER = "fitbit/common/call.mjs";

let files: Files;
let loads: Check;

beforeAll(async () => {
  files = await readFiles(join(ROOT, "dist/tests/registry/components"));
  loads = load(ROOT, await loadCatalog(ROOT));
});

const text = (path: string) => {
  const found = files.get(path);
  if (found === undefined) throw new Error(`The payload has no ${path}.`);
  return found;
};

/** The payload with one file as it should not be. */
function planted(path: string, what: string | RegExp, instead: string): Files {
  const changed = text(path).replace(what, instead);
  expect(changed).not.toBe(text(path));
  return new Map([...files, [path, changed]]);
}

const added = (path: string, content: string): Files => new Map([...files, [path, content]]);

const problems = async (check: Check, of: Files) => (await check(of)).problems;

/** The files with these alone, where a check need not see the rest. */
const only = (of: Files, ...paths: string[]): Files =>
  new Map([...of].filter(([path]) => paths.includes(path)));

describe("the registry's ESLint", () => {
  it.each<[string, string, string | RegExp, string, string]>([
    ["a type left behind", HELPER, "component, $", "component: object, $", "Parsing error"],
    ["a lost import", ACTION, /import \{ callOf \}.*\n/, "", "'callOf' is not defined"],
    ["an import that nothing uses", ACTION, "export default", "import { nothing } from \"./x.mjs\";\n\nexport default", "'nothing' is defined but never used"],
    ["syntax after ES2021", HELPER, "export function", "class A {\n  b = 1;\n}\nexport function", "Parsing error"],
    ["an object on one line", ACTION, /return \{[^}]*\};/, "return { a: 1 };", "object-curly-newline"],
    ["single quotes", ACTION, "\"action\"", "'action'", "quotes"],
    ["a long line", HELPER, "export function", `// ${"a".repeat(100)}\nexport function`, "max-len"],
    ["no annotations", ACTION, /annotations: \{[^}]*\},\n/, "", "action-annotations"],
    ["a prop without label", SOURCE, /label: "Main Sleep Only",\n/, "", "props-label"],
    ["an app's prop without label", APP, /label: sharedProps.timeZone.label,\n/, "", "props-label"],
    ["a source of another name", SOURCE, "name: \"New ", "name: \"", "source-name"],
    ["a source that says something else", SOURCE, "Emit new", "Emits new", "source-description"],
    ["no version", ACTION, / {2}version: .*\n/, "", "required-properties-version"],
    ["a leftover of our own linter", HELPER, "export function", "// eslint-disable-next-line no-undef\nexport function", "Unused eslint-disable"],
  ])("finds %s", async (_, path, what, instead, message) => {
    const found = await problems(style, only(planted(path, what, instead), path));
    expect(found.join("\n")).toContain(message);
  });
});

describe("the check of keys", () => {
  it("finds another key, folder or version", async () => {
    expect(await problems(keys, planted(ACTION, "fitbit-get-sleep-log", "fitbit-get-sleep")))
      .toEqual([`${ACTION}: its key is fitbit-get-sleep`]);
    const moved = new Map([...files, ["fitbit/actions/get-sleep/get-sleep-log.mjs", text(ACTION)]]);
    expect((await problems(keys, moved)).join("\n")).toContain("its folder is get-sleep");
    expect(await problems(keys, planted(ACTION, "version: \"", "version: \"v")))
      .toEqual([`${ACTION}: it has no literal version x.y.z`]);
    expect(await problems(keys, planted(ACTION, /key: ".*"/, "key: KEY")))
      .toEqual([`${ACTION}: it has no literal key`]);
  });

  it("finds a key that two files have, be one a helper", async () => {
    const of = added("fitbit/common/copy.mjs", "export const a = {\n  key: \"fitbit-get-sleep-log\",\n};\n");
    expect((await problems(keys, of)).join("\n")).toContain("is the key of");
  });

  it("finds what would be published by mistake", async () => {
    expect(await problems(keys, added("fitbit/actions/get-sleep-log/helper.mjs", "")))
      .toContain("fitbit/actions/get-sleep-log/helper.mjs: the registry would take it for a component");
  });

  it.each([
    "google_health.app.mjs", "common/utils.mjs", "actions/get-heart-rate/get-heart-rate.mjs",
  ])("finds the registry's own %s", async (path) => {
    expect((await problems(keys, added(`google_health/${path}`, ""))).join("\n"))
      .toContain("stays as it is");
  });
});

it.each([
  ["a file that is not there", "common/call.mjs", "common/cal.mjs", "is not there"],
  ["a path without its extension", "common/call.mjs", "common/call", "is not there"],
  ["the other app", "../../common/call.mjs", "../../../google_health/common/utils.mjs", "leaves the app's folder"],
  ["a package that is not declared", "../../common/call.mjs", "axios", "package.json does not declare"],
  ["another folder", "../../common/call.mjs", "../../utils/call.mjs", "lies in utils"],
])("the check of imports finds %s", async (_, what, instead, message) => {
  expect((await problems(imports, planted(ACTION, what, instead))).join("\n")).toContain(message);
});

it("the check of imports lets Node.js's own modules pass", async () => {
  expect(await problems(imports, planted(ACTION, "../../common/call.mjs", "node:fs"))).toEqual([]);
});

it.each([
  "[].toSorted()", "Promise.withResolvers()", "Array.fromAsync([])", "AbortSignal.any([])",
  "crypto.randomUUID()", "import.meta.dirname", "Object.groupBy([])",
])("what Node.js 18 lacks is found: %s", async (call) => {
  const of = added(HELPER, `export const value = () => ${call};\n`);
  expect(await problems(library, of)).toHaveLength(1);
});

it.each([
  "structuredClone({})", "[].at(-1)", "new AbortController()", "{ File: 1 }.File",
])("what Node.js 18 has is not: %s", async (call) => {
  expect(await problems(library, added(HELPER, `export const value = () => (${call});\n`)))
    .toEqual([]);
});

it("a name that a module declares is not Node.js's", async () => {
  const of = added(HELPER, "import crypto from \"node:crypto\";\n\nexport const id = crypto.randomUUID();\n");
  expect(await problems(library, of)).toEqual([]);
});

describe("loading the payload in plain Node.js", () => {
  it("finds all that does not load, and all that is something else", async () => {
    const of = new Map([...files]);
    const plant = (path: string, what: string | RegExp, instead: string) => {
      of.set(path, planted(path, what, instead).get(path) ?? "");
      return path;
    };
    const throwing = plant(ACTION, "export default", "undefined.a;\nexport default");
    const literal = plant(SOURCE, "Main Sleep Only", "Main Sleep");
    const other = plant(
      "google_health/actions/log-sleep/log-sleep.mjs", "\"startTime\"", "\"start\"");
    const untyped = plant("fitbit/actions/log-sleep/log-sleep.mjs", "type: \"action\"", "type: \"source\"");
    const dumb = plant("fitbit/actions/log-activity/log-activity.mjs", "ai: \"optimized\",", "");
    const foreign = plant("fitbit/actions/get-profile/get-profile.mjs", "    fitbit,\n", "");
    const found = (await loads(of)).problems;
    expect(found).toEqual(expect.arrayContaining([
      expect.stringContaining(`${throwing}: it does not load: Cannot read`),
      `${literal}: it says something else than its source`,
      `${other}: startTime: the app defines no start`,
      `${untyped}: its type is source`,
      `${dumb}: it is not made for agents: ai: "optimized"`,
      `${foreign}: it has no prop of the app fitbit`,
    ]));
  });
});

describe("the check of versions", () => {
  it("finds one that is not above the registry's", async () => {
    const taken = "fitbit/actions/get-activity-summary/get-activity-summary.mjs";
    expect(await problems(versions, planted(taken, /version: ".*"/, "version: \"0.0.1\"")))
      .toEqual([`${taken}: version 0.0.1 is not above 0.0.1`]);
    const old = planted("fitbit/package.json", /"version": ".*"/, "\"version\": \"0.8.0\"");
    expect(await problems(versions, old)).toHaveLength(1);
  });

  it.each([
    ["0.0.2", "0.0.1", true], ["0.1.0", "0.0.9", true], ["0.10.0", "0.9.9", true],
    ["0.0.1", "0.0.1", false], ["0.0.9", "0.1.0", false], ["1.0", "0.0.1", false],
    ["0.0.{{ts}}", "0.0.0", false],
  ])("knows whether %s is above %s", (version, other, is) => {
    expect(isAbove(version, other)).toBe(is);
  });
});

it.each<[string, string, string | RegExp, string]>([
  ["another main", "fitbit/package.json", "fitbit.app.mjs", "app/fitbit.app.mjs"],
  ["another name", "fitbit/package.json", "@pipedream/fitbit", "fitbit"],
  ["a package that is not public", "fitbit/package.json", "\"public\"", "\"restricted\""],
  ["a README that lacks a part", "fitbit/README.md", "# Troubleshooting", "# Trouble"],
])("the check of packages finds %s", async (_, path, what, instead) => {
  expect(await problems(manifest, planted(path, what, instead))).toHaveLength(1);
});

describe("the check of spelling", () => {
  it("finds a word that nobody knows", async () => {
    const speller = (content: string, known: readonly string[]) =>
      content.split(/\W+/).filter((word) => /^wrokflow/.test(word) && !known.includes(word));
    const check = spelling(["Fitbit"], speller);
    const of = planted("fitbit/README.md", "workflow", "wrokflow");
    expect(await check(of)).toEqual({
      looked: 2, problems: ["fitbit/README.md: “wrokflows” is in no dictionary"],
    });
  });

  it("says that it looked at nothing where there is no dictionary", async () => {
    expect(await spelling([], () => undefined)(files)).toEqual({ looked: 0, problems: [] });
  });

  it("asks aspell, where it is there", () => {
    expect([undefined, ["wrokflow"]]).toContainEqual(aspell("A wrokflow.", []));
  });
});
