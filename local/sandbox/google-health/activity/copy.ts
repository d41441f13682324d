import { kindOf } from "../../person/exercise-kinds";
import type { Exercise } from "../../person/truth";
import { copyKey, isShared, type Shared } from "../copies";
import type { Point } from "../points/point";
import type { Life } from "../state";
import { duration, momentOf, sessionInterval, timestamp } from "../time";
import { displayNameOf, typeOf } from "./exercise-types";

/** Where some are copied, it is one workout in so many. */
const SOME = 8;

/** Whether a workout comes from Health Connect, too. */
export const isTwofoldExercise = (life: Shared, { key, origin, kind }: Exercise): boolean =>
  origin === "started" && typeof kind === "string" && kindOf(kind).gps
  && isShared(life, key, SOME);

/** What a running app tells Health Connect of the same workout. */
export function copyOf({ person }: Life, exercise: Exercise): Point {
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
