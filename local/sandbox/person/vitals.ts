import type { Character } from "./character";
import { type Day, HOUR, MINUTE } from "./days";
import { type Random, random } from "./random";
import type { Sleep } from "./truth";

/** What the watch finds out in a night, by the day on which it ended. */
export interface Night {
  day: Day;
  /** The sleep that it was measured in. */
  sleep: Sleep;
  /** RMSSD in milliseconds: of all sleep, and of deep sleep. */
  rmssd: number;
  deepRmssd: number;
  /** Percent. */
  spo2: { average: number; lowest: number; highest: number };
  /** A minute. */
  breaths: number;
  /** By stage; of one that was too short nothing is known. */
  breathsBy: { full: number; deep: number; light: number; rem?: number };
  /** Degrees Celsius. */
  skin: number;
}

/** How warm the skin usually is: the median of thirty days, and how far nights are from it. */
export interface Baseline { median: number; deviation: number }

/** What is read in a sleep at one moment. */
export interface VariabilityReading {
  at: number;
  rmssd: number;
  coverage: number;
  highFrequency: number;
  lowFrequency: number;
}
export interface SaturationReading { at: number; percent: number }

const fixed = (value: number, digits: number): number => Number(value.toFixed(digits));

const LONG_ENOUGH = 3 * HOUR;
/** Not every night comes to something: seen were two of three. */
const SHARE = 0.66;

const comesToSomething = (who: Character, day: Day): boolean =>
  day >= who.today || who.alwaysWorn.has(day) || random(who.seed, 20, day).chance(SHARE);

/** What is usual for the person. */
function usual({ seed }: Character) {
  const chance = random(seed, 21);
  return {
    rmssd: chance.real(28, 62), breaths: chance.real(13, 16.5), skin: chance.real(33, 34.6),
  };
}

function nightOf(who: Character, day: Day, sleep: Sleep): Night {
  const chance = random(who.seed, 22, day);
  const { rmssd, breaths, skin } = usual(who);
  const wave = Math.sin(day / 9);
  const average = chance.real(95, 97.8);
  const rate = breaths + wave * 0.6 + chance.real(-0.7, 0.7);
  return {
    day,
    sleep,
    rmssd: fixed(rmssd * (1 + wave * 0.1 + chance.real(-0.15, 0.15)), 3),
    deepRmssd: fixed(rmssd * (0.95 + wave * 0.1 + chance.real(-0.15, 0.15)), 3),
    spo2: {
      average: fixed(average, 1),
      lowest: fixed(average - chance.real(1.5, 4), 1),
      highest: fixed(Math.min(100, average + chance.real(1, 3)), 1),
    },
    breaths: fixed(rate, 1),
    breathsBy: {
      full: fixed(rate + chance.pick([0, 0, 0, 0.2] as const), 1),
      deep: fixed(rate - 0.4, 1),
      light: fixed(rate, 1),
      rem: chance.chance(0.1) ? undefined : fixed(rate + 0.5, 1),
    },
    skin: fixed(skin + wave * 0.25 + chance.real(-0.4, 0.4), 3),
  };
}

/** The nights that the watch measured, oldest first: of each day the longest staged sleep. */
export function nightsOf(who: Character, sleeps: readonly Sleep[]): Night[] {
  const longest = new Map<Day, Sleep>();
  for (const sleep of sleeps) {
    const length = sleep.end - sleep.start;
    if (sleep.kind !== "stages" || sleep.origin !== "watch" || length < LONG_ENOUGH) continue;
    const day = who.timeline.dayOf(sleep.end);
    const other = longest.get(day);
    if (!other || length > other.end - other.start) longest.set(day, sleep);
  }
  return [...longest].filter(([day]) => comesToSomething(who, day))
    .map(([day, sleep]) => nightOf(who, day, sleep))
    .sort((a, b) => a.day - b.day);
}

const BASELINE_DAYS = 30;

