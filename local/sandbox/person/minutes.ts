import type { Character } from "./character";
import { HOUR, MINUTE, type Span } from "./days";
import { kindOf } from "./exercise-kinds";
import { type Random, random } from "./random";
import type { Exercise } from "./truth";

export const ASLEEP = 4;
/** 0 sedentary, 1 lightly, 2 fairly, 3 very active, 4 asleep. */
export type ActivityLevel = 0 | 1 | 2 | 3 | typeof ASLEEP;

/** A civil day minute by minute, in whole small units so that sums are exact. */
export interface Minutes {
  start: number;
  count: number;
  steps: Uint16Array;
  millimetres: Uint32Array;
  milliKcal: Uint32Array;
  floors: Uint8Array;
  strokes: Uint8Array;
  /** 0 where the watch is not worn. */
  heartRate: Uint8Array;
  level: Uint8Array;
}

export interface DayPlan {
  start: number;
  end: number;
  worn: boolean;
  /** When the watch is off its wrist. */
  off: Span[];
  asleep: Span[];
  exercises: Exercise[];
  restingHeartRate: number;
}

/** Chance of being on one's feet in a minute, by local hour. */
const RESTLESSNESS = [
  0.01, 0.01, 0.01, 0.01, 0.01, 0.02, 0.09, 0.13, 0.15, 0.11, 0.1, 0.12,
  0.2, 0.13, 0.1, 0.1, 0.12, 0.16, 0.17, 0.13, 0.09, 0.06, 0.04, 0.02,
];

function blank(start: number, count: number): Minutes {
  return {
    start,
    count,
    steps: new Uint16Array(count),
    millimetres: new Uint32Array(count),
    milliKcal: new Uint32Array(count),
    floors: new Uint8Array(count),
    strokes: new Uint8Array(count),
    heartRate: new Uint8Array(count),
    level: new Uint8Array(count),
  };
}

/** Where a span lies in a day's minutes, touched minutes included. */
export function minuteRange(
  day: { start: number; count: number }, span: Span,
): [number, number] {
  const first = Math.floor((span.from - day.start) / MINUTE);
  const last = Math.ceil((span.to - day.start) / MINUTE);
  return [Math.max(0, first), Math.min(day.count, last)];
}

const levelOf = (mets: number): ActivityLevel =>
  (mets < 1.5 ? 0 : mets < 3 ? 1 : mets < 6 ? 2 : 3);

/** Arrays of whole numbers cut off: a half more rounds, and is quicker than Math.round. */
const HALF = 0.5;

function writeEffort(
  who: Character, day: Minutes, i: number, mets: number, heart: number,
): void {
  const most = who.maxHeartRate - 2;
  day.milliKcal[i] = who.basalMilliKcal * mets + HALF;
  day.level[i] = levelOf(mets);
  day.heartRate[i] = (heart < most ? heart : most) + HALF;
}

/** Minutes after which the hour is looked at again. */
const PHASE = 30;

function restlessnessAt({ timeline }: Character, instant: number): number {
  const hour = Math.floor(((timeline.wall(instant) / HOUR) % 24 + 24) % 24);
  return RESTLESSNESS[hour] ?? 0;
}

/** Everyday life: rest, a few steps, now and then a floor, by the local hour. */
function liveDay(who: Character, day: Minutes, resting: number, chance: Random): void {
  let restlessness = 0;
  for (let i = 0; i < day.count; i += 1) {
    if (i % PHASE === 0) restlessness = restlessnessAt(who, day.start + i * MINUTE);
    const bits = chance.bits();
    const noise = (bits >>> 24) / 256;
    const afoot = (bits & 0xffff) / 0x10000 < restlessness;
    const steps = afoot ? (12 + noise * 96 + HALF) | 0 : 0;
    const mets = afoot ? 1.5 + (steps / 110) * 2.2 : 1 + noise * 0.3;
    day.steps[i] = steps;
    day.millimetres[i] = steps * who.strideWalking * 1000 + HALF;
    day.floors[i] = steps > 60 && (bits & 0xf0000) === 0 ? 1 : 0;
    writeEffort(who, day, i, mets, resting + 6 + (mets - 1) * 14 + noise * 6);
  }
}

