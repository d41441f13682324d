import {
  ChangeError, deletion, editSleep, growSleep, type Change, type Sleep,
} from "../../local/sandbox";
import type { Log } from "./kind";
import type { Stage } from "./life";
import { MINUTE, overlap, type Time } from "./time";
import type { Ways } from "./ways";

export const sleepOf = ({ person }: Stage, log: Log | undefined): Sleep | undefined =>
  log && person.sleeps().find(({ key }) => key === log.key);

/** Undefined when the change cannot be. */
function possible<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ChangeError) return undefined;
    throw error;
  }
}

/**
 * What is slept later in the time of a sleep that is gone, or shorter now, is taken for a part
 * of it; where the clocks were set meanwhile, on the clocks of either end.
 */
function leave({ slept, person: { timeline } }: Stage, ...sleeps: Sleep[]): void {
  slept.push(...sleeps.map(({ start, end }) => {
    const shift = Math.abs(timeline.offsetAt(start) - timeline.offsetAt(end));
    return { start: start - shift, end: end + shift };
  }));
}

/** Nobody sleeps twice at a time, not even unseen. */
const isFree = ({ person, slept }: Stage, time: Time, but: Time[] = []): boolean =>
  [...person.sleeps(), ...slept.filter((sleep) => !but.some((b) => overlap(b, sleep) > 0))]
    .every((sleep) => but.includes(sleep) || overlap(sleep, time) <= 0);

/** Whether enough is left of the sleeps that the last good poll saw. */
function isKnowable({ model }: Stage, logs: Log[], made: Time[]): boolean {
  const polled = logs.flatMap((log) => model.deedsOf(log)).flatMap((d) => d.polled ?? []);
  return polled.length === 0
    || made.every((time) => polled.some((known) => overlap(known, time) > 0.6));
}

/** Sleeps are worked out anew. */
export function rework(
  stage: Stage, logs: (Log | undefined)[], how: (sleeps: [Sleep, ...Sleep[]]) => Change,
): void {
  const { person, model, gap } = stage;
  const old = logs.flatMap((log) => log ?? []);
  const [first, ...others] = old.flatMap((log) => sleepOf(stage, log) ?? []);
  // Of events without a state, the id is all that is known.
  if (!first || others.length + 1 < logs.length || gap.delivered > 0) return;
  const change = possible(() => how([first, ...others]));
  if (!change) return;
  const made = [...change.reworked, ...change.sleeps];
  if (others.length === 0 && !isKnowable(stage, old, made)) return;
  if (!made.every((time) => isFree(stage, time, [first, ...others]))) return;
  const before = new Set(stage.logs().map(({ key }) => key));
  const kept = new Set(change.sleeps.map(({ key }) => key));
  leave(stage, first, ...others);
  person.change(change);
  model.rework(old, stage.logs().filter(({ key }) => kept.has(key) || !before.has(key)));
}

function fallAsleep(stage: Stage, start: number, minutes: number, synced: boolean): void {
  const { person, slept } = stage;
  const time = { start, end: start + minutes * MINUTE };
  if (time.end > person.now || !isFree(stage, time)) return;
  person.record({ type: "sleep", start, minutes, synced });
  slept.push(time);
}

/** A later sync brings more of a sleep. */
export function sleepOn(stage: Stage, log: Log, minutes: number): void {
  const sleep = sleepOf(stage, log);
  const longer = { start: log.start, end: log.end + minutes * MINUTE };
  if (!sleep || !isFree(stage, longer, [sleep])) return;
  const change = possible(() => growSleep(sleep, minutes));
  if (change) stage.person.change(change);
}

function correct(stage: Stage, log: Log, sleep: Sleep, minutes: number): void {
  const quarter = Math.floor((sleep.end - sleep.start) / 4 / MINUTE);
  const by = Math.max(-quarter, Math.min(quarter, minutes)) * MINUTE;
  const time = by > 0
    ? { start: sleep.start + by, end: sleep.end }
    : { start: sleep.start, end: sleep.end + by };
  if (!isKnowable(stage, [log], [time])) return;
  leave(stage, sleep);
  stage.person.change(editSleep(sleep, time));
}

/** Naps, and now and then a night. */
const NIGHT = 5;
const DOZE = 25;

/** What the person does with sleeps. */
export const sleeping: Ways = {
  record: (stage, { end, minutes, synced, byApp }) => {
    const length = byApp ? minutes * NIGHT : minutes;
    fallAsleep(stage, end - length * MINUTE, length, synced);
  },
  // No two are at one time: one dozes off again soon after.
  repeat: (stage, { end }, synced) => fallAsleep(stage, end + DOZE * MINUTE, DOZE, synced),
  edit: (stage, log, { minutes }) => {
    const sleep = sleepOf(stage, log);
    if (sleep) correct(stage, log, sleep, minutes);
  },
  remove: (stage, log) => {
    const sleep = sleepOf(stage, log);
    if (!sleep) return;
    leave(stage, sleep);
    stage.person.change(deletion(sleep));
  },
};
