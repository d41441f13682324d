import { activity } from "./common/activity/fitbit";
import { days } from "./common/fitbit/days";
import { ids } from "./common/fitbit/ids";
import { requests } from "./common/fitbit/requests";
import { sleep } from "./common/sleep/fitbit";
import { user } from "./common/user/fitbit";
import { matching, optionsCall } from "./common/options";
import { defineApp, type OptionsQuery } from "./common/pipedream";
import { sharedProps } from "./common/props";

/** The Fitbit account, and everything that components ask of the Fitbit Web API. */
export default defineApp({
  type: "app",
  app: "fitbit",
  propDefinitions: {
    ...sharedProps,
    timeZone: {
      type: "string",
      label: "Time Zone",
      description: "The IANA time zone that says which day is today, e.g. `Europe/Berlin`. Left out, Fitbit is asked for your own.",
      optional: true,
    },
    activityTypeId: {
      type: "integer",
      label: "Activity Type",
      description: "The id of a kind of activity in Fitbit's catalogue, e.g. `90009` for a run.",
      optional: true,
      useQuery: true,
      async options({ page, query }: OptionsQuery) {
        const types = page > 0 ? [] : await this.activityTypes(optionsCall());
        return matching(query, types.map(({ id, name }) => ({ label: name, value: id })));
      },
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
