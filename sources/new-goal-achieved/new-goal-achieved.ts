import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import {
  goalInWords, goalsReached, readGoal, type GoalDay,
} from "../../common/summary/goals";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 1, firing: 3, every: "4 hours" };

const source = defineSource({
  key: "fitbit-new-goal-achieved",
  name: "New Goal Achieved",
  description: "Emit new event for each day on which a goal is reached, once, though the total may be corrected afterwards: for steps, distance, floors, calories, active minutes or active zone minutes. A day that syncs late is told of when it arrives, up to 14 days. Your own goal takes one request more, once in 6 hours; calories and active minutes take one more each poll. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/)",
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
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-goal-achieved");
      const choice = readGoal(this);
      return crossings<GoalDay>({
        lookBackDays: 14,
        crossed: (looking) => goalsReached(this.fitbit, choice, looking, call),
        summary: (day) => goalInWords(day, call.unitSystem),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each day on which a goal is reached, once, though the total may be corrected afterwards: for steps, distance, floors, calories, active minutes or active zone minutes. A day that syncs late is told of when it arrives, up to 14 days. Active minutes take 2 requests each poll, calories 3.",
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
  polls: { idle: 1, firing: 3, every: "4 hours" },
  props: {
    target: {
      description: "How much is to be reached in a day, e.g. `10000`; a distance in the units of Unit System.",
      optional: false,
    },
  },
} satisfies Twin<typeof source>;
