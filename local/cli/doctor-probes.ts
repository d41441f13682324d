import { at, listAt, numberAt } from "./values";

/** A component that is run to see what an account can do. */
export interface Probe {
  name: string;
  props: Record<string, unknown>;
  /** What it looks for. */
  what: string;
  /** The day of the newest that it found, and what that is; undefined where there is none. */
  newest: (result: unknown) => Found | undefined;
}

/** The newest of something. */
export interface Found { day: string; text: string }

/** What the probes found. */
export interface Findings {
  found: Found[];
  /** What there is none of. */
  none: string[];
}

const wordAt = (value: unknown, path: string): string => {
  const found = at(value, path);
  return typeof found === "string" ? found : "";
};

/** `2026-03-20 at 10:00`, of local time. */
const spoken = (time: string): string => `${time.slice(0, 10)} at ${time.slice(11, 16)}`;

/** The one with the latest of these times; none where nothing has one. */
function latest(all: readonly unknown[], path: string): { one?: unknown; time: string } {
  const [newest] = all.map((one) => ({ one, time: wordAt(one, path) }))
    .sort((a, b) => a.time < b.time ? 1 : -1);
  return newest ?? { time: "" };
}

/** Asked in turn, as far as their scopes were granted. */
export const PROBES: readonly Probe[] = [
  {
    name: "list-devices",
    props: {},
    what: "device that synced",
    newest: (result) => {
      const { one: device, time } = latest(listAt(result, "devices"), "lastSyncTime");
      const name = wordAt(device, "deviceVersion") || "a device";
      return time ? { day: time.slice(0, 10), text: `${name} synced on ${spoken(time)}` } : undefined;
    },
  },
  {
    name: "get-activity-time-series",
    props: { startDate: "30 days ago", endDate: "today" },
    what: "step within 30 days",
    newest: (result) => {
      const walked = listAt(result, "days").filter((day) => numberAt(day, "steps") > 0);
      const { time: day } = latest(walked, "date");
      return day ? { day, text: `steps on ${day}` } : undefined;
    },
  },
  {
    name: "list-sleep-logs",
    props: { limit: 1 },
    what: "sleep",
    newest: (result) => {
      const { time } = latest(listAt(result, "sleep"), "endTime");
      return time ? { day: time.slice(0, 10), text: `a sleep until ${spoken(time)}` } : undefined;
    },
  },
];
