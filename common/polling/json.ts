import { isCivilDate, type CivilDate } from "../dates";
import type { AskedOffset } from "../record-clock";

/** Whether what was stored is an object with keys. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether it is a time, in ms since 1970, that a date can have. */
export function isTime(value: unknown): value is number {
  return typeof value === "number" && !Number.isNaN(new Date(value).getTime());
}

export function isDay(value: unknown): value is CivilDate {
  return typeof value === "string" && isCivilDate(value);
}

/** Whether it is an offset that was asked for at some time. */
export function isOffset(value: unknown): value is AskedOffset {
  return isObject(value) && isTime(value.at) && (value.ms === undefined || isTime(value.ms));
}

/** The numbers that were stored under names; what is none is left out. */
export function figuresIn(value: unknown): Record<string, number> {
  const entries = Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(entries.filter(
    (entry): entry is [string, number] => typeof entry[1] === "number",
  ));
}