function sleepThrough(who: Character, day: Minutes, span: Span, resting: number): void {
  const [from, to] = minuteRange(day, span);
  for (let i = from; i < to; i += 1) {
    day.steps[i] = 0;
    day.millimetres[i] = 0;
    day.floors[i] = 0;
    writeEffort(who, day, i, 1, resting - 2 + ((i * 7) % 9));
    day.level[i] = ASLEEP;
  }
}

/** Off the wrist the watch counts nothing. */
function layDown(who: Character, day: Minutes, span: Span): void {
  const [from, to] = minuteRange(day, span);
  const { steps, millimetres, floors, heartRate, level } = day;
  [steps, millimetres, floors, heartRate, level].forEach((counts) => counts.fill(0, from, to));
  day.milliKcal.fill(who.basalMilliKcal, from, to);
}

const within = ([low, high]: readonly [number, number], part: number): number =>
  low + (high - low) * part;

/** One exercise over all minutes it touches, those of the next day too. */
function exert(who: Character, day: Minutes, exercise: Exercise): void {
  if (typeof exercise.kind !== "string") return;
  const kind = kindOf(exercise.kind);
  const chance = random(who.seed, 5, Math.floor(exercise.start / MINUTE));
  const [vigour, tempo] = [chance.real(0, 1), chance.real(0, 1)];
  const [from, to] = minuteRange(day, { from: exercise.start, to: exercise.end });
  for (let i = from; i < to; i += 1) {
    const noise = chance.real(-0.12, 0.12);
    const steps = Math.round(within(kind.stepsPerMinute, tempo) * (1 + noise / 3));
    const metres = kind.metresPerMinute
      && within(kind.metresPerMinute, vigour) * (1 + noise / 2);
    const heart = within(kind.heart, vigour) + noise * 0.5;
    day.steps[i] = steps;
    day.millimetres[i] = Math.round((metres ?? steps * who.strideWalking) * 1000);
    day.floors[i] = chance.chance(kind.climb) ? 1 : 0;
    day.strokes[i] = kind.strokesPerMinute ?? 0;
    writeEffort(who, day, i, within(kind.mets, vigour) + noise, heart * who.maxHeartRate);
    if (exercise.said?.kcal !== undefined) {
      const burnt = share(exercise, exercise.said.kcal, day.start + i * MINUTE);
      // Nobody burns less than at rest, whatever was said.
      day.milliKcal[i] = Math.max(who.basalMilliKcal, burnt);
    }
  }
}

/** A recorded exercise whose energy was told: its minutes carry it in equal shares. */
function share(exercise: Exercise, kcal: number, instant: number): number {
  const first = Math.floor(exercise.start / MINUTE);
  const count = Math.ceil(exercise.end / MINUTE) - first;
  const upTo = (n: number): number => Math.floor((kcal * 1000 * n) / count);
  const nth = instant / MINUTE - first;
  return upTo(nth + 1) - upTo(nth);
}

/** What the watch records on a day; without the watch, the basal burn and nothing else. */
export function recordDay(who: Character, plan: DayPlan): Minutes {
  const day = blank(plan.start, Math.round((plan.end - plan.start) / MINUTE));
  day.milliKcal.fill(who.basalMilliKcal);
  if (plan.worn) {
    const chance = random(who.seed, 6, Math.floor(plan.start / MINUTE));
    liveDay(who, day, plan.restingHeartRate, chance);
    plan.off.forEach((span) => layDown(who, day, span));
    plan.asleep.forEach((span) => sleepThrough(who, day, span, plan.restingHeartRate));
  }
  plan.exercises.forEach((exercise) => exert(who, day, exercise));
  return day;
}
