import fitbit from "../../fitbit.app";
import { readActivityKind, readDistance } from "../../common/activity/input";
import { activityNames } from "../../common/activity/names";
import { loggedActivity } from "../../common/activity/sentences";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readFlag, readInteger, readMinutes, readTime } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import { logged } from "../../common/sentences";
import type { Twin } from "../../common/twin";
import { writeOnce } from "../../common/write-once";

export const scopes = ["activity"];

export const example = { activityName: "Yoga", startTime: "07:30", durationMinutes: 45 };

const action = defineAction({
  key: "fitbit-log-activity",
  name: "Log Activity",
  description: "Record an exercise: by name or by activity type, with its start, duration, calories and distance. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/create-activity-log/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
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
    skipIfLogged: {
      propDefinition: [
        fitbit,
        "skipIfLogged",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-log-activity");
    const day = readDay("Date", this.date, "today");
    const activity = {
      activity: readActivityKind(this.activityName, this.activityTypeId),
      durationMs: readMinutes("Duration (Minutes)", this.durationMinutes),
      calories: readInteger("Calories", this.calories, { example: "320" }),
      distance: readDistance(this.distance, this.distanceUnit),
    };
    const time = readTime("Start Time", this.startTime);
    const skipIfLogged = readFlag("Skip If Logged", this.skipIfLogged, true);
    const start = { day: await this.fitbit.getCivilDay(day, call), time };
    const log = { ...activity, start };
    const { data, missing } = await writeOnce(skipIfLogged, {
      find: () => this.fitbit.findActivityLog(log, call),
      create: () => this.fitbit.createActivityLog(log, call),
    });
    const stored = loggedActivity(data.activityLog, call.unitSystem);
    $.export("$summary", logged(`${stored} on ${start.day} at ${time}`, data));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record an exercise by name, with its start, duration, calories and distance. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["dayActivity"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly", "activity_and_fitness.writeonly"],
  props: {
    activityName: {
      description: `What was done, e.g. \`Run\`. ${activityNames} are Google's own types; any other name is kept as another exercise under that name.`,
      optional: false,
    },
    activityTypeId: null,
    distance: {
      description: "How far, in the unit given beside it, e.g. `5.2`.",
    },
    timeZone: {
      description: timeZoneOfStart,
    },
  },
} satisfies Twin<typeof action>;
