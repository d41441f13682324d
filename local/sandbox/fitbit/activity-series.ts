import { DateTime } from "luxon";
import { DAY, dayText, type Day } from "../person/days";
import { type DayFigures, figuresOf } from "./effort";
import { invalid } from "./envelope";
import { civilDay, oneOf } from "./read";
import type { Answer, Call, Route } from "./route";
import { inUnit, type Units } from "./units";

interface Resource {
  value: (figures: DayFigures, units: Units) => number;
  /** Has a `tracker/…` twin that leaves out what was written down by hand. */
  tracker: boolean;
  maxDays?: number;
  needsAltimeter?: boolean;
}

const FLOOR_METRES = 3.048;
const minutes = (level: 0 | 1 | 2 | 3): Resource => ({
  value: ({ tracker }) => tracker.levelMinutes[level],
  tracker: true,
});

/** https://dev.fitbit.com/build/reference/web-api/activity-timeseries/ */
const RESOURCES: Record<string, Resource> = {
  "activityCalories": {
    value: ({ tracker, logged }) => Math.round(tracker.activeKcal + logged.activeKcal),
    tracker: true,
    maxDays: 30,
  },
  "calories": {
    value: ({ tracker, logged }) => Math.round(tracker.kcal + logged.kcal),
    tracker: true,
  },
  "caloriesBMR": { value: ({ tracker }) => Math.round(tracker.basalKcal), tracker: false },
  "distance": {
    value: ({ tracker, logged }, { distance }) =>
      inUnit(tracker.metres + logged.metres, distance, 6),
    tracker: true,
  },
  "elevation": {
    value: ({ tracker }, { elevation }) => inUnit(tracker.floors * FLOOR_METRES, elevation, 3),
    tracker: true,
    needsAltimeter: true,
  },
  "floors": { value: ({ tracker }) => tracker.floors, tracker: true, needsAltimeter: true },
  "minutesSedentary": minutes(0),
  "minutesLightlyActive": minutes(1),
  "minutesFairlyActive": minutes(2),
  "minutesVeryActive": minutes(3),
  "steps": { value: ({ tracker, logged }) => tracker.steps + logged.steps, tracker: true },
  "swimming-strokes": { value: ({ tracker }) => tracker.strokes, tracker: false },
};

const MAX_DAYS = 1095;
const PERIODS = ["1d", "7d", "30d", "1w", "1m", "3m", "6m", "1y"] as const;

/** The first day of a period that ends on `end`, both included. */
function periodStart(end: Day, period: (typeof PERIODS)[number]): Day {
  const [, count = "1", unit = "d"] = /^(\d+)(\w)$/.exec(period) ?? [];
  const last = DateTime.fromMillis(end * DAY, { zone: "utc" });
  const name = { d: "days", w: "weeks", m: "months", y: "years" }[unit] ?? "days";
  return last.minus({ [name]: Number(count) }).toMillis() / DAY + 1;
}

function daysOf(call: Call, maxDays: number): [Day, Day] {
  const { first = "", second = "" } = call.params;
  const start = civilDay(call, "date", first, true);
  if (!/^\d{4}-|^today$/.test(second)) {
    const period = PERIODS.find((p) => p === second);
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

function series(call: Call, tracker: boolean): Answer {
  const name = call.params.resource ?? "";
  const resource = Object.hasOwn(RESOURCES, name) ? RESOURCES[name] : undefined;
  const path = `${tracker ? "tracker/" : ""}${name}`;
  const blind = resource?.needsAltimeter && !call.switches.altimeter;
  if (!resource || (tracker && !resource.tracker) || blind) {
    throw invalid("resource path", `Invalid time series resource path: /activities/${path}`);
  }
  const zone = call.query.get("timezone");
  if (zone !== undefined) oneOf("timezone", zone, ["UTC"]);
  const [first, last] = daysOf(call, resource.maxDays ?? MAX_DAYS);
  const figuresOn = figuresOf(call, zone === "UTC");
  const rows = Array.from({ length: last - first + 1 }, (_, i) => {
    const figures = figuresOn(first + i);
    const logged = tracker ? { steps: 0, metres: 0, kcal: 0, activeKcal: 0 } : figures.logged;
    const value = resource.value({ tracker: figures.tracker, logged }, call.units);
    return { dateTime: dayText(first + i), value: String(value) };
  });
  return { body: { [`activities-${path.replace("/", "-")}`]: rows } };
}

const PATH = "/1/user/:user/activities/";
const common = { method: "GET", scope: "activity", takes: ["timezone"] } as const;

export const activitySeriesRoutes: Route[] = [
  {
    ...common,
    path: `${PATH}:resource/date/:first/:second.json`,
    answer: (call) => series(call, false),
  },
  {
    ...common,
    path: `${PATH}tracker/:resource/date/:first/:second.json`,
    answer: (call) => series(call, true),
  },
];
