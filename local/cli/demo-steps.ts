import { hours, hypnogram } from "./hypnogram";
import type { Paint } from "./output";
import { columns } from "./text";
import { at, listAt, numberAt, textAt } from "./values";

/** What earlier steps gave, as a workflow passes it: `steps.get_profile.$return_value`. */
export type Steps = Record<string, Record<string, unknown>>;

export interface DemoStep {
  /** The step's name in the workflow. */
  name: string;
  /** The component it runs. */
  key: string;
  /** As one writes them on Pipedream: `{{steps.name.path}}` is what an earlier step gave. */
  props: Record<string, string | number>;
  /** The interesting part of the result, as lines of at most 90 columns. */
  show: (result: unknown, paint: Paint, steps: Steps) => string[];
}

const CHART_WIDTH = 64;

const timeZone = "{{steps.get_profile.$return_value.user.timezone}}";
const dayOfTheRun = "{{steps.log_activity.$return_value.activityLog.startDate}}";
const idOfTheRun = "log_activity.$return_value.activityLog.logId";

const minutes = (log: unknown): string => hours(numberAt(log, "duration") / 60_000);

const kilometres = (log: unknown): string =>
  numberAt(log, "distance") > 0 ? `${numberAt(log, "distance").toFixed(1)} km` : "";

function facts(rows: readonly [string, string][], paint: Paint): string[] {
  return columns(rows.map(([label, value]) => [paint.dim(label), value]));
}

const EXPRESSION = /^\{\{steps\.(.+)\}\}$/;

/** The props of a step with their expressions filled in. */
export function filled(props: DemoStep["props"], steps: Steps): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).map(([name, value]) => {
    const [, path] = EXPRESSION.exec(String(value)) ?? [];
    return [name, path ? at(steps, path) : value];
  }));
}

/** Reads the profile, logs a run, finds it again, and reads the night before it. */
export const DEMO_STEPS: readonly DemoStep[] = [
  {
    name: "get_profile",
    key: "fitbit-get-profile",
    props: { unitSystem: "metric" },
    show: (result, paint) => facts([
      ["Name", `${textAt(result, "user.fullName")}, ${textAt(result, "user.age")}`],
      ["Time zone", textAt(result, "user.timezone")],
      ["Height", `${textAt(result, "user.height")} cm`],
      ["Weight", `${textAt(result, "user.weight")} kg`],
      ["Member since", textAt(result, "user.memberSince")],
    ], paint),
  },
  {
    name: "log_activity",
    key: "fitbit-log-activity",
    props: {
      activityName: "Run",
      date: "today",
      startTime: "07:30",
      durationMinutes: 32,
      calories: 340,
      distance: "5.2",
      distanceUnit: "kilometer",
      timeZone,
    },
    show: (result, paint) => facts([
      ["Log id", textAt(result, "activityLog.logId")],
      ["Day", textAt(result, "activityLog.startDate")],
      ["Start", textAt(result, "activityLog.startTime")],
      ["Duration", minutes(at(result, "activityLog"))],
      ["Distance", kilometres(at(result, "activityLog"))],
      ["Steps", textAt(result, "activityLog.steps")],
    ], paint),
  },
  {
    name: "list_activity_logs",
    key: "fitbit-list-activity-logs",
    props: {
      startDate: "14 days ago",
      endDate: dayOfTheRun,
      limit: 5,
      timeZone,
    },
    show: (result, paint, steps) => columns(listAt(result, "activities").map((log) => [
      paint.dim(textAt(log, "startTime").slice(0, 16).replace("T", " ")),
      textAt(log, "activityName"),
      minutes(log),
      kilometres(log),
      at(log, "logId") === at(steps, idOfTheRun) ? paint.green("← the run of step 2") : "",
    ])),
  },
  {
    name: "get_sleep_log",
    key: "fitbit-get-sleep-log",
    props: { date: dayOfTheRun, timeZone },
    show: (result, paint) => {
      const night = listAt(result, "sleep").find((sleep) => at(sleep, "isMainSleep") === true);
      return hypnogram(night, CHART_WIDTH, paint);
    },
  },
];
