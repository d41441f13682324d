import type { Call } from "../call";
import { defined, objectsIn } from "../fields";
import { dailyRecords, dailySums, type Value } from "../google-health/daily";
import type { Requests } from "../google-health/requests";
import { calledBy, durationOf, figure, numberOf } from "../google-health/values";
import type { DaySource } from "../series";
import type { HeartRateZone } from "./shapes";
import type { ZoneName } from "./zones";

/** Google's words for Fitbit's zones. */
const ZONES: Record<string, ZoneName> = {
  LIGHT: "Out of Range",
  MODERATE: "Fat Burn",
  VIGOROUS: "Cardio",
  PEAK: "Peak",
};

/** What each of the data types says of the zones: its list, the key of a zone, its figures. */
const LISTS = {
  "daily-heart-rate-zones": {
    list: "heartRateZones",
    key: "heartRateZoneType",
    of: (zone: Value | undefined) => ({
      min: numberOf(zone?.minBeatsPerMinute),
      max: numberOf(zone?.maxBeatsPerMinute),
    }),
  },
  "time-in-heart-rate-zone": {
    list: "timeInHeartRateZones",
    key: "heartRateZone",
    of: (zone: Value | undefined) => ({ minutes: wholeMinutes(durationOf(zone, "duration")) }),
  },
  "calories-in-heart-rate-zone": {
    list: "caloriesInHeartRateZones",
    key: "heartRateZone",
    of: (zone: Value | undefined) => ({ caloriesOut: figure(zone, "kcal") }),
  },
};

function wholeMinutes(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : Math.round(seconds / 60);
}

type ZoneType = keyof typeof LISTS;

/**
 * The requests that the zones of days take; calories go by a fortnight, and are asked for only
 * where there is time in a zone.
 * @param holder what the zones of an answer are called
 */
export function zoneSources(
  app: Requests, holder: string, call: Call,
): Record<ZoneType, DaySource<Value>> {
  const of = (...figures: string[]) => figures.map((figure) => `${holder}[].${figure}`);
  return {
    "daily-heart-rate-zones":
      dailyRecords(app, "daily-heart-rate-zones", of("min", "max"), call),
    "time-in-heart-rate-zone":
      dailySums(app, "time-in-heart-rate-zone", of("minutes"), call),
    "calories-in-heart-rate-zone": {
      ...dailySums(app, "calories-in-heart-rate-zone", of("caloriesOut"), call),
      within: "time-in-heart-rate-zone",
    },
  };
}

/** The zones of a day with all that its sources say of them; undefined where none does. */
export function zonesOfDay(
  values: Partial<Record<string, Value>>,
): HeartRateZone[] | undefined {
  const types = Object.keys(LISTS) as ZoneType[];
  const [first, ...rest] = types.map((type) => zonesOf(type, values[type]))
    .filter((zones) => zones !== undefined);
  return first?.map((zone, i) => rest.reduce((all, list) => ({ ...all, ...list[i] }), zone));
}

/**
 * The four zones with what a day's value says of each; one that its list leaves out has none
 * of it. Undefined without a list, or with one that is empty: that is no reading.
 */
function zonesOf(type: ZoneType, value: Value | undefined): HeartRateZone[] | undefined {
  const { list, key, of } = LISTS[type];
  const zones = value?.[list];
  if (!objectsIn(zones).length) return undefined;
  return Object.entries(ZONES).map(([word, name]) => (
    { name, ...defined(of(calledBy(word, zones, { key, words: Object.keys(ZONES) }))) }
  ));
}
