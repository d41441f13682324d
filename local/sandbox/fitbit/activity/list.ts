import { MINUTE } from "../../person/days";
import { kindOf } from "../../person/exercise-kinds";
import type { Person } from "../../person/person";
import { type Exercise, spanOf } from "../../person/truth";
import { allows } from "../access";
import { page, PAGE_PARAMETERS } from "../pages";
import type { Answer, Call, Route } from "../route";
import { inUnit, type Units } from "../units";
import { activeZoneMinutes, heartRateZones } from "../zones";
import { nameOf } from "./catalogue";
import { AUTHORS } from "./authors";
import { activityId, exerciseById } from "./by-id";
import { type Effort, effortOf, FLOOR_METRES } from "./effort";

const API = "https://api.fitbit.com/1/user/-/activities";

const logTypeOf = ({ origin, by }: Exercise): string | undefined =>
  (by ? AUTHORS[by].logType : LOG_TYPES[origin]);

const LOG_TYPES = { started: "tracker", detected: "auto_detected", manual: "manual" } as const;

/** The client through which this API was called. */
const CLIENT = { id: "23SBX7", name: "Sandbox", type: "app", url: "https://www.fitbit.com/" };

function source({ kind, origin, by }: Exercise): object | undefined {
  if (by) return AUTHORS[by].source;
  if (origin === "manual") return { ...CLIENT, trackerFeatures: [] };
  // What the watch noticed by itself names no source.
  if (origin === "detected" || typeof kind !== "string") return undefined;
  const gps = kindOf(kind).gps ? ["GPS"] : [];
  return {
    id: "816713257",
    name: "Charge 6",
    trackerFeatures: ["CALORIES", "DISTANCE", ...gps, "HEARTRATE", "PACE", "STEPS"].sort(),
    type: "tracker",
    url: "https://www.fitbit.com/",
  };
}

function links(person: Person, { start, end }: Exercise) {
  const [from, to] = [person.timeline.local(start), person.timeline.local(end)];
  const days = `${from.slice(0, 10)}/${to.slice(0, 10)}`;
  const window = (size: number): string => `${from.slice(11, size)}/${to.slice(11, size)}`;
  return {
    calories: `${API}/calories/date/${days}/1min/time/${window(16)}.json`,
    heart: `${API}/heart/date/${days}/1sec/time/${window(19)}.json`,
  };
}

/** Pace in seconds per unit of distance, speed in units per hour. */
function distanceFields(units: Units, metres: number | undefined, ms: number): object {
  if (metres === undefined) return {};
  const distance = inUnit(metres, units.distance, 6);
  // The distance shown is rounded, which a yard would feel.
  const exact = inUnit(metres, units.distance, 12);
  const moving = distance > 0 && {
    pace: Number((ms / 1000 / exact).toFixed(2)),
    speed: Number((exact / (ms / 3_600_000)).toFixed(4)),
  };
  return { distance, distanceUnit: units.distance.name, ...moving };
}

const LEVEL_NAMES = ["sedentary", "lightly", "fairly", "very"] as const;

function activityLevel({ measured }: Effort, ms: number): object[] {
  return LEVEL_NAMES.map((name, i) => ({
    minutes: measured?.levelMinutes[i] ?? (name === "fairly" ? Math.round(ms / MINUTE) : 0),
    name,
  }));
}

function heartFields(call: Call, effort: Effort, heartRateLink: string): object {
  const { measured } = effort;
  if (!measured || measured.wornMinutes === 0 || !allows(call.access, "heartrate")) return {};
  return {
    averageHeartRate: Math.round(measured.heartBeats / measured.wornMinutes),
    heartRateLink,
    ...(call.switches.heartRateZonesInActivities && {
      heartRateZones: heartRateZones(call, measured),
    }),
  };
}

/** What every log has; those of the first years have no more. */
function least({ person }: Call, exercise: Exercise): object {
  const { start, end } = exercise;
  return {
    duration: end - start,
    logId: activityId(person, exercise),
    startTime: person.timeline.localWithOffset(start),
  };
}

/** An exercise as the activity log list shows it. */
function listItem(call: Call, exercise: Exercise): object {
  if (exercise.by === "old") return least(call, exercise);
  const { person, units } = call;
  const { typeId, name } = nameOf(exercise.kind);
  const effort = effortOf(call, exercise);
  const { steps, metres, kcal, measured } = effort;
  const duration = exercise.end - exercise.start;
  const startTime = person.timeline.localWithOffset(exercise.start);
  const manual = exercise.origin === "manual";
  const { edited, said, original = spanOf(exercise) } = exercise;
  const from = source(exercise);
  const { calories, heart } = links(person, exercise);
  const logId = activityId(person, exercise);
  return {
    activeDuration: duration,
    ...(measured && { activeZoneMinutes: activeZoneMinutes(person, measured) }),
    activityLevel: activityLevel(effort, duration),
    activityName: name,
    activityTypeId: typeId,
    calories: Math.round(kcal),
    caloriesLink: calories,
    ...distanceFields(units, metres, duration),
    duration,
    ...(measured && call.switches.altimeter && {
      elevationGain: inUnit(measured.floors * FLOOR_METRES, units.elevation, 3),
    }),
    hasActiveZoneMinutes: measured !== undefined,
    ...heartFields(call, effort, heart),
    lastModified: new Date(exercise.changed).toISOString(),
    logId,
    logType: logTypeOf(exercise),
    manualValuesSpecified: {
      calories: (manual ? said?.kcal : undefined) !== undefined || edited?.kcal !== undefined,
      distance: manual ? metres !== undefined : edited?.metres !== undefined,
      steps: false,
    },
    originalDuration: original.to - original.from,
    originalStartTime: person.timeline.localWithOffset(original.from),
    ...(from && { source: from }),
    startTime,
    ...(steps !== undefined && { steps }),
    tcxLink: `${API}/${logId}.tcx`,
  };
}

function list(call: Call): Answer {
  const { person, switches } = call;
  const listed = person.exercises().map((record) => (
    { record, wall: person.timeline.wall(record.start) }
  ));
  const { records, pagination } = page(call, listed, switches.activityListMoves);
  const activities = records.map((exercise) => listItem(call, exercise));
  const bare = switches.listKeyMissingWhenEmpty && activities.length === 0;
  return { body: { ...(!bare && { activities }), pagination } };
}

/** One log, as the list shows it: not documented, but long asked for. */
function one(call: Call): Answer {
  return { body: { activityLog: listItem(call, exerciseById(call)) } };
}

export const listRoutes: Route[] = [
  {
    method: "GET",
    path: "/1/user/:user/activities/list.json",
    scope: "activity",
    takes: PAGE_PARAMETERS,
    answer: list,
  },
  {
    method: "GET",
    path: "/1.1/user/:user/activities/:id.json",
    scope: "activity",
    answer: one,
  },
];
