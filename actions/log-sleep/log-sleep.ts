import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readFlag, readMinutes, readTime } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import { duration, logged } from "../../common/sentences";
import type { Twin } from "../../common/twin";
import { writeOnce } from "../../common/write-once";

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
    skipIfLogged: {
      propDefinition: [
        fitbit,
        "skipIfLogged",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-log-sleep");
    const day = readDay("Date", this.date, "today");
    const time = readTime("Start Time", this.startTime);
    const durationMs = readMinutes("Duration (Minutes)", this.durationMinutes);
    const skipIfLogged = readFlag("Skip If Logged", this.skipIfLogged, true);
    const start = { day: await this.fitbit.getCivilDay(day, call), time };
    const log = { start, durationMs };
    const { data, missing } = await writeOnce(skipIfLogged, {
      find: () => this.fitbit.findSleepLog(log, call),
      create: () => this.fitbit.createSleepLog(log, call),
    });
    const slept = duration(durationMs / 60_000);
    $.export("$summary", logged(`${slept} of sleep from ${start.day} ${time}`, data));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record a sleep by its start and duration. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["sleepLog"],
  version: "0.0.1",
  scopes: ["sleep.readonly", "sleep.writeonly"],
  props: {
    timeZone: {
      description: timeZoneOfStart,
    },
  },
} satisfies Twin<typeof action>;
