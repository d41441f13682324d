import { dayText } from "../../person/days";
import { invalid } from "../envelope";
import { daysOf } from "../ranges";
import { oneOf } from "../read";
import type { Answer, Call, Route } from "../route";
import { inUnit, type Units } from "../units";
import { type DayFigures, figuresOf, FLOOR_METRES } from "./effort";

interface Series {
  value: (figures: DayFigures, units: Units) => number;
  /** Has a `tracker/…` twin that leaves out what was written down by hand. */
  tracker: boolean;
  maxDays?: number;
  needsAltimeter?: boolean;
}

const minutes = (level: 0 | 1 | 2 | 3): Series => ({
  value: ({ tracker }) => tracker.levelMinutes[level],
  tracker: true,
});

/** https://dev.fitbit.com/build/reference/web-api/activity-timeseries/ */
const SERIES: Record<string, Series> = {
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

function series(call: Call, tracker: boolean): Answer {
  const name = call.params.resource ?? "";
  const known = Object.hasOwn(SERIES, name) ? SERIES[name] : undefined;
  const path = `${tracker ? "tracker/" : ""}${name}`;
  const blind = known?.needsAltimeter && !call.switches.altimeter;
  if (!known || (tracker && !known.tracker) || blind) {
    throw invalid("resource path", `Invalid time series resource path: /activities/${path}`);
  }
  const zone = call.query.get("timezone");
  if (zone !== undefined) oneOf("timezone", zone, ["UTC"]);
  const [first, last] = daysOf(call, known.maxDays ?? MAX_DAYS);
  const figuresOn = figuresOf(call, zone === "UTC");
  const rows = Array.from({ length: last - first + 1 }, (_, i) => {
    const figures = figuresOn(first + i);
    const logged = tracker ? { steps: 0, metres: 0, kcal: 0, activeKcal: 0 } : figures.logged;
    const value = known.value({ tracker: figures.tracker, logged }, call.units);
    return { dateTime: dayText(first + i), value: String(value) };
  });
  return { body: { [`activities-${path.replace("/", "-")}`]: rows } };
}

const PATH = "/1/user/:user/activities/";
const common = { method: "GET", scope: "activity", takes: ["timezone"] } as const;

export const seriesRoutes: Route[] = [
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
