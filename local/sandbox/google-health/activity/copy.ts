import { SECOND, type Span } from "../../person/days";
import { kindOf } from "../../person/exercise-kinds";
import type { Exercise } from "../../person/truth";
import { comesAt, copyKey, isShared, type Shared } from "../copies";
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

/** The app was started a little before the watch, and stopped before it. */
const LEAD = 4 * SECOND;
const SHORTER = 0.07;

/** When that was, as it is told of a workout. */
export function copiedSpan(
  { switches }: Pick<Shared, "switches">, { start, end }: Exercise,
): Span {
  if (!switches.copiesApart) return { from: start, to: end };
  const to = end - Math.round((SHORTER * (end - start)) / SECOND) * SECOND;
  return { from: start - LEAD, to };
}

/** What a running app tells Health Connect of the same workout. */
export function copyOf(life: Life, exercise: Exercise): Point {
  const { timeline } = life.person;
  const { metres } = life.person.effortOf(exercise);
  const { from, to } = copiedSpan(life, exercise);
  const [start, end] = [momentOf(timeline, from), momentOf(timeline, to)];
  const changed = comesAt(life, exercise);
  return {
    start,
    end,
    source: "strava",
    key: copyKey(exercise.key),
    changed,
    amount: 0,
    value: () => ({
      interval: sessionInterval(start, end),
      exerciseType: typeOf(exercise.kind),
      displayName: displayNameOf(typeOf(exercise.kind)),
      activeDuration: duration(to - from),
      exerciseMetadata: {},
      metricsSummary: {
        activeZoneMinutes: "0", caloriesKcal: 0, distanceMillimeters: metres * 1000,
      },
      createTime: timestamp(changed),
      updateTime: timestamp(changed),
    }),
  };
}
