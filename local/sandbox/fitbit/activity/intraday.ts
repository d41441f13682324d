import type { Character } from "../../person/character";
import { ASLEEP } from "../../person/minutes";
import { invalid } from "../envelope";
import {
  type Bucket, bucketsOf, clockAt, datasetOf, dateOfWindow, givesRows, type Intraday,
  intradayOf, intradayPaths, MINUTE_DETAILS, type SeenMinute,
} from "../intraday";
import type { Answer, Call, Route } from "../route";
import { inUnit, round, type Units } from "../units";
import { FLOOR_METRES } from "./effort";
import { daysRows, keyOf, measureOf, type Named, numeral } from "./measures";

/** What a minute counts, in the small units of the person, and how a sum is shown. */
interface Count {
  of: (minute: SeenMinute, who: Character) => number;
  show: (sum: number, units: Units) => number;
}

const asIs = (sum: number): number => sum;

const energyOf = ({ day, i, visible }: SeenMinute, who: Character): number =>
  (visible ? day.milliKcal[i] ?? 0 : who.basalMilliKcal);

const COUNTS: Record<string, Count> = {
  "calories": { of: energyOf, show: (sum) => sum / 1000 },
  "distance": {
    of: ({ day, i, visible }) => (visible ? day.millimetres[i] ?? 0 : 0),
    show: (sum, { distance }) => inUnit(sum / 1000, distance, 9),
  },
  "elevation": {
    of: ({ day, i, visible }) => (visible ? day.floors[i] ?? 0 : 0),
    show: (sum, { elevation }) => inUnit(sum * FLOOR_METRES, elevation, 3),
  },
  "floors": { of: ({ day, i, visible }) => (visible ? day.floors[i] ?? 0 : 0), show: asIs },
  "steps": { of: ({ day, i, visible }) => (visible ? day.steps[i] ?? 0 : 0), show: asIs },
  "swimming-strokes": {
    of: ({ day, i, visible }) => (visible ? day.strokes[i] ?? 0 : 0), show: asIs,
  },
};

export const isIntraday = ({ path }: Named): boolean => Object.hasOwn(COUNTS, path);

function countOf(named: Named): Count {
  const count = isIntraday(named) ? COUNTS[named.path] : undefined;
  if (count) return count;
  throw invalid("resource path", `Invalid intraday resource path: /activities/${named.path}`);
}

/** The highest level of the minutes, and their METs by ten added up. */
function effortOf({ minutes }: Bucket, who: Character): object {
  const levels = minutes.map(({ day, i, visible }) => (visible ? day.level[i] ?? 0 : 0));
  const mets = minutes
    .map((minute) => Math.round((10 * energyOf(minute, who)) / who.basalMilliKcal));
  return {
    level: Math.max(0, ...levels.map((level) => (level === ASLEEP ? 0 : level))),
    mets: mets.reduce((sum, n) => sum + n, 0),
  };
}

interface Row { time: string; value: number }

function rowsOf(call: Call, named: Named, asked: Intraday): Row[] {
  const { person: { who }, units, switches } = call;
  const { of, show } = countOf(named);
  const time = clockAt(call, asked);
  const hasEffort = named.path === "calories" && switches.intradayLevels;
  return bucketsOf(call, asked).map((bucket) => ({
    ...(hasEffort && effortOf(bucket, who)),
    time: time(bucket.at),
    value: show(bucket.minutes.reduce((sum, minute) => sum + of(minute, who), 0), units),
  }));
}

/** The key of the minutes, with them. */
function dataset(named: Named, asked: Intraday, rows: Row[]): object {
  return { [`${keyOf(named)}-intraday`]: datasetOf(rows, asked) };
}

/** The minutes of a day, where they may be seen. */
export function intradayKey(call: Call, named: Named): object {
  const asked = intradayOf(call, MINUTE_DETAILS);
  return givesRows(call, asked) ? dataset(named, asked, rowsOf(call, named, asked)) : {};
}

/** A day before the first has no row. */
function dayRows(call: Call, named: Named, { first, last, utc }: Intraday) {
  const from = Math.max(first, call.person.who.firstDay);
  return from > last ? [] : daysRows(call, named, [from, last], utc);
}

function windowRow(call: Call, { measure }: Named, asked: Intraday, rows: Row[]) {
  const sum = round(rows.reduce((total, { value }) => total + value, 0), 6);
  return { dateTime: dateOfWindow(call, asked), value: numeral(sum, measure) };
}

function intraday(call: Call): Answer {
  const named = measureOf(call);
  countOf(named);
  const asked = intradayOf(call, MINUTE_DETAILS);
  const days = { [keyOf(named)]: dayRows(call, named, asked) };
  if (!givesRows(call, asked)) return { body: days };
  const rows = rowsOf(call, named, asked);
  const ofWindow = asked.isWindow && call.switches.intradayWindowShows === "window";
  return {
    body: {
      ...(ofWindow ? { [keyOf(named)]: [windowRow(call, named, asked, rows)] } : days),
      ...dataset(named, asked, rows),
    },
  };
}

export const intradayRoutes: Route[] = intradayPaths(":resource").map((path) => ({
  method: "GET", path, scope: "activity", takes: ["timezone"], answer: intraday,
}));
