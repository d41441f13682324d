import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { loadCatalog } from "../../local/catalog/catalog";
import { componentsIn } from "../../registry/checks/check";
import { readFiles, type Files } from "../../registry/files";
import { namesOf } from "../../registry/pieces/modules";
import { compiled, treeOf, words } from "./words";

const ROOT = process.cwd();
const FOLDER = join(ROOT, "dist/tests");

interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

const said = JSON.parse(readFileSync(join(FOLDER, "check.json"), "utf8")) as Said;

let files: Files;
const paths = (app: string) => [...files.keys()].filter((path) => path.startsWith(`${app}/`));

beforeAll(async () => {
  files = await readFiles(join(FOLDER, "registry/components"));
});

/** The words of what a module declares, by its names. */
function declarations(text: string): Map<string, string> {
  const { statements } = treeOf(text);
  return new Map(statements.filter((node) => !ts.isImportDeclaration(node))
    .map((node) => [namesOf(node).join(), words(node)]));
}

describe("npm run registry -- --check", () => {
  it("finds nothing", () => {
    expect(said).toMatchObject({ code: 0, stderr: "" });
  });

  it("looks at every component, and says at how much of everything", async () => {
    const count = (await loadCatalog(ROOT)).length;
    const line = /^\s*(\d+) (?:files|components|imports|versions) /gm;
    const counts = [...said.stdout.matchAll(line)].map(([, looked]) => Number(looked));
    expect(counts).toHaveLength(6);
    for (const looked of counts) expect(looked).toBeGreaterThanOrEqual(count);
  });
});

describe("the payload", () => {
  it("has every component of the catalogue on its app", async () => {
    const keys = componentsIn(files).map(({ app, base }) => `${app}-${base}`);
    const catalog = await loadCatalog(ROOT);
    expect(keys.sort()).toEqual(catalog.map(({ entry }) => entry.key).sort());
  });

  it("has the Fitbit app where the registry has it, with the methods that this has", () => {
    expect(files.get("fitbit/fitbit.app.mjs")).toContain("app: \"fitbit\"");
    const requests = files.get("fitbit/common/fitbit/requests.mjs") ?? "";
    for (const method of ["_getHeaders", "_getUrl", "async _makeRequest", "authKeys"]) {
      expect(requests).toContain(`\n  ${method}(`);
    }
  });

  it("has of Google Health all that is ours in a folder of its own", () => {
    const beside = paths("google_health")
      .filter((path) => !/^google_health\/(common\/health|actions|sources)\//.test(path));
    expect(beside).toEqual(["google_health/README.md", "google_health/package.json"]);
  });

  it("has no helper of the other door", () => {
    expect(paths("fitbit").filter((path) => path.includes("google-health"))).toEqual([]);
    expect(paths("google_health").filter((path) => /health\/.*fitbit/.test(path))).toEqual([]);
  });

  it("has nothing that only our own tools read", () => {
    const beside = /export const (?:scopes|example|successor|googleHealth)/;
    const typed = /define(?:App|Action|Source)|@pipedream\/types/;
    const found = [...files].filter(([, text]) => beside.test(text) || typed.test(text));
    expect(found.map(([path]) => path)).toEqual([]);
  });

  it("has of the source's helpers what it has of them word by word", () => {
    const helpers = [...files].filter(([path]) => path.includes("/common/") && !/\.app\./.test(path));
    expect(helpers.length).toBeGreaterThan(80);
    for (const [path, text] of helpers) {
      const source = path.replace(/^fitbit\/|^google_health\/common\/health\//, "")
        .replace(/^(?!common)/, "common/").replace(/mjs$/, "ts");
      const theirs = declarations(compiled(readFileSync(join(ROOT, source), "utf8")));
      for (const [name, ours] of declarations(text)) {
        expect({ path, name, words: ours }).toEqual({ path, name, words: theirs.get(name) });
      }
    }
  });

  it("keeps the comments of the source", () => {
    expect(files.get("fitbit/common/sleep/fitbit.mjs"))
      .toContain("https://dev.fitbit.com/build/reference/web-api/sleep/");
    expect(files.get("google_health/common/health/google-health/data-types.mjs"))
      .toMatch(/^\/\*\*\n \* The data types of the Google Health API/);
  });

  it("names every component in its app's README", async () => {
    for (const { entry } of await loadCatalog(ROOT)) {
      expect(files.get(`${entry.app}/README.md`)).toContain(`- **${entry.name}**: `);
    }
  });
});
