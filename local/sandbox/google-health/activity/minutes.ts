import type { Character } from "../../person/character";
import { MINUTE } from "../../person/days";
import { ASLEEP } from "../../person/minutes";
import type { Exercise } from "../../person/truth";
import { dataType, type DataType, METHODS, SCOPES } from "../data-type";
import { milliKcal, type Minute, minutes, type Reading, some } from "../points/minutes";
import { int64 } from "../points/point";
import { listByKind, sumsByKind, thousandthsSum, timeSum, wholeSum } from "../points/sums";
import { withCopies } from "./step-copies";

const SCOPE = SCOPES.activity;
const FLOOR_MILLIMETRES = 3048;
const LEVELS = ["SEDENTARY", "LIGHTLY_ACTIVE", "MODERATELY_ACTIVE", "VERY_ACTIVE"] as const;
const ACTIVE = ["LIGHT", "MODERATE", "VIGOROUS"] as const;
const EARNING_ZONES = ["FAT_BURN", "CARDIO", "PEAK"] as const;

/** A worn watch reports at least once an hour, so that no steps are not no data. */
const counted = (amount: number, { worn, i }: Minute): Reading | undefined =>
  (amount > 0 || (worn && i % 60 === 0) ? { amount } : undefined);

const basalOf = ({ start, end }: Exercise, who: Character): number =>
  ((end - start) / MINUTE) * who.basalMilliKcal;

const extraKcal = (exercise: Exercise, who: Character): number | undefined =>
  (exercise.said?.kcal === undefined
    ? undefined
    : Math.max(0, exercise.said.kcal * 1000 - basalOf(exercise, who)));

export const MINUTE_TYPES: readonly DataType[] = [
  dataType("steps", "interval", SCOPE, METHODS.series, {
    stream: withCopies(minutes({
      source: "watch",
      read: (minute) => counted(minute.day.steps[minute.i] ?? 0, minute),
      value: ({ amount }) => int64("count", amount),
      rollUp: wholeSum("countSum"),
      said: ({ said }) => said?.steps,
    })),
  }),
  dataType("distance", "interval", SCOPE, METHODS.series, {
    stream: minutes({
      source: "watch",
      read: (minute) => counted(minute.day.millimetres[minute.i] ?? 0, minute),
      value: ({ amount }) => int64("millimeters", amount),
      rollUp: wholeSum("millimetersSum"),
      said: ({ said }) => said?.metres && said.metres * 1000,
    }),
  }),
  dataType("floors", "interval", SCOPE, ["reconcile", ...METHODS.roll], {
    stream: minutes({
      source: "watch",
      needsAltimeter: true,
      read: (minute) => counted(minute.day.floors[minute.i] ?? 0, minute),
      value: ({ amount }) => int64("count", amount),
      rollUp: wholeSum("countSum"),
    }),
  }),
  dataType("altitude", "interval", SCOPE, METHODS.series, {
    stream: minutes({
      source: "watch",
      needsAltimeter: true,
      read: (minute) =>
        counted((minute.day.floors[minute.i] ?? 0) * FLOOR_MILLIMETRES, minute),
      value: ({ amount }) => int64("gainMillimeters", amount),
      rollUp: wholeSum("gainMillimetersSum"),
    }),
  }),
  dataType("active-energy-burned", "interval", SCOPE, METHODS.series, {
    stream: minutes({
      source: "derived",
      read: (minute) => some(milliKcal(minute) - minute.who.basalMilliKcal),
      value: ({ amount }) => ({ kcal: amount / 1000 }),
      rollUp: thousandthsSum("kcalSum"),
      said: extraKcal,
    }),
  }),
  dataType("total-calories", "interval", SCOPE, METHODS.roll, {
    rollUpMaxDays: 14,
    stream: minutes({
      source: "derived",
      read: (minute) => some(milliKcal(minute)),
      value: () => ({}),
      rollUp: thousandthsSum("kcalSum"),
      said: extraKcal,
      unseen: ({ person, switches }) =>
        (switches.basalWithoutData ? person.who.basalMilliKcal : 0),
    }),
  }),
  dataType("active-minutes", "interval", SCOPE, METHODS.series, {
    rollUpMaxDays: 14,
    stream: minutes({
      source: "derived",
      read: ({ level }) =>
        (level > 0 && level < ASLEEP ? { amount: 1, kind: ACTIVE[level - 1] } : undefined),
      value: ({ kind }) => ({
        activeMinutesByActivityLevel: [{ activityLevel: kind, activeMinutes: "1" }],
      }),
      rollUp: listByKind("activeMinutesRollupByActivityLevel", "activityLevel", ACTIVE, (sum) => (
        int64("activeMinutesSum", sum)
      )),
    }),
  }),
  dataType("active-zone-minutes", "interval", SCOPE, METHODS.series, {
    stream: minutes({
      source: "watch",
      read: ({ zone }) =>
        (zone > 0 ? { amount: zone === 1 ? 1 : 2, kind: EARNING_ZONES[zone - 1] } : undefined),
      value: ({ amount, kind }) => (
        { heartRateZone: kind, activeZoneMinutes: String(amount) }
      ),
      rollUp: sumsByKind({
        FAT_BURN: "sumInFatBurnHeartZone",
        CARDIO: "sumInCardioHeartZone",
        PEAK: "sumInPeakHeartZone",
      }),
    }),
  }),
  dataType("activity-level", "interval", SCOPE, METHODS.read, {
    stream: minutes({
      source: "derived",
      read: ({ worn, level }) =>
        (worn && level < ASLEEP ? { amount: 1, kind: LEVELS[level] } : undefined),
      value: ({ kind }) => ({ activityLevelType: kind }),
      joined: true,
    }),
  }),
  dataType("sedentary-period", "interval", SCOPE, METHODS.series, {
    stream: minutes({
      source: "derived",
      read: ({ worn, level }) => (worn && level === 0 ? { amount: 1 } : undefined),
      value: () => ({}),
      rollUp: timeSum("durationSum"),
      joined: true,
    }),
  }),
  dataType("swim-lengths-data", "interval", SCOPE, METHODS.series, {
    stream: minutes({
      source: "watch",
      read: ({ day, i }) => some(day.strokes[i] ?? 0),
      value: ({ amount }) => (
        { strokeCount: String(amount), swimStrokeType: "FREESTYLE" }
      ),
      rollUp: wholeSum("strokeCountSum"),
    }),
  }),
];
