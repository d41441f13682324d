import fc from "fast-check";
import {
  absentFields, differences, type Difference, type DifferingRecord,
} from "../../common/differences";
import { resolveProps } from "../../local/runtime";
import { isFields, type Fields } from "../../local/runtime/component";
import { fitbitFields } from "../google-health/fitbit-fields";
import { Comparison, listed, type Writes } from "./compare";
import { DOORS, House, pairs, type Door, type Outcome, type Pair } from "./doors";
import { propsFor, WRITINGS } from "./draws";
import { BEGINNINGS, liveOn, meanwhile, named, specialDays, truthOf } from "./life";

const {
  DIFFERENTIAL_RUNS = "10", DIFFERENTIAL_SEED = "20260320", DIFFERENTIAL_PATH = "",
  DIFFERENTIAL_ONLY = "",
} = process.env;

/** Failures print the component, the seed and the path that bring them back. */
const settings = (share = 1) => ({
  numRuns: Math.max(1, Math.round(Number(DIFFERENTIAL_RUNS) * share)),
  seed: Number(DIFFERENTIAL_SEED),
  path: DIFFERENTIAL_PATH,
});
const PATIENCE = 3_600_000;

let all: Pair[] = [];
let actions: Pair[] = [];
const houses: House[] = [];
/** What was seen of the table of differences: `record field`. */
const seen = new Set<string>();

const isAsked = ({ name }: Pair): boolean => ["", name].includes(DIFFERENTIAL_ONLY);

function isReading({ fitbit: { component } }: Pair): boolean {
  const { annotations }: Fields = { ...component };
  return isFields(annotations) && annotations.readOnlyHint === true;
}

beforeAll(async () => {
  all = await pairs(process.cwd());
  actions = all.filter(({ isSource }) => !isSource);
  for (const { seed, now } of BEGINNINGS) {
    const house = await House.of(seed, now);
    await liveOn(house, all);
    houses.push(house);
  }
}, PATIENCE);

afterAll(() => Promise.all(houses.map((house) => house.close())));

/** What two runs of a component disagree on without an explanation. */
function disagreements(
  pair: Pair, house: House, left: Outcome, right: Outcome, writes?: Writes,
): string[] {
  if (!left.result || !right.result) {
    return left.error === right.error ? [] : [`${left.error}, but ${right.error}`];
  }
  const comparison = new Comparison(pair.name, truthOf(house), writes)
    .results(left.result, right.result);
  if (!writes) comparison.seen.forEach((what) => seen.add(what));
  return comparison.faults.map((fault) => `${pair.name}: ${fault}`);
}

async function atBoth(pair: Pair, house: House, props: Fields): Promise<[Outcome, Outcome]> {
  return [await house.run(pair, "fitbit", props), await house.run(pair, "health", props)];
}

it("every component of both apps is compared", () => {
  const writing = actions.filter((pair) => !isReading(pair)).map(({ name }) => name);
  expect(all.length).toBeGreaterThan(writing.length);
  expect(writing.sort()).toEqual(Object.keys(WRITINGS).sort());
});

describe("the same props give the same result at both doors", () => {
  it("of every action that reads", async () => {
    for (const pair of actions.filter(isReading).filter(isAsked)) {
      const asked = fc.nat(houses.length - 1).chain((i) => {
        const { person } = houses[i] as House;
        return fc.tuple(fc.constant(i), propsFor(pair, specialDays(person), person.timeZone));
      });
      const [unworn] = specialDays((houses[0] as House).person);
      const takesDate = resolveProps(pair.fitbit.component).some(({ name }) => name === "date");
      const examples: [[number, Fields]][] = takesDate ? [[[0, { date: unworn }]]] : [];
      await fc.assert(fc.asyncProperty(asked, async ([i, props]) => {
        const house = houses[i] as House;
        const [fitbit, health] = await atBoth(pair, house, props);
        expect(disagreements(pair, house, fitbit, health)).toEqual([]);
      }), { ...settings(), examples });
    }
  }, PATIENCE);
});

