import { isCivilDate, type CivilDate } from "../dates";

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
