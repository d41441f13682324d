import { MINUTE, SECOND, type Span } from "../../person/days";
import { kindOf } from "../../person/exercise-kinds";
import type { Totals } from "../../person/totals";
import type { Exercise } from "../../person/truth";
import { copyKey, isTwofoldExercise, toldFirst } from "../copies";
import { displayNameOf, typeOf } from "../exercise-types";
import type { Source } from "../sources";
import { type Life, writtenOf } from "../state";
import { duration, momentOf, sessionInterval, timestamp } from "../time";
import { type Point, starts, type Stream } from "./point";

const FLOOR_MILLIMETRES = 3048;

const average = (name: string, value: number | undefined): object =>
  (value === undefined || !Number.isFinite(value) ? {} : { [name]: value });

function pace(metres: number | undefined, ms: number): object {
  if (metres === undefined || metres === 0) return {};
  return {
    averagePaceSecondsPerMeter: ms / SECOND / metres,
    averageSpeedMillimetersPerSecond: (metres * 1000) / (ms / SECOND),
  };
}

function heart({ wornMinutes, heartBeats, zoneMinutes }: Totals): object {
  if (wornMinutes === 0) return {};
  const [light, moderate, vigorous, peak] = zoneMinutes;
  const earned = moderate + 2 * (vigorous + peak);
  const zone = (name: string, minutes: number): object =>
    (minutes === 0 ? {} : { [name]: duration(minutes * MINUTE) });
  return {
    averageHeartRateBeatsPerMinute: String(Math.round(heartBeats / wornMinutes)),
    ...(earned > 0 && { activeZoneMinutes: String(earned) }),
    heartRateZoneDurations: {
      ...zone("lightTime", light),
      ...zone("moderateTime", moderate),
      ...zone("vigorousTime", vigorous),
      ...zone("peakTime", peak),
    },
  };
}

/** What was measured, or told, of an exercise. */
function metrics({ person, altimeter }: Life, exercise: Exercise): object {
  const { kind, origin, said, edited, start, end } = exercise;
  if (typeof kind !== "string" || origin === "manual") {
    const { kcal, metres, steps } = { ...said, ...edited };
    return {
      ...(kcal !== undefined && { caloriesKcal: kcal }),
      ...(metres !== undefined && { distanceMillimeters: metres * 1000 }),
      ...(steps !== undefined && { steps: String(steps) }),
      ...pace(metres, end - start),
    };
  }
  const measured = person.effortOf(exercise);
  const { stepsPerMinute, metresPerMinute } = kindOf(kind);
  const metres = edited?.metres ?? (metresPerMinute ? measured.metres : undefined);
  const climbed = altimeter ? measured.floors * FLOOR_MILLIMETRES : 0;
  return {
    caloriesKcal: edited?.kcal ?? said?.kcal ?? measured.kcal,
    ...average("distanceMillimeters", metres && metres * 1000),
    ...(stepsPerMinute[1] > 0 && { steps: String(measured.steps) }),
    ...pace(metres, end - start),
    ...(climbed > 0 && { elevationGainMillimeters: climbed }),
    ...heart(measured),
  };
}

function sourceOf({ state }: Life, { key, origin }: Exercise): Source {
  if (state.written.has(key)) return "self";
  return ({ started: "started", detected: "derived", manual: "fitbitClient" } as const)[origin];
}

function value(life: Life, exercise: Exercise): object {
  const { timeline } = life.person;
  const written = writtenOf(life, exercise);
  const start = written?.start ?? momentOf(timeline, exercise.start);
  const end = written?.end ?? momentOf(timeline, exercise.end);
  const { kind } = exercise;
  const type = typeOf(kind);
  const gps = typeof kind === "string" && exercise.origin !== "manual" && kindOf(kind).gps;
  const name = type === "OTHER" && typeof kind !== "string" ? kind.name : displayNameOf(type);
  const stamps = {
    createTime: timestamp(life.state.written.get(exercise.key)?.created ?? exercise.changed),
    updateTime: timestamp(exercise.changed),
  };
  if (written) return { ...written.value, interval: sessionInterval(start, end), ...stamps };
  return {
    interval: sessionInterval(start, end),
    exerciseType: type,
    displayName: name,
    activeDuration: duration(exercise.end - exercise.start),
    metricsSummary: metrics(life, exercise),
    exerciseMetadata: gps ? { hasGps: true } : {},
    ...stamps,
  };
}

/** What a running app tells Health Connect of the same workout. */
function copy({ person }: Life, exercise: Exercise): Point {
  const metres = person.effortOf(exercise).metres;
  const start = momentOf(person.timeline, exercise.start);
  const end = momentOf(person.timeline, exercise.end);
  return {
    start,
    end,
    source: "strava",
    key: copyKey(exercise.key),
    amount: 0,
    value: () => ({
      interval: sessionInterval(start, end),
      exerciseType: typeOf(exercise.kind),
      displayName: displayNameOf(typeOf(exercise.kind)),
      activeDuration: duration(exercise.end - exercise.start),
      metricsSummary: { distanceMillimeters: metres * 1000 },
      createTime: timestamp(exercise.changed),
      updateTime: timestamp(exercise.changed),
    }),
  };
}

function points(life: Life, span: Span): Point[] {
  const { person } = life;
  const { timeline } = person;
  const isTwofold = (exercise: Exercise): boolean => isTwofoldExercise(life, exercise);
  const made = person.exercises().filter(starts(span)).flatMap((exercise) => {
    const written = writtenOf(life, exercise);
    const point: Point = {
      start: written?.start ?? momentOf(timeline, exercise.start),
      end: written?.end ?? momentOf(timeline, exercise.end),
      source: sourceOf(life, exercise),
      key: exercise.key,
      amount: 0,
      value: () => value(life, exercise),
    };
    return isTwofold(exercise) ? [point, { ...copy(life, exercise), isCopy: true }] : [point];
  });
  const first = toldFirst(life, person.unsynced().exercises, isTwofold);
  return [...made, ...first.filter(starts(span)).map((exercise) => copy(life, exercise))];
}

export const exerciseStream: Stream = { points };
