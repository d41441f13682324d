import { activity, activityAlone } from "./common/activity/fitbit";
import { activityOfLate } from "./common/activity/fitbit-newest";
import { activitySeries, activitySeriesAlone } from "./common/activity/fitbit-series";
import { activityWorkouts } from "./common/activity/fitbit-workouts";
import { body } from "./common/body/fitbit";
import { recentBody } from "./common/body/fitbit-recent";
import { optionsCall } from "./common/call";
import { days } from "./common/days";
import { devices } from "./common/devices/fitbit";
import { ids } from "./common/fitbit/ids";
import { requests } from "./common/fitbit/requests";
import type { HealthApi } from "./common/health-api";
import { heart, heartAlone } from "./common/heart/fitbit";
import { nutrition } from "./common/nutrition/fitbit";
import { nutritionFoods } from "./common/nutrition/fitbit-foods";
import { nutritionRecent } from "./common/nutrition/fitbit-recent";
import { matching } from "./common/options";
import { defineApp, type App, type OptionsQuery } from "./common/pipedream";
import { sharedProps } from "./common/props";
import { request } from "./common/request/fitbit";
import { sleep } from "./common/sleep/fitbit";
import { user } from "./common/user/fitbit";
import { clock } from "./common/user/fitbit-today";
import { vitals } from "./common/vitals/fitbit";
import { recentGlucose } from "./common/vitals/fitbit-glucose";
import { rhythms } from "./common/vitals/fitbit-lists";

/** The Fitbit account, and everything that the Fitbit Web API is asked for. */
export const fitbitAlone = defineApp({
  type: "app",
  app: "fitbit",
  propDefinitions: {
    ...sharedProps,
    timeZone: {
      ...sharedProps.timeZone,
      description: "The IANA time zone that says which day is today, e.g. `Europe/Berlin`. Left out, Fitbit is asked for your own, which takes the scope `activity`, `heartrate` or `profile`.",
    },
    activityTypeId: {
      type: "integer",
      label: "Activity Type",
      description: "The id of a kind of activity in Fitbit's catalogue, e.g. `90009` for a run.",
      optional: true,
      useQuery: true,
      async options({ page, query }: OptionsQuery) {
        const types = page > 0 ? [] : await this.listActivityTypes(optionsCall());
        return matching(query, types.map(({ id, name }) => ({ label: name, value: id })));
      },
    },
  },
  methods: {
    ...requests,
    ...ids,
    ...days,
    ...clock,
    ...user,
    ...activity,
    ...activityAlone,
    ...activitySeries,
    ...activitySeriesAlone,
    ...activityWorkouts,
    ...activityOfLate,
    ...heart,
    ...heartAlone,
    ...vitals,
    ...rhythms,
    ...recentGlucose,
    ...nutrition,
    ...nutritionFoods,
    ...nutritionRecent,
    ...sleep,
    ...request,
    ...body,
    ...recentBody,
    ...devices,
  },
});

/** The same as components see it: what both APIs have. */
export interface Fitbit extends App<typeof fitbitAlone.propDefinitions, HealthApi> {
  type: "app";
}

const fitbit: Fitbit = fitbitAlone;

export default fitbit;
