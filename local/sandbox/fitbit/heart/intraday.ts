import { MINUTE } from "../../person/days";
import { heartReadings, type HeartReading } from "../../person/heart";
import {
  type Bucket, bucketsOf, clockAt, datasetOf, dateOfWindow, givesRows, type Intraday,
  intradayOf, intradayPaths, MINUTE_DETAILS,
} from "../intraday";
import type { Answer, Call, Route } from "../route";
import { daysRows, zonesOf } from "./days";

export const KEY = "activities-heart";
const DETAILS = ["1sec", ...MINUTE_DETAILS] as const;

interface Row { time: string; value: number }

const mean = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const readingsOf = ({ minutes }: Bucket): HeartReading[] =>
  minutes.flatMap(({ day, i, visible }) => (visible ? heartReadings(day, i) : []));

/** Every reading of the span. */
function seconds({ person }: Call, { span }: Intraday): HeartReading[] {
  const readings: HeartReading[] = [];
  const whole = { from: Math.floor(span.from / MINUTE) * MINUTE, to: span.to + MINUTE };
  person.eachMinute(whole, (day, i, visible) => {
    if (visible) readings.push(...heartReadings(day, i));
  });
  return readings.filter(({ at }) => span.from <= at && at <= span.to);
}

/** Minutes without a reading are left out. */
function rowsOf(call: Call, asked: Intraday): Row[] {
  const time = clockAt(call, asked);
  if (asked.detail === "1sec") {
    return seconds(call, asked).map(({ at, rate }) => ({ time: time(at), value: rate }));
  }
  return bucketsOf(call, asked).flatMap((bucket) => {
    const rates = readingsOf(bucket).map(({ rate }) => rate);
    return rates.length === 0
      ? []
      : [{ time: time(bucket.at), value: Math.round(mean(rates)) }];
  });
}

const dataset = (asked: Intraday, rows: Row[]): object =>
  ({ [`${KEY}-intraday`]: datasetOf(rows, asked) });

/** The minutes of a day, where they may be seen. */
export function intradayKey(call: Call): object {
  const asked = intradayOf(call, MINUTE_DETAILS);
  return givesRows(call, asked) ? dataset(asked, rowsOf(call, asked)) : {};
}

/** The mean of the rows, with the zones of the window beside it. */
function windowRow(call: Call, asked: Intraday, rows: Row[]): object {
  const value = rows.length === 0 ? "0" : mean(rows.map((row) => row.value)).toFixed(2);
  return {
    customHeartRateZones: [],
    dateTime: dateOfWindow(call, asked),
    heartRateZones: zonesOf(call, call.person.totals(asked.span)),
    value,
  };
}

function intraday(call: Call): Answer {
  const asked = intradayOf(call, DETAILS);
  if (!givesRows(call, asked)) return { body: { [KEY]: daysRows(call, asked) } };
  const rows = rowsOf(call, asked);
  const ofWindow = asked.isWindow && call.switches.intradayWindowShows === "window";
  return {
    body: {
      [KEY]: ofWindow ? [windowRow(call, asked, rows)] : daysRows(call, asked),
      ...dataset(asked, rows),
    },
  };
}

export const intradayRoutes: Route[] = intradayPaths("heart").map((path) => ({
  method: "GET", path, scope: "heartrate", takes: ["timezone"], answer: intraday,
}));
