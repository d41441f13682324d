import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { defined } from "../fields";
import { dataTypes, type DataTypeId } from "../google-health/data-types";
import { daysOf } from "../google-health/filters";
import type { Part } from "../google-health/parts";
import { reconciled, type Family } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import {
  civilDateOf, figure, numberOf, secondsOf, valueOf,
} from "../google-health/values";
import { distanceIn, elevationIn, type UnitSystem } from "../units";
import { whole } from "../wire/pages";
import type { ActivitySummary, HeartRateZone } from "./shapes";

type Value = Partial<Record<string, unknown>>;

/** What a data type gives of a day's summary. */
interface Figure {
  type: DataTypeId;
  /** Left out, the day's sums; else the day's own record. */
  isRecord?: boolean;
  family?: Family;
  /** The fields of the summary. */
  fields: readonly string[];
  /** Absent is what the API does not give. */
  read(value: Value, system: UnitSystem | undefined): ActivitySummary;
}

/** A figure that is one sum, in the summary's own unit. */
function sum(type: DataTypeId, field: string, of: string, digits?: number): Figure {
  return {
    type,
    fields: [field],
    read: (value) => {
      const total = figure(value, of);
      const isWhole = digits === undefined || total === undefined;
      return { [field]: isWhole ? total : Number(total.toFixed(digits)) };
    },
  };
}

/** A distance over the day, of all sources or of the tracker alone. */
function distance(activity: string, field: string, family?: Family): Figure {
  return {
    type: "distance",
    family,
    fields: [field],
    read: (value, system) => {
      const far = distanceIn(system, figure(value, "millimetersSum"), 2);
      return far === undefined ? {} : { distances: [{ activity, distance: far }] };
    },
  };
}

const LEVELS = {
  LIGHT: "lightlyActiveMinutes",
  MODERATE: "fairlyActiveMinutes",
  VIGOROUS: "veryActiveMinutes",
};

const ZONES = {
  LIGHT: "Out of Range",
  MODERATE: "Fat Burn",
  VIGOROUS: "Cardio",
  PEAK: "Peak",
};

type Entry = Record<string, unknown>;

/** The four zones with what a list says of each; a zone that it leaves out has none of it. */
function zones(list: unknown, key: string, of: (zone: Entry | undefined) => object) {
  const entries = Array.isArray(list) ? list as Entry[] : [];
  return {
    heartRateZones: Object.entries(ZONES).map(([type, name]): HeartRateZone => ({
      name,
      ...of(entries.find((entry) => entry[key] === type)),
    })),
  };
}

const minutesOf = (duration: unknown) =>
  Math.round((secondsOf(typeof duration === "string" ? duration : "0s") ?? 0) / 60);

/** The day's summary: what each call gives of it. */
const FIGURES: Figure[] = [
  sum("steps", "steps", "countSum"),
  sum("floors", "floors", "countSum"),
  {
    type: "altitude",
    fields: ["elevation"],
    read: (value, system) =>
      ({ elevation: elevationIn(system, figure(value, "gainMillimetersSum")) }),
  },
  distance("total", "distances"),
  distance("tracker", "distances[tracker]", "google-wearables"),
  { ...sum("total-calories", "caloriesOut", "kcalSum", 0), fields: ["caloriesOut", "caloriesBMR"] },
  {
    ...sum("active-energy-burned", "activityCalories", "kcalSum", 0),
    fields: ["activityCalories", "caloriesBMR"],
  },
  {
    type: "sedentary-period",
    fields: ["sedentaryMinutes"],
    read: ({ durationSum }) => ({ sedentaryMinutes: minutesOf(durationSum) }),
  },
  {
    type: "active-minutes",
    fields: Object.values(LEVELS),
    read: ({ activeMinutesRollupByActivityLevel: list }) => {
      const levels = Array.isArray(list) ? list as Entry[] : [];
      return Object.fromEntries(Object.entries(LEVELS).map(([level, field]) => {
        const found = levels.find(({ activityLevel }) => activityLevel === level);
        return [field, found ? figure(found, "activeMinutesSum") : 0];
      }));
    },
  },
  {
    type: "daily-heart-rate-zones",
    isRecord: true,
    fields: ["heartRateZones[].min", "heartRateZones[].max"],
    read: ({ heartRateZones: list }) => zones(list, "heartRateZoneType", (zone) => zone
      ? defined({ min: figure(zone, "minBeatsPerMinute"), max: figure(zone, "maxBeatsPerMinute") })
      : {}),
  },
  {
    type: "time-in-heart-rate-zone",
    fields: ["heartRateZones[].minutes"],
    read: ({ timeInHeartRateZones: list }) =>
      zones(list, "heartRateZone", (zone) => ({ minutes: minutesOf(zone?.duration) })),
  },
  {
    type: "calories-in-heart-rate-zone",
    fields: ["heartRateZones[].caloriesOut"],
    read: ({ caloriesInHeartRateZones: list }) =>
      zones(list, "heartRateZone", (zone) => ({ caloriesOut: numberOf(zone?.kcal) ?? 0 })),
  },
  {
    type: "daily-resting-heart-rate",
    isRecord: true,
    fields: ["restingHeartRate"],
    read: ({ beatsPerMinute }) => ({ restingHeartRate: numberOf(beatsPerMinute) }),
  },
];

