import { MINUTE, SECOND } from "../../person/days";
import { kindOf } from "../../person/exercise-kinds";
import { mobilityOf } from "../../person/mobility";
import type { Person } from "../../person/person";
import type { Totals } from "../../person/totals";
import type { Exercise } from "../../person/truth";
import type { Life } from "../state";
import { duration } from "../time";

const FLOOR_MILLIMETRES = 3048;

const average = (name: string, value: number | undefined): object =>
  (value === undefined || !Number.isFinite(value) ? {} : { [name]: value });

function pace({ switches }: Life, metres: number | undefined, ms: number): object {
  if (metres === undefined || metres === 0) return {};
  return {
    averagePaceSecondsPerMeter: ms / SECOND / metres,
    ...(switches.speedInMetrics && {
      averageSpeedMillimetersPerSecond: (metres * 1000) / (ms / SECOND),
    }),
  };
}

function heart({ wornMinutes, heartBeats, zoneMinutes }: Totals): object {
  if (wornMinutes === 0) return {};
  const [light, moderate, vigorous, peak] = zoneMinutes;
  const earned = moderate + 2 * (vigorous + peak);
  return {
    averageHeartRateBeatsPerMinute: String(Math.round(heartBeats / wornMinutes)),
    ...(earned > 0 && { activeZoneMinutes: String(earned) }),
    heartRateZoneDurations: {
      lightTime: duration(light * MINUTE),
      moderateTime: duration(moderate * MINUTE),
      vigorousTime: duration(vigorous * MINUTE),
      peakTime: duration(peak * MINUTE),
    },
  };
}

/** How someone ran. */
function mobility(person: Person, exercise: Exercise): object {
  const found = mobilityOf(person, exercise);
  if (!found) return {};
  const { stepsPerMinute, contactMilliseconds, strideMetres, oscillationMetres } = found;
  return {
    mobilityMetrics: {
      avgCadenceStepsPerMinute: stepsPerMinute,
      avgGroundContactTimeDuration: duration(contactMilliseconds),
      avgStrideLengthMillimeters: String(Math.round(strideMetres * 1000)),
      avgVerticalOscillationMillimeters: String(Math.round(oscillationMetres * 1000)),
      avgVerticalRatio: (100 * oscillationMetres) / strideMetres,
    },
  };
}

/** What was measured, or told, of an exercise. */
export function metricsOf(life: Life, exercise: Exercise): object {
  const { person, altimeter } = life;
  const { kind, origin, by, said, edited, start, end } = exercise;
  if (typeof kind !== "string" || origin === "manual") {
    const { kcal, metres, steps } = { ...said, ...edited };
    return {
      ...(kcal !== undefined && { caloriesKcal: kcal }),
      ...(metres !== undefined && { distanceMillimeters: metres * 1000 }),
      ...(steps !== undefined && { steps: String(steps) }),
      ...pace(life, metres, end - start),
    };
  }
  const measured = person.effortOf(exercise);
  const { stepsPerMinute, metresPerMinute } = kindOf(kind);
  const metres = edited?.metres ?? (metresPerMinute ? measured.metres : undefined);
  const climbed = altimeter && !by ? measured.floors * FLOOR_MILLIMETRES : 0;
  return {
    caloriesKcal: edited?.kcal ?? said?.kcal ?? measured.kcal,
    ...average("distanceMillimeters", metres && metres * 1000),
    ...(stepsPerMinute[1] > 0 && { steps: String(measured.steps) }),
    ...pace(life, metres, end - start),
    ...(climbed > 0 && { elevationGainMillimeters: climbed }),
    // A phone feels no pulse.
    ...(!by && heart(measured)),
    ...mobility(person, exercise),
  };
}