const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Unknown in the first thirty days that the watch is worn. */
export function baselineOf(
  { firstDay }: Character, nights: readonly Night[], day: Day,
): Baseline | undefined {
  if (day < firstDay + BASELINE_DAYS) return undefined;
  const before = nights.filter((night) => day - BASELINE_DAYS <= night.day && night.day < day)
    .map(({ skin }) => skin).sort((a, b) => a - b);
  const half = before.length / 2;
  const [low = NaN, high = NaN] = [before[Math.ceil(half) - 1], before[Math.floor(half)]];
  const median = (low + high) / 2;
  if (Number.isNaN(median)) return undefined;
  const deviation = Math.sqrt(mean(before.map((skin) => (skin - median) ** 2)));
  return { median: fixed(median, 4), deviation: fixed(deviation, 4) };
}

/** The moments of a sleep, one in `step` of its clock, each with a chance of its own. */
function moments({ seed }: Character, kind: number, { sleep }: Night, step: number) {
  const first = Math.ceil(sleep.start / step) * step;
  const count = Math.max(0, Math.ceil((sleep.end - first) / step));
  return Array.from({ length: count }, (_, i) => {
    const at = first + i * step;
    return { at, chance: random(seed, kind, Math.floor(at / MINUTE)) };
  });
}

/** Every five minutes. */
export const variabilityIn = (who: Character, night: Night): VariabilityReading[] =>
  moments(who, 23, night, 5 * MINUTE).map(({ at, chance }) => ({
    at,
    rmssd: fixed(night.rmssd * chance.real(0.7, 1.3), 3),
    coverage: fixed(chance.real(0.86, 1), 3),
    highFrequency: fixed(chance.real(60, 900), 3),
    lowFrequency: fixed(chance.real(200, 1800), 3),
  }));

/** Every minute, some seconds into it. */
export const saturationIn = (who: Character, night: Night): SaturationReading[] =>
  moments(who, 24, night, MINUTE).map(({ at, chance }) => ({
    at: at + (who.seed % 60) * 1000,
    percent: fixed(saturation(night, chance), 1),
  })).filter(({ at }) => at < night.sleep.end);

const saturation = ({ spo2: { average, lowest, highest } }: Night, chance: Random): number =>
  Math.min(highest, Math.max(lowest, average + chance.real(-1.2, 1.2)));

/** VO2 max in ml/kg/min on a day, and whether runs with GPS tell it exactly. */
export function cardioFitness(
  who: Character, day: Day, ranOn: ReadonlySet<Day>,
): { vo2Max: number; isExact: boolean } {
  const base = random(who.seed, 25).real(38, 52);
  const isExact = Array.from({ length: 5 }, (_, i) => day - i).some((one) => ranOn.has(one));
  return { vo2Max: fixed(base + Math.sin(day / 50) * 1.5, 4), isExact };
}

/** A temperature that the person took and typed in. */
export interface Temperature { key: string; start: number; celsius: number }

const daysUpTo = ({ firstDay }: Character, today: Day): Day[] =>
  Array.from({ length: today - firstDay + 1 }, (_, i) => firstDay + i);

/** Now and then, twice when it is high. */
export function temperaturesOf(who: Character, today: Day): Temperature[] {
  return daysUpTo(who, today).flatMap((day) => {
    const chance = random(who.seed, 26, day);
    if (!chance.chance(0.06)) return [];
    const celsius = fixed(chance.real(36.3, 38.4), 1);
    const hours = celsius > 37.6 ? [8.5, 20.25] : [20.25];
    return hours.map((hour, i) => ({
      key: `temperature:${day}:${i}`, start: who.timeline.at(day, hour), celsius,
    }));
  });
}

/** A reading of a blood glucose meter. */
export interface Glucose { key: string; start: number; mgPerDl: number; measured: boolean }

