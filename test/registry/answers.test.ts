import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogComponent } from "../../local/catalog/catalog";
import { asComponent, resolveProps } from "../../local/runtime";
import { bundled, neverAlone } from "../../registry/bundle/bundle";
import { budgets } from "../budgets";
import { DOORS, House, isReading, pairs, type Door, type Pair } from "../differential/doors";
import { payloads, ROOT } from "./support";

const NOW = "2026-03-20T09:00:00Z";
const FOLDER = join(ROOT, "dist/tests");

/** Whether it runs without an id or a name. */
const needsNothing = ({ fitbit: { component } }: Pair): boolean =>
  resolveProps(component).every(({ kind, optional }) => kind !== "user" || optional);

/** What changes nothing and fits into a file of its own, as far as the budget goes. */
async function reading(): Promise<Pair[]> {
  const all = (await pairs(ROOT))
    .filter((pair) => pair.isSource || (isReading(pair) && needsNothing(pair)))
    .filter((pair) => !neverAlone(new Set([pair.health.entry.key])).length);
  return all.slice(0, budgets.payloadAnswers);
}

/** The same pair, loaded from elsewhere. */
function elsewhere(pair: Pair, fileOf: (component: CatalogComponent) => string): Pair {
  const moved = (found: CatalogComponent): CatalogComponent => ({
    ...found,
    component: asComponent(jest.requireActual<{ default: unknown }>(fileOf(found)).default),
  });
  return { ...pair, fitbit: moved(pair.fitbit), health: moved(pair.health) };
}

const inPayload = ({ name, entry: { app, type } }: CatalogComponent) =>
  join(FOLDER, `registry/components/${app}/${type}s/${name}/${name}.mjs`);

const inBundle = ({ entry: { key } }: CatalogComponent) => join(FOLDER, `publish/${key}.mjs`);

let house: House;
let found: Pair[];

beforeAll(async () => {
  found = await reading();
  house = await House.of(7, NOW);
  const keys = new Set(found.flatMap((pair) => DOORS.map((door) => pair[door].entry.key)));
  mkdirSync(join(FOLDER, "publish"), { recursive: true });
  for (const payload of await payloads()) {
    for (const { path, text } of await bundled(payload, keys)) {
      writeFileSync(join(FOLDER, "publish", path), text);
    }
  }
});

afterAll(() => house.close());

const said = (pair: Pair, door: Door) =>
  pair.isSource ? house.tell(pair, door) : house.run(pair, door, {});

it.each([
  ["the payload", inPayload],
  ["its own file", inBundle],
])("a component of %s answers as its source does, on both apps", async (_, fileOf) => {
  expect(found.length).toBeGreaterThan(4);
  for (const pair of found) {
    for (const door of DOORS) {
      const own = await said(pair, door);
      expect(own).not.toHaveProperty("error");
      expect(await said(elsewhere(pair, fileOf), door)).toEqual(own);
    }
  }
});
