import fc from "fast-check";
import type { Difference } from "../../common/difference";
import { differences, type DifferingRecord } from "../../common/differences";
import { resolveProps } from "../../local/runtime";
import { isFields, type Fields } from "../../local/runtime/component";
import { budgets } from "../budgets";
import { absentFields } from "../support/differences";
import { fitbitFields } from "../google-health/fitbit-fields";
import { readingProps, wholly } from "./asked";
import { asResults, Comparison, type Circumstances } from "./compare";
import {
  DOORS, inTwoHouses, isReading, pairs, type Door, type House, type Outcome, type Pair,
} from "./doors";
import { newestIds, propsAt } from "./ids";
import { BEGINNINGS, livedIn, meanwhile, named, specialDays, truthOf } from "./life";
import { nearest, readersOf } from "./readers";
import { KNOWN_APART, SELDOM } from "./settings";
import { fieldIn, Write, type Told } from "./written";

const {
  DIFFERENTIAL_SEED = "20260320", DIFFERENTIAL_PATH = "", DIFFERENTIAL_ONLY = "",
} = process.env;

const DRAWS = budgets.differentialDraws;
/** Writes and sources cost more: each has people of its own. */
const FEWER = Math.max(1, Math.round(DRAWS / 2));

/** Failures print the component, the seed and the path that bring them back. */
const settings = <T>(draws: number, examples: T[]) => ({
  numRuns: draws + examples.length,
  examples,
  seed: Number(DIFFERENTIAL_SEED),
  path: DIFFERENTIAL_PATH,
});
const PATIENCE = 3_600_000;

/** Events of a first poll. */
const MOST_HISTORY = 25;

let all: Pair[] = [];
let actions: Pair[] = [];
let houses: House[] = [];
/** What was seen of the table of differences: `record field`. */
const seen = new Set<string>();

const isAsked = ({ name }: Pair): boolean => ["", name].includes(DIFFERENTIAL_ONLY);

beforeAll(async () => {
  all = await pairs(process.cwd());
  actions = all.filter(({ isSource }) => !isSource);
  houses = await livedIn(all);
}, PATIENCE);

afterAll(() => Promise.all(houses.map((house) => house.close())));

/** What two runs of a component disagree on without an explanation. */
function disagreements(
  pair: Pair, house: House, left: Outcome, right: Outcome, around: Circumstances = {},
): string[] {
  if (!left.result || !right.result) {
    return left.error === right.error ? [] : [`${left.error}, but ${right.error}`];
  }
  const comparison = new Comparison(pair, truthOf(house), around)
    .results(left.result, right.result);
  if (around.estimated === undefined) comparison.seen.forEach((what) => seen.add(what));
  return comparison.faults.map((fault) => `${pair.name}: ${fault}`);
}

describe("the same props give the same result at both doors", () => {
  type Asked = [[house: number, props: Fields]];

  it("of every action that reads", async () => {
    for (const pair of actions.filter(isReading).filter(isAsked)) {
      const asked = fc.nat(houses.length - 1).chain((i) => {
        const { person } = houses[i] as House;
        const { timeZone } = person;
        return fc.tuple(
          fc.constant(i), readingProps(pair, { days: specialDays(person), timeZone }),
        );
      });
      // A day without the watch, and one that has hardly begun.
      const days = specialDays((houses[0] as House).person);
      const [unworn] = days;
      const takes = (prop: string) =>
        resolveProps(pair.fitbit.component).some(({ name }) => name === prop);
      const examples = [
        ...takes("date") ? [{ date: unworn }, { date: "today" }] : [],
        // Days on which something was logged by hand.
        ...takes("endTime") ? days.slice(-3).map((startDate) => ({ startDate })) : [],
        ...wholly(pair),
      ].map((props): Asked => [[0, props]]);
      await fc.assert(fc.asyncProperty(asked, async ([i, props]) => {
        const house = houses[i] as House;
        const given = await propsAt(house, actions, props);
        const [fitbit, health] = await house.runBoth(pair, ...given);
        expect(disagreements(pair, house, fitbit, health)).toEqual([]);
        // What both refuse proves little: something else is drawn.
        fc.pre(!fitbit.error);
      }), settings(DRAWS, examples));
    }
  }, PATIENCE);
});

