import type { Day } from "../../person/days";
import type { Person } from "../../person/person";
import type { Exercise } from "../../person/truth";
import { allows } from "../access";
import { civilDay } from "../read";
import type { Answer, Call, Route } from "../route";
import { inUnit } from "../units";
import { heartRateZones } from "../zones";
import { activityId } from "./by-id";
import { nameOf } from "./catalogue";
import { type DayFigures, effortOf, figuresOf, FLOOR_METRES } from "./effort";

const GOALS_DAYS_BACK = 21;

/**
 * An exercise as the daily summary and the answer to a new log show it. Those of the first
 * years lack what nobody told.
 */
export function dayItem(call: Call, exercise: Exercise): object {
  const { person, units } = call;
  const { typeId, parentId, name, parentName, description } = nameOf(exercise.kind);
  const { kcal, steps, metres } = effortOf(call, exercise);
  const local = person.timeline.local(exercise.start);
  const isOld = exercise.by === "old";
  return {
    activityId: typeId,
    activityParentId: parentId,
    activityParentName: parentName,
    ...(!isOld && { calories: Math.round(kcal) }),
    description,
    ...(metres !== undefined && { distance: inUnit(metres, units.distance, 6) }),
    ...(!isOld && { duration: exercise.end - exercise.start, hasActiveZoneMinutes: true }),
    hasStartTime: true,
    isFavorite: false,
    lastModified: new Date(exercise.changed).toISOString(),
    logId: activityId(person, exercise),
    name,
    startDate: local.slice(0, 10),
    startTime: local.slice(11, 16),
    ...(steps !== undefined && { steps }),
  };
}

function goals({ person, units, switches }: Call): object {
  const { steps, metres, floors, kcal, activeMinutes } = person.goals;
  const millimetres = switches.goalsDistanceInMillimetres;
  return {
    activeMinutes,
    caloriesOut: kcal,
    distance: millimetres ? metres * 1000 : inUnit(metres, units.distance, 2),
    ...(switches.altimeter && { floors }),
    steps,
  };
}

const exercisesOn = (person: Person, day: Day): Exercise[] =>
  person.exercises().filter(({ start }) => person.timeline.dayOf(start) === day);

function distances(call: Call, day: Day, figures: DayFigures): object[] {
  const { person, units } = call;
  const { tracker, logged } = figures;
  const [sedentary, lightly, moderately, very] = tracker.levelMetres;
  const rows: [string, number][] = [
    ["total", tracker.metres + logged.metres],
    ["tracker", tracker.metres],
    ["loggedActivities", logged.metres],
    ["veryActive", very],
    ["moderatelyActive", moderately],
    ["lightlyActive", lightly],
    ["sedentaryActive", sedentary],
    ...exercisesOn(person, day)
      .filter(({ origin }) => origin === "manual")
      .flatMap((exercise): [string, number][] => {
        const { metres } = effortOf(call, exercise);
        return metres === undefined ? [] : [[nameOf(exercise.kind).name, metres]];
      }),
  ];
  return rows.map(([activity, metres]) => (
    { activity, distance: inUnit(metres, units.distance, 2) }
  ));
}

function summary(call: Call, day: Day): object {
  const { person, units, switches, access } = call;
  const figures = figuresOf(call)(day);
  const { tracker, logged } = figures;
  const [sedentaryMinutes, lightlyActiveMinutes, fairlyActiveMinutes, veryActiveMinutes]
    = tracker.levelMinutes;
  const activityCalories = tracker.activeKcal + logged.activeKcal;
  const basalOfActive = (tracker.activeMinutes * person.who.basalMilliKcal) / 1000;
  const caloriesOut = Math.round(tracker.kcal + logged.kcal);
  const restingHeartRate = person.restingHeartRate(day);
  return {
    activeScore: -1,
    activityCalories: Math.round(activityCalories),
    ...(switches.estimationInSummary && { calorieEstimationMu: caloriesOut }),
    caloriesBMR: Math.round(tracker.basalKcal),
    caloriesOut,
    ...(switches.estimationInSummary && { caloriesOutUnestimated: caloriesOut }),
    distances: distances(call, day, figures),
    ...(switches.altimeter && switches.floorsInSummary && {
      elevation: inUnit(tracker.floors * FLOOR_METRES, units.elevation, 3),
      floors: tracker.floors,
    }),
    fairlyActiveMinutes,
    ...(allows(access, "heartrate") && {
      heartRateZones: heartRateZones(call, tracker),
      ...(restingHeartRate !== undefined && { restingHeartRate }),
    }),
    lightlyActiveMinutes,
    marginalCalories: Math.round(activityCalories - basalOfActive),
    sedentaryMinutes,
    steps: tracker.steps + logged.steps,
    ...(switches.estimationInSummary && { useEstimation: true }),
    veryActiveMinutes,
  };
}

function daily(call: Call): Answer {
  const { person } = call;
  const day = civilDay(call, "date", call.params.date ?? "", call.switches.todayEverywhere);
  const recent = day <= person.today && day >= person.today - GOALS_DAYS_BACK;
  return {
    body: {
      activities: exercisesOn(person, day).map((e) => dayItem(call, e)),
      ...(recent && { goals: goals(call) }),
      summary: summary(call, day),
    },
  };
}

export const dayRoutes: Route[] = [{
  method: "GET",
  path: "/1/user/:user/activities/date/:date.json",
  scope: "activity",
  answer: daily,
}];
