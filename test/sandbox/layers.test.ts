import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { RESOURCES as FITBIT } from "../../local/sandbox/fitbit/resources";
import { RESOURCES as GOOGLE_HEALTH } from "../../local/sandbox/google-health/resources";

const HOUSE = path.join(__dirname, "../../local/sandbox");
/** What either door may use beside itself. */
const SHARED = ["person", "paths.ts"];

const FILES = readdirSync(HOUSE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"));

const RESOURCE_FOLDERS = FILES.filter((file) => /^[^/]+\/[^/]+\/resource\.ts$/.test(file))
  .map((file) => file.replace("resource.ts", ""));

/** What a file imports: what is here by its path, anything else by its name. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(HOUSE, file), "utf8");
  return [...text.matchAll(/ from "([^"]+)"/g)].map(([, name = ""]) => (
    name.startsWith(".") ? `${path.join(path.dirname(file), name)}.ts` : name
  ));
}

const IMPORTS = new Map(FILES.map((file) => [file, importsOf(file)]));
const PAIRS = FILES.flatMap((file) => importsOf(file).map((name) => [file, name] as const))
  .filter(([, name]) => name.endsWith(".ts"));

const doorOf = (file: string): string | undefined =>
  ["fitbit", "google-health"].find((door) => file.startsWith(`${door}/`));

/** The folder of a resource that a file stands in. */
const resourceOf = (file: string): string | undefined =>
  RESOURCE_FOLDERS.find((folder) => file.startsWith(folder));

/** The files that a file stands on, itself too where they run in a circle. */
function below(file: string, seen = new Set<string>()): Set<string> {
  for (const name of IMPORTS.get(file) ?? []) {
    if (seen.has(name)) continue;
    seen.add(name);
    below(name, seen);
  }
  return seen;
}

const twice = (names: string[]): string[] =>
  names.filter((name, i) => names.indexOf(name) < i);

describe("the layers of the sandbox", () => {
  it("import nothing of the repository but the sandbox itself", () => {
    expect(PAIRS.filter(([, name]) => !IMPORTS.has(name))).toEqual([]);
  });

  it("run in no circle", () => {
    expect(FILES.filter((file) => below(file).has(file))).toEqual([]);
  });

  it("let the person stand on its own", () => {
    const outward = PAIRS.filter(([file, name]) => (
      file.startsWith("person/") && !name.startsWith("person/")
    ));
    expect(outward).toEqual([]);
  });

  it("let a door use itself and the person, not the other door nor what stands above it", () => {
    const outward = PAIRS.filter(([file, name]) => {
      const door = doorOf(file);
      return door !== undefined
        && ![door, ...SHARED].some((place) => name.startsWith(place));
    });
    expect(outward).toEqual([]);
  });

  it("let a resource be: its door's list alone reaches into its folder", () => {
    const inward = PAIRS.filter(([file, name]) => {
      const resource = resourceOf(name);
      const door = doorOf(file);
      return door !== undefined && resource !== undefined && resourceOf(file) !== resource
        && file !== `${door}/resources.ts`;
    });
    expect(inward).toEqual([]);
  });
});

describe("the resources of a door", () => {
  it("are all in its list", () => {
    expect(FITBIT.length + GOOGLE_HEALTH.length).toBe(RESOURCE_FOLDERS.length);
  });

  it("name no type and no message twice", () => {
    const types = GOOGLE_HEALTH.flatMap(({ types: own = [] }) => own.map(({ id }) => id));
    const messages = GOOGLE_HEALTH.flatMap(({ schemas = {} }) => Object.keys(schemas));
    expect([...twice(types), ...twice(messages)]).toEqual([]);
  });
});
