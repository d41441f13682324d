import { dataType, type DataType, METHODS, SCOPES } from "../data-type";
import { milliKcal, minutes, some } from "../points/minutes";
import { listByKind, spread, time } from "../points/sums";
import { ZONES } from "./zones";

export const MINUTE_TYPES: readonly DataType[] = [
  // The real API has a sample every few seconds; here the minute is the finest there is.
  dataType("heart-rate", "sample", SCOPES.metrics, METHODS.series, {
    rollUpMaxDays: 14,
    usualPage: ({ heartRatePage }) => heartRatePage,
    stream: minutes({
      source: "watch",
      read: ({ day, i }) => some(day.heartRate[i] ?? 0),
      value: ({ amount }) => ({ beatsPerMinute: String(amount) }),
      rollUp: spread("beatsPerMinute"),
      sample: true,
    }),
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
    }),
  }),
];
