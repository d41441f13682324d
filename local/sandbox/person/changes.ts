import { HOUR, MINUTE, overlaps, type Span } from "./days";
import type { ExerciseKindName } from "./exercise-kinds";
import {
  type AnyRecord, type Entry, type Exercise, type Sleep, spanOf, type Weighing,
} from "./truth";

/** Why a change cannot be: its message is a sentence. */
export class ChangeError extends Error {}

/** A sleep that stands for others, of which it has the identity. */
export type Reworked = Omit<Sleep, "key" | "of" | "changed">;

/** What becomes of records that the APIs know. */
export interface Change {
  /** Deleted, or giving way to what is reworked. */
  gone: readonly AnyRecord[];
  /** With ids of their own; they tell of the same sleep as what is gone. */
  reworked: readonly Reworked[];
  /** The same records with other content. */
  exercises: readonly Exercise[];
  sleeps: readonly Sleep[];
  weighings: readonly Weighing[];
  entries: readonly Entry[];
}

const NOTHING: Change = {
  gone: [], reworked: [], exercises: [], sleeps: [], weighings: [], entries: [],
};

/** Shorter sleeps are not worked out in stages. */
export const SHORTEST_STAGED = 180 * MINUTE;
const LONGEST = 24 * HOUR;
const MOST_SHIFT = 15;

/** The person or an app deletes a record. */
export const deletion = (record: AnyRecord): Change => ({ ...NOTHING, gone: [record] });

/** The person or an app deletes the body fat that was measured with a weight. */
export const withoutFat = (weighing: Weighing): Change =>
  ({ ...NOTHING, weighings: [{ ...weighing, fatPercent: undefined }] });

/** The person corrects what they weighed. */
export const editWeighing = (weighing: Weighing, kg: number): Change =>
  ({ ...NOTHING, weighings: [{ ...weighing, kg }] });

/** The person, or an app, corrects what was eaten or drunk. */
export const editEntry = (entry: Entry, edit: Pick<Entry, "value" | "food">): Change =>
  ({ ...NOTHING, entries: [{ ...entry, ...edit, edited: true }] });

export interface ExerciseEdit {
  kind?: ExerciseKindName;
  /** Epoch ms; the duration stays. */
  start?: number;
  kcal?: number;
  metres?: number;
}

/** The person corrects an exercise. */
export function editExercise(exercise: Exercise, edit: ExerciseEdit): Change {
  const { kind = exercise.kind, start = exercise.start, kcal, metres } = edit;
  const edited = {
    ...exercise.edited,
    ...(kcal !== undefined && { kcal }),
    ...(metres !== undefined && { metres }),
  };
  const { original = spanOf(exercise) } = exercise;
  const end = exercise.end + start - exercise.start;
  return { ...NOTHING, exercises: [{ ...exercise, kind, start, end, original, edited }] };
}

/** The person corrects when a sleep began or ended: from then on it is written by hand. */
export function editSleep(
  sleep: Sleep, { start = sleep.start, end = sleep.end }: { start?: number; end?: number },
): Change {
  demandLength({ from: start, to: end });
  const edited = {
    kind: "classic", lack: undefined, origin: "manual", copied: undefined,
  } as const;
  return { ...NOTHING, sleeps: [{ ...sleep, ...edited, start, end }] };
}

export interface Reprocessing {
  /** Minutes by which the start and the end move. */
  startMinutes?: number;
  endMinutes?: number;
  kind?: Sleep["kind"];
}

/** After a later sync the sleep is worked out anew. */
export function reprocess(sleep: Sleep, how: Reprocessing = {}): Change {
  const { startMinutes = 0, endMinutes = 0, kind = sleep.kind } = how;
  if (Math.max(Math.abs(startMinutes), Math.abs(endMinutes)) > MOST_SHIFT) {
    throw new ChangeError(`Processing moves a sleep by ${MOST_SHIFT} minutes at most.`);
  }
  const span = {
    from: sleep.start + startMinutes * MINUTE, to: sleep.end + endMinutes * MINUTE,
  };
  demandLength(span);
  if (kind === "stages" && span.to - span.from < SHORTEST_STAGED) {
    throw new ChangeError("A sleep of less than three hours has no stages.");
  }
  return { ...NOTHING, gone: [sleep], reworked: [rework(sleep, span, kind)] };
}

