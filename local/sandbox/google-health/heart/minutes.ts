import { dataType, type DataType, METHODS, SCOPES } from "../data-type";
import { milliKcal, minutes, some } from "../points/minutes";
import { listByKind, time } from "../points/sums";
import { readings } from "./readings";
import { ZONES } from "./zones";

export const MINUTE_TYPES: readonly DataType[] = [
  dataType("heart-rate", "sample", SCOPES.metrics, METHODS.series, {
    rollUpMaxDays: 14,
    usualPage: ({ heartRatePage }) => heartRatePage,
    // Seen of pages of 10,000.
    longestPage: 5000,
    stream: readings,
  }),
  dataType("time-in-heart-rate-zone", "interval", SCOPES.activity, METHODS.series, {
    stream: minutes({
      source: "derived",
      read: ({ worn, zone }) => (worn ? { amount: 1, kind: ZONES[zone] } : undefined),
      value: ({ kind }) => ({ heartRateZoneType: kind }),
      rollUp: listByKind("timeInHeartRateZones", "heartRateZone", ZONES, time("duration")),
      joined: true,
    }),
  }),
  dataType("calories-in-heart-rate-zone", "interval", SCOPES.activity, METHODS.roll, {
    rollUpMaxDays: 14,
    stream: minutes({
      source: "derived",
      read: (minute) =>
        (minute.worn ? some(milliKcal(minute), ZONES[minute.zone]) : undefined),
      value: () => ({}),
      rollUp: listByKind("caloriesInHeartRateZones", "heartRateZone", ZONES, (sum) => (
        { kcal: sum / 1000 }
      )),
      nothing: { caloriesInHeartRateZones: [] },
    }),
  }),
];