/** A few days a month, before breakfast and after lunch. */
export function glucosesOf(who: Character, today: Day): Glucose[] {
  return daysUpTo(who, today).flatMap((day) => {
    const chance = random(who.seed, 27, day);
    if (!chance.chance(0.12)) return [];
    return [7.75, 13.5].map((hour, i) => ({
      key: `glucose:${day}:${i}`,
      start: who.timeline.at(day, hour),
      mgPerDl: chance.int(i === 0 ? 82 : 104, i === 0 ? 108 : 148),
      measured: chance.chance(0.7),
    }));
  });
}

/** What an electrocardiogram was found to show. */
export const ECG_RESULTS = ["normal", "inconclusive", "fast", "fibrillation"] as const;
export type EcgResult = (typeof ECG_RESULTS)[number];

export interface Electrocardiogram {
  key: string;
  start: number;
  heartRate: number;
  result: EcgResult;
}

/** Every few weeks, in the evening. */
export function electrocardiogramsOf(who: Character, today: Day): Electrocardiogram[] {
  return daysUpTo(who, today).flatMap((day) => {
    const chance = random(who.seed, 28, day);
    if (!chance.chance(0.04)) return [];
    const result = chance.pick(["normal", "normal", "normal", "normal", ...ECG_RESULTS] as const);
    const heartRate = result === "fast" ? chance.int(121, 134) : chance.int(61, 88);
    // The watch knows the millisecond.
    const start = who.timeline.at(day, chance.real(19.2, 19.9)) + chance.int(1, 999);
    return [{ key: `ecg:${day}`, start, heartRate, result }];
  });
}

export const ECG_HERTZ = 250;
export const ECG_SECONDS = 30;
/** Samples of one millivolt. */
export const ECG_SCALE = 10_922;

/** A list of them is asked for again and again. */
const WAVEFORMS = new WeakMap<Character, Map<number, number[]>>();

/** The voltages of a reading: a beat's spike, and a little noise between. */
export function waveformOf(who: Character, ecg: Electrocardiogram): number[] {
  const known = WAVEFORMS.get(who) ?? new Map<number, number[]>();
  WAVEFORMS.set(who, known);
  const waveform = known.get(ecg.start) ?? drawn(who, ecg);
  known.set(ecg.start, waveform);
  return waveform;
}

function drawn({ seed }: Character, { start, heartRate }: Electrocardiogram): number[] {
  const chance = random(seed, 29, Math.floor(start / MINUTE));
  const perBeat = (ECG_HERTZ * 60) / heartRate;
  return Array.from({ length: ECG_HERTZ * ECG_SECONDS }, (_, i) => {
    const phase = (i % perBeat) / perBeat;
    const spike = phase < 0.04 ? Math.sin((phase / 0.04) * Math.PI) * ECG_SCALE : 0;
    return Math.round(spike + chance.real(-250, 250));
  });
}

/** An irregular rhythm that the watch noticed in sleep. */
export interface Irregularity { key: string; start: number; end: number; windows: Window[] }

interface Window { start: number; end: number; beats: { at: number; rate: number }[] }

const WINDOW = 5 * MINUTE;

function windowAt(chance: Random, start: number): Window {
  const beats = Array.from({ length: 40 }, (_, i) => (
    { at: start + i * 7_000 + chance.int(1, 999), rate: chance.int(58, 118) }
  ));
  return { start, end: start + WINDOW, beats };
}

/** Twice a year, in a night of which the watch knows the stages. */
export function irregularitiesOf(who: Character, nights: readonly Night[]): Irregularity[] {
  return nights.flatMap(({ day, sleep }) => {
    const chance = random(who.seed, 30, day);
    if (!chance.chance(0.012)) return [];
    const start = Math.floor(sleep.start / MINUTE) * MINUTE + HOUR;
    const windows = Array.from({ length: 6 }, (_, i) => windowAt(chance, start + i * WINDOW));
    return [{ key: `irregular:${day}`, start, end: start + 6 * WINDOW, windows }];
  });
}