/** What was given for each figure, by the first of its fields. */
export type DayValues = Record<string, { value?: Value } | undefined>;

/** The calls that a day's summary is made of, one a figure, by the first of its fields. */
export function summaryParts(
  app: Requests,
  date: CivilDate,
  call: Call,
): Record<string, Part<{ value?: Value }>> {
  const partOf = (row: Figure) => ({
    fields: row.fields.map((field) => `summary.${field}`),
    ask: async () => ({ value: await valueOfDay(app, row, date, call) }),
  });
  return Object.fromEntries(FIGURES.map((row) => [String(row.fields[0]), partOf(row)]));
}

async function valueOfDay(
  app: Requests,
  { type, isRecord, family }: Figure,
  date: CivilDate,
  call: Call,
): Promise<Value | undefined> {
  const { unionKey } = dataTypes[type];
  if (isRecord) {
    const span = daysOf({ from: date, to: date });
    const [point] = await whole(reconciled(app, type, { span }, call));
    return valueOf<Value>(point, unionKey);
  }
  const rows = await whole(app.getDailyRollUp(type, { from: date, to: date, family }, call));
  const sums = rows.find(({ civilStartTime = {} }) =>
    civilDateOf(civilStartTime.date ?? {}) === date);
  return valueOf<Value>(sums, unionKey);
}

/** A day in Fitbit's shape. A figure is absent unless its part has data for the day. */
export function toSummary(
  values: DayValues,
  system: UnitSystem | undefined,
): ActivitySummary {
  const given = FIGURES.flatMap(({ fields: [field = ""], read }) => {
    const value = values[field]?.value;
    return value ? [read(value, system)] : [];
  });
  const distances = given.flatMap((figures) => figures.distances ?? []);
  const zones = given.flatMap(({ heartRateZones }) => heartRateZones ? [heartRateZones] : []);
  return defined({
    ...given.reduce<ActivitySummary>((all, figures) => ({ ...all, ...figures }), {}),
    caloriesBMR: atRest(values),
    distances: distances.length ? distances : undefined,
    heartRateZones: joined(zones),
  });
}

/** What is burned without moving: all calories less the active ones. */
function atRest({ caloriesOut, activityCalories }: DayValues): number | undefined {
  const [total, active] = [caloriesOut, activityCalories]
    .map((given) => figure(given?.value, "kcalSum"));
  return total === undefined || active === undefined ? undefined : Math.round(total - active);
}

/** What each list says of the four zones, put together. */
function joined(lists: HeartRateZone[][]): HeartRateZone[] | undefined {
  const [first, ...rest] = lists;
  return first?.map((zone, i) => rest.reduce((all, list) => ({ ...all, ...list[i] }), zone));
}
