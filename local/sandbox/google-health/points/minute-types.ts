import type { Character } from "../../person/character";
import { MINUTE } from "../../person/days";
import { ASLEEP, type Minutes } from "../../person/minutes";
import type { Exercise } from "../../person/truth";
import type { Source } from "../sources";
import { int64, type Stream } from "./point";
import {
  listByKind, spread, sumsByKind, thousandthsSum, time, timeSum, wholeSum,
} from "./rollups";

const FLOOR_MILLIMETRES = 3048;
const LEVELS = ["SEDENTARY", "LIGHTLY_ACTIVE", "MODERATELY_ACTIVE", "VERY_ACTIVE"] as const;
const ACTIVE = ["LIGHT", "MODERATE", "VIGOROUS"] as const;
/** https://developers.google.com/health/data-types#time-in-heart-rate-zone */
export const ZONES = ["LIGHT", "MODERATE", "VIGOROUS", "PEAK"] as const;
const EARNING_ZONES = ["FAT_BURN", "CARDIO", "PEAK"] as const;

/** One minute of a day. */
export interface Minute {
  day: Minutes;
  i: number;
  who: Character;
  worn: boolean;
  /** 0 sedentary … 3 very active, 4 asleep. */
  level: number;
  /** 0 below the zones … 3 peak; -1 when the watch is off. */
  zone: number;
}

export interface Reading { amount: number; kind?: string }

/** A type whose points are minutes that the watch recorded. */
export interface MinuteType {
  source: Source;
  read: (minute: Minute) => Reading | undefined;
  value: (reading: Reading) => object;
  rollUp?: Stream["rollUp"];
  /** What an exercise that was written down adds to its first minute. */
  said?: (exercise: Exercise, who: Character) => number | undefined;
  /** Neighbours of one kind are one point, within an hour. */
  joined?: true;
  sample?: true;
  /** What is counted of minutes that the watch knows nothing of. */
  unseen?: (who: Character) => number;
}

export const some = (amount: number, kind?: string): Reading | undefined =>
  (amount > 0 ? { amount, kind } : undefined);

/** A worn watch reports at least once an hour, so that no steps are not no data. */
const counted = (amount: number, { worn, i }: Minute): Reading | undefined =>
  (amount > 0 || (worn && i % 60 === 0) ? { amount } : undefined);

const basalOf = ({ start, end }: Exercise, who: Character): number =>
  ((end - start) / MINUTE) * who.basalMilliKcal;

const extraKcal = (exercise: Exercise, who: Character): number | undefined =>
  (exercise.said?.kcal === undefined
    ? undefined
    : Math.max(0, exercise.said.kcal * 1000 - basalOf(exercise, who)));

const kcal = ({ day, i }: Minute): number => day.milliKcal[i] ?? 0;

export const MINUTE_TYPES: Record<string, MinuteType> = {
  "steps": {
    source: "watch",
    read: (minute) => counted(minute.day.steps[minute.i] ?? 0, minute),
    value: ({ amount }) => int64("count", amount),
    rollUp: wholeSum("countSum"),
    said: ({ said }) => said?.steps,
  },
  "distance": {
    source: "watch",
    read: (minute) => counted(minute.day.millimetres[minute.i] ?? 0, minute),
    value: ({ amount }) => int64("millimeters", amount),
    rollUp: wholeSum("millimetersSum"),
    said: ({ said }) => said?.metres && said.metres * 1000,
  },
  "floors": {
    source: "watch",
    read: (minute) => counted(minute.day.floors[minute.i] ?? 0, minute),
    value: ({ amount }) => int64("count", amount),
    rollUp: wholeSum("countSum"),
  },
  "altitude": {
    source: "watch",
    read: (minute) =>
      counted((minute.day.floors[minute.i] ?? 0) * FLOOR_MILLIMETRES, minute),
    value: ({ amount }) => int64("gainMillimeters", amount),
    rollUp: wholeSum("gainMillimetersSum"),
  },
  "active-energy-burned": {
    source: "derived",
    read: (minute) => some(kcal(minute) - minute.who.basalMilliKcal),
    value: ({ amount }) => ({ kcal: amount / 1000 }),
    rollUp: thousandthsSum("kcalSum"),
    said: extraKcal,
  },
  "total-calories": {
    source: "derived",
    read: (minute) => some(kcal(minute)),
    value: () => ({}),
    rollUp: thousandthsSum("kcalSum"),
    said: extraKcal,
    unseen: (who) => who.basalMilliKcal,
  },
  "calories-in-heart-rate-zone": {
    source: "derived",
    read: (minute) => (minute.worn ? some(kcal(minute), ZONES[minute.zone]) : undefined),
    value: () => ({}),
    rollUp: listByKind("caloriesInHeartRateZones", "heartRateZone", ZONES, (sum) => (
      { kcal: sum / 1000 }
    )),
  },
  "active-minutes": {
    source: "derived",
    read: ({ level }) =>
      (level > 0 && level < ASLEEP ? { amount: 1, kind: ACTIVE[level - 1] } : undefined),
    value: ({ kind }) => ({
      activeMinutesByActivityLevel: [{ activityLevel: kind, activeMinutes: "1" }],
    }),
    rollUp: listByKind("activeMinutesRollupByActivityLevel", "activityLevel", ACTIVE, (sum) => (
      int64("activeMinutesSum", sum)
    )),
  },
  "active-zone-minutes": {
    source: "watch",
    read: ({ zone }) =>
      (zone > 0 ? { amount: zone === 1 ? 1 : 2, kind: EARNING_ZONES[zone - 1] } : undefined),
    value: ({ amount, kind }) => ({ heartRateZone: kind, activeZoneMinutes: String(amount) }),
    rollUp: sumsByKind({
      FAT_BURN: "sumInFatBurnHeartZone",
      CARDIO: "sumInCardioHeartZone",
      PEAK: "sumInPeakHeartZone",
    }),
  },
  "activity-level": {
    source: "derived",
    read: ({ worn, level }) =>
      (worn && level < ASLEEP ? { amount: 1, kind: LEVELS[level] } : undefined),
    value: ({ kind }) => ({ activityLevelType: kind }),
    joined: true,
  },
  "sedentary-period": {
    source: "derived",
    read: ({ worn, level }) => (worn && level === 0 ? { amount: 1 } : undefined),
    value: () => ({}),
    rollUp: timeSum("durationSum"),
    joined: true,
  },
  "time-in-heart-rate-zone": {
    source: "derived",
    read: ({ worn, zone }) => (worn ? { amount: 1, kind: ZONES[zone] } : undefined),
    value: ({ kind }) => ({ heartRateZoneType: kind }),
    rollUp: listByKind("timeInHeartRateZones", "heartRateZone", ZONES, time("duration")),
    joined: true,
  },
  "swim-lengths-data": {
    source: "watch",
    read: ({ day, i }) => some(day.strokes[i] ?? 0),
    value: ({ amount }) => (
      { strokeCount: String(amount), swimStrokeType: "FREESTYLE" }
    ),
    rollUp: wholeSum("strokeCountSum"),
  },
  // The real API has a sample every few seconds; here the minute is the finest there is.
  "heart-rate": {
    source: "watch",
    read: ({ day, i }) => some(day.heartRate[i] ?? 0),
    value: ({ amount }) => ({ beatsPerMinute: String(amount) }),
    rollUp: spread("beatsPerMinute"),
    sample: true,
  },
};
