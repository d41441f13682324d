import { resolveProps } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { dayText } from "../../local/sandbox/person/days";
import { asResults, Comparison } from "./compare";
import {
  House, inTwoHouses, isReading, pairs, recordsOf, type Door, type Outcome, type Pair,
} from "./doors";
import { truthOf } from "./life";
import { later, ODDITIES, type Oddity } from "./oddities";

const BEGINNING = { seed: 1, now: "2026-03-20T09:00:00Z" } as const;
const DAYS = 5;
const HOUR = 3_600_000;
/** Hours after the last night, before the story begins. */
const LATELY = 3;

const muchLater = later(40);

let all: Pair[] = [];
beforeAll(async () => {
  all = await pairs(process.cwd());
});

/** What two runs of a component disagree on without an explanation. */
function disagreements(pair: Pair, house: House, left: Outcome, right: Outcome): string[] {
  if (!left.result || !right.result) return [`${left.error}, but ${right.error}`];
  return new Comparison(pair, truthOf(house)).results(left.result, right.result)
    .faults.map((fault) => `${pair.name}: ${fault}`);
}

/** The last days one by one, or all at once. */
function asked(pair: Pair, { person }: House): Fields[] {
  const names = resolveProps(pair.fitbit.component).map(({ name }) => name);
  const days = Array.from({ length: DAYS }, (_, i) => dayText(person.today + 1 - i));
  if (names.includes("date")) return days.map((date) => ({ date }));
  const detail = names.includes("detail") ? { detail: "full" } : {};
  return names.includes("startDate") ? [{ startDate: days.at(-1), ...detail }] : [];
}

/** Whether it tells of logs as they are: what others make of them follows. */
const isOfLogs = ({ name }: Pair): boolean => /^new-(activity|sleep)-log$/.test(name);

const without = (event: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(event).filter(([name]) => !names.includes(name)));

/** Whether a component gives or takes a record that it is seen in. */
const concerns = ({ of }: Oddity) => (pair: Pair): boolean =>
  recordsOf(pair).some((record) => of.includes(record));

/** When a record ended by the person's clocks, as far as a source says. */
function endOf({ startTime, endTime, duration }: Fields): string {
  if (typeof endTime === "string") return endTime.slice(0, 19);
  const start = Date.parse(`${String(startTime).slice(0, 19)}Z`);
  const end = start + Number(duration);
  return Number.isNaN(end) ? "" : new Date(end).toISOString().slice(0, 19);
}

/**
 * What a source tells of while it comes about, as a result of its list: of what ended then,
 * and is past by now wherever the person may be.
 */
async function told(
  pair: Pair, house: House, door: Door, { acts, isToldWithout = [] }: Oddity,
): Promise<Outcome> {
  const { person } = house;
  const local = (hoursAgo: number) =>
    person.timeline.local(person.now - hoursAgo * HOUR).slice(0, 19);
  const begin = local(LATELY);
  const all = await house.follow(
    pair, door, [...acts, muchLater].map((act) => () => act(house)),
  );
  const isOf = ({ event }: { event: unknown }): boolean =>
    endOf(event as Fields) > begin && endOf(event as Fields) < local(16);
  const startOf = ({ event }: { event: unknown }) => String((event as Fields).startTime);
  const emitted = all.flat().filter(isOf).sort((a, b) => startOf(a) < startOf(b) ? -1 : 1);
  const events = emitted.map(({ event }) => without(event as Fields, isToldWithout));
  const $summary = emitted.map(({ summary }) => summary).join();
  const [result = {}] = asResults(pair, events);
  return { result: { ...result, $summary } };
}

describe("both doors tell alike of what is odd", () => {
  const asking = ODDITIES.filter(({ isListedTwice }) => !isListedTwice);
  it.each(asking)("when they are asked: $what", async (oddity) => {
    const { acts, healthSwitches } = oddity;
    const house = await House.of(BEGINNING.seed, BEGINNING.now, healthSwitches);
    const faults: string[] = [];
    try {
      for (const act of acts) await act(house);
      for (const pair of all.filter(isReading).filter(concerns(oddity))) {
        for (const props of asked(pair, house)) {
          const [fitbit, health] = await house.runBoth(pair, props);
          faults.push(...disagreements(pair, house, fitbit, health));
        }
      }
    } finally {
      await house.close();
    }
    expect(faults).toEqual([]);
  });

  it.each(ODDITIES)("by their sources: $what", async (oddity) => {
    let count = 0;
    for (const pair of all.filter(isOfLogs).filter(concerns(oddity))) {
      await inTwoHouses(BEGINNING, async (house, other) => {
        const fitbit = await told(pair, house, "fitbit", oddity);
        const health = await told(pair, other, "health", oddity);
        expect(disagreements(pair, house, fitbit, health)).toEqual([]);
        count += Object.values(fitbit.result ?? {}).flat().length;
      }, oddity.healthSwitches);
    }
    // The sentences are one; there is an event at least.
    expect(count).toBeGreaterThan(1);
  });
});
