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

/** The object literal that a module defines its component or its app with. */
function defined(text: string): ts.ObjectLiteralExpression {
  const found: ts.ObjectLiteralExpression[] = [];
  const visit = (node: ts.Node): void => {
    const { parent } = node;
    const isDefined = ts.isExportAssignment(parent)
      || (ts.isCallExpression(parent) && /^define/.test(parent.expression.getText()));
    if (ts.isObjectLiteralExpression(node) && isDefined) found.push(node);
    else ts.forEachChild(node, visit);
  };
  treeOf(text).statements.forEach(visit);
  return found[0] ?? ts.factory.createObjectLiteralExpression();
}

/** The words of what it does, by its names. */
function doings(text: string): Record<string, string> {
  return Object.fromEntries(defined(text).properties.flatMap((member) => {
    const name = member.name?.getText() ?? "";
    return /^(?:run|hooks|methods)$/.test(name) ? [[name, words(member)]] : [];
  }));
}

/** Without what takes a component's place. */
const withoutSuccessor = (said: string) =>
  said.replace(/((?:callOf|pollCall)\n\([^)]*)\n,\n(?:"google_health-[\w-]+"|null)(?=\n\))/g, "$1");

/** Without reads of props that are gone on an app. */
function withoutReads(said: string, gone: readonly string[]): string {
  const read = `this\n\\.\n(?:${gone.join("|") || "-"})(?=\n[,)}])`;
  return said.replace(new RegExp(`\\w+\n:\n${read}\n,\n|\n,\n${read}`, "g"), "");
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

  it("does in a component what the source does, word by word", async () => {
    const catalog = await loadCatalog(ROOT);
    expect(catalog.length).toBeGreaterThan(0);
    for (const { entry: { app, type }, name, file, component } of catalog) {
      const ours = doings(files.get(`${app}/${type}s/${name}/${name}.mjs`) ?? "");
      const source = readFileSync(file, "utf8");
      const [, successor = ""] = /^export const successor = (.*);$/m.exec(source) ?? [];
      const theirs = doings(compiled(source.replace(", successor)", `, ${successor})`)));
      const gone = catalog.filter((other) => other.name === name)
        .flatMap((other) => Object.keys(other.component.props ?? {}))
        .filter((prop) => !Object.hasOwn(component.props ?? {}, prop));
      const meant = Object.entries(theirs).map(([member, said]) => (
        [member, withoutReads(app === "fitbit" ? said : withoutSuccessor(said), gone)]
      ));
      expect({ app, name, ...ours }).toEqual({ app, name, ...Object.fromEntries(meant) });
    }
  });

  it("has the methods of each app as the source has them, word by word", () => {
    for (const [path, source] of [
      ["fitbit/fitbit.app.mjs", "fitbit.app.ts"],
      ["google_health/common/health/google_health.app.mjs", "google_health.app.ts"],
    ] as const) {
      const ours = doings(files.get(path) ?? "");
      expect(ours.methods).toContain("sleep");
      expect(ours).toEqual(doings(compiled(readFileSync(join(ROOT, source), "utf8"))));
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
