import fitbit from "../../fitbit.app";
import { readDay } from "../../common/dates";
import { readMinutes, readTime } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { duration } from "../../common/sentences";
import { timeZoneOfStart } from "../../common/props";

export const scopes = ["sleep"];

export default defineAction({
  key: "fitbit-log-sleep",
  name: "Log Sleep",
  description: "Record a sleep by its start and duration; one that overlaps a stored sleep is refused. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/create-sleep-log/)",
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
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day the sleep started: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `yesterday`. Left out, it is today.",
    },
    startTime: {
      propDefinition: [
        fitbit,
        "startTime",
      ],
      description: "The local time the sleep started, hours and minutes, e.g. `22:45`.",
    },
    durationMinutes: {
      propDefinition: [
        fitbit,
        "durationMinutes",
      ],
      description: "How long the sleep was, e.g. `450`.",
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
      successor: "google_health-log-sleep",
      timeZone: this.timeZone,
    };
    const day = readDay("Date", this.date, "today");
    const time = readTime("Start Time", this.startTime);
    const durationMs = readMinutes("Duration", this.durationMinutes, 1440);
    const start = { day: await this.fitbit.civilDay(day, call), time };
    const { data, missing } = await this.fitbit.createSleepLog({ start, durationMs }, call);
    $.export("$summary", `Logged ${duration(this.durationMinutes)} of sleep from ${start.day} ${time}`);
    return { ...data, missing };
  },
});

export const googleHealth = {
  description: "Record a sleep by its start and duration. Returns what was stored. Absent here, for want of a source: `efficiency`, thirty-day averages. Approximate here: `infoCode`. The account that Pipedream manages does not carry the scopes for this: connect with your own Google OAuth client. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create)",
  version: "0.1.0",
  scopes: ["sleep.writeonly"],
  props: {
    timeZone: timeZoneOfStart,
  },
};
