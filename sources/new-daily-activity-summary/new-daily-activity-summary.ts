import fitbit from "../../fitbit.app";
import { daySummary } from "../../common/activity/day";
import { finishedDays, type FinishedDay } from "../../common/activity/finished-days";
import { pollCall } from "../../common/call";
import { readInteger } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 1, firing: 4, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-daily-activity-summary",
  name: "New Daily Activity Summary",
  description: "Emit new event for each day once it is over: its steps, distance, calories, floors, active minutes and goals, as a flat row for a sheet and in Fitbit's shape. A day is told of when the watch has synced past its end, or a number of hours after it; once, whatever is corrected later. A day that syncs more than 14 days late is not noticed, and one in which the watch counted no step is left out. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-daily-activity-summary/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    hoursAfter: {
      type: "integer",
      label: "Hours After Midnight",
      description: "Tell of a day so many hours after it is over, with what has synced by then, e.g. `6`. Left out, as soon as the watch has synced past its end.",
      optional: true,
      min: 0,
      max: 72,
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: "Your IANA time zone, e.g. `Europe/Berlin`, which says when a day is over for Hours After Midnight. Left out, the newest activity log tells your offset; where there is none of late, a day is told of up to 13 hours later.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-daily-activity-summary");
      const bounds = { min: 0, max: 72, example: "6" };
      const hours = readInteger("Hours After Midnight", this.hoursAfter, bounds);
      return crossings<FinishedDay>({
        lookBackDays: 14,
        crossed: (looking) => finishedDays(this.fitbit, hours, looking, call),
        summary: (day) => daySummary(day.date, day, call.unitSystem, day.missing),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each day once it is over: its steps, distance, calories, floors and active minutes, as a flat row for a sheet and in Fitbit's shape. A day is told of when the watch has synced past its end, or a number of hours after it; once, whatever is corrected later. A day that syncs more than 14 days late is not noticed, and one in which the watch counted no step is left out.",
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["activityDay", "dayActivity"],
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["activity_and_fitness.readonly", "health_metrics_and_measurements.readonly"],
  polls: { idle: 1, firing: 18, every: "4 hours" },
  props: {
    timeZone: {
      description: "Your IANA time zone, e.g. `Europe/Berlin`, which says when a day is over for Hours After Midnight. Left out, it is taken from your Google Health settings, or from your newest record.",
    },
  },
} satisfies Twin<typeof source>;
