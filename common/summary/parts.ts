import type { ActivityApi } from "../activity/api";
import type { ActivityMetric } from "../activity/metrics";
import type { Missing } from "../answer";
import type { BodyApi } from "../body/api";
import type { Call } from "../call";
import type { CivilDate } from "../dates";
import type { HeartApi } from "../heart/api";
import type { NutritionApi } from "../nutrition/api";
import { nutritionMetrics } from "../nutrition/metrics";
import type { Days } from "../ranges";
import type { Cells, FigureColumn } from "../rows";
import type { Series } from "../series";
import type { SleepApi } from "../sleep/api";
import type { VitalsApi } from "../vitals/api";
import type { Vital } from "../vitals/metrics";
import { collect } from "../wire/pages";
import { nightsOf } from "./nights";

/** What the summary asks of an app. */
export type SummaryApi = ActivityApi & HeartApi & SleepApi & VitalsApi & BodyApi
  & NutritionApi;

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
  /** The figures that it fills. */
  columns: readonly FigureColumn[];
  /** Reads the columns that are wanted; left out, all of the part. */
  read(
    app: SummaryApi, range: Days, call: Call, wanted?: readonly FigureColumn[],
  ): Promise<PartRead>;
}

/** The cells of a series, of the figures of each day. */
function cellsOf<F>(series: Series<unknown, F>, toCells: (figures: F) => Cells): PartRead {
  const { days, ...rest } = series;
  return { ...rest, days: new Map(days.map(({ date, figures }) => [date, toCells(figures)])) };
}

/** The series that columns are made of. */
const ACTIVITY = {
  steps: ["steps"],
  distance: ["distance"],
  floors: ["floors"],
  calories: ["calories"],
  activeMinutes: ["minutesFairlyActive", "minutesVeryActive"],
} as const satisfies { [C in FigureColumn]?: readonly ActivityMetric[] };

const ACTIVITY_COLUMNS = [
  "steps", "distance", "floors", "calories", "activeMinutes",
] as const satisfies (keyof typeof ACTIVITY)[];

/** Every part, in the order of its columns. */
export const summaryParts: readonly SummaryPart[] = [
  {
    name: "activity",
    columns: ACTIVITY_COLUMNS,
    async read(app, range, call, wanted = ACTIVITY_COLUMNS) {
      const metrics = ACTIVITY_COLUMNS
        .flatMap((column) => wanted.includes(column) ? [...ACTIVITY[column]] : []);
      const series = await app.getActivityTimeSeries(metrics, range, call);
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
    columns: ["sleepMinutes", "deepMinutes", "lightMinutes", "remMinutes", "awakeMinutes"],
    read: readNights,
  },
  night("heart rate variability", "hrv", "hrv"),
  night("oxygen saturation", "spo2", "spo2"),
  night("breathing rate", "br", "breathingRate"),
  night("skin temperature", "tempSkin", "skinTemperature"),
  {
    name: "cardio fitness",
    columns: ["vo2Max"],
    read: async (app, range, call) =>
      cellsOf(await app.getCardioFitness(range, call), ({ vo2Max }) => ({ vo2Max })),
  },
  {
    name: "body",
    columns: ["weight", "bodyFat", "bmi"],
    read: readWeighings,
  },
  {
    name: "nutrition",
    columns: nutritionMetrics,
    async read(app, range, call, wanted = nutritionMetrics) {
      const metrics = nutritionMetrics.filter((metric) => wanted.includes(metric));
      const series = await app.getNutritionTimeSeries(metrics, range, call);
      // A 0 stands for a day of which nothing was logged.
      return cellsOf(series, ({ caloriesIn, water }) => (
        { caloriesIn: caloriesIn || undefined, water: water || undefined }
      ));
    },
  },
];

/** What is measured in sleep, and the column of it, named like the figure. */
function night(name: string, vital: Vital, column: NightFigure): SummaryPart {
  return {
    name,
    columns: [column],
    read: async (app, range, call) => cellsOf<{ [F in NightFigure]?: number }>(
      await app.getVitals(vital, range, call), (figures) => ({ [column]: figures[column] }),
    ),
  };
}

type NightFigure = "hrv" | "spo2" | "breathingRate" | "skinTemperature";

/** The last weighing of each day: a log has all of it, and takes fewer requests. */
async function readWeighings(
  app: SummaryApi, { from, to }: Days, call: Call,
): Promise<PartRead> {
  const { items, truncated } = await collect(app.listWeightLogs({ from, to }, call));
  const missing = [{ part: "the weighings before", why: "failed" } as const];
  // The newest come first, and a later entry of a map takes the place of an earlier one.
  const days = items.map(({ date, weight, fat, bmi }): [CivilDate, Cells] =>
    [date, { weight, bodyFat: fat, bmi }]);
  const lastOfDay = new Map(days.reverse());
  return { days: lastOfDay, ...truncated && { missing } };
}

/** The main sleep of each day; of a list that was cut short, the newest ones. */
async function readNights(app: SummaryApi, { from, to }: Days, call: Call): Promise<PartRead> {
  const { items, truncated } = await collect(app.listSleepLogs({ from, to }, call));
  const missing = [{ part: "the nights before", why: "failed" } as const];
  return { days: nightsOf(items), ...truncated && { missing } };
}
