import { readChoice, readDecimal, readText, readTime, required } from "../input";
import type { Given } from "../pipedream";
import { weightUnits, type WeightUnit } from "../units";

/** What people weigh, in any unit. */
const WEIGHT = { min: 0.5, max: 1_500, example: "72.5" };
const FAT = { min: 0.1, max: 100, example: "18.4" };

/** A weight and its unit. Throws a ConfigurationError for what is none. */
export function readWeight(
  given: { weight: Given<string>; unit: Given<string> },
): { weight: number; unit: WeightUnit } {
  return {
    weight: required("Weight", readDecimal("Weight", given.weight, WEIGHT)),
    unit: required("Unit", readChoice("Unit", given.unit, weightUnits)),
  };
}

/** Body fat in percent; undefined where it is left out. */
export function readBodyFat(given: Given<string | undefined>): number | undefined {
  return readDecimal("Body Fat (%)", given, FAT);
}

/** A local time, `HH:mm`; undefined where it is left out. */
export function readTimeOfDay(given: Given<string | undefined>): string | undefined {
  const text = readText("Time", given);
  return text === undefined ? undefined : readTime("Time", given, text);
}
