import type { Span } from "../../person/days";
import { hasGps } from "../../person/track";
import type { Exercise } from "../../person/truth";
import { sourceOf } from "../authors";
import { comesAt, toldFirst } from "../copies";
import { dataType, METHODS, SCOPES, SMALL_PAGES } from "../data-type";
import { type Point, starts } from "../points/point";
import { type Life, writtenOf } from "../state";
import { duration, type Moment, momentOf, sessionInterval, timestamp } from "../time";
import { copyOf, isTwofoldExercise } from "./copy";
import { displayNameOf, typeOf } from "./exercise-types";
import { writer } from "./exercise-writer";
import { metricsOf } from "./metrics";

/** Begun and ended: what the watch says of every workout. */
const eventsOf = (start: Moment, end: Moment): object[] => [
  ["START", start] as const, ["STOP", end] as const,
].map(([exerciseEventType, { at, offset }]) => (
  { eventTime: timestamp(at), eventUtcOffset: duration(offset), exerciseEventType }
));

function value(life: Life, exercise: Exercise): object {
  const { timeline } = life.person;
  const written = writtenOf(life, exercise);
  const start = written?.start ?? momentOf(timeline, exercise.start);
  const end = written?.end ?? momentOf(timeline, exercise.end);
  const { kind } = exercise;
  const type = typeOf(kind);
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
    metricsSummary: metricsOf(life, exercise),
    exerciseMetadata: hasGps(exercise) ? { hasGps: true } : {},
    ...(exercise.origin !== "manual" && { exerciseEvents: eventsOf(start, end) }),
    ...stamps,
  };
}

function points(life: Life, span: Span): Point[] {
  const { person } = life;
  const { timeline } = person;
  const isTwofold = (exercise: Exercise): boolean => isTwofoldExercise(life, exercise);
  const made = person.exercises().filter(starts(span)).flatMap((exercise) => {
    if (exercise.copied) return [copyOf(life, exercise)];
    const written = writtenOf(life, exercise);
    const point: Point = {
      start: written?.start ?? momentOf(timeline, exercise.start),
      end: written?.end ?? momentOf(timeline, exercise.end),
      source: sourceOf(life, exercise),
      key: exercise.key,
      changed: exercise.changed,
      amount: 0,
      value: () => value(life, exercise),
    };
    const hasCopy = isTwofold(exercise) && comesAt(life, exercise) <= person.now;
    return hasCopy ? [point, { ...copyOf(life, exercise), isCopy: true }] : [point];
  });
  const first = toldFirst(life, person.unsynced().exercises, isTwofold);
  return [...made, ...first.filter(starts(span)).map((one) => copyOf(life, one))];
}

export const exercise = dataType(
  "exercise", "session", SCOPES.activity, [...METHODS.records, "exportExerciseTcx"],
  { ...SMALL_PAGES, stream: { points }, writer },
);
