import type { Call } from "../call";
import { defined, numberOf, textOf } from "../fields";
import type { DataPoint, DataSource } from "../google-health/answers";
import { dataTypes } from "../google-health/data-types";
import type { Requests } from "../google-health/requests";
import { clockFor } from "../google-health/samples";
import { isManual } from "../google-health/sources";
import { takenAt } from "../google-health/times";
import { idOf, valueOf, type Numeric } from "../google-health/values";
import { rounded, unitsOf, weightIn, type UnitSystem } from "../units";
import { readEach } from "../wire/records";
import type { BodyFatLog, WeightLog } from "./shapes";

/** What of the body is measured, and the field that holds how much. */
const FIELDS = {
  "weight": "weightGrams",
  "body-fat": "percentage",
  "height": "heightMillimeters",
} as const;

export type Measure = keyof typeof FIELDS;

/** A measurement: grams, percent or millimetres. */
export interface Sample {
  id: string;
  /** The instant, in ms since 1970. */
  at: number;
  /** What the user's clock showed, in ms as if it were UTC. */
  local: number;
  amount: number;
  source: DataSource | undefined;
}

/**
 * The measurements that points hold, the oldest first; what has no name, time or amount is
 * left out. One that does not tell its offset is placed by the user's own clock, which is
 * asked for that alone.
 */
export async function samplesOf(
  app: Requests, measure: Measure, points: readonly DataPoint[], call: Call,
): Promise<Sample[]> {
  const read = (point: unknown) => readSample(measure, point as DataPoint);
  const found = readEach(points, `${measure} records`, read, call);
  const localOf = await clockFor(app, found.map(({ instant }) => instant), call);
  return found.flatMap(({ instant, ...sample }) => {
    const local = localOf(instant);
    return local === undefined ? [] : [{ ...sample, at: instant.at, local }];
  }).sort((a, b) => a.at - b.at);
}

function readSample(measure: Measure, { name, dataSource, ...point }: DataPoint) {
  const value = valueOf<Record<string, Numeric>>(point, dataTypes[measure].unionKey);
  const id = idOf(name);
  const amount = numberOf(value?.[FIELDS[measure]]);
  const instant = takenAt(value?.sampleTime);
  if (!id || amount === undefined || !instant) return undefined;
  return { id, instant, amount, source: dataSource };
}

/** Copies of a measurement come half a minute after it, and later. */
const ONE_MEASUREMENT_MS = 120_000;
/** Amounts that differ by less are one. */
const NOISE = 0.01;

/** Measurements without the copies of them that other sources hold. */
export function eachOnce(samples: readonly Sample[]): Sample[] {
  const once: Sample[] = [];
  for (const sample of samples) {
    const isCopy = once.some(({ at, amount }) =>
      sample.at - at <= ONE_MEASUREMENT_MS && Math.abs(sample.amount - amount) < NOISE);
    if (!isCopy) once.push(sample);
  }
  return once;
}

/** What stands beside weighings: the person's body fat and heights, the oldest first. */
export interface Beside {
  fats: readonly Sample[];
  heights: readonly Sample[];
}

/** A weighing in Fitbit's words, with the body fat that was measured with it. */
export function toWeightLog(
  weighing: Sample, { fats, heights }: Beside, system: UnitSystem | undefined,
): WeightLog {
  const { amount, at } = weighing;
  const [fat] = fats.filter((other) => Math.abs(other.at - at) <= ONE_MEASUREMENT_MS)
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
  return {
    ...stamp(weighing),
    weight: weightIn(system, amount, unitsOf(system).weight.digits) ?? amount,
    ...defined({ bmi: bmiOf(amount, heightAt(heights, at)), fat: fat && percent(fat) }),
    ...sourceOf(weighing),
  };
}

/** Body fat in Fitbit's words. */
export function toBodyFatLog(sample: Sample): BodyFatLog {
  return { ...stamp(sample), fat: percent(sample), ...sourceOf(sample) };
}

/** Digits that Fitbit gives of each. */
const FAT_DIGITS = 3;
const BMI_DIGITS = 2;

function percent({ amount }: Sample): number {
  return rounded(amount, FAT_DIGITS);
}

function stamp({ id, local }: Sample) {
  const [date = "", time = ""] = new Date(local).toISOString().split("T");
  return { logId: id, date, time: time.slice(0, 8) };
}

/** The device or the app that it comes from; `API` is Fitbit's word for what was entered. */
function sourceOf({ source: origin }: Sample): Pick<WeightLog, "source"> {
  if (!origin) return {};
  const { device, application } = origin;
  const named = textOf(device?.displayName) ?? textOf(application?.packageName);
  return defined({ source: isManual(origin) ? "API" : named });
}

/** The height that was known at an instant, or else the first one, in millimetres. */
export function heightAt(heights: readonly Sample[], at: number): number | undefined {
  const known = heights.filter((height) => height.at <= at).at(-1) ?? heights[0];
  return known?.amount;
}

/** The body mass index: kilograms by square metres. */
export function bmiOf(
  grams: number, millimetres: number | undefined, digits = BMI_DIGITS,
): number | undefined {
  return millimetres ? rounded(grams * 1_000 / millimetres ** 2, digits) : undefined;
}
