import { exerciseOf } from "./authors";
import type { Character } from "./character";
import { type Day, HOUR, isWeekend, MINUTE, SECOND, type Span } from "./days";
import { type ExerciseKindName, KIND_URN, kindOf } from "./exercise-kinds";
import { planMeals } from "./meals";
import { type Random, random } from "./random";
import type { Entry, Exercise, Sleep, Weighing } from "./truth";

/** What a civil day holds; the night is the one that ends on it. */
export interface Plan {
  worn: boolean;
  sleeps: Sleep[];
  exercises: Exercise[];
  weighing?: Weighing;
  /** What is eaten and drunk, and written down. */
  entries: Entry[];
  /** When the watch lies on its charger. */
  charging?: Span;
  restingHeartRate: number;
}

/** Days without the watch are few, in the history alone, never two in a row or special. */
export function isWorn(who: Character, day: Day): boolean {
  const off = (d: Day): boolean => random(who.seed, 2, d).chance(0.045);
  return day >= who.today || who.alwaysWorn.has(day) || !off(day) || off(day - 1);
}

const at = (who: Character, day: Day, hour: number, grid: number): number =>
  Math.floor(who.timeline.at(day, hour) / grid) * grid;

/** When the night before `day` begins and ends. */
function nightSpan(who: Character, chance: Random, day: Day): Span {
  const change = who.flights.get(day);
  if (change !== undefined) return { from: change - 2.5 * HOUR, to: change + 4 * HOUR };
  const late = isWeekend(day) ? 0.9 : 0;
  const wake = 6.6 + late * 1.6 + chance.real(-0.6, 0.6);
  // The watch comes back on at bedtime after a day without it.
  const bed = isWorn(who, day - 1)
    ? -1.1 + late + chance.real(-0.8, 0.8)
    : chance.real(0.3, 0.9);
  return { from: at(who, day, bed, 30 * SECOND), to: at(who, day, wake, 30 * SECOND) };
}

const WATCH_DELAY = 8 * MINUTE;

function sleep(key: string, span: Span, kind: Sleep["kind"], lack?: Sleep["lack"]): Sleep {
  // Whole minutes, so that the minutes of the levels add up to the time in bed.
  const end = span.from + Math.round((span.to - span.from) / MINUTE) * MINUTE;
  const changed = end + WATCH_DELAY;
  return { key, start: span.from, end, changed, kind, lack, origin: "watch" };
}

function planSleeps(who: Character, chance: Random, day: Day): Sleep[] {
  const night = nightSpan(who, chance, day);
  const special = who.alwaysWorn.has(day);
  const broken = !special && chance.chance(0.04);
  const poor = !special && chance.chance(0.04);
  const sleeps: Sleep[] = [];
  if (broken) {
    const woke = at(who, day, 3.8, 30 * SECOND);
    const again = at(who, day, 5.2 + chance.real(0, 0.3), 30 * SECOND);
    const span = { from: again, to: again + chance.int(190, 215) * MINUTE };
    sleeps.push(
      sleep(`sleep:${day}:night`, { ...night, to: woke }, "stages"),
      sleep(`sleep:${day}:second`, span, "stages"),
    );
  } else {
    const kind = poor ? "classic" : "stages";
    sleeps.push(sleep(`sleep:${day}:night`, night, kind, poor ? "heart data" : undefined));
  }
  if (!special && chance.chance(0.18)) {
    const from = at(who, day, 13.2 + chance.real(0, 1.5), MINUTE);
    const span = { from, to: from + chance.int(20, 80) * MINUTE };
    sleeps.push(sleep(`sleep:${day}:nap`, span, "classic", "too short"));
  }
  return sleeps;
}

/** Hours of the day at which exercise fits, clear of nights and naps. */
const SLOTS = { morning: [9.7, 10.6], evening: [17.2, 18.6] } as const;

function planExercises(who: Character, chance: Random, day: Day): Exercise[] {
  if (who.flights.has(day)) return [];
  const slots = (["morning", "evening"] as const)
    .filter((slot) => chance.chance(slot === "evening" ? 0.36 : isWeekend(day) ? 0.45 : 0.16));
  return slots.map((slot) => {
    const [low, high] = SLOTS[slot];
    const start = at(who, day, chance.real(low, high), SECOND);
    return exercise(`exercise:${day}:${slot}`, chance.pick(KIND_URN), start, chance);
  });
}

function exercise(
  key: string, kind: ExerciseKindName, start: number, chance: Random,
): Exercise {
  const { origin, minutes } = kindOf(kind);
  const end = start + chance.int(minutes[0] * 60, minutes[1] * 60) * SECOND;
  return { key, kind, origin, start, end, changed: end + WATCH_DELAY };
}

/** One day in so many has an exercise that is not from the watch. */
const AUTHORED = 14;
/** In the first days of the history there are logs of the first years. */
const OLD_DAYS = 60;

/** What the watch did not record comes late in the day, after all else. */
function planAuthored(who: Character, day: Day): Exercise[] {
  const chance = random(who.seed, 9, day);
  if (chance.int(1, AUTHORED) > 1 || who.flights.has(day)) return [];
  const author = chance.pick(["phone", "hand", "web", "api", "strava"] as const);
  const start = at(who, day, chance.real(20.3, 20.8), SECOND);
  const minutes = chance.int(15, 35);
  const end = start + minutes * MINUTE;
  const by = day < who.firstDay + OLD_DAYS ? "old" : author;
  const key = `exercise:${day}:${by}`;
  return [{ ...exerciseOf(by, minutes), key, start, end, changed: end + WATCH_DELAY }];
}

function planWeighing(who: Character, chance: Random, day: Day): Weighing | undefined {
  if (!chance.chance(0.34) || who.flights.has(day)) return undefined;
  const start = at(who, day, 8.9 + chance.real(0, 0.6), SECOND);
  const wave = Math.sin(day / 40);
  const kg = Math.round((who.weightKg + wave * 1.4 + chance.real(-0.4, 0.4)) * 10) / 10;
  const fat = Math.round((who.fatPercent + wave * 0.9 + chance.real(-0.3, 0.3)) * 10) / 10;
  const key = `weight:${day}`;
  return { key, start, end: start, changed: start, kg, fatPercent: fat, source: "scale" };
}

/** Every other afternoon, clear of naps and exercises, the watch is charged. */
function planCharging(who: Character, day: Day): Span | undefined {
  const chance = random(who.seed, 10, day);
  if (chance.chance(0.5)) return undefined;
  const from = at(who, day, chance.real(16.1, 16.25), MINUTE);
  return { from, to: from + chance.int(18, 40) * MINUTE };
}

/** What happens on a day, decided by the person and the day alone. */
export function plan(who: Character, day: Day): Plan {
  const chance = random(who.seed, 3, day);
  const restingHeartRate = who.restingHeartRate + chance.int(-2, 2);
  const worn = isWorn(who, day);
  const sleeps = worn ? planSleeps(who, chance, day) : [];
  const exercises = worn
    ? [...planExercises(who, chance, day), ...planAuthored(who, day)]
    : [];
  const weighing = planWeighing(who, chance, day);
  const charging = worn ? planCharging(who, day) : undefined;
  const entries = planMeals(who, day);
  return { worn, sleeps, exercises, weighing, entries, charging, restingHeartRate };
}