describe("the same write through either door", () => {
  /** Reads what was written through both doors. */
  async function read(reader: Pair, house: House, { before, own }: Told) {
    const { date, unitSystem } = { ...before, ...own };
    const names = resolveProps(reader.fitbit.component).map(({ name }) => name);
    const detail = "full";
    const all = { date, startDate: date, limit: 60, unitSystem, detail, ...newestIds };
    const known = Object.entries(all)
      .filter(([name, value]) => names.includes(name) && value !== undefined);
    const props = await propsAt(house, actions, Object.fromEntries(known));
    return house.runBoth(reader, ...props);
  }

  it("each reader follows a write of its scopes, where there is one", () => {
    const readers = readersOf(actions);
    const writing = [...readers.keys()];
    const followed = [...readers.values()].flat();
    const left = actions.filter(isReading)
      .filter((reader) => nearest(reader, writing).length > 0 && !followed.includes(reader));
    expect(left).toEqual([]);
    expect([...readers].filter(([, after]) => after.length === 0)).toEqual([]);
  });

  it("stores the same, which both doors read alike", async () => {
    for (const [pair, readers] of [...readersOf(actions)].filter(([one]) => isAsked(one))) {
      const write = new Write(pair, actions);
      const { example, props } = write.told;
      type Asked = [typeof BEGINNINGS[number], Told];
      const examples: [Asked][] = [[[BEGINNINGS[0], example]]];
      const asked = fc.tuple(fc.constantFrom(...BEGINNINGS), props);
      await fc.assert(fc.asyncProperty(asked, async ([beginning, told]) => {
        await inTwoHouses(beginning, async (house, other) => {
          const one = await write.through("fitbit", house, told);
          const two = await write.through("health", other, told);
          expect(one.error ?? two.error).toBeUndefined();
          const faults = disagreements(pair, house, one, two, { told: told.own });
          const estimated = Number(fieldIn(one.result, "steps") ?? 0);
          for (const reader of readers) {
            const [fitbit, health] = await read(reader, house, told);
            const [fitbitToo, healthToo] = await read(reader, other, told);
            faults.push(
              ...disagreements(reader, house, fitbit, health),
              ...disagreements(reader, other, fitbitToo, healthToo),
              ...disagreements(reader, house, fitbit, fitbitToo, { estimated }),
              ...disagreements(reader, house, health, healthToo, { estimated }),
            );
          }
          expect(faults).toEqual([]);
        });
      }), settings(FEWER - examples.length, examples));
    }
  }, PATIENCE);
});

describe("a source tells of the same records at both doors", () => {
  type Emitted = Awaited<ReturnType<House["tell"]>>;

  /** Its time, or at least its day. */
  const startOf = ({ event }: Emitted[number]) => {
    const told = event as Fields;
    const record = isFields(told.record) ? told.record : told;
    const { startTime, dateTime, logDate, dateOfSleep, date } = record;
    return String(startTime ?? dateTime ?? logDate ?? dateOfSleep ?? date);
  };
  const keyOf = (one: Emitted[number]) => `${startOf(one)} ${one.summary}`;

  /** What a source tells of at one door, oldest first. */
  async function told(pair: Pair, house: House, door: Door): Promise<Emitted> {
    const emitted = await house.tell(pair, door, () => meanwhile(house));
    expect(emitted.length).toBeGreaterThan(SELDOM.includes(pair.name) ? 0 : 1);
    return emitted.sort((a, b) => keyOf(a) < keyOf(b) ? -1 : 1);
  }

  /** From when on a door has told of all: after the first day, where it told of the newest. */
  function wholeFrom(emitted: Emitted): string {
    const start = emitted[0] ? startOf(emitted[0]) : "";
    return emitted.length < MOST_HISTORY ? start : `${start.slice(0, 10)}~`;
  }

  /** As a result of its list, from where both doors begin: a night may settle later at one. */
  function since(first: string, pair: Pair, emitted: Emitted): Outcome[] {
    const both = emitted.filter((one) => startOf(one) >= first);
    const $summary = both.map(({ summary }) => summary).join();
    const events = both.map(({ event }) => event as Fields);
    return asResults(pair, events).map((result) => ({ result: { ...result, $summary } }));
  }

  it("of every source", async () => {
    const sources = all
      .filter(({ isSource, name }) => isSource && !KNOWN_APART.includes(name));
    for (const pair of sources.filter(isAsked)) {
      for (const beginning of BEGINNINGS.slice(0, FEWER)) {
        await inTwoHouses(beginning, async (house, other) => {
          const fitbit = await told(pair, house, "fitbit");
          const health = await told(pair, other, "health");
          const [, first = ""] = [fitbit, health].map(wholeFrom).sort();
          const there = since(first, pair, health);
          const here = since(first, pair, fitbit);
          expect(there).toHaveLength(here.length);
          const found = here.flatMap((one, i) =>
            disagreements(pair, house, one, there[i] ?? {}));
          expect(found).toEqual([]);
        });
      }
    }
  }, PATIENCE);
});

describe("nothing in the table of differences is idle", () => {
  /** What the sandbox does not show to differ; hand-worked answers prove it. */
  const PROVED_BY_HAND = [
    "foodLog loggedFood.amount", "foodLog loggedFood.mealTypeId", "foodHabit calories",
    "waterDay summary.water",
    "bodyFigures weight", "bodyFigures fat", "bodyFigures bmi", "weightLog fat",
    "device lastSyncTime",
    "activityDay summary.customHeartRateZones", "activityDay summary.caloriesBMR",
    "activityFigures caloriesBMR",
    "dayActivity detailsLink", "dayActivity name", "activityLog detailsLink",
    "activityLog logType", "activityLog steps", "activityLog activityName",
    "sleepLog levels.summary[].minutes", "sleepLog minutesAsleep", "sleepLog minutesAwake",
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