/** A later sync brings more of an exercise: the same one lasts longer. */
export function growExercise(exercise: Exercise, minutes: number): Change {
  return { ...NOTHING, exercises: [{ ...exercise, end: exercise.end + minutes * MINUTE }] };
}

/** A later sync brings more of a sleep: the same one lasts longer. */
export function growSleep(sleep: Sleep, minutes: number): Change {
  const span = { from: sleep.start, to: sleep.end + minutes * MINUTE };
  demandLength(span);
  const wanted = sleep.lack === "too short" ? "stages" : sleep.kind;
  const grown = sleep.origin === "watch" ? rework(sleep, span, wanted) : { end: span.to };
  return { ...NOTHING, sleeps: [{ ...sleep, ...grown }] };
}

/** Another app's report of it takes the place of the watch's, where both may be. */
export const copied = (record: { exercise: Exercise } | { sleep: Sleep }): Change => ({
  ...NOTHING,
  ...("sleep" in record
    ? { sleeps: [{ ...record.sleep, copied: true }] }
    : { exercises: [{ ...record.exercise, copied: true }] }),
});

/**
 * One sleep turns out to be two; `awake` lies between them. One of them may keep the identity
 * of the whole.
 */
export function split(sleep: Sleep, awake: Span, keeps?: "first" | "second"): Change {
  if (awake.from <= sleep.start || awake.to >= sleep.end) {
    throw new ChangeError("A sleep is split by a time that lies within it.");
  }
  if (awake.to - awake.from <= HOUR) {
    throw new ChangeError("A sleep is split when one is awake for more than an hour.");
  }
  const first = rework(sleep, { from: sleep.start, to: awake.from }, sleep.kind);
  const second = rework(sleep, { from: awake.to, to: sleep.end }, sleep.kind);
  const [kept, other] = keeps === "second" ? [second, first] : [first, second];
  if (!keeps) return { ...NOTHING, gone: [sleep], reworked: [first, second] };
  return { ...NOTHING, sleeps: [{ ...sleep, ...kept }], reworked: [other] };
}

/** Two sleeps turn out to be one. */
export function stitch(one: Sleep, other: Sleep): Change {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  const gap = second.start - first.end;
  if (gap < 0 || gap >= HOUR) {
    throw new ChangeError("Sleeps are joined when less than an hour lies between them.");
  }
  const kind = second.kind === "stages" ? "stages" : first.kind;
  const whole = { from: first.start, to: second.end };
  return { ...NOTHING, gone: [first, second], reworked: [rework(first, whole, kind)] };
}

/** @throws ChangeError when a change lets the person sleep two sleeps at one time. */
export function demandOneAtATime({ gone, sleeps, reworked }: Change, all: Sleep[]): void {
  const old = new Set([...gone, ...sleeps].map(({ key }) => key));
  const others = all.filter(({ key }) => !old.has(key)).map(spanOf);
  const clash = [...sleeps, ...reworked].map(spanOf)
    .some((span) => others.some((other) => overlaps(span, other)));
  if (clash) throw new ChangeError("There is another sleep at that time.");
}

function demandLength({ from, to }: Span): void {
  if (to - from >= MINUTE && to - from <= LONGEST) return;
  throw new ChangeError("A sleep lasts a minute at least and a day at most.");
}

function rework({ origin }: Sleep, span: Span, wanted: Sleep["kind"]): Reworked {
  const { from: start, to: end } = span;
  const kind = end - start < SHORTEST_STAGED ? "classic" : wanted;
  const lack = kind === "stages"
    ? undefined
    : end - start < SHORTEST_STAGED ? "too short" : "heart data";
  return { start, end, kind, lack, origin };
}
