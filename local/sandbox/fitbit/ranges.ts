import { DateTime } from "luxon";
import { DAY, type Day } from "../person/days";
import { invalid } from "./envelope";
import { civilDay } from "./read";
import type { Call } from "./route";

const PERIODS = ["1d", "7d", "30d", "1w", "1m", "3m", "6m", "1y"] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of a period that ends on `end`, both included. */
function periodStart(end: Day, period: Period): Day {
  const [, count = "1", unit = "d"] = /^(\d+)(\w)$/.exec(period) ?? [];
  const last = DateTime.fromMillis(end * DAY, { zone: "utc" });
  const name = { d: "days", w: "weeks", m: "months", y: "years" }[unit] ?? "days";
  return last.minus({ [name]: Number(count) }).toMillis() / DAY + 1;
}

/** The days of a series, from `:first` to `:second`: two dates, or an end and a period. */
export function daysOf(
  call: Call, maxDays: number, periods: readonly Period[] = PERIODS,
): [Day, Day] {
  const { first = "", second = "" } = call.params;
  const start = civilDay(call, "date", first, true);
  if (!/^\d{4}-|^today$/.test(second)) {
    const period = periods.find((p) => p === second);
    if (period === undefined) throw invalid("period", `Invalid period: ${second}`);
    const from = periodStart(start, period);
    // A calendar month is let through where the limit is thirty days.
    if (period !== "1m" && start - from >= maxDays) {
      throw invalid("period", `Invalid period: ${second}`);
    }
    return [from, start];
  }
  const end = civilDay(call, "end-date", second, true);
  if (end < start) throw invalid("end-date", "The end date must not be before the start date.");
  if (end - start >= maxDays) {
    const message = "The number of data points queried exceeds limit.";
    throw invalid("n/a", message, call.switches.rangeTooLongStatus);
  }
  return [start, end];
}
