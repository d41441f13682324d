import { activity } from "./common/activity/google-health";
import { days } from "./common/google-health/days";
import { ids } from "./common/google-health/ids";
import { requests } from "./common/google-health/requests";
import { sleep } from "./common/sleep/google-health";
import { user } from "./common/user/google-health";
import { defineApp } from "./common/pipedream";
import { sharedProps } from "./common/props";

/** The Google Health account, and everything that components ask of the Google Health API. */
export default defineApp({
  type: "app",
  app: "google_health",
  propDefinitions: {
    ...sharedProps,
    activityLogId: {
      ...sharedProps.activityLogId,
      description: "The id of an activity log, e.g. `2369048793018741424`. Offered are those that the same Google client wrote: no others can be deleted. Take `logId` from **List Activity Logs**.",
    },
    sleepLogId: {
      ...sharedProps.sleepLogId,
      description: "The id of a sleep log, e.g. `2369048793018741424`. Offered are those that the same Google client wrote: no others can be deleted. Take `logId` from **List Sleep Logs**.",
    },
    timeZone: {
      type: "string",
      label: "Time Zone",
      description: "The IANA time zone that says which day is today, e.g. `Europe/Berlin`. Left out, it is taken from your Google Health settings, or from your newest record.",
      optional: true,
    },
    activityTypeId: {
      type: "integer",
      label: "Activity Type",
      description: "The id of a kind of activity in Fitbit's former catalogue, e.g. `90009` for a run. Google Health has no ids for them: names say more.",
      optional: true,
    },
  },
  methods: {
    ...requests,
    ...days,
    ...ids,
    ...user,
    ...activity,
    ...sleep,
  },
});
