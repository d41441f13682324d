import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogComponent } from "../../local/catalog/catalog";
import { asComponent } from "../../local/runtime";
import type { Payload } from "../../registry/build";
import { changes } from "../../registry/release/changes";
import { LEVELS, next, withVersion } from "../../registry/release/versions";
import { inFolder, ROOT } from "./support";

/** A component of a payload, as far as its changes go. */
function component(
  type: "action" | "source", name: string, version: string,
): CatalogComponent {
  const entry = {
    type, version, name, key: `fitbit-${name}`, app: "fitbit" as const, twin: null, scopes: [],
    managed: true,
  };
  const runs = asComponent({ run: () => undefined });
  return { entry, name, component: runs, records: [], file: name };
}

/** A component's module with what it imports. */
function written(imports: string[], version = "0.0.1"): string {
  const head = imports.map((from, i) => `import { a as a${i} } from "${from}";\n`).join("");
  const used = imports.map((_, i) => `a${i}`).join(", ");
  return `${head}\nexport default {\n  version: "${version}",\n  a: [${used}],\n};\n`;
}

describe("what has changed since it was published", () => {
  const SOURCE = "sources/new-sleep/new-sleep";
  const before: Payload = {
    app: "fitbit",
    components: [
      component("action", "get-sleep", "0.0.1"), component("source", "new-sleep", "0.0.2"),
    ],
    modules: new Map([
      ["fitbit.app", "export default {};\n"],
      ["actions/get-sleep/get-sleep", written(["../../common/call"])],
      [SOURCE, written(["../../common/poll", "./test-event"])],
      ["sources/new-sleep/test-event", "export const a = 2026;\n"],
      ["common/poll", "import { a as b } from \"./call\";\n\nexport const a = b;\n"],
      ["common/call", "export const a = 1;\n\nexport const beside = 2;\n"],
    ]),
  };
  const edited = (path: string, text: string): Payload =>
    ({ ...before, modules: new Map([...before.modules, [path, text]]) });
  const keys = (now: Payload) =>
    changes(before, now).map(({ component: { entry } }) => entry.key);

  it("is nothing where nothing has", () => {
    expect(keys(before)).toEqual([]);
  });

  it("is a component whose module has, with what it was and why", () => {
    const now = edited(SOURCE, `${written(["../../common/poll", "./test-event"])}\n// More.\n`);
    expect(changes(before, now)).toMatchObject([{
      component: { entry: { key: "fitbit-new-sleep" } }, before: "0.0.2", because: [SOURCE],
    }]);
  });

  it("is a source whose sample event has", () => {
    expect(keys(edited("sources/new-sleep/test-event", "export const a = 2027;\n")))
      .toEqual(["fitbit-new-sleep"]);
  });

  it("is every component that imports a helper which has, however far down", () => {
    expect(keys(edited("common/poll", "export const a = 3;\n"))).toEqual(["fitbit-new-sleep"]);
    expect(keys(edited("common/call", "export const a = 3;\n")))
      .toEqual(["fitbit-get-sleep", "fitbit-new-sleep"]);
  });

  it("is neither what nothing published reaches, nor a version", () => {
    expect(keys(edited("common/beside", "export const a = 3;\n"))).toEqual([]);
    expect(keys(edited("common/call", "export const a = 1;\n\nexport const beside = 3;\n")))
      .toEqual([]);
    expect(keys(edited(SOURCE, written(["../../common/poll", "./test-event"], "0.0.3"))))
      .toEqual([]);
  });

  it("is all of an app that is new", () => {
    expect(changes(undefined, before).map(({ before: version }) => version))
      .toEqual([undefined, undefined]);
  });
});

it("raises a version by a level, and starts the lower ones anew", () => {
  expect(LEVELS.map((level) => next("1.2.3", level))).toEqual(["2.0.0", "1.3.0", "1.2.4"]);
});

it("writes a version where its app states it", () => {
  const text = `const a = {
  version: "0.0.1",
};
export const googleHealth = {
  version: "0.0.2",
};
`;
  expect(withVersion(text, "fitbit", "1.0.0")).toBe(text.replace("0.0.1", "1.0.0"));
  expect(withVersion(text, "google_health", "1.0.0")).toBe(text.replace("0.0.2", "1.0.0"));
  const alone = "export default {\n  version: \"0.0.1\",\n};\n";
  expect(withVersion(alone, "google_health", "1.0.0")).toContain("1.0.0");
});

describe("npm run bump", () => {
  const changed = "actions/log-sleep/log-sleep.ts";
  const raised = "actions/get-sleep-log/get-sleep-log.ts";
  /** What is read of a checkout, with two components of all that there are. */
  const PARTS = [
    changed, raised, "common", "local", "registry", "fitbit.app.ts", "google_health.app.ts",
    "package.json", "tsconfig.json",
  ];

  it("raises what has changed since the newest tag, unless it is raised", async () => {
    await inFolder((folder) => {
      const run = (command: string, ...args: string[]) =>
        execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
      const read = (path: string) => readFileSync(join(folder, path), "utf8");
      const edit = (path: string, what: string, instead: string) =>
        writeFileSync(join(folder, path), read(path).replace(what, instead));

      for (const part of PARTS) {
        cpSync(join(ROOT, part), join(folder, part), { recursive: true });
      }
      symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
      writeFileSync(join(folder, ".gitignore"), "node_modules\n");
      run("git", "init", "--quiet");
      run("git", "add", ".");
      const who = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
      run("git", ...who, "commit", "--quiet", "--message", "Publish");
      run("git", "tag", "v1");
      edit(changed, "of sleep from", "slept from");
      edit(raised, "Get every sleep", "Get each sleep");
      edit(raised, "version: \"", "version: \"1");
      edit("registry/packages/fitbit.json", "\"version\": \"", "\"version\": \"1");

      const before = read(changed);
      const said = run(process.execPath, "--import", "tsx", "registry/release/index.ts");
      const lines = said.trim().split("\n").map((line) => line.replace(/ \d.*/, ""));
      expect(lines).toEqual([
        "fitbit-log-sleep", "google_health-get-sleep-log", "google_health-log-sleep",
        "package google_health",
      ]);
      expect(read(changed)).toBe(before.replace(/(?<=version: ").*(?=")/g, (version) =>
        next(version, "patch")));
      return Promise.resolve();
    });
  }, 90_000);
});
