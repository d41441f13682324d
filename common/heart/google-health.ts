import type { Call } from "../call";
import { defined } from "../fields";
import { dailyRecords, type Value } from "../google-health/daily";
import { rolledUp, samplesOfType, valued } from "../google-health/intraday";
import type { Requests } from "../google-health/requests";
import type { Granularity, Window } from "../intraday";
import type { Days } from "../ranges";
import { readDays } from "../series";
import type { HeartApi } from "./api";
import { heartDay, rateOf } from "./days";
import { zonesOfDay, zoneSources } from "./google-health-zones";
import type { HeartValue } from "./shapes";

/** The only file that asks for Google's heart rates. */
export const heart = {
  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile */
  async getHeartRateTimeSeries(
    this: Requests, range: Days, { zones }: { zones: boolean }, call: Call,
  ) {
    const { days, ...rest } = await readDays({
      resting: dailyRecords(this, "daily-resting-heart-rate", ["restingHeartRate"], call),
      ...zones && zoneSources(this, "heartRateZones", call),
    }, range);
    return {
      days: [...days].flatMap(([date, values]) => heartDay(date, toValue(values, zones))),
      ...rest,
    };
  },

  /**
   * The samples themselves, or their mean.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/rollUp
   */
  getIntradayHeartRate(
    this: Requests, window: Window, granularity: Granularity, call: Call,
  ) {
    if (granularity === "1sec") {
      return samplesOfType(this, "heart-rate", window, sampleOf, call);
    }
    return rolledUp(this, "heart-rate", window, granularity, meanOf, call);
  },
} satisfies HeartApi;

function sampleOf({ beatsPerMinute }: Value) {
  return valued(rateOf(beatsPerMinute));
}

function meanOf({ beatsPerMinuteAvg }: Value) {
  const mean = rateOf(beatsPerMinuteAvg);
  return valued(mean && Math.round(mean));
}

function toValue(values: Record<string, Value>, zones: boolean): HeartValue {
  return defined({
    heartRateZones: zones ? zonesOfDay(values) : undefined,
    restingHeartRate: rateOf(values.resting?.beatsPerMinute),
  });
}