describe("the same write through either door", () => {
  /** Writes through one door, and reads the whole through both. */
  async function written(pair: Pair, house: House, door: Door, props: Fields) {
    const { deletes } = WRITINGS[pair.name] ?? {};
    const log = deletes && await house.run(named(all, deletes.log), door, props);
    const record = (log?.result?.activityLog ?? log?.result?.sleep) as Fields | undefined;
    const asked = deletes ? { [deletes.prop]: record?.logId } : props;
    const outcome = await house.run(pair, door, asked);
    const views: [Pair, Outcome, Outcome][] = [];
    const { scopes } = pair.fitbit.entry;
    const readers = actions.filter(isReading)
      .filter(({ fitbit: { entry } }) => entry.scopes.some((scope) => scopes.includes(scope)));
    for (const reader of readers) {
      const ranged = reader.name.startsWith("list-");
      const day = props.date ? { [ranged ? "startDate" : "date"]: props.date } : {};
      const names = resolveProps(reader.fitbit.component).map(({ name }) => name);
      const known = Object.entries({ ...day, limit: 60, unitSystem: props.unitSystem })
        .filter(([name, value]) => names.includes(name) && value !== undefined);
      views.push([reader, ...await atBoth(reader, house, Object.fromEntries(known))]);
    }
    return { outcome, views };
  }

  it("stores the same, which both doors read alike", async () => {
    for (const pair of actions.filter((action) => !isReading(action)).filter(isAsked)) {
      const { props = fc.constant({}), example } = WRITINGS[pair.name] ?? {};
      type Asked = [typeof BEGINNINGS[number], Fields];
      const examples: [Asked][] = example ? [[[BEGINNINGS[0], example]]] : [];
      const asked = fc.tuple(fc.constantFrom(...BEGINNINGS), props);
      await fc.assert(fc.asyncProperty(asked, async ([{ seed, now }, given]) => {
        const [house, other] = [await House.of(seed, now), await House.of(seed, now)];
        try {
          const [one, two] = [
            await written(pair, house, "fitbit", given),
            await written(pair, other, "health", given),
          ];
          expect(one.outcome.error ?? two.outcome.error).toBeUndefined();
          const faults = disagreements(pair, house, one.outcome, two.outcome);
          const stored = one.outcome.result?.activityLog;
          const steps = isFields(stored) ? Number(stored.steps ?? 0) : 0;
          for (const [i, [reader, fitbit, health]] of one.views.entries()) {
            const [, fitbitToo, healthToo] = two.views[i] ?? [];
            if (!fitbitToo || !healthToo) throw new Error("It was not read.");
            faults.push(
              ...disagreements(reader, house, fitbit, health),
              ...disagreements(reader, other, fitbitToo, healthToo),
              ...disagreements(reader, house, fitbit, fitbitToo, { steps }),
              ...disagreements(reader, house, health, healthToo, { steps }),
            );
          }
          expect(faults).toEqual([]);
        } finally {
          await Promise.all([house.close(), other.close()]);
        }
      }), { ...settings(0.2), examples });
    }
  }, PATIENCE);
});

describe("a source tells of the same records at both doors", () => {
  it("of every source", async () => {
    const beginnings = BEGINNINGS.slice(0, settings(0.15).numRuns);
    for (const pair of all.filter(({ isSource }) => isSource)) {
      for (const { seed, now } of beginnings) {
        const places = await Promise.all(DOORS.map(() => House.of(seed, now)));
        const told: Outcome[] = [];
        for (const [i, door] of DOORS.entries()) {
          const house = places[i] as House;
          const emitted = await house.tell(pair, door, {}, () => meanwhile(house));
          const events = emitted.map(({ event }) => event as Fields)
            .sort((a, b) => String(a.startTime) < String(b.startTime) ? -1 : 1);
          const $summary = emitted.map(({ summary }) => summary).sort().join();
          told.push({ result: { ...listed(pair.name, events), $summary } });
          expect(events.length).toBeGreaterThan(1);
        }
        const [fitbit = {}, health = {}] = told;
        expect(disagreements(pair, places[0] as House, fitbit, health)).toEqual([]);
        await Promise.all(places.map((house) => house.close()));
      }
    }
  }, PATIENCE);
});

describe("nothing in the table of differences is idle", () => {
  /** What the sandbox does not show to differ; hand-worked answers prove it. */
  const PROVED_BY_HAND = [
    "activityDay summary.customHeartRateZones", "activityDay summary.caloriesBMR",
    "dayActivity detailsLink", "dayActivity name", "activityLog detailsLink",
    "activityLog logType", "activityLog steps", "activityLog activityName",
  ];

  it("each field of a record was seen to differ, or is proved by a hand-worked answer", () => {
    const idle = Object.entries(fitbitFields).flatMap(([record, known]) => {
      const rows: readonly Difference[] = differences[record as DifferingRecord];
      return rows.flatMap(({ fields }) => fields)
        .filter((field) => known.includes(field))
        .map((field) => `${record} ${field}`);
    }).filter((field) => !seen.has(field) && !PROVED_BY_HAND.includes(field));
    expect(idle).toEqual([]);
    expect(seen).toContain("nothing recorded");
  });

  it("the fields of the profile that cannot be changed are the props that are missing", () => {
    const pair = named(all, "update-profile");
    const [fitbit = [], health = []] = DOORS.map((door) =>
      resolveProps(pair[door].component).map(({ name }) => name));
    const missing = fitbit.filter((name) => !health.includes(name))
      .map((name) => name === "timeZone" ? "timezone" : name);
    expect(missing.sort()).toEqual(absentFields("profileChanges").sort());
  });
});
