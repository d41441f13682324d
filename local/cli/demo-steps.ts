import type { Emitted } from "../runtime";
import { eventLine } from "./event-line";
import { hours, hypnogram } from "./hypnogram";
import type { Paint } from "./output";
import type { SandboxControl } from "./sandbox-control";
import { columns } from "./text";
import { at, listAt, numberAt, textAt } from "./values";

/** What earlier steps gave, as a workflow passes it: `steps.get_profile.$return_value`. */
export type Steps = Record<string, Record<string, unknown>>;

/** What comes to pass before a step, in the life of the person. */
export interface Turn {
  text: string;
  play: (control: SandboxControl) => Promise<unknown>;
}

/** A step of the workflow. */
export interface ActionStep {
  does: "run";
  /** The step's name in the workflow. */
  name: string;
  /** The component it runs. */
  key: string;
  before?: Turn;
  /** As one writes them on Pipedream: `{{steps.name.path}}` is what an earlier step gave. */
  props: Record<string, string | number>;
  /** The interesting part of the result, as lines of at most 90 columns. */
  show: (result: unknown, paint: Paint, steps: Steps) => string[];
}

/** A call of a source, which lives on between its calls. */
export interface SourceStep {
  does: "deploy" | "poll";
  key: string;
  before?: Turn;
  /** Its events, oldest first, as lines of at most 90 columns. */
  show: (events: readonly Emitted[], paint: Paint) => string[];
}

export type DemoStep = ActionStep | SourceStep;

const DAY_SECONDS = 86_400;
const QUARTER_SECONDS = 900;

/** When the sandbox's clock starts: early enough for a night that is not synced. */
export const BEGINNING = "2026-03-16T09:00:00Z";
/** The day on which that night ends. */
const LATE_DAY = "2026-03-17";

/** Four days pass, and the watch syncs them but for one night. */
export async function live(control: SandboxControl): Promise<void> {
  await control.advance(4 * DAY_SECONDS);
  await control.sync({ to: "2026-03-16T21:00:00" });
  await control.sync({ from: `${LATE_DAY}T12:00:00` });
}

const CHART_WIDTH = 64;
const MOST_EVENTS = 4;

const timeZone = "{{steps.get_profile.$return_value.user.timezone}}";
const dayOfTheRun = "{{steps.log_activity.$return_value.activityLog.startDate}}";
const idOfTheRun = "log_activity.$return_value.activityLog.logId";

const minutes = (log: unknown): string => hours(numberAt(log, "duration") / 60_000);

const kilometres = (log: unknown): string =>
  numberAt(log, "distance") > 0 ? `${numberAt(log, "distance").toFixed(1)} km` : "";

function facts(rows: readonly [string, string][], paint: Paint): string[] {
  return columns(rows.map(([label, value]) => [paint.dim(label), value]));
}

const STAGES = { deep: "deep", light: "light", rem: "REM", wake: "awake" };

/** When a night was, and what it was made of. */
function nightFacts(night: unknown): [string, string][] {
  const [from, to] = ["startTime", "endTime"].map((name) =>
    textAt(night, name).slice(0, 16).replace("T", " "));
  const stages = Object.entries(STAGES).map(([stage, word]) =>
    `${hours(numberAt(night, `levels.summary.${stage}.minutes`))} ${word}`);
  return [["In bed", `${from} to ${to}`], ["Stages", stages.join(", ")]];
}

/** The newest of many events, and how many came before. */
function history(events: readonly Emitted[], paint: Paint): string[] {
  const shown = events.slice(-MOST_EVENTS).map((event) => eventLine(event, paint));
  const more = events.length - shown.length;
  return [...more > 0 ? [paint.dim(`… ${more} before`)] : [], ...shown];
}

const EXPRESSION = /^\{\{steps\.(.+)\}\}$/;

/** The props of a step with their expressions filled in. */
export function filled(props: ActionStep["props"], steps: Steps): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).map(([name, value]) => {
    const [, path] = EXPRESSION.exec(String(value)) ?? [];
    return [name, path ? at(steps, path) : value];
  }));
}

/**
 * Two sources are deployed; a workflow reads the profile, logs a run, finds it again and reads
 * the night before it; the sources notice the run, and a night that syncs late.
 */
export const DEMO_STEPS: readonly DemoStep[] = [
  {
    does: "deploy",
    key: "fitbit-new-activity-log",
    show: history,
  },
  {
    does: "deploy",
    key: "fitbit-new-sleep-log",
    show: (events, paint) => [
      ...history(events, paint),
      paint.dim(`The night to ${LATE_DAY} is missing: the watch has not synced it yet.`),
    ],
  },
  {
    does: "run",
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
    does: "run",
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
    does: "run",
    name: "list_activity_logs",
    key: "fitbit-list-activity-logs",
    props: {
      startDate: "14 days ago",
      endDate: dayOfTheRun,
      limit: 5,
      detail: "full",
      timeZone,
    },
    show: (result, paint, steps) => columns(listAt(result, "activities").map((log) => [
      paint.dim(textAt(log, "startTime").slice(0, 16).replace("T", " ")),
      textAt(log, "activityName"),
      minutes(log),
      kilometres(log),
      at(log, "logId") === at(steps, idOfTheRun) ? paint.green("← the run just logged") : "",
    ])),
  },
  {
    does: "run",
    name: "get_sleep_log",
    key: "fitbit-get-sleep-log",
    props: { date: dayOfTheRun, timeZone },
    show: (result, paint) => {
      const night = listAt(result, "sleep").find((sleep) => at(sleep, "isMainSleep") === true);
      return hypnogram(night, CHART_WIDTH, paint);
    },
  },
  {
    does: "poll",
    key: "fitbit-new-activity-log",
    before: {
      text: "A quarter of an hour later the source is polled: its timer says so.",
      play: (control) => control.advance(QUARTER_SECONDS),
    },
    show: history,
  },
  {
    does: "poll",
    key: "fitbit-new-sleep-log",
    before: {
      text: `Now the watch syncs the night to ${LATE_DAY} too, three days late.`,
      play: (control) => control.sync(),
    },
    show: (events, paint) => [
      ...history(events, paint),
      "",
      ...facts(events.flatMap(({ event }) => nightFacts(event)), paint),
    ],
  },
];
