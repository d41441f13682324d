import type { ActivityApi } from "../activity/api";
import type { Missing } from "../answer";
import type { Call } from "../call";
import type { CivilDate } from "../dates";
import type { HeartApi } from "../heart/api";
import type { Days } from "../ranges";
import type { Cells, Column } from "../rows";
import type { Series } from "../series";
import type { SleepApi } from "../sleep/api";
import { collect } from "../wire/pages";
import { nightsOf } from "./nights";

/** What the summary asks of an app. */
export type SummaryApi = ActivityApi & HeartApi & SleepApi;

/** What a part has of days, as far as it was read. */
export interface PartRead {
  days: Map<CivilDate, Cells>;
  next?: CivilDate;
  error?: Error;
  missing?: Missing[];
}

/** A part of the summary: what it fills, and how it is read. */
export interface SummaryPart {
  name: string;
  columns: readonly Column[];
  read(app: SummaryApi, range: Days, call: Call): Promise<PartRead>;
}

/** The cells of a series, of the figures of each day. */
function cellsOf<F>(series: Series<unknown, F>, toCells: (figures: F) => Cells): PartRead {
  const { days, ...rest } = series;
  return { ...rest, days: new Map(days.map(({ date, figures }) => [date, toCells(figures)])) };
}

const ACTIVITY = [
  "steps", "distance", "floors", "calories", "minutesFairlyActive", "minutesVeryActive",
] as const;

/** Every part, in the order of its columns. */
export const summaryParts: readonly SummaryPart[] = [
  {
    name: "activity",
    columns: ["steps", "distance", "floors", "calories", "activeMinutes"],
    async read(app, range, call) {
      const series = await app.getActivityTimeSeries(ACTIVITY, range, call);
      return cellsOf(series, ({ steps, distance, floors, calories, ...minutes }) => {
        const { minutesFairlyActive: fairly, minutesVeryActive: very } = minutes;
        const isKnown = fairly !== undefined && very !== undefined;
        const activeMinutes = isKnown ? fairly + very : undefined;
        return { steps, distance, floors, calories, activeMinutes };
      });
    },
  },
  {
    name: "active zone minutes",
    columns: ["activeZoneMinutes"],
    async read(app, range, call) {
      const series = await app.getActiveZoneMinutes(range, call);
      return cellsOf(series, ({ activeZoneMinutes }) => ({ activeZoneMinutes }));
    },
  },
  {
    name: "heart",
    columns: ["restingHeartRate"],
    async read(app, range, call) {
      const series = await app.getHeartRateTimeSeries(range, { zones: false }, call);
      return cellsOf(series, ({ restingHeartRate }) => ({ restingHeartRate }));
    },
  },
  {
    name: "sleep",
    columns: [
      "sleepMinutes", "deepMinutes", "lightMinutes", "remMinutes", "awakeMinutes",
      "sleepStart", "sleepEnd",
    ],
    read: readNights,
  },
];

/** The main sleep of each day; of a list that was cut short, the newest ones. */
async function readNights(app: SummaryApi, { from, to }: Days, call: Call): Promise<PartRead> {
  const { items, truncated } = await collect(app.listSleepLogs({ from, to }, call));
  const missing = [{ part: "the nights before", why: "failed" } as const];
  return { days: nightsOf(items), ...truncated && { missing } };
}
