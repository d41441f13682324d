import type { Day } from "../../person/days";
import { zonesOf } from "../../person/totals";
import { type DataType, dataType, METHODS, SCOPES } from "../data-type";
import { daily } from "../points/daily";
import { int64 } from "../points/point";
import type { Life } from "../state";
import { ZONES } from "./zones";

const SCOPE = SCOPES.metrics;

/** What is to be said of a day on which the watch was worn. */
function whenWorn(
  { person }: Life, day: Day, value: (restingHeartRate: number) => object,
): object | undefined {
  const resting = person.restingHeartRate(day);
  return resting === undefined ? undefined : value(resting);
}

/** The last zone has no other after it. */
const endsBefore = ({ switches }: Life, i: number): number =>
  (switches.zonesTouch || i === ZONES.length - 1 ? 0 : 1);

export const DAILY_TYPES: readonly DataType[] = [
  dataType("daily-resting-heart-rate", "daily", SCOPE, METHODS.read, {
    stream: daily((life, day) => whenWorn(life, day, (resting) => ({
      ...int64("beatsPerMinute", resting),
      dailyRestingHeartRateMetadata: { calculationMethod: "WITH_SLEEP" },
    }))),
  }),
  dataType("daily-heart-rate-zones", "daily", SCOPE, METHODS.read, {
    stream: daily((life, day) => whenWorn(life, day, () => ({
      heartRateZones: zonesOf(life.person.who).map(({ min, max }, i) => ({
        heartRateZoneType: ZONES[i],
        ...int64("minBeatsPerMinute", min),
        ...int64("maxBeatsPerMinute", max - endsBefore(life, i)),
      })),
    }))),
  }),
];
