import { DAY, type Day, HOUR, MINUTE, parseDay } from "../person/days";
import { invalid } from "./envelope";
import type { Call } from "./route";

/** A parameter that must be there. */
export function required({ query }: Call, name: string): string {
  const text = query.get(name);
  if (text === undefined || text === "") throw invalid(name, `${name} is required`);
  return text;
}

/** A whole number within bounds, written as digits alone. */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (!(number >= min && number <= max)) throw invalid(name, `Invalid ${name}: ${text}`);
  return number;
}

/** A decimal number above zero. */
export function decimal(name: string, text: string): number {
  const number = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : NaN;
  if (!(number > 0)) throw invalid(name, `Invalid ${name}: ${text}`);
  return number;
}

export function oneOf<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const choice = choices.find((c) => c === text);
  if (choice === undefined) throw invalid(name, `Invalid ${name}: ${text}`);
  return choice;
}

/** A day as yyyy-MM-dd, or `today` where that is taken. */
export function civilDay(call: Call, name: string, text: string, takesToday = false): Day {
  if (text === "today" && takesToday) return call.person.today;
  const day = parseDay(text);
  if (day === undefined) throw invalid(name, `Invalid date: ${text}`);
  return day;
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** The instant of `date` and `startTime` (HH:mm) on the person's clocks. */
export function startOf(call: Call): number {
  const time = required(call, "startTime");
  const day = civilDay(call, "date", required(call, "date"));
  const [matched, hour, minute, second] = CLOCK.exec(time) ?? [];
  if (matched === undefined || (second !== undefined && !call.switches.secondsAccepted)) {
    throw invalid("startTime", `Invalid time: ${time}. Use HH:mm`);
  }
  // With seconds the API stores wrong data and says nothing: 10:30:15 becomes 00:10.
  const [h, m] = second === undefined ? [Number(hour), Number(minute)] : [0, Number(hour)];
  return call.person.timeline.instant(day * DAY + h * HOUR + m * MINUTE);
}
