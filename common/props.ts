import { activityProps } from "./activity/props";
import { bodyProps } from "./body/props";
import { devicesProps } from "./devices/props";
import { details, writers } from "./lists";
import { nutritionProps } from "./nutrition/props";
import type { UserProp } from "./pipedream";
import { sleepProps } from "./sleep/props";
import { goalProps, nightProps } from "./summary/props";
import { unitSystemOptions } from "./units";

/** How the writers are told apart. */
export const writtenByWords = "Only logs by one writer, e.g. `device`. One of `device` (a watch recorded or detected it), `hand` (a person entered it, or Fitbit's own phone app did), `app` (any other app wrote it); left out, all.";

/** What asking for the origin of records costs on Google Health. */
export const takesTwice = "It takes about twice the requests, since where a log comes from is asked for apart.";

/** The props that mean the same on both apps. */
/** What a source says of Time Zone where it is good for the time of an event alone. */
export const eventZoneWords = "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest activity log tells your offset, which takes the scope `activity`; without either, the time of an event is your local time as if it were UTC.";

export const sharedProps = {
  date: {
    type: "string",
    label: "Date",
    description: "A day of your own calendar: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today.",
    optional: true,
  },
  startDate: {
    type: "string",
    label: "Start Date",
    description: "The first day wanted: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `7 days ago`.",
    optional: true,
  },
  endDate: {
    type: "string",
    label: "End Date",
    description: "The last day wanted, included: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `yesterday`. Left out, it is today.",
    optional: true,
  },
  /** The start of a series: what has an end has a beginning. */
  seriesStartDate: {
    type: "string",
    label: "Start Date",
    description: "The first day wanted: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `30 days ago`. Left out, a week is returned.",
    optional: true,
  },
  /** The days of what is read within them. */
  firstDate: {
    type: "string",
    label: "Start Date",
    description: "The day to begin with: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is End Date, or today.",
    optional: true,
  },
  lastDate: {
    type: "string",
    label: "End Date",
    description: "The day to end with, included: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is Start Date.",
    optional: true,
  },
  firstTime: {
    type: "string",
    label: "Start Time",
    description: "The local time to begin at on the first day, hours and minutes, e.g. `07:00`. Left out, `00:00`.",
    optional: true,
  },
  lastTime: {
    type: "string",
    label: "End Time",
    description: "The local time to end with on the last day, that minute included, e.g. `08:30`. Left out, `23:59`.",
    optional: true,
  },
  startTime: {
    type: "string",
    label: "Start Time",
    description: "The local time it started, hours and minutes, e.g. `07:30`.",
  },
  durationMinutes: {
    type: "integer",
    label: "Duration (Minutes)",
    description: "How long it took, e.g. `45`.",
    min: 1,
    max: 1440,
  },
  skipIfLogged: {
    type: "boolean",
    label: "Skip If Logged",
    description: "Look first whether the same log is there (same kind, start and duration), and if it is, return it and write nothing, e.g. `false`. It takes one request more: turn it off for imports. Where this connection may not look, it writes, and `missing` says so. Left out, `true`.",
    optional: true,
  },
  limit: {
    type: "integer",
    label: "Limit",
    description: "The most logs to return, newest first, e.g. `20`. Left out: all of the range, or the newest 100 when there is no start date.",
    optional: true,
    min: 1,
  },
  detail: {
    type: "string",
    label: "Detail",
    description: "How much of each log to return, e.g. `full`. One of `summary` (times, sums and minutes), `full` (all that there is, where it comes from too); left out, `summary`.",
    optional: true,
    options: details,
  },
  writtenBy: {
    type: "string",
    label: "Written By",
    description: writtenByWords,
    optional: true,
    options: writers,
  },
  unitSystem: {
    type: "string",
    label: "Unit System",
    description: "The units of distances, lengths and weights, e.g. `en_US`. One of `metric`, `en_US`, `en_GB`; left out, `metric`.",
    optional: true,
    options: unitSystemOptions,
  },
  /** Each app says what it takes when it is left out. */
  timeZone: {
    type: "string",
    label: "Time Zone",
    description: "The IANA time zone that says which day is today, e.g. `Europe/Berlin`.",
    optional: true,
  },
  ...activityProps,
  ...nutritionProps,
  ...sleepProps,
  ...bodyProps,
  ...devicesProps,
  ...goalProps,
  ...nightProps,
} as const;

/** An id of a log on Google Health, where only what an app wrote itself can be deleted. */
export function ownLogId<P extends UserProp>(prop: P): P {
  return {
    ...prop,
    description: prop.description?.replace(
      " Take ",
      " Offered are those that the same Google client wrote: no others can be deleted. Take ",
    ),
  };
}

/** Whose clock the start of a new log on Google Health is read by. */
export const timeZoneOfStart = "The IANA time zone of the start, e.g. `Europe/Berlin`. Left out, it is the one of your Google Health settings or of your newest record, which takes a scope that reads: give it for a day on which you were elsewhere.";
