import { writeFiles } from "../../registry/files";
import { allChecks } from "../../registry/checks/all";
import type { Asked } from "../../registry/commands";
import { carriedOut, optionsOf } from "../../registry/program";
import { loadCatalog } from "../../local/catalog/catalog";
import { commandsOf, pageAt, PAGES } from "../support/pages";
import { inFolder, payloads, ROOT } from "./support";

/** One component stands for all, where a page means all of them. */
const KEY = "google_health-get-sleep-log";

const commands = commandsOf("npm run registry").map((words) => words.join(" "));

let all: Asked["payloads"];

beforeAll(async () => {
  all = await payloads();
});

describe("what the pages say of npm run registry", () => {
  it("is said", () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  it.each(commands)("works: npm run registry %s", async (command) => {
    await inFolder(async (folder) => {
      await writeFiles(folder, new Map([["components/strava/strava.app.mjs", ""]]));
      const words = command.replace("KEY,…", KEY).replace("CHECKOUT", folder).split(" ").slice(1);
      const options = optionsOf([...words, "--out", folder]);
      const { lines, problems } = await carriedOut(options, {
        packageRoot: ROOT,
        payloads: all,
        keys: new Set([KEY]),
        checks: options.check ? await allChecks(ROOT, await loadCatalog(ROOT)) : {},
      });
      expect(problems).toEqual([]);
      expect(lines.join("\n")).toContain(folder);
    });
  });

  it("names files that it writes", () => {
    const keys = all.flatMap(({ components }) => components).map(({ entry }) => entry.key);
    const files = PAGES.flatMap((path) =>
      [...pageAt(path).matchAll(/dist\/publish\/([\w-]+)\.mjs/g)].map(([, key]) => key));
    expect(files.length).toBeGreaterThan(0);
    for (const key of files) expect(keys).toContain(key);
  });
});
