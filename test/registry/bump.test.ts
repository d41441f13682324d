import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Payload } from "../../registry/build";
import { changes } from "../../registry/release/changes";
import { LEVELS, next, withVersion } from "../../registry/release/versions";
import { inFolder, payloads, ROOT } from "./support";

describe("what has changed since it was published", () => {
  let fitbit: Payload;
  let google: Payload;

  beforeAll(async () => {
    [fitbit, google] = await payloads() as [Payload, Payload];
  });

  const edited = (payload: Payload, path: string, what: string, instead: string): Payload => {
    const text = payload.modules.get(path) ?? "";
    expect(text).toContain(what);
    const changed = new Map([...payload.modules, [path, text.replace(what, instead)]]);
    return { ...payload, modules: changed };
  };
  const keys = (before: Payload | undefined, now: Payload) =>
    changes(before, now).map(({ component }) => component.entry.key);

  it("is nothing where nothing has", () => {
    expect(keys(fitbit, fitbit)).toEqual([]);
  });

  it("is a component whose module has", () => {
    const now = edited(fitbit, "actions/log-sleep/log-sleep", "of sleep from", "slept from");
    expect(changes(fitbit, now)).toMatchObject([{
      component: { entry: { key: "fitbit-log-sleep" } },
      because: ["actions/log-sleep/log-sleep"],
    }]);
  });

  it("is a source whose sample event has", () => {
    const now = edited(google, "sources/new-sleep-log/test-event", "2026", "2027");
    expect(keys(google, now)).toEqual(["google_health-new-sleep-log"]);
  });

  it("is every component that imports a helper which has, however far down", () => {
    const now = edited(google, "common/health/polling/source", "deploy", "began");
    const all = google.components.filter(({ entry }) => entry.type === "source");
    expect(keys(google, now)).toEqual(all.map(({ entry }) => entry.key));
  });

  it("is not a helper that no component here reaches, nor a version", () => {
    const beside = new Map([...fitbit.modules, ["common/beside", "export const a = 1;\n"]]);
    expect(keys(fitbit, { ...fitbit, modules: beside })).toEqual([]);
    const raised = edited(fitbit, "actions/log-sleep/log-sleep", "version: \"", "version: \"9");
    expect(keys(fitbit, raised)).toEqual([]);
  });

  it("is all of an app that is new", () => {
    const found = changes(undefined, fitbit);
    expect(found).toHaveLength(fitbit.components.length);
    expect(found.every(({ before }) => before === undefined)).toBe(true);
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
  const PARTS = [
    "actions", "sources", "common", "local", "registry", "fitbit.app.ts", "google_health.app.ts",
    "package.json", "tsconfig.json",
  ];

  it("raises what has changed since the newest tag, unless it is raised", async () => {
    await inFolder((folder) => {
      const run = (command: string, ...args: string[]) =>
        execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
      const read = (path: string) => readFileSync(join(folder, path), "utf8");
      const edit = (path: string, what: string, instead: string) =>
        writeFileSync(join(folder, path), read(path).replace(what, instead));
      const changed = "actions/log-sleep/log-sleep.ts";
      const raised = "actions/get-sleep-log/get-sleep-log.ts";

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
