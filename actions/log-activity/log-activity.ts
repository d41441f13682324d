import fitbit from "../../fitbit.app";
import { activityNames } from "../../common/activity/names";
import { readDay } from "../../common/dates";
import { readMinutes, readTime } from "../../common/input";
import { readActivityKind, readDistance } from "../../common/activity/input";
import { defineAction } from "../../common/pipedream";
import { loggedActivity } from "../../common/sentences";
import { readUnitSystem } from "../../common/units";
import { timeZoneOfStart } from "../../common/props";

export const scopes = ["activity"];

export default defineAction({
  key: "fitbit-log-activity",
  name: "Log Activity",
  description: "Record an exercise: by name or by activity type, with its start, duration, calories and distance. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/create-activity-log/)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    activityName: {
      type: "string",
      label: "Activity Name",
      description: `What was done, e.g. \`Run\`. ${activityNames} are Fitbit's own activities; any other name is kept as one of yours. Give this or an activity type.`,
      optional: true,
    },
    activityTypeId: {
      propDefinition: [
        fitbit,
        "activityTypeId",
      ],
      description: "The id of a kind of activity in Fitbit's catalogue, e.g. `90009` for a run; `activityTypeId` of **List Activity Logs** is one. Give this or an activity name.",
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day it started: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today.",
    },
    startTime: {
      propDefinition: [
        fitbit,
        "startTime",
      ],
    },
    durationMinutes: {
      propDefinition: [
        fitbit,
        "durationMinutes",
      ],
    },
    calories: {
      type: "integer",
      label: "Calories",
      description: "Calories burned, e.g. `320`. Left out, they are unknown.",
      optional: true,
      min: 0,
    },
    distance: {
      type: "string",
      label: "Distance",
      description: "How far, in the unit given beside it, e.g. `5.2`. Fitbit needs it for activities that cover ground, such as a run.",
      optional: true,
    },
    distanceUnit: {
      type: "string",
      label: "Distance Unit",
      description: "The unit of the distance, needed with it, e.g. `kilometer`. One of `kilometer`, `mile`, `meter`, `yards`.",
      optional: true,
      options: [
        "kilometer",
        "mile",
        "meter",
        "yards",
      ],
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The units of what is returned, e.g. `en_US`. One of `metric`, `en_US`, `en_GB`; left out, `metric`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = {
      $,
      successor: "google_health-log-activity",
      unitSystem: readUnitSystem(this.unitSystem),
      timeZone: this.timeZone,
    };
    const day = readDay("Date", this.date, "today");
    const activity = {
      activity: readActivityKind(this.activityName, this.activityTypeId),
      durationMs: readMinutes("Duration", this.durationMinutes, 1440),
      calories: this.calories,
      distance: readDistance(this.distance, this.distanceUnit),
    };
    const time = readTime("Start Time", this.startTime);
    const start = { day: await this.fitbit.civilDay(day, call), time };
    const log = { ...activity, start };
    const { data, missing } = await this.fitbit.createActivityLog(log, call);
    const stored = loggedActivity(data.activityLog, call.unitSystem);
    $.export("$summary", `Logged ${stored} on ${start.day} at ${time}`);
    return { ...data, missing };
  },
});

export const googleHealth = {
  description: "Record an exercise by name, with its start, duration, calories and distance. Returns what was stored. Absent here, for want of a source: activity type ids, descriptions and favorites of activities. Approximate here: steps and calories of activities logged by hand, names of rarer activities. The account that Pipedream manages does not carry the scopes for this: connect with your own Google OAuth client. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create)",
  version: "0.1.0",
  scopes: ["activity_and_fitness.writeonly"],
  props: {
    activityName: {
      type: "string",
      label: "Activity Name",
      description: `What was done, e.g. \`Run\`. ${activityNames} are Google's own types; any other name is kept as another exercise under that name.`,
    },
    activityTypeId: null,
    distance: {
      type: "string",
      label: "Distance",
      description: "How far, in the unit given beside it, e.g. `5.2`.",
      optional: true,
    },
    timeZone: timeZoneOfStart,
  },
};
