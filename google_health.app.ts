import { activity } from "./common/activity/google-health";
import { activityOfLate } from "./common/activity/google-health-newest";
import { activityWorkouts } from "./common/activity/google-health-workouts";
import { dataPointProps } from "./common/data-points/props";
import { body } from "./common/body/google-health";
import { recentBody } from "./common/body/google-health-recent";
import { days } from "./common/days";
import { devices } from "./common/devices/google-health";
import { clock } from "./common/google-health/days";
import { ids } from "./common/google-health/ids";
import { requests } from "./common/google-health/requests";
import { heart } from "./common/heart/google-health";
import { notifications } from "./common/notifications/google-health";
import { nutrition } from "./common/nutrition/google-health";
import { nutritionFoods } from "./common/nutrition/google-health-foods";
import { nutritionRecent } from "./common/nutrition/google-health-recent";
import { defineApp, type App } from "./common/pipedream";
import { ownLogId, sharedProps, takesTwice, writtenByWords } from "./common/props";
import { request } from "./common/request/google-health";
import { sleep } from "./common/sleep/google-health";
import { user } from "./common/user/google-health";
import { vitals } from "./common/vitals/google-health";
import { ecg } from "./common/vitals/google-health-ecg";
import { recentGlucose } from "./common/vitals/google-health-glucose";
import { rhythm } from "./common/vitals/google-health-rhythm";

/** The Google Health account, and everything that the Google Health API is asked for. */
const whole = defineApp({
  type: "app",
  app: "google_health",
  propDefinitions: {
    ...sharedProps,
    ...dataPointProps,
    activityLogId: ownLogId(sharedProps.activityLogId),
    foodLogId: ownLogId(sharedProps.foodLogId),
    waterLogId: ownLogId(sharedProps.waterLogId),
    sleepLogId: ownLogId(sharedProps.sleepLogId),
    weightLogId: ownLogId(sharedProps.weightLogId),
    bodyFatLogId: ownLogId(sharedProps.bodyFatLogId),
    detail: {
      ...sharedProps.detail,
      description: `${sharedProps.detail.description} \`full\` takes about twice the requests.`,
    },
    writtenBy: {
      ...sharedProps.writtenBy,
      description: `${writtenByWords} ${takesTwice}`,
    },
    timeZone: {
      ...sharedProps.timeZone,
      description: "The IANA time zone that says which day is today, e.g. `Europe/Berlin`. Left out, it is taken from your Google Health settings, or from your newest record.",
    },
  },
  methods: {
    ...requests,
    ...ids,
    ...days,
    ...clock,
    ...user,
    ...activity,
    ...activityWorkouts,
    ...activityOfLate,
    ...heart,
    ...vitals,
    ...ecg,
    ...rhythm,
    ...recentGlucose,
    ...nutrition,
    ...nutritionFoods,
    ...nutritionRecent,
    ...sleep,
    ...request,
    ...body,
    ...recentBody,
    ...devices,
    ...notifications,
  },
});

/** Under a name, so that what mentions its type need not write it out. */
export interface GoogleHealth extends App<typeof whole.propDefinitions, typeof whole.methods> {
  type: "app";
}

const googleHealth: GoogleHealth = whole;

export default googleHealth;
