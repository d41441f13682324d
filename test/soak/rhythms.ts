import type { Person } from "../../local/sandbox";
import type { Look, Log, Scene } from "./kind";
import { momentOf, NOT_OF_MOMENTS } from "./moments";
import { onFitbit } from "./on-fitbit";
import { onGoogleHealth } from "./on-google-health";
import { MINUTE } from "./time";
import type { Ways } from "./ways";

type Taken = Person["taken"];

interface Reading { key: string; start: number }

/** How a person takes readings of a kind that have no ids but their times. */
interface Taking<T extends Reading> {
  all: (person: Person) => T[];
  readings: (taken: Taken) => { remove: (reading: T) => void };
  /** Takes one at an instant, and some milliseconds that no other has. */
  take: (person: Person, start: number, minutes: number, synced: boolean) => void;
}

/** Nobody takes two at once: what looks like another comes a little later. */
export const takingWays = <T extends Reading>({ all, readings, take }: Taking<T>): Ways => ({
  record: ({ person }, made) => take(person, momentOf(made), made.minutes, made.synced),
  repeat: ({ person }, { start }, synced) => {
    if (start + 2 * MINUTE < person.now) take(person, start + MINUTE, 20, synced);
  },
  edit: () => undefined,
  remove: ({ person }, log) => {
    const reading = all(person).find(({ key }) => key === log.key);
    if (reading) readings(person.taken).remove(reading);
  },
});

/** What an app shows of one. */
export const shownReading = (
  { person }: Scene, { key, start }: Reading, id: string,
): Log => ({
  key,
  id,
  start,
  end: start,
  day: person.timeline.local(start).slice(0, 10),
  alike: key,
  settled: start,
  wanted: true,
  content: "",
});

export const takenOnFitbit = {
  ...onFitbit,
  page: 10,
  historyDays: 1000,
  costs: { perPage: 1, beside: ({ timeZone }) => timeZone ? 0 : 1 },
  vague: 0,
  never: [...onFitbit.never, ...NOT_OF_MOMENTS],
} satisfies Partial<Look>;

export const takenOnGoogleHealth = {
  ...onGoogleHealth,
  historyDays: 1000,
  // What does not tell its offset is placed by the settings.
  costs: { perPage: 1, beside: () => 1 },
  never: [...onGoogleHealth.never, ...NOT_OF_MOMENTS],
  syncChangesIds: false,
} satisfies Partial<Look>;
