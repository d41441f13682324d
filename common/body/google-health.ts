import type { Answer } from "../answer";
import type { Call } from "../call";
import { instantOf, offsetAt, type Clock } from "../clocks";
import { addDays, type DayInput } from "../dates";
import type { DaysApi } from "../days";
import { clockOf } from "../google-health/days";
import { dailySums, type Value } from "../google-health/daily";
import { daysOf, minuteOf } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { toldOf } from "../google-health/sources";
import { figure } from "../google-health/values";
import { byWriter, type LogQuery } from "../lists";
import type { Days } from "../ranges";
import { readDays, type DaySource } from "../series";
import { gramsOf, rounded, weightIn, type UnitSystem } from "../units";
import { adding, failedWith } from "../wire/errors";
import { mapPages, whole, type Page, type Pages } from "../wire/pages";
import type { BodyApi } from "./api";
import {
  besideOf, heightsOf, listed, measured, NOTHING_BESIDE,
} from "./google-health-lists";
import {
  bmiOf, heightAt, samplesOf, toBodyFatLog, toWeightLog, type Measure, type Sample,
} from "./google-health-log";
import type { recentBody } from "./google-health-recent";
import { bodyDay, type BodyMetric } from "./metrics";
import { isSameFat, isSameGrams } from "./records";
import type {
  BodyFatLog, NewBodyFat, NewTime, NewWeight, WeightDay, WeightLog,
} from "./shapes";

