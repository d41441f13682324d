import fitbit from "../../fitbit.app";
import { everyModule } from "./module-rules";
import {
  namesOf, repeatedProps, strayFolders, twice, unusedDefinitions,
} from "./package-rules";
import { everyAction, everyComponent, everySource } from "./rules";
import { load, places, textOf, type Subject } from "./subject";

/** The rules of Pipedream's registry and of this package, for every component there is. */
const found = places(process.cwd());
const rulesOf = { action: everyAction, source: everySource };
const subjects = new Map<string, Subject>();

beforeAll(async () => {
  for (const place of found) subjects.set(place.file, await load(place));
});

describe.each(found)("$kind $name", ({ kind, file }) => {
  const rules = { ...everyComponent, ...rulesOf[kind], ...everyModule };

  it.each(Object.entries(rules))("%s", (_, rule) => {
    const subject = subjects.get(file);
    const names = namesOf([...subjects.values()]);
    expect(subject && rule(subject, names)).toBeFalsy();
    expect(subject).toBeDefined();
  });
});

describe("the package", () => {
  it("has components", () => {
    expect(found.length).toBeGreaterThan(0);
  });

  it("has no folder without its component, and nothing else in one", () => {
    expect(strayFolders(found)).toEqual([]);
  });

  it("has no key twice, and no name twice among actions or sources", () => {
    const all = [...subjects.values()].map(({ component }) => component);
    expect(twice(all.map((component) => textOf(component, "key")))).toEqual([]);
    expect(twice(all.map((component) => textOf(component, "name")))).toEqual([]);
  });

  it("writes down no prop twice", () => {
    expect(repeatedProps([...subjects.values()])).toEqual([]);
  });

  it("uses every shared prop definition", () => {
    expect(unusedDefinitions({ ...fitbit }, [...subjects.values()])).toEqual([]);
  });
});
