import {
  ChangeError, copied, deletion, editExercise, editSleep, growExercise, growSleep, reprocess,
  split, stitch, type Change, type Exercise, type Person, type Sleep,
} from "../../local/sandbox";
import { idsOf, type Kind, type Log, type Scene } from "./kind";
import type { Model } from "./model";
import type { Step } from "./steps";
import { DAY, HOUR, MINUTE, overlap, type Time } from "./time";

/** What happened since a poll ended well and left nothing behind. */
export interface Gap {
  /** Events that were delivered by polls that were killed. */
  delivered: number;
  /** Logs got other ids. */
  renumbered: boolean;
  /** An activity that the source may know has another start or kind. */
  edited: boolean;
}

export const noGap = (): Gap => ({ delivered: 0, renumbered: false, edited: false });

/** What steps of a person's life act on. */
export interface Stage {
  readonly person: Person;
  readonly scene: Scene;
  readonly kind: Kind;
  readonly model: Model;
  gap: Gap;
  /** Sleeps that were recorded, synced or not. */
  slept: Time[];
  logs: () => Log[];
}

/** What is older is let be: what has left the look-back is not brought back into it. */
const TOUCHED_DAYS = 11;
/** Only so many of a page are touched, the newest: what a poll of one page sees. */
const TOUCHED_PART = 0.8;
/** With more events of a killed poll delivered, what arrives could crowd out their ids. */
const MOST_DELIVERED = 50;

/**
 * Whether more records could hide what a killed poll has told of: of two reports of a night
 * on two pages the first is taken, and pages move.
 */
const isCrowded = ({ gap, kind, scene }: Stage): boolean => gap.delivered
  > (kind.syncChangesIds && scene.healthSwitches.copiesReconciled ? 0 : MOST_DELIVERED);

const BY_APP = {
  typeId: 90009, parentId: 90009, name: "Run", parentName: "Run", description: "",
};

/** The logs that may still be touched, newest first. */
function touchable(stage: Stage): Log[] {
  let reports = 0;
  return stage.logs().reverse().filter((log) => {
    reports += idsOf(log).length;
    return reports <= TOUCHED_PART * stage.kind.page
      && log.end > stage.person.now - TOUCHED_DAYS * DAY;
  });
}

const chosen = (stage: Stage, pick: number): Log | undefined => touchable(stage)[pick];

const sleepOf = ({ person }: Stage, log: Log | undefined): Sleep | undefined =>
  log && person.sleeps().find(({ key }) => key === log.key);

const exerciseOf = ({ person }: Stage, log: Log | undefined): Exercise | undefined =>
  log && person.exercises().find(({ key }) => key === log.key);

/** Undefined when the change cannot be. */
function possible<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ChangeError) return undefined;
    throw error;
  }
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
function rework(
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
  person.change(change);
  model.rework(old, stage.logs().filter(({ key }) => kept.has(key) || !before.has(key)));
}

function recordActivity(
  { person }: Stage, start: number,
  { minutes, synced, byApp }: Extract<Step, { do: "record" }>,
): void {
  const span = { from: start, to: start + minutes * MINUTE };
  if (byApp) person.addExercise(BY_APP, span, { kcal: 90 });
  else person.record({ type: "activity", start, minutes, synced });
}

function recordSleep(stage: Stage, start: number, minutes: number, synced: boolean): void {
  const { person, slept } = stage;
  const time = { start, end: start + minutes * MINUTE };
  if (time.end > person.now || !isFree(stage, time)) return;
  person.record({ type: "sleep", start, minutes, synced });
  slept.push(time);
}

/** Naps, and now and then a night. */
const NIGHT = 5;
const DOZE = 25 * MINUTE;

function correctExercise(
  { person, gap }: Stage, exercise: Exercise, { minutes, kind }: Extract<Step, { do: "edit" }>,
): void {
  // Nobody could tell a log that has both another id and another start or kind.
  if (gap.renumbered) return;
  const latest = exercise.start + person.now - exercise.end;
  person.change(editExercise(exercise, {
    kind: exercise.origin === "manual" ? undefined : kind,
    start: Math.min(exercise.start + minutes * MINUTE, latest),
    metres: 2000 + minutes,
  }));
  gap.edited = true;
}

function correctSleep(stage: Stage, log: Log, sleep: Sleep, minutes: number): void {
  const quarter = Math.floor((sleep.end - sleep.start) / 4 / MINUTE);
  const by = Math.max(-quarter, Math.min(quarter, minutes)) * MINUTE;
  const time = by > 0
    ? { start: sleep.start + by, end: sleep.end }
    : { start: sleep.start, end: sleep.end + by };
  if (isKnowable(stage, [log], [time])) stage.person.change(editSleep(sleep, time));
}

type Deeds = { [Name in Step["do"]]?: (stage: Stage, step: Extract<Step, { do: Name }>) => void };

/**
 * What the person, the watch and Fitbit do. A step that cannot be, or that is out of scope, is
 * not done.
 */
