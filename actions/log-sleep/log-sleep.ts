import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readMinutes, readTime } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import { duration } from "../../common/sentences";
import type { Twin } from "../../common/twin";

export const scopes = ["sleep"];

export const example = { date: "yesterday", startTime: "14:00", durationMinutes: 25 };

const action = defineAction({
  key: "fitbit-log-sleep",
  name: "Log Sleep",
  description: "Record a sleep by its start and duration; one that overlaps a stored sleep is refused. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/create-sleep-log/)",
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
      description: "The local time the sleep started, hours and minutes, e.g. `22:45`.",
    },
    durationMinutes: {
      propDefinition: [
        fitbit,
        "durationMinutes",
      ],
      description: "How long the sleep was, e.g. `450`.",
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day the sleep started: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `yesterday`. Left out, it is today.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-log-sleep");
    const day = readDay("Date", this.date, "today");
    const time = readTime("Start Time", this.startTime);
    const durationMs = readMinutes("Duration (Minutes)", this.durationMinutes);
    const start = { day: await this.fitbit.getCivilDay(day, call), time };
    const { data, missing } = await this.fitbit.createSleepLog({ start, durationMs }, call);
    $.export("$summary", `Logged ${duration(durationMs / 60_000)} of sleep from ${start.day} ${time}`);
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record a sleep by its start and duration. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["sleepLog"],
  version: "0.0.1",
  scopes: ["sleep.writeonly"],
  props: {
    timeZone: {
      description: timeZoneOfStart,
    },
  },
} satisfies Twin<typeof action>;
