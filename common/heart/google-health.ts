import type { Call } from "../call";
import { addDays, isWithin } from "../dates";
import { defined, numberOf } from "../fields";
import { dailyRecords, dailySums, type Value } from "../google-health/daily";
import { rolledUp, samplesOfType, valued } from "../google-health/intraday";
import type { Requests } from "../google-health/requests";
import type { Granularity, Window } from "../intraday";
import type { Days } from "../ranges";
import { joinedDays, readDays, type DaysRead } from "../series";
import type { HeartApi } from "./api";
import { heartDay } from "./days";
import { joinedZones, zonesOf, type ZoneType } from "./google-health-zones";
import type { HeartValue } from "./shapes";

/** The only file that asks for Google's heart rates. */
export const heart = {
  /**
   * Calories go by a fortnight, and are asked for only where there is time in a zone.
   * https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile
   */
  async getHeartRateTimeSeries(
    this: Requests, range: Days, { zones }: { zones: boolean }, call: Call,
  ) {
    const parts = ["restingHeartRate"];
    const resting = { resting: dailyRecords(this, "daily-resting-heart-rate", parts, call) };
    const { days, ...rest } = zones
      ? await withZones(this, resting, range, call)
      : await readDays(resting, range);
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
  return valued(numberOf(beatsPerMinute));
}

function meanOf({ beatsPerMinuteAvg }: Value) {
  const mean = numberOf(beatsPerMinuteAvg);
  return valued(mean && Math.round(mean));
}

async function withZones(
  app: Requests,
  resting: Parameters<typeof readDays<Value>>[0],
  range: Days,
  call: Call,
): Promise<DaysRead<Value>> {
  const of = (what: string) => [`heartRateZones[].${what}`];
  const read = await readDays({
    ...resting,
    "daily-heart-rate-zones":
      dailyRecords(app, "daily-heart-rate-zones", [...of("min"), ...of("max")], call),
    "time-in-heart-rate-zone":
      dailySums(app, "time-in-heart-rate-zone", of("minutes"), call),
  }, range);
  const measured = [...read.days.keys()].filter((date) =>
    read.days.get(date)?.["time-in-heart-rate-zone"]);
  const isMeasured = (days: Days) => measured.some((date) => isWithin(date, days));
  const before = read.next ?? addDays(range.to, 1);
  return joinedDays(read, await readDays({
    "calories-in-heart-rate-zone":
      dailySums(app, "calories-in-heart-rate-zone", of("caloriesOut"), call),
  }, { ...range, to: addDays(before, -1) }, isMeasured));
}

const ZONE_TYPES: ZoneType[] = [
  "daily-heart-rate-zones", "time-in-heart-rate-zone", "calories-in-heart-rate-zone",
];

function toValue(values: Record<string, Value>, zones: boolean): HeartValue {
  return defined({
    heartRateZones: zones
      ? joinedZones(ZONE_TYPES.map((type) => zonesOf(type, values[type])))
      : undefined,
    restingHeartRate: numberOf(values.resting?.beatsPerMinute),
  });
}
