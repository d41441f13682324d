import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import { goalInWords, type GoalDay } from "../../common/summary/goals";
import { goalsMissed, readDeadline } from "../../common/summary/missed";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 0, firing: 4, every: "60 minutes" };

const source = defineSource({
  key: "fitbit-new-goal-missed",
  name: "New Goal Missed",
  description: "Emit new event for each day on which a goal has not been reached by a time of your own, once: for steps, distance, floors, calories, active minutes or active zone minutes. It goes by what has synced by then; a day without any steps yet is told of when it has synced to its end, up to 14 days late, by its final total, and one on which the watch was not worn never is. Nothing is asked for until that time. Your own goal takes one request more, once in 6 hours; active minutes take one more, too. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    target: {
      propDefinition: [
        fitbit,
        "goalTarget",
      ],
    },
    metric: {
      propDefinition: [
        fitbit,
        "goalMetric",
      ],
    },
    time: {
      type: "string",
      label: "Time",
      description: "The local time by which it is to be reached, hours and minutes, e.g. `20:30`. Left out, `21:00`.",
      optional: true,
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
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest activity log tells your offset, once in 6 hours; where there is none of late, a day is told of when the time has come everywhere on earth, up to 26 hours later.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-goal-missed");
      const deadline = readDeadline(this);
      return crossings<GoalDay>({
        lookBackDays: 14,
        crossed: (looking) => goalsMissed(this.fitbit, deadline, looking, call),
        summary: (day) => goalInWords(day, call.unitSystem),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each day on which a goal has not been reached by a time of your own, once: for steps, distance, floors, calories, active minutes or active zone minutes. It goes by what has synced by then; a day without any steps yet is told of when the watch has synced to its end, up to 14 days late, by its final total, and one on which no Fitbit or Pixel watch was worn never is. Nothing is asked for until that time. Calories and active minutes take one request more.",
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
  polls: { idle: 0, firing: 3, every: "60 minutes" },
  props: {
    target: {
      description: "How much is to be reached in a day, e.g. `10000`; a distance in the units of Unit System.",
      optional: false,
    },
    timeZone: {
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, it is taken from your Google Health settings, or from your newest record, once in 6 hours.",
    },
  },
} satisfies Twin<typeof source>;
