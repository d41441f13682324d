import type { ActivitySummary, HeartRateZone } from "./shapes";
import type { UnitSystem } from "../units";
import { defined, distanceIn, elevation } from "./google-health-log";
import type { DailyRollUpPoint, DataPoint } from "../google-health/answers";
import { figure, numberOf, secondsOf } from "../google-health/values";

/** What a day's summary is made of; what was not given is absent. */
export interface DayParts {
  steps?: DailyRollUpPoint;
  floors?: DailyRollUpPoint;
  altitude?: DailyRollUpPoint;
  distance?: DailyRollUpPoint;
  /** The distance of the tracker alone. */
  trackerDistance?: DailyRollUpPoint;
  totalCalories?: DailyRollUpPoint;
  activeEnergy?: DailyRollUpPoint;
  sedentary?: DailyRollUpPoint;
  activeMinutes?: DailyRollUpPoint;
  zoneTimes?: DailyRollUpPoint;
  zoneCalories?: DailyRollUpPoint;
  zoneLimits?: DataPoint;
  restingHeartRate?: DataPoint;
}

/** A day in Fitbit's shape. A figure is absent unless its part has data for the day. */
export function toSummary(parts: DayParts, system: UnitSystem | undefined): ActivitySummary {
  const total = figure(parts.totalCalories?.totalCalories, "kcalSum");
  const active = figure(parts.activeEnergy?.activeEnergyBurned, "kcalSum");
  const climbed = figure(parts.altitude?.altitude, "gainMillimetersSum");
  return defined({
    steps: figure(parts.steps?.steps, "countSum"),
    floors: figure(parts.floors?.floors, "countSum"),
    elevation: elevation(climbed, system),
    distances: distances(parts, system),
    caloriesOut: whole(total),
    activityCalories: whole(active),
    caloriesBMR: atRest(total, active),
    sedentaryMinutes: sedentaryMinutes(parts.sedentary),
    ...activeMinutes(parts.activeMinutes),
    restingHeartRate: numberOf(parts.restingHeartRate?.dailyRestingHeartRate?.beatsPerMinute),
    heartRateZones: heartRateZones(parts),
  });
}

function atRest(total: number | undefined, active: number | undefined): number | undefined {
  return total === undefined || active === undefined ? undefined : Math.round(total - active);
}

function whole(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}

function distances({ distance, trackerDistance }: DayParts, system: UnitSystem | undefined) {
  const kinds = { total: distance, tracker: trackerDistance };
  const found = Object.entries(kinds).flatMap(([activity, point]) => {
    const far = distanceIn(system, figure(point?.distance, "millimetersSum"), 2);
    return far === undefined ? [] : [{ activity, distance: far }];
  });
  return found.length ? found : undefined;
}

function sedentaryMinutes(point: DailyRollUpPoint | undefined): number | undefined {
  const period = point?.sedentaryPeriod;
  return period && Math.round((secondsOf(period.durationSum) ?? 0) / 60);
}

const LEVELS = {
  lightlyActiveMinutes: "LIGHT",
  fairlyActiveMinutes: "MODERATE",
  veryActiveMinutes: "VIGOROUS",
};

function activeMinutes(point: DailyRollUpPoint | undefined) {
  const given = point?.activeMinutes;
  if (!given) return {};
  const levels = given.activeMinutesRollupByActivityLevel ?? [];
  return Object.fromEntries(Object.entries(LEVELS).map(([name, level]) => {
    const found = levels.find(({ activityLevel }) => activityLevel === level);
    return [name, found ? figure(found, "activeMinutesSum") : 0];
  }));
}

const ZONES = {
  LIGHT: "Out of Range",
  MODERATE: "Fat Burn",
  VIGOROUS: "Cardio",
  PEAK: "Peak",
};

/** The four zones, of which a day without heart rate has none. */
function heartRateZones(parts: DayParts): HeartRateZone[] | undefined {
  const limits = parts.zoneLimits?.dailyHeartRateZones?.heartRateZones;
  const times = parts.zoneTimes?.timeInHeartRateZone;
  const calories = parts.zoneCalories?.caloriesInHeartRateZone;
  if (!limits && !times && !calories) return undefined;
  return Object.entries(ZONES).map(([type, name]) => {
    const isZone = ({ heartRateZone }: { heartRateZone: string }) => heartRateZone === type;
    const limit = limits?.find(({ heartRateZoneType }) => heartRateZoneType === type);
    const time = times?.timeInHeartRateZones?.find(isZone);
    const burnt = calories?.caloriesInHeartRateZones?.find(isZone);
    return {
      name,
      ...limit && defined({
        min: figure(limit, "minBeatsPerMinute"),
        max: figure(limit, "maxBeatsPerMinute"),
      }),
      ...times && { minutes: Math.round((secondsOf(time?.duration) ?? 0) / 60) },
      ...calories && { caloriesOut: numberOf(burnt?.kcal) ?? 0 },
    };
  });
}