/** What is asked of Google's weights and body fat. */
export const body = {
  async getWeightDay(
    this: Requests & Pick<DaysApi, "getCivilDay"> & Pick<BodyApi, "listWeightLogs">,
    day: DayInput,
    call: Call,
  ): Promise<WeightDay> {
    const date = await this.getCivilDay(day, call);
    const logs = await whole(this.listWeightLogs({ from: date, to: date }, call));
    return { date, weight: logs.reverse() };
  },

  /**
   * Weighings from three lists, for body fat and height are records of their own.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list
   */
  async* listWeightLogs(this: Requests, wanted: LogQuery, call: Call) {
    const found = await measured(this, "weight", wanted, call);
    const isAlone = wanted.own ?? !found.length;
    const beside = isAlone ? NOTHING_BESIDE : await besideOf(this, wanted, call);
    const toLog = (sample: Sample) => toWeightLog(sample, beside, call.unitSystem);
    yield* mapPages(byOrigin(found, wanted), toLog);
  },

  /** Looked for among what anybody stored of its minute, or else of its day. */
  async findWeightLog(this: Requests, made: NewWeight, call: Call) {
    const grams = gramsOf(made.weight, call.unitSystem);
    const found = await storedAt(this, "weight", made, (amount) =>
      isSameGrams(amount, grams), call);
    return found && { weightLog: toWeightLog(found, NOTHING_BESIDE, call.unitSystem) };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create */
  async createWeightLog(
    this: Requests, made: NewWeight, call: Call,
  ): Promise<Answer<{ weightLog?: WeightLog }>> {
    const weightGrams = rounded(gramsOf(made.weight, call.unitSystem), DIGITS);
    const sampleTime = timeOf(await clockOf(this, call), made);
    const stored = { record: "The weight", lookAt: "List Weight Logs" };
    const point = { weight: { sampleTime, weightGrams } };
    const created = await this.createDataPoint("weight", point, stored, call);
    const [sample] = await samplesOf(this, "weight", [created], call);
    if (!sample) return { data: {} };
    return { data: { weightLog: toWeightLog(sample, NOTHING_BESIDE, call.unitSystem) } };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete */
  async deleteWeightLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Weight Logs" };
    await this.deleteDataPoints("weight", [logId], stored, call);
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list */
  async* listBodyFatLogs(this: Requests, wanted: LogQuery, call: Call) {
    const found = await measured(this, "body-fat", wanted, call);
    yield* mapPages(byOrigin(found, wanted), toBodyFatLog);
  },

  async findBodyFatLog(this: Requests, made: NewBodyFat, call: Call) {
    const found = await storedAt(this, "body-fat", made, (amount) =>
      isSameFat(amount, made.fat), call);
    return found && { fatLog: toBodyFatLog(found) };
  },

  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create */
  async createBodyFatLog(
    this: Requests, made: NewBodyFat, call: Call,
  ): Promise<Answer<{ fatLog?: BodyFatLog }>> {
    const sampleTime = timeOf(await clockOf(this, call), made);
    const stored = { record: "The body fat", lookAt: "List Body Fat Logs" };
    const point = { bodyFat: { sampleTime, percentage: rounded(made.fat, DIGITS) } };
    const created = await this.createDataPoint("body-fat", point, stored, call);
    const [sample] = await samplesOf(this, "body-fat", [created], call);
    return { data: sample ? { fatLog: toBodyFatLog(sample) } : {} };
  },

  /** Seen to answer 500, whatever was asked to be deleted. */
  async deleteBodyFatLog(this: Requests, logId: string, call: Call) {
    const stored = { record: "The deletion", lookAt: "List Body Fat Logs" };
    await this.deleteDataPoints("body-fat", [logId], stored, call).catch((error: unknown) => {
      throw failedWith(error, "server_error") ? adding(error, NO_DELETION) : error;
    });
  },

  /**
   * Means of a day; BMI goes by the height of then.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp
   */
  async getBodyTimeSeries(
    this: Requests, metrics: readonly BodyMetric[], range: Days, call: Call,
  ) {
    let heights: readonly Sample[] = [];
    const sources: Record<string, DaySource<Value>> = {};
    const isOf = (...reading: BodyMetric[]) =>
      metrics.filter((metric) => reading.includes(metric));
    const byWeight = isOf("weight", "bmi");
    if (byWeight.length) sources.weight = dailySums(this, "weight", byWeight, call);
    if (isOf("fat").length) sources.fat = dailySums(this, "body-fat", ["fat"], call);
    if (isOf("bmi").length) {
      sources.height = {
        parts: ["bmi"],
        ask: async () => {
          heights = await heightsOf(this, call);
          return [];
        },
      };
    }
    const { days, ...rest } = await readDays(sources, range);
    const series = [...days].flatMap(([date, sums]) => {
      const height = heightAt(heights, Date.parse(addDays(date, 1)));
      return bodyDay(date, figuresOf(sums, height, metrics, call.unitSystem));
    });
    return { days: series, ...rest };
  },
} satisfies Omit<BodyApi, keyof typeof recentBody>;

const MINUTE_MS = 60_000;

/** Digits of what is stored: a hundredth of a gram, or of a percent. */
const DIGITS = 2;
/** Digits of a mean. */
const MEAN_DIGITS = 4;

const NO_DELETION = "Google Health has answered so to every deletion of body fat of late: delete it in the Google Health app.";

/** The figures of a day that are wanted; one that has no source is undefined. */
function figuresOf(
  { weight, fat }: Record<string, Value>,
  height: number | undefined,
  metrics: readonly BodyMetric[],
  system: UnitSystem | undefined,
): { [M in BodyMetric]?: number } {
  const grams = figure(weight, "weightGramsAvg");
  const percent = figure(fat, "bodyFatPercentageAvg");
  const all = {
    weight: weightIn(system, grams, MEAN_DIGITS),
    fat: percent && rounded(percent, MEAN_DIGITS),
    bmi: grams === undefined ? undefined : bmiOf(grams, height, MEAN_DIGITS),
  };
  return Object.fromEntries(metrics.map((metric) => [metric, all[metric]]));
}

/** The newest first, by the writer that is wanted; all are at hand. */
function byOrigin(samples: readonly Sample[], wanted: LogQuery): Pages<Sample> {
  return byWriter(onePage([...samples].reverse()), wanted, ({ source }) =>
    source && toldOf(source));
}

// A page is one of several for whoever reads it.
async function* onePage<T>(items: T[]): AsyncGenerator<Page<T>> {
  yield await Promise.resolve({ items, more: false });
}

/** What is stored of an amount at the time of a new record; undefined where there is none. */
async function storedAt(
  app: Requests,
  measure: Measure,
  { day, time }: NewTime,
  isSame: (amount: number) => boolean,
  call: Call,
): Promise<Sample | undefined> {
  const span = time === undefined ? daysOf({ from: day, to: day }) : minuteOf({ day, time });
  const samples = await listed(app, measure, { span }, call);
  return samples.find(({ amount }) => isSame(amount));
}

/**
 * When a new record was measured: without a time at the end of its day, as Fitbit has it, or
 * in the present minute where that is today.
 */
function timeOf(clock: Clock, { day, time }: NewTime) {
  const at = time === undefined
    ? lastOf(clock, day, Date.now())
    : instantAt(clock, day, `${time}:00`);
  return {
    physicalTime: new Date(at).toISOString(),
    utcOffset: `${Math.round(offsetAt(clock, at) / 1_000)}s`,
  };
}

function lastOf(clock: Clock, day: string, now: number): number {
  const [begin, end] = [instantAt(clock, day, "00:00:00"), instantAt(clock, day, "23:59:59")];
  return Math.max(begin, Math.min(end, now - now % MINUTE_MS));
}

function instantAt(clock: Clock, day: string, time: string): number {
  return instantOf(clock, Date.parse(`${day}T${time}Z`));
}
