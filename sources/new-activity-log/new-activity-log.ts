import fitbit from "../../fitbit.app";
import { isWantedActivity, readActivityChoice } from "../../common/activity/filter";
import { activityStream } from "../../common/activity/streams";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 1, firing: 1, every: "6 hours" };

const source = defineSource({
  key: "fitbit-new-activity-log",
  name: "New Activity Log",
  description: "Emit new event for each exercise, once, whenever it syncs; one that syncs more than 14 days late is not noticed, one behind a full page within 6 hours. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    activityNames: {
      type: "string[]",
      label: "Activity Names",
      description: "Only these activities, as the Fitbit app names them, e.g. `Run`. Left out, all.",
      optional: true,
    },
    minimumMinutes: {
      type: "integer",
      label: "Minimum Duration (Minutes)",
      description: "Only activities of at least this long, e.g. `10`. Left out, all.",
      optional: true,
      min: 1,
    },
    skipWrittenByApps: {
      type: "boolean",
      label: "Skip Logs Written By Apps",
      description: "Skip activities that an app wrote through Fitbit's API, as **Log Activity** does, so that a workflow that logs does not start itself, e.g. `true`.",
      optional: true,
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-activity-log");
      const choice = readActivityChoice(this);
      return activityStream(this.fitbit, call, {
        isWanted: (log) => isWantedActivity(log, choice),
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["activityLog"],
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["activity_and_fitness.readonly"],
  polls: { idle: 1, firing: 3, every: "6 hours" },
  props: {
    activityNames: {
      description: "Only these activities, as **List Activity Logs** names them, e.g. `Run`. Left out, all.",
    },
    skipWrittenByApps: {
      description: "Skip activities that an app wrote, as **Log Activity** does, so that a workflow that logs does not start itself, e.g. `true`.",
    },
  },
} satisfies Twin<typeof source>;
