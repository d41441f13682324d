import { join } from "node:path";
import { checked, type Checks } from "../../registry/checks/check";
import { mergePayload, writeBundles, writePayload, type Asked } from "../../registry/commands";
import { readFiles, writeFiles } from "../../registry/files";
import { inFolder, payloads, ROOT } from "./support";

const KEY = "google_health-get-profile";

let all: Asked["payloads"];

beforeAll(async () => {
  all = await payloads();
});

const asked = (keys: string[], checks: Checks = {}): Asked =>
  ({ packageRoot: ROOT, payloads: all, keys: new Set(keys), checks });

const failing: Checks = { files: () => ({ looked: 3, problems: ["a.mjs: wrong"] }) };

describe("npm run registry", () => {
  it("says how many components and files of what size it wrote, and where", async () => {
    await inFolder(async (folder) => {
      const { lines, problems } = await writePayload(asked([KEY]), folder);
      expect(lines).toEqual([
        expect.stringMatching(/^google_health: 1 actions and 0 sources in \d+ files of/),
        `Written to ${folder}. Looked at:`,
      ]);
      expect(problems).toEqual([]);
    });
  });

  it("says what it looked at, and what is wrong", async () => {
    await inFolder(async (folder) => {
      const { lines, problems } = await writePayload(asked([KEY], failing), folder);
      expect(lines.at(-1)).toBe("    3 files");
      expect(problems).toEqual(["a.mjs: wrong"]);
    });
  });

  it("takes away from where it writes what it wrote before", async () => {
    await inFolder(async (folder) => {
      await writePayload(asked(["fitbit-get-profile"]), folder);
      await writePayload(asked([KEY]), folder);
      expect([...(await readFiles(folder)).keys()].filter((path) => path.startsWith("fitbit/")))
        .toEqual([]);
    });
  });
});

describe("npm run registry -- --into", () => {
  it("keeps what of ours is there, and says what it did", async () => {
    await inFolder(async (checkout) => {
      await writeFiles(checkout, new Map([["components/strava/strava.app.mjs", ""]]));
      await mergePayload(asked(["google_health-get-sleep-log"]), checkout);
      const { lines } = await mergePayload(asked([KEY]), checkout);
      expect(lines[0]).toMatch(/: \d+ files added, \d+ changed, 0 removed\. Looked at:$/);
      const there = await readFiles(join(checkout, "components/google_health/actions"));
      expect([...there.keys()]).toEqual([
        "get-profile/get-profile.mjs", "get-sleep-log/get-sleep-log.mjs",
      ]);
    });
  });

  it("writes nothing that a check finds wrong", async () => {
    await inFolder(async (checkout) => {
      const before = new Map([["components/strava/strava.app.mjs", ""]]);
      await writeFiles(checkout, before);
      const { lines, problems } = await mergePayload(asked([KEY], failing), checkout);
      expect(lines).toEqual(["Nothing was written."]);
      expect(problems).toEqual(["a.mjs: wrong"]);
      expect(await readFiles(checkout)).toEqual(before);
    });
  });
});

describe("npm run registry -- --bundle", () => {
  it("says the size of each file, and that each loads", async () => {
    await inFolder(async (folder) => {
      const { lines, problems } = await writeBundles(asked([KEY]), folder);
      expect(lines).toEqual([
        expect.stringMatching(/^ *\d+\.\d kB google_health-get-profile\.mjs$/),
        `Written to ${folder}. Looked at:`,
        "    1 files of the size that Pipedream takes",
        "    1 files that load alone",
      ]);
      expect(problems).toEqual([]);
    });
  });
});

it("checks one after the other, and keeps all that they find", async () => {
  const found = await checked(new Map(), { ...failing, more: () => ({ looked: 0, problems: ["b"] }) });
  expect(found).toEqual({ lines: ["    3 files", "    0 more"], problems: ["a.mjs: wrong", "b"] });
});
