import { isFields } from "../../local/runtime/component";
import { polling } from "../support/components";
import { pairs, type House, type Pair } from "./doors";
import { livedIn, named } from "./life";
import { SILENT } from "./settings";

/** The ways to all fields of a value; the items of a list share theirs. */
function fieldsIn(value: unknown, way = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsIn(item, `${way}[]`));
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = way ? `${way}.${key}` : key;
    return [here, ...fieldsIn(inner, here)];
  });
}

/** Of several kinds a sample shows one; the source of each kind shows its own fields. */
const isSampled = (field: string, sampled: string[]): boolean =>
  sampled.includes(field) || (sampled.includes("kind") && field.startsWith("record."));

describe("a sample event has every field of the events", () => {
  let all: Pair[] = [];
  let houses: House[] = [];

  beforeAll(async () => {
    all = await pairs(process.cwd());
    houses = await livedIn(all);
  });

  afterAll(() => Promise.all(houses.map((house) => house.close())));

  const told = polling().filter(({ name }) => !SILENT.includes(name));
  const cases = told.map(({ name, app, component: { key, sampleEmit } }) => (
    { key, name, door: app === "fitbit" ? "fitbit" : "health", sampleEmit } as const
  ));

  it.each(cases)("of $key", async ({ name, door, sampleEmit }) => {
    const real = new Set<string>();
    for (const house of houses) {
      const emitted = await house.tell(named(all, name), door);
      emitted.flatMap(({ event }) => fieldsIn(event)).forEach((field) => real.add(field));
    }
    const sampled = fieldsIn(sampleEmit);
    expect(real.size).toBeGreaterThan(0);
    expect([...real].filter((field) => !isSampled(field, sampled)).sort()).toEqual([]);
  });
});
