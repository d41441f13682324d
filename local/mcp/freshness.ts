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

/** When what is in an answer was recorded. A zero may stand for nothing: it does not count. */
function moments(value: unknown): Moment[] {
  if (Array.isArray(value)) {
    const told = value.filter((item) => isFields(item) && Object.entries(item).some(tells));
    return told.flatMap((item) => momentOf(item) ?? []);
  }
  return isFields(value) ? [momentOf(value) ?? [], momentsWithin(value)].flat() : [];
}

function momentsWithin(fields: Fields): Moment[] {
  const parts = Object.entries(fields).filter(([key]) => !ALWAYS.test(key));
  return parts.flatMap(([, value]) => moments(value));
}

/** How new the data of an answer is. */
export interface Freshness {
  /** When it was asked for. */
  asOf: string;
  /** The last that it tells of, by the person's own clock. */
  newest?: Moment;
}

export function freshnessOf(answer: Fields, asOf: Date): Freshness {
  const newest = momentsWithin(answer).sort().at(-1);
  const own = isFields(answer.freshness) ? answer.freshness : {};
  return { asOf: asOf.toISOString(), ...newest === undefined ? {} : { newest }, ...own };
}
