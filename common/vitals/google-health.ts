import type { Call } from "../call";
import { isFields, numberOf } from "../fields";
import { dailyRecords, type Value } from "../google-health/daily";
import type { DataTypeId } from "../google-health/data-types";
import type { Requests } from "../google-health/requests";
import { BY_NIGHT, dailySamples, type Taken } from "../google-health/samples";
import type { Days } from "../ranges";
import { readDays, type DaysRead } from "../series";
import { degreesIn, temperatureIn, type UnitSystem } from "../units";
import type { VitalsApi } from "./api";
import { cardioDay } from "./cardio";
import { coreDay } from "./core";
import { glucoseDay } from "./glucose";
import { toGlucose } from "./google-health-glucose";
import { vitalDay, type Vital, type VitalValue } from "./metrics";
import {
  hrvReading, readingsDay, spo2Reading, type Reading, type ReadVital,
} from "./readings";
import { stagesDay } from "./stages";

/** Where a vital of a night is, and what Fitbit calls it. */
const DAILY: { [V in Vital]: {
  type: DataTypeId;
  read(value: Value, system?: UnitSystem): { [F in keyof VitalValue<V>]: unknown };
} } = {
  hrv: {
    type: "daily-heart-rate-variability",
    read: (value) => ({
      dailyRmssd: value.averageHeartRateVariabilityMilliseconds,
      deepRmssd: value.deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds,
    }),
  },
  spo2: {
    type: "daily-oxygen-saturation",
    read: (value) => ({
      avg: value.averagePercentage,
      min: value.lowerBoundPercentage,
      max: value.upperBoundPercentage,
    }),
  },
  br: {
    type: "daily-respiratory-rate",
    read: ({ breathsPerMinute }) => ({ breathingRate: breathsPerMinute }),
  },
  tempSkin: {
    type: "daily-sleep-temperature-derivations",
    read: (value, system) => ({ nightlyRelative: degreesIn(system, relativeOf(value)) }),
  },
};

/** By how much a night was warmer than usual; unknown in the first weeks of a watch. */
function relativeOf(value: Value): number | undefined {
  const nightly = numberOf(value.nightlyTemperatureCelsius);
  const baseline = numberOf(value.baselineTemperatureCelsius);
  return nightly === undefined || baseline === undefined ? undefined : nightly - baseline;
}

/** Nights of one request of readings: a year of them would be a hundred megabytes. */
const NIGHTS = 30;

/** The only file that asks for Google's vitals. */
export const vitals = {
  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile */
  async getVitals(this: Requests, vital, range, call) {
    const { type, read } = DAILY[vital];
    const { days, ...rest } = await readDays({
      value: dailyRecords(this, type, [vital], call),
    }, range);
    return {
      days: [...days].flatMap(([date, { value = {} }]) =>
        vitalDay(vital, date, read(value, call.unitSystem))),
      ...rest,
    };
  },

  async getVitalReadings(this: Requests, vital, range, call) {
    const { type, read } = READINGS[vital];
    const { days, ...rest } = await nightly(this, type, vital, range, call);
    return {
      days: [...days].flatMap(([date, { samples = [] }]) =>
        readingsDay(vital, date, samples.flatMap(read))),
      ...rest,
    };
  },

  /** Of several summaries of a night, the one that tells of most stages, or else the last. */
  async getBreathingByStage(this: Requests, range, call) {
    const type = "respiratory-rate-sleep-summary";
    const { days, ...rest } = await nightly(this, type, "br", range, call);
    return {
      days: [...days].flatMap(([date, { samples = [] }]) => {
        const summaries = samples.flatMap(({ value }) => stagesDay(date, stagesOf(value)));
        return summaries.sort((a, b) => stageCount(a) - stageCount(b)).slice(-1);
      }),
      ...rest,
    };
  },

  /** A number, where Fitbit may give a range. */
  async getCardioFitness(this: Requests, range, call) {
    const { days, ...rest } = await readDays({
      value: dailyRecords(this, "daily-vo2-max", ["cardioScore"], call),
    }, range);
    return {
      days: [...days].flatMap(([date, { value }]) => cardioDay(date, numberOf(value?.vo2Max))),
      ...rest,
    };
  },

  async getCoreTemperatures(this: Requests, range, call) {
    const { days, ...rest } = await readDays({
      samples: dailySamples(this, "core-body-temperature", { parts: ["tempCore"] }, call),
    }, range);
    return {
      days: [...days].flatMap(([date, { samples = [] }]) =>
        coreDay(date, samples.flatMap(({ local, value: { temperatureCelsius } }) => {
          const value = temperatureIn(call.unitSystem, numberOf(temperatureCelsius));
          return value === undefined ? [] : [{ dateTime: second(local), value }];
        }))),
      ...rest,
    };
  },

  /** The newest reading of a day first, as on Fitbit. */
  async getBloodGlucose(this: Requests, range, { values: isWhole }, call) {
    const { days, ...rest } = await readDays({
      samples: dailySamples(this, "blood-glucose", { parts: ["bloodGlucose"] }, call),
    }, range);
    return {
      days: [...days].flatMap(([date, { samples = [] }]) => {
        const readings = samples.flatMap((sample) => toGlucose(sample, call.unitSystem));
        return glucoseDay(date, readings.reverse(), isWhole);
      }),
      ...rest,
    };
  },
} satisfies Pick<
  VitalsApi,
  | "getVitals" | "getVitalReadings" | "getBreathingByStage" | "getCardioFitness"
  | "getCoreTemperatures" | "getBloodGlucose"
>;

/** The samples of each night. */
async function nightly(
  app: Requests, type: DataTypeId, part: string, range: Days, call: Call,
): Promise<DaysRead<Taken[]>> {
  const source = { parts: [part], longest: NIGHTS, grouping: BY_NIGHT };
  return await readDays({ samples: dailySamples(app, type, source, call) }, range);
}

/** How a reading stands in a sample. */
const READINGS: { [V in ReadVital]: {
  type: DataTypeId;
  read(sample: Taken): Reading<V>[];
} } = {
  hrv: {
    type: "heart-rate-variability",
    read: ({ local, value }) => hrvReading(millisecond(local), {
      rmssd: value.rootMeanSquareOfSuccessiveDifferencesMilliseconds,
      hf: fieldsOf(value.metadata).highFrequencyPower,
      lf: fieldsOf(value.metadata).lowFrequencyPower,
    }),
  },
  spo2: {
    type: "oxygen-saturation",
    read: ({ local, value }) => spo2Reading(second(local), value.percentage),
  },
};

/** The stages in Fitbit's names. */
function stagesOf(value: Value) {
  const rate = (stats: unknown) => ({ breathingRate: fieldsOf(stats).breathsPerMinute });
  return {
    fullSleepSummary: rate(value.fullSleepStats),
    deepSleepSummary: rate(value.deepSleepStats),
    lightSleepSummary: rate(value.lightSleepStats),
    remSleepSummary: rate(value.remSleepStats),
  };
}

function stageCount({ figures }: { figures: object }): number {
  return Object.keys(figures).length;
}

function fieldsOf(value: unknown): Value {
  return isFields(value) ? value : {};
}

/** Local times as Fitbit writes them. */
const millisecond = (local: number): string => new Date(local).toISOString().slice(0, 23);
const second = (local: number): string => new Date(local).toISOString().slice(0, 19);
