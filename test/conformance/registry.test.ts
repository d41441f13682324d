import fitbit from "../../fitbit.app";
import googleHealth from "../../google_health.app";
import { everyComponent } from "./component-rules";
import { everyAction, everySource } from "./kind-rules";
import { everyModule } from "./module-rules";
import {
  namesOf, repeatedProps, strayFolders, twice, unusedDefinitions,
} from "./package-rules";
import { everyProp } from "./prop-rules";
import type { Rule, Rules } from "./rules";
import {
  definitionsOf, load, places, textOf, type Definition, type Kind, type Subject,
} from "./subject";
import { everyText } from "./text-rules";

/** The rules of Pipedream's registry and of this package, for every component there is. */
const found = places(process.cwd());
const subjects: Subject[] = [];
const definitions: Definition[] = [];

beforeAll(async () => {
  for (const place of found) subjects.push(await load(place));
  definitions.push(...subjects.flatMap(definitionsOf));
});

/** What breaks a rule, by its key. */
function broken<T extends Definition>(rule: Rule<T>, all: readonly T[]): string[] {
  const names = namesOf(subjects);
  return all.flatMap((one) => {
    const problem = rule(one, names);
    return problem ? [`${textOf(one.component, "key")}: ${problem}`] : [];
  });
}

const ofKind = (kind: Kind) => definitions.filter((definition) => definition.kind === kind);

describe.each<[kind: string, rules: Rules, all: () => Definition[]]>([
  ["component", everyComponent, () => definitions],
  ["prop", everyProp, () => definitions],
  ["action", everyAction, () => ofKind("action")],
  ["source", everySource, () => ofKind("source")],
])("of every %s on every app", (_, rules, all) => {
  it.each(Object.entries(rules))("%s", (_rule, rule) => {
    expect(broken(rule, all())).toEqual([]);
  });
});

describe("of every module", () => {
  it.each(Object.entries({ ...everyModule, ...everyText }))("%s", (_, rule) => {
    expect(broken(rule, subjects)).toEqual([]);
  });
});

describe("the package", () => {
  it("has actions and sources, and twins of them", () => {
    expect(ofKind("action").length).toBeGreaterThan(0);
    expect(ofKind("source").length).toBeGreaterThan(0);
    expect(definitions.length).toBeGreaterThan(subjects.length);
  });

  it("has no folder without its component, and nothing else in one", () => {
    expect(strayFolders(found)).toEqual([]);
  });

  it("has no key twice, and no name twice among actions or sources", () => {
    const all = subjects.map(({ component }) => component);
    expect(twice(definitions.map(({ component }) => textOf(component, "key")))).toEqual([]);
    expect(twice(all.map((component) => textOf(component, "name")))).toEqual([]);
  });

  it("writes down no prop twice", () => {
    expect(repeatedProps({ ...fitbit }, subjects)).toEqual([]);
  });

  it.each([["fitbit", fitbit], ["google_health", googleHealth]])(
    "uses every shared prop definition of %s",
    (_, app) => {
      expect(unusedDefinitions({ ...app }, subjects)).toEqual([]);
    },
  );
});
