import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { APPS } from "../../local/catalog/apps";
import { loadCatalog } from "../../local/catalog/catalog";
import { pages } from "../../local/docs/pages";
import { requestsAnHour } from "../../local/docs/sources";
import { GROUPS, selectActions } from "../../local/mcp/select";
import { commandsIn, pageAt as stored, PAGES, typedIn } from "../support/pages";

const ROOT = process.cwd();

describe("a generated page", () => {
  it("is as the components say: `npm run docs` writes it anew", async () => {
    for (const [path, text] of Object.entries(await pages(ROOT))) {
      expect({ path, text: stored(path) }).toEqual({ path, text });
    }
  });

  it("has its tables between marks", () => {
    const marks = stored("README.md").match(/<!-- .+ -->/g);
    expect(marks).toEqual([
      "<!-- actions -->", "<!-- /actions -->",
      "<!-- actions of google_health -->", "<!-- /actions of google_health -->",
      "<!-- sources -->", "<!-- /sources -->",
    ]);
  });
});

it.each(["fitbit", "google_health"] as const)(
  "on %s all sources together, every 15 minutes, ask less than Fitbit's 150 requests an hour",
  async (app) => {
    const hourly = requestsAnHour(await loadCatalog(ROOT), app);
    expect(hourly).toBeGreaterThan(0);
    expect(hourly).toBeLessThan(150);
  },
);

it("docs/moving-from-fitbit.md tells in ten lines how to move", () => {
  expect(stored("docs/moving-from-fitbit.md").match(/^\d+\. /gm)).toHaveLength(10);
});

describe.each(PAGES)("the commands in %s", (path) => {
  const page = stored(path);

  it("are of this package alone where they stand to be typed", () => {
    const others = typedIn(page).filter((command) => !/^(?:npm|npx fitbit) /.test(command));
    expect(others).toEqual([]);
  });

  it("are npm's own, or scripts that there are", () => {
    const text = readFileSync(join(ROOT, "package.json"), "utf8");
    const { scripts } = JSON.parse(text) as { scripts: object };
    const names = commandsIn(page).map((command) => /^npm (?:run )?(\S+)/.exec(command)?.[1]);
    const known = [undefined, "ci", "pack", ...Object.keys(scripts)];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("carry a link to Pipedream's documentation where they are its own", () => {
    const blocks = page.split(/\n\n|\n(?=\d+\. |\* )/);
    const unlinked = blocks.filter((block) =>
      /`pd \w/.test(block) && !block.includes("(https://pipedream.com/docs/"));
    expect(unlinked).toEqual([]);
  });
});

/** All that is written for people, generated or not. */
const WRITTEN = [
  "README.md", "CONTRIBUTING.md", "CHANGELOG.md",
  ...readdirSync("docs").filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`),
  ...readdirSync("examples", { recursive: true }).map(String)
    .filter((name) => name.endsWith(".md")).map((name) => `examples/${name}`),
];

/** How a heading is linked to. */
const anchor = (heading: string) =>
  heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, "").replaceAll(" ", "-");

const anchorsOf = (path: string) =>
  [...stored(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchor(heading));

it.each(WRITTEN)("every link of %s leads to a file that there is, and to a heading of it", (path) => {
  const links = [...stored(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^https?:/.test(target));
  const lost = links.filter((target) => {
    const [file = "", heading] = target.split("#");
    const at = file === "" ? path : join(dirname(path), file);
    return !existsSync(at) || (heading !== undefined && !anchorsOf(at).includes(heading));
  });
  expect(lost).toEqual([]);
});

it("docs/agents.md names every tool that is offered by default, and every group", async () => {
  const page = stored("docs/agents.md");
  const names = await Promise.all(APPS.map(async (app) => {
    const actions = await selectActions(ROOT, app, {});
    return actions.map(({ name }) => name);
  }));
  const missing = [...names.flat(), ...Object.keys(GROUPS)]
    .filter((name) => !page.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
