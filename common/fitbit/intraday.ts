import { isFields, numberOf, objectsIn, textOf } from "../fields";
import {
  cutWindow, fromWholeSample, isDuring, localMs, minuteAt, type Granularity, type Sample,
  type Window,
} from "../intraday";
import { clean } from "../statistics";
import { ApiError } from "../wire/errors";
import { path } from "../wire/paths";

/** Minutes of one request: more are answered with the day's sum alone. */
const LONGEST = 1_440;
const MINUTE_MS = 60_000;

/** The requests that the whole samples of a window take: one for each 24 hours. */
export function piecesOf(window: Window, granularity: Granularity): Window[] {
  return cutWindow(fromWholeSample(window, granularity), LONGEST);
}

const isWholeDay = ({ from, to }: Window): boolean =>
  from.day === to.day && from.time === "00:00" && to.time === "23:59";

/** A window as it is asked for: of its last minute the first second alone would be given. */
export function throughItsEnd(window: Window, granularity: Granularity): Window {
  if (granularity !== "1sec" || isWholeDay(window)) return window;
  return { ...window, to: minuteAt(localMs(window.to) + MINUTE_MS) };
}

/** The end of a path that asks for samples of a window of at most 24 hours. */
export function during(window: Window, granularity: Granularity): string {
  const { from, to } = window;
  const days = path`date/${from.day}/${to.day}/${granularity}`;
  return isWholeDay(window)
    ? path`date/${from.day}/1d/${granularity}.json`
    : `${days}/time/${from.time}/${to.time}.json`;
}

/**
 * The samples of an answer, which have times alone: of a window that passes midnight, those
 * from one before its beginning on are of the next day.
 */
export function samplesOf(dataset: unknown, window: Window): Sample[] {
  const { from, to } = window;
  let date = from.day;
  return objectsIn(dataset).flatMap((row): Sample[] => {
    const [time, value] = [textOf(row.time), numberOf(row.value)];
    if (time === undefined || value === undefined) return [];
    if (time.slice(0, 5) < from.time) date = to.day;
    const sample = { date, time, value: clean(value) };
    return isDuring(sample, window) ? [sample] : [];
  });
}

/** The samples under a root. Throws where this connection may not have them. */
export function intradayOf(body: Partial<Record<string, unknown>>, root: string): unknown {
  const intraday = body[root];
  if (intraday === undefined) throw new ApiError("forbidden", NO_ACCESS);
  return isFields(intraday) ? intraday.dataset : intraday;
}

const NO_ACCESS = "Fitbit gave the day without the samples within it. Those need a Fitbit app of the type Personal, or Fitbit's approval: set it at https://dev.fitbit.com/apps, then reconnect the account.";
