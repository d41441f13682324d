import { isCivilDate } from "../dates";
import { isFields, textOf } from "../fields";
import type { Told } from "../origin";
import { numbersOf, recordId, textsOf } from "../wire/records";
import type { BodyFatLog, NewTime, WeightLog } from "./shapes";

/** A weighing as Fitbit gives it; undefined without its id, its day or its weight. */
export function readWeightLog(value: unknown): WeightLog | undefined {
  const { weight, bmi, fat } = isFields(value) ? numbersOf(value, "weight", "bmi", "fat") : {};
  const log = readLog(value);
  return log && weight !== undefined ? { ...log, weight, bmi, fat } : undefined;
}

/** The same of body fat. */
export function readBodyFatLog(value: unknown): BodyFatLog | undefined {
  const { fat } = isFields(value) ? numbersOf(value, "fat") : {};
  const log = readLog(value);
  return log && fat !== undefined ? { ...log, fat } : undefined;
}

function readLog(value: unknown) {
  if (!isFields(value)) return undefined;
  const logId = recordId(value.logId);
  const date = textOf(value.date) ?? "";
  if (logId === undefined || !isCivilDate(date)) return undefined;
  return { ...value, ...textsOf(value, "time", "source"), logId, date };
}

type Log = Pick<WeightLog, "date" | "time">;

/** Which of two logs comes first in a list. */
export function newestFirst(a: Log, b: Log): number {
  return placeOf(b).localeCompare(placeOf(a));
}

function placeOf({ date, time = "" }: Log): string {
  return `${date}T${time}`;
}

/** Whether a stored log is of the time of a new one, which may be any of its day. */
export function isAtTime({ date, time = "" }: Log, made: NewTime): boolean {
  return date === made.day && (made.time === undefined || time.startsWith(made.time));
}

/** Body fat that differs by no more is the same, in percent; and weight, in grams. */
const SAME_FAT = 0.05;
const SAME_GRAMS = 50;
/** What floating point makes of a difference. */
const NOISE = 1e-6;

export const isSameFat = (a: number, b: number) => Math.abs(a - b) <= SAME_FAT + NOISE;
export const isSameGrams = (a: number, b: number) => Math.abs(a - b) <= SAME_GRAMS + NOISE;

/** Fitbit's own scales. */
const SCALE = /^Aria/i;
/** What Fitbit says of what a person types in, and of what an app writes: it is the same. */
const ENTERED = ["api", "web"];

/** Who a log of Fitbit's is by; nothing where it does not say where it comes from. */
export function toldBy({ source }: Pick<WeightLog, "source">): Told | undefined {
  if (source === undefined) return undefined;
  if (SCALE.test(source)) return { logType: "tracker" };
  return { logType: ENTERED.includes(source.toLowerCase()) ? "manual" : source };
}
