import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import type { Moment } from "./moments";
import { momentOf } from "./moments";

/** Figures that there are of days, too, on which the watch was not worn. */
const ALWAYS = /calories|sedentary|outOfRange|^(date|dateTime|time)$/i;

function tells([key, value]: [string, unknown]): boolean {
  if (ALWAYS.test(key) || Array.isArray(value)) return false;
  if (isFields(value)) return Object.entries(value).some(tells);
  return Boolean(value) && value !== "0";
}

/** When what is in an answer was recorded: a zero may stand for nothing, so it counts as that. */
function moments(value: unknown): Moment[] {
  if (Array.isArray(value)) {
    const told = value.filter((item) => isFields(item) && Object.entries(item).some(tells));
    return told.flatMap((item) => momentOf(item) ?? []);
  }
  if (!isFields(value)) return [];
  const nested = Object.entries(value).filter(([key]) => !ALWAYS.test(key));
  return [...[momentOf(value) ?? []].flat(), ...nested.flatMap(([, inner]) => moments(inner))];
}

/** How new the data of an answer is. */
export interface Freshness {
  /** When it was asked for. */
  asOf: string;
  /** The last that it tells of, by the person's own clock. */
  newest?: Moment;
}

export function freshnessOf(answer: Fields, asOf: Date): Freshness {
  const parts = Object.entries(answer).filter(([key]) => !ALWAYS.test(key));
  const newest = parts.flatMap(([, value]) => moments(value)).sort().at(-1);
  const own = isFields(answer.freshness) ? answer.freshness : {};
  return { asOf: asOf.toISOString(), ...newest === undefined ? {} : { newest }, ...own };
}
