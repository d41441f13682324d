import { MINUTE } from "./days";
import { kindOf } from "./exercise-kinds";
import { heartReadings } from "./heart";
import type { Minutes } from "./minutes";
import type { Person } from "./person";
import type { Exercise } from "./truth";

export interface Place { latitude: number; longitude: number; altitude: number }

/** Where the person was in an exercise, and what was measured there. Metres, degrees. */
export interface TrackPoint {
  at: number;
  /** Since the start. */
  metres: number;
  /** Absent of what a phone recorded. */
  heartRate?: number;
  /** Absent without GPS. */
  place?: Place;
}

/** Round trips begin and end here; degrees and metres. */
const HOME = { latitude: 51.0534, longitude: 13.7373, altitude: 113 };
const METRES_A_DEGREE = 111_320;
const FLOOR_METRES = 3.048;

/** Whether a watch, or a phone, recorded the way. */
export const hasGps = ({ kind, origin }: Exercise): boolean =>
  typeof kind === "string" && origin !== "manual" && kindOf(kind).gps;

/** Where one is after `metres` of a loop that is `whole` metres long. */
function placeAfter(metres: number, whole: number, climbed: number): Place {
  const radius = whole / (2 * Math.PI) / METRES_A_DEGREE;
  const angle = whole === 0 ? 0 : (metres / whole) * 2 * Math.PI;
  return {
    latitude: HOME.latitude + radius * Math.sin(angle),
    longitude: HOME.longitude + radius * (1 - Math.cos(angle)),
    altitude: HOME.altitude + climbed,
  };
}

interface Moment { at: number; metres: number; heartRate: number; climbed: number }

/** With GPS each reading of the pulse is a point, else each minute. */
const momentsOf = (day: Minutes, i: number, gps: boolean) => {
  const readings = heartReadings(day, i);
  const [first] = readings;
  if (gps && first) return readings;
  return [{ at: day.start + i * MINUTE, rate: day.heartRate[i] ?? 0 }];
};

function moments(person: Person, { start, end }: Exercise, gps: boolean): Moment[] {
  const found: Moment[] = [];
  let [metres, climbed] = [0, 0];
  const touched = {
    from: Math.floor(start / MINUTE) * MINUTE, to: Math.ceil(end / MINUTE) * MINUTE,
  };
  person.eachMinute(touched, (day, i) => {
    const from = day.start + i * MINUTE;
    const way = (day.millimetres[i] ?? 0) / 1000;
    for (const { at, rate } of momentsOf(day, i, gps)) {
      const gone = metres + ((at - from) / MINUTE) * way;
      found.push({ at: Math.max(start, at), metres: gone, heartRate: rate, climbed });
    }
    metres += way;
    climbed += (day.floors[i] ?? 0) * FLOOR_METRES;
  });
  const within = found.filter(({ at }, n) => at <= end && (n === 0 || at > start));
  const last = within.at(-1);
  return last ? [...within, { ...last, at: end, metres, climbed }] : [];
}

/** The way of what was recorded, from its start to its end; none of what was written down. */
export function trackOf(person: Person, exercise: Exercise): TrackPoint[] {
  if (typeof exercise.kind !== "string" || exercise.origin === "manual") return [];
  const gps = hasGps(exercise);
  const found = moments(person, exercise, gps);
  const whole = found.at(-1)?.metres ?? 0;
  return found.map(({ at, metres, heartRate, climbed }) => ({
    at,
    metres,
    ...(heartRate > 0 && !exercise.by && { heartRate }),
    ...(gps && { place: placeAfter(metres, whole, climbed) }),
  }));
}
