import { isFields, type Fields } from "../../local/runtime/component";
import { dayText, parseDay } from "../../local/sandbox/person/days";
import type { Person } from "../../local/sandbox/person/person";
import { isWorn } from "../../local/sandbox/person/plan";
import { DOORS, House, type Pair } from "./doors";
import type { Truth } from "./rules";

/** Whose house it is, and when; some begin in a night whose day is another one in UTC. */
export const BEGINNINGS = [
  { seed: 1, now: "2026-03-20T09:00:00Z" },
  { seed: 2, now: "2026-03-11T02:30:00Z" },
  { seed: 3, now: "2026-11-12T20:00:00Z" },
  { seed: 5, now: "2026-10-08T19:00:00Z" },
] as const;

export const named = (pairs: Pair[], name: string): Pair => {
  const found = pairs.find((pair) => pair.name === name);
  if (!found) throw new Error(`There is no ${name} on both apps.`);
  return found;
};

const HOUR = 3_600_000;
const local = (person: Person, hoursAgo: number): string =>
  person.timeline.local(person.now - hoursAgo * HOUR).slice(0, 16);

/** A time of day when nobody sleeps, some days ago. */
const awake = (person: Person, daysAgo: number, time: string): string =>
  `${dayText(person.today - daysAgo)}T${time}`;

/** Two days more of life, with something of everything that a person may record. */
async function liveOn(house: House, pairs: Pair[]): Promise<void> {
  const { person } = house;
  const later = (hours: number) => new Date(person.now + hours * HOUR).toISOString();
  await house.control("clock", { now: later(44) });
  await house.control("sync", { to: later(-5) });
  const sleep = (time: string, minutes: number, synced: boolean) =>
    ({ type: "sleep", start: awake(person, 1, time), minutes, synced });
  const activity = (hoursAgo: number, minutes: number, more: Fields) =>
    ({ type: "activity", start: local(person, hoursAgo), minutes, ...more });
  await house.control("records", [
    sleep("11:05", 25, true),
    sleep("18:50", 100, true),
    { type: "food", start: local(person, 23), value: 640, synced: true },
    { type: "water", start: local(person, 22), value: 300, synced: true },
    activity(25, 40, { synced: true, value: 222 }),
    activity(24, 12, { synced: true }),
    activity(4, 20, { synced: false }),
    sleep("20:50", 45, false),
  ]);
  for (const [i, door] of DOORS.entries()) {
    for (const [j, props] of LOGGED.entries()) {
      const [date, startTime] = local(person, 60 + 9 * j + 4 * i).split("T");
      await done(house, named(pairs, "log-activity"), door, { ...props, date, startTime });
    }
    const evening = { date: "4 days ago", startTime: `20:${20 * i + 10}`, durationMinutes: 15 };
    await done(house, named(pairs, "log-sleep"), door, evening);
  }
}

/** The house of each beginning, lived in; whoever asks for them closes them. */
export async function livedIn(pairs: Pair[]): Promise<House[]> {
  const houses: House[] = [];
  for (const { seed, now } of BEGINNINGS) {
    const house = await House.of(seed, now);
    houses.push(house);
    await liveOn(house, pairs);
  }
  return houses;
}

/** What happens between two polls of a source: a day, most of it synced, more records. */
export async function meanwhile(house: House): Promise<void> {
  const { person } = house;
  const later = (hours: number) => new Date(person.now + hours * HOUR).toISOString();
  await house.control("clock", { now: later(30) });
  await house.control("records", [
    { type: "activity", start: local(person, 9), minutes: 33, synced: true },
    { type: "activity", start: local(person, 4), minutes: 20, synced: false },
    { type: "sleep", start: awake(person, 1, "19:40"), minutes: 50, synced: true },
  ]);
  for (const hoursAgo of [8, 3]) {
    const reading = { start: person.now - hoursAgo * HOUR, mgPerDl: 104, measured: true };
    person.taken.glucoses.add((key) => ({ key, ...reading }), true);
  }
  await house.control("sync", { to: later(-5) });
}

const LOGGED: Fields[] = [
  {
    activityName: "Run", durationMinutes: 31, calories: 333,
    distance: "5.1", distanceUnit: "kilometer",
  },
  { activityName: "Yoga", durationMinutes: 45 },
  { activityName: "Bouldering", durationMinutes: 70, calories: 410 },
];

async function done(house: House, pair: Pair, door: "fitbit" | "health", props: Fields) {
  const { error } = await house.run(pair, door, props);
  if (error) throw new Error(`${pair.name} at ${door}: ${error}`);
}

/** Days that are worth asking for, besides any. */
export function specialDays(person: Person): string[] {
  const { who, today, timeline } = person;
  const history = Array.from({ length: 400 }, (_, i) => today - i);
  const of = (records: { start: number }[]) =>
    records.map(({ start }) => timeline.dayOf(start));
  const written = new Set(of(person.entries()));
  const silent = history.filter((day) => !written.has(day));
  const byHand = person.exercises().filter(({ origin }) => origin === "manual");
  const classic = person.sleeps().filter(({ kind }) => kind === "classic");
  return [
    ...history.filter((day) => !isWorn(who, day)).slice(0, 12),
    ...who.alwaysWorn,
    ...silent.slice(0, 8),
    ...of(classic).slice(-15),
    ...of([...byHand, ...byHand, ...byHand]),
  ].map(dayText);
}

/** What the person knows of themselves. */
export function truthOf({ person }: House): Truth {
  const begun = (start: string) => ({ start: at }: { start: number }): boolean =>
    person.timeline.local(at).startsWith(start);
  return {
    isEmpty: (result) => {
      const day = isFields(result) ? parseDay(String(result.date)) : undefined;
      return day !== undefined && person.dayTotals(day).wornMinutes === 0;
    },
    isByHand: (start) => [...person.exercises(), ...person.sleeps()]
      .filter(({ origin }) => origin === "manual").some(begun(start)),
    measured: (record) => {
      const day = isFields(record) ? parseDay(String(record.date)) : undefined;
      return [...person.weighings(), ...person.entries().filter(({ type }) => type === "fat")]
        .filter(({ start }) => person.timeline.dayOf(start) === day).length;
    },
    isFromFirstYears: (start) => person.exercises()
      .filter(({ by }) => by === "old").some(begun(start)),
  };
}
