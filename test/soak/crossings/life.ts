import { deletion, type Person } from "../../../local/sandbox";
import { DAY, HOUR, MINUTE, overlap } from "../time";
import type { CrossingStep } from "./steps";

/** What is older is let be. */
const TOUCHED_DAYS = 11;

/** Nobody sleeps twice at a time, not even unseen. */
function isFree(person: Person, start: number, end: number): boolean {
  return [...person.sleeps(), ...person.unsynced().sleeps]
    .every((sleep) => overlap(sleep, { start, end }) <= 0);
}

type Deeds = {
  [Name in CrossingStep["do"]]?:
  (person: Person, step: Extract<CrossingStep, { do: Name }>) => void
};

/** What the person and the watch do. A step that cannot be is not done. */
const LIFE = {
  wait: (person, { minutes }) => person.moveClock(person.now + minutes * MINUTE),
  sync: (person, { from, to }) => person.sync({
    from: person.now - Math.max(from, to) * HOUR, to: person.now - Math.min(from, to) * HOUR,
  }),
  record: (person, { type, hoursAgo, minutes, value, synced }) => {
    const end = person.now - hoursAgo * HOUR;
    const start = end - minutes * MINUTE;
    if (type === "sleep" && !isFree(person, start, end)) return;
    person.record({ type, start, minutes, value, synced });
  },
  delete: (person, { pick }) => {
    const touched = [...person.exercises(), ...person.sleeps()]
      .filter(({ end }) => end > person.now - TOUCHED_DAYS * DAY);
    const record = touched[pick % Math.max(1, touched.length)];
    if (record) person.change(deletion(record));
  },
  takeOff: (person, { hoursAgo, hours }) => {
    const from = person.now - hoursAgo * HOUR;
    person.takeOff({ from, to: from + hours * HOUR });
  },
  travel: (person, { zone }) => person.moveTo(zone),
  fly: (person, { zone, before, after }) => {
    person.moveClock(person.now + before * MINUTE);
    person.moveTo(zone);
    person.moveClock(person.now + after * MINUTE);
  },
} satisfies Deeds;

/** Does a step of the person's life; false for any other step. */
export function live(person: Person, step: CrossingStep): boolean {
  const deed = (LIFE as Deeds)[step.do] as
    ((person: Person, step: CrossingStep) => void) | undefined;
  deed?.(person, step);
  return deed !== undefined;
}
