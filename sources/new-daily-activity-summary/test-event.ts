import { columnUnits, flatRow } from "../../common/rows";

const date = "2026-03-19";

/** What both apps give beside Fitbit's shape. */
const flat = {
  row: flatRow(date, {
    steps: 7064,
    distance: 4.94,
    floors: 1,
    calories: 1895,
    activeMinutes: 45,
    activeZoneMinutes: 62,
    restingHeartRate: 61,
  }),
  units: columnUnits("metric"),
};

/** Every field of real events, which have no `goals` once a day is three weeks old. */
export default {
  date,
  ...flat,
  activities: [
    {
      activityId: 90013,
      activityParentId: 90013,
      activityParentName: "Walk",
      calories: 129,
      description: "Walking less than 2 mph, strolling very slowly",
      distance: 2.05,
      duration: 1500000,
      hasActiveZoneMinutes: true,
      hasStartTime: true,
      isFavorite: false,
      lastModified: "2026-03-19T17:12:00.000Z",
      logId: "2369048793018741424",
      name: "Walk",
      startDate: date,
      startTime: "17:35",
      steps: 2810,
    },
  ],
  goals: {
    activeMinutes: 30,
    caloriesOut: 2100,
    distance: 8.05,
    floors: 10,
    steps: 9000,
  },
  summary: {
    activeScore: -1,
    activityCalories: 336,
    calorieEstimationMu: 1895,
    caloriesBMR: 1557,
    caloriesOut: 1895,
    caloriesOutUnestimated: 1895,
    distances: [
      {
        activity: "total",
        distance: 4.94,
      },
      {
        activity: "tracker",
        distance: 4.94,
      },
    ],
    elevation: 3.048,
    fairlyActiveMinutes: 45,
    floors: 1,
    heartRateZones: [
      {
        caloriesOut: 214.257,
        max: 132,
        min: 94,
        minutes: 62,
        name: "Fat Burn",
      },
    ],
    lightlyActiveMinutes: 68,
    marginalCalories: 214,
    restingHeartRate: 61,
    sedentaryMinutes: 796,
    steps: 7064,
    useEstimation: true,
    veryActiveMinutes: 0,
  },
};

/** The same on Google Health. */
export const onGoogleHealth = {
  date,
  ...flat,
  activities: [
    {
      activityId: 90013,
      activityParentId: 90013,
      calories: 129,
      distance: 2.05,
      duration: 1500000,
      hasStartTime: true,
      lastModified: "2026-03-19T17:12:00.000Z",
      logId: "4861203957120044735",
      name: "Walk",
      startDate: date,
      startTime: "17:35",
      steps: 2810,
    },
  ],
  summary: {
    activityCalories: 339,
    caloriesBMR: 1557,
    caloriesOut: 1895,
    distances: [
      {
        activity: "total",
        distance: 4.94,
      },
      {
        activity: "tracker",
        distance: 4.94,
      },
    ],
    elevation: 3.048,
    fairlyActiveMinutes: 45,
    floors: 1,
    heartRateZones: [
      {
        caloriesOut: 214.257,
        max: 131,
        min: 94,
        minutes: 62,
        name: "Fat Burn",
      },
    ],
    lightlyActiveMinutes: 68,
    restingHeartRate: 61,
    sedentaryMinutes: 778,
    steps: 7064,
    veryActiveMinutes: 0,
  },
};