export const LIFE = {
  wait: ({ person }, { minutes }) => person.moveClock(person.now + minutes * MINUTE),
  sync: (stage, { from, to }) => {
    const { person, kind, gap } = stage;
    if (gap.delivered > (kind.syncChangesIds ? 0 : MOST_DELIVERED)) return;
    const ids = new Map(stage.logs().map(({ key, id }) => [key, id]));
    const [first, last] = [Math.max(from, to), Math.min(from, to)];
    person.sync({ from: person.now - first * HOUR, to: person.now - last * HOUR });
    gap.renumbered ||= stage.logs().some(({ key, id }) => (ids.get(key) ?? id) !== id);
  },
  record: (stage, step) => {
    if (isCrowded(stage)) return;
    const isSleep = stage.kind.tells === "sleeps";
    const minutes = isSleep && step.byApp ? step.minutes * NIGHT : step.minutes;
    const start = stage.person.now - step.hoursAgo * HOUR - minutes * MINUTE;
    if (isSleep) recordSleep(stage, start, minutes, step.synced);
    else recordActivity(stage, start, step);
  },
  twin: (stage, { pick, synced }) => {
    const log = chosen(stage, pick);
    if (!log || isCrowded(stage)) return;
    const minutes = Math.max(1, Math.floor((log.end - log.start) / MINUTE));
    // A sleep has none: one dozes off again soon after.
    if (stage.kind.tells === "sleeps") recordSleep(stage, log.end + DOZE, 25, synced);
    else stage.person.record({ type: "activity", start: log.start, minutes, synced });
  },
  many: (stage, { count, hoursAgo }) => {
    const { person, kind, gap } = stage;
    if (gap.delivered > 0) return;
    for (let i = 0; i < count; i += 1) {
      const start = person.now - (hoursAgo / 2) * HOUR - (i + 1) * 100 * MINUTE;
      if (kind.tells === "sleeps") recordSleep(stage, start, 25, true);
      else person.record({ type: "activity", start, minutes: 25, synced: true });
    }
  },
  edit: (stage, step) => {
    const log = chosen(stage, step.pick);
    const exercise = exerciseOf(stage, log);
    const sleep = sleepOf(stage, log);
    if (exercise) correctExercise(stage, exercise, step);
    if (log && sleep) correctSleep(stage, log, sleep, step.minutes);
  },
  delete: (stage, { pick }) => {
    const log = chosen(stage, pick);
    const record = exerciseOf(stage, log) ?? sleepOf(stage, log);
    if (record && !isCrowded(stage)) stage.person.change(deletion(record));
  },
  reprocess: (stage, { pick, startMinutes, endMinutes, flip }) => {
    rework(stage, [chosen(stage, pick)], ([sleep]) => {
      const other = sleep.kind === "stages" ? "classic" : "stages";
      return reprocess(sleep, { startMinutes, endMinutes, kind: flip ? other : sleep.kind });
    });
  },
  split: (stage, { pick, part, awake, keeps }) => {
    rework(stage, [chosen(stage, pick)], ([sleep]) => {
      const minutes = (sleep.end - sleep.start) / MINUTE;
      const from = sleep.start + Math.round(minutes * part) * MINUTE;
      return split(sleep, { from, to: from + awake * MINUTE }, keeps);
    });
  },
  grow: (stage, { pick, minutes }) => {
    const log = chosen(stage, pick);
    const exercise = exerciseOf(stage, log);
    const sleep = sleepOf(stage, log);
    if (!log || log.end + minutes * MINUTE > stage.person.now) return;
    if (exercise && !stage.gap.renumbered) {
      stage.person.change(growExercise(exercise, minutes));
      stage.gap.edited = true;
    }
    const longer = { start: log.start, end: log.end + minutes * MINUTE };
    if (!sleep || !isFree(stage, longer, [sleep])) return;
    const change = possible(() => growSleep(sleep, minutes));
    if (change) stage.person.change(change);
  },
  travel: ({ person }, { zone }) => person.moveTo(zone),
  fly: (stage, { zone, before, after }) => {
    const { person } = stage;
    person.moveClock(person.now + before * MINUTE);
    person.moveTo(zone);
    person.moveClock(person.now + after * MINUTE);
    if (isCrowded(stage)) return;
    const [start, minutes] = [person.now - (before + after) * MINUTE, before + after];
    if (stage.kind.tells === "sleeps") recordSleep(stage, start, minutes, true);
    else person.record({ type: "activity", start, minutes, synced: true });
  },
  copy: (stage, { pick }) => {
    const { person, gap } = stage;
    const log = chosen(stage, pick);
    const exercise = exerciseOf(stage, log);
    const sleep = sleepOf(stage, log);
    if (gap.edited || gap.delivered > 0) return;
    if (exercise?.origin === "started") person.change(copied({ exercise }));
    if (sleep?.kind === "stages" && sleep.origin === "watch") person.change(copied({ sleep }));
    gap.renumbered = true;
  },
  stitch: (stage, { pick }) => {
    const logs = touchable(stage);
    const pairs = logs.flatMap((log, i) => {
      const [earlier] = logs.slice(i + 1);
      return earlier && log.start - earlier.end < HOUR ? [[earlier, log]] : [];
    });
    const pair = pairs[pick % Math.max(1, pairs.length)];
    if (pair) rework(stage, pair, ([one, other = one]) => stitch(one, other));
  },
  renumber: ({ person, gap }) => {
    if (gap.delivered > 0 || gap.edited) return;
    person.ids.renumber();
    gap.renumbered = true;
  },
  pending: ({ person }, { answers }) => person.processSleep(answers, 3000),
} satisfies Deeds;

/** Does a step of the person's life; false for any other step. */
export function live(stage: Stage, step: Step): boolean {
  const deed = (LIFE as Deeds)[step.do] as ((stage: Stage, step: Step) => void) | undefined;
  deed?.(stage, step);
  return deed !== undefined;
}
