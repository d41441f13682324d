import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { asComponent, componentOf, kindOf } from "../../local/runtime/component";

const packageRoot = resolve(__dirname, "../..");
const run = (): unknown => undefined;

describe("componentOf", () => {
  const component = { run };
  const self: Record<string, unknown> = { name: "loop" };
  self.default = self;

  test.each([
    ["a default export", { default: component }],
    ["a default in a default", { default: { default: component } }],
    ["module.exports itself", component],
  ])("finds %s", (_name, module) => {
    expect(componentOf(module)).toBe(component);
  });

  test("makes a bare function a component", () => {
    expect(componentOf({ default: run })).toEqual({ run });
  });

  test.each([
    ["no default export", { run: 1 }],
    ["it has no run method", { default: self }],
    ["it is no object", { default: "text" }],
    ["it is the app shop", { default: { type: "app", app: "shop" } }],
    ["its name is no text", { default: { run, name: 1 } }],
    ["its props is no object", { default: { run, props: [] } }],
    ["its hook deploy is no function", { default: { run, hooks: { deploy: 1 } } }],
    ["its dedupe is none of unique, greatest, last", { default: { run, dedupe: "all" } }],
  ])("says: %s", (problem, module) => {
    expect(() => componentOf(module)).toThrow(problem);
  });
});

test.each([
  [{ run, type: "action" }, "action"],
  [{ run, type: "source" }, "source"],
  [{ run }, "action"],
  [{ run, hooks: {} }, "source"],
  [{ run, props: { timer: "$.interface.timer" } }, "source"],
  [{ run, props: { http: { type: "$.interface.http" } } }, "source"],
])("%j is of kind %s", (component, kind) => {
  expect(kindOf(asComponent(component))).toBe(kind);
});

/** Loads every file in one process of its own, as the launcher does. */
const LOADER = `
import { loadComponent } from ${JSON.stringify(join(packageRoot, "local/runtime/load.ts"))};
const results = {};
for (const file of process.argv.slice(2)) {
  try {
    let asked = false;
    const component = await loadComponent(file, {
      packageRoot: ${JSON.stringify(packageRoot)},
      loadTypeScript: async () => { asked = true; },
    });
    results[file] = { keys: Object.keys(component), ran: await component.run({}), asked };
  } catch (error) {
    results[file] = { name: error.name, message: error.message };
  }
}
console.log(JSON.stringify(results));
`;

const PLATFORM = 'import { ConfigurationError } from "@pipedream/platform";\n';

const FILES: Record<string, string> = {
  "plain.mjs": `${PLATFORM}export default { async run() { return ConfigurationError.name; } };`,
  "typed.ts": `${PLATFORM}const name: string = ConfigurationError.name;\nexport default defineComponent({ async run() { return name; } });`,
  "script.js": `${PLATFORM}export default async function () { return ConfigurationError.name; }`,
  "common.cjs": 'const { ConfigurationError } = require("@pipedream/platform");\nmodule.exports = { run: async () => ConfigurationError.name };',
  "pinned.mjs": 'import { ConfigurationError } from "@pipedream/platform@3.1.0";\nexport default { run: () => ConfigurationError.name };',
  "pinned-sub.mjs": 'import { ConfigurationError } from "@pipedream/platform@^3/dist/errors.js";\nexport default { run: () => ConfigurationError.name };',
  "pinned.ts": 'import { ConfigurationError } from "@pipedream/platform@3.1.0";\nexport default { run: (): string => ConfigurationError.name };',
  "own.mjs": 'import name from "own-package@1.0.0";\nexport default { run: () => name };',
  "relative.ts": 'import { name } from "./lib/name";\nexport default { run: () => name };',
  "by-path.mjs": 'import { name } from "./lib/name.ts";\nexport default { run: () => name };',
  "at-run-time.mjs": 'const { name } = await import("./lib/name");\nexport default { run: () => name };',
  "lib/name.ts": 'export const name: string = "relative";',
  "node_modules/own-package/package.json": '{"name":"own-package","type":"module","main":"index.js"}',
  "node_modules/own-package/index.js": 'export default "own";',
  "syntax.mjs": "export default { run( };",
  "syntax.ts": "export default { run( };",
  "missing.mjs": 'import x from "no-such-package-here@1.0.0";\nexport default { run: () => x };',
  "missing.ts": 'import x from "@no-such/package-here/sub";\nexport default { run: () => x };',
  "missing-file.mjs": 'import x from "./nowhere.mjs";\nexport default { run: () => x };',
  "throws.mjs": 'throw new Error("not today");',
  "empty.mjs": "export const a = 1;",
  "text.txt": "hello",
};

describe("loadComponent", () => {
  let folder = "";
  let results: Record<string, Record<string, unknown>> = {};
  const of = (name: string): Record<string, unknown> => results[join(folder, name)] ?? {};

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "load-"));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const loader = join(folder, "loader.mts");
    writeFileSync(loader, LOADER);
    const names = [...Object.keys(FILES), "gone.mjs"].map((name) => join(folder, name));
    const tsx = join(packageRoot, "node_modules/tsx/dist/loader.mjs");
    const { stdout } = await promisify(execFile)(
      process.execPath, ["--import", tsx, loader, ...names], { cwd: folder },
    );
    results = JSON.parse(stdout) as typeof results;
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["plain.mjs", "ConfigurationError"],
    ["typed.ts", "ConfigurationError"],
    ["script.js", "ConfigurationError"],
    ["common.cjs", "ConfigurationError"],
    ["pinned.mjs", "ConfigurationError"],
    ["pinned-sub.mjs", "ConfigurationError"],
    ["pinned.ts", "ConfigurationError"],
    ["own.mjs", "own"],
    ["relative.ts", "relative"],
    ["by-path.mjs", "relative"],
    ["at-run-time.mjs", "relative"],
  ])("loads %s from anywhere", (name, ran) => {
    expect(of(name)).toMatchObject({ ran });
  });

  test.each([
    ["plain.mjs", false],
    ["pinned.mjs", false],
    ["own.mjs", false],
    ["by-path.mjs", true],
    ["at-run-time.mjs", true],
    ["script.js", true],
    ["common.cjs", true],
    ["typed.ts", true],
  ])("asks for TypeScript where it may be needed: %s", (name, asked) => {
    expect(of(name)).toMatchObject({ asked });
  });

  test.each([
    ["gone.mjs", /^There is no file .*gone\.mjs: check the path\.$/],
    ["syntax.mjs", /^syntax\.mjs cannot be loaded: it is not valid JavaScript: /],
    ["syntax.ts", /^syntax\.ts cannot be loaded: it is not valid TypeScript: /],
    ["missing.mjs", /imports no-such-package-here, which is not installed: run `npm install no-such-package-here` in \/.*load-/],
    ["missing.ts", /run `npm install @no-such\/package-here` in /],
    ["missing-file.mjs", /it imports .*nowhere\.mjs, which does not exist\.$/],
    ["throws.mjs", /it fails while loading: not today\.$/],
    ["empty.mjs", /^empty\.mjs: This is no Pipedream component: it has no default export/],
    ["text.txt", /a component is a file that ends in \.ts/],
  ])("says what is wrong with %s", (name, message) => {
    expect(of(name)).toEqual({ name: "LoadError", message: expect.stringMatching(message) as string });
  });
});
