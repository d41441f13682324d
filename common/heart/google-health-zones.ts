import { defined, objectsIn } from "../fields";
import { figure, numberOf, secondsOf } from "../google-health/values";
import type { Value } from "../google-health/daily";
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
    of: (zone: Value | undefined) => defined({
      min: figure(zone, "minBeatsPerMinute"),
      max: figure(zone, "maxBeatsPerMinute"),
    }),
  },
  "time-in-heart-rate-zone": {
    list: "timeInHeartRateZones",
    key: "heartRateZone",
    of: (zone: Value | undefined) => (
      { minutes: Math.round((secondsOf(zone?.duration) ?? 0) / 60) }
    ),
  },
  "calories-in-heart-rate-zone": {
    list: "caloriesInHeartRateZones",
    key: "heartRateZone",
    of: (zone: Value | undefined) => ({ caloriesOut: numberOf(zone?.kcal) ?? 0 }),
  },
};

export type ZoneType = keyof typeof LISTS;

/**
 * The four zones with what a day's value says of each; one that its list leaves out has none
 * of it. Undefined without a list, or with one that is empty: that is no reading.
 */
export function zonesOf(
  type: ZoneType, value: Value | undefined,
): HeartRateZone[] | undefined {
  const { list, key, of } = LISTS[type];
  const entries = objectsIn(value?.[list]);
  if (!entries.length) return undefined;
  return Object.entries(ZONES).map(([word, name]) => (
    { name, ...of(entries.find((entry) => entry[key] === word)) }
  ));
}

/** What several types say of the four zones, put together; undefined where none says it. */
export function joinedZones(
  lists: (HeartRateZone[] | undefined)[],
): HeartRateZone[] | undefined {
  const [first, ...rest] = lists.filter((list) => list !== undefined);
  return first?.map((zone, i) => rest.reduce((all, list) => ({ ...all, ...list[i] }), zone));
}
