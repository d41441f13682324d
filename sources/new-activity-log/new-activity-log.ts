import { DEFAULT_POLLING_SOURCE_TIMER_INTERVAL } from "@pipedream/platform";
import fitbit from "../../fitbit.app";
import { isWantedActivity } from "../../common/activity/filter";
import { byId } from "../../common/polling/identities";
import { defineSource } from "../../common/pipedream";
import { poll, start, type Stream } from "../../common/polling/engine";
import { workout } from "../../common/sentences";
import type { ActivityLog } from "../../common/activity/shapes";
import { hostOf, sourceCall } from "../../common/polling/host";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["activity"];

export default defineSource({
  key: "fitbit-new-activity-log",
  name: "New Activity Log",
  description: "Emit new event for each exercise, once, whenever it syncs; one that syncs more than 14 days late is not noticed, one behind a full page within 6 hours. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity/get-activity-log-list/)",
  version: "0.1.0",
  type: "source",
  ai: "optimized",
  dedupe: "unique",
  props: {
    fitbit,
    db: "$.service.db",
    timer: {
      type: "$.interface.timer",
      default: {
        intervalSeconds: DEFAULT_POLLING_SOURCE_TIMER_INTERVAL,
      },
    },
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
    activities(): Stream<ActivityLog> {
      const call = sourceCall({ successor: "google_health-new-activity-log" });
      return {
        lookBackDays: 14,
        recent: (since) => this.fitbit.recentActivities(since, call),
        wasSeen: byId,
        isWanted: (log) => isWantedActivity(log, this),
        summary: (log) => workout(log),
      };
    },
  },
  hooks: {
    async deploy() {
      await start(hostOf(this), this.activities());
    },
  },
  async run() {
    await poll(hostOf(this), this.activities());
  },
});

export const googleHealth = {
  description: "Emit new event for each exercise, once, whenever it syncs; one that syncs more than 14 days late is not noticed, one behind a full page within 6 hours. Absent here, for want of a source: activity type ids, activity levels, heart rate zones, original values, links. Approximate here: `logType` and `source`, pace, speed and climbs of 0, steps and calories of activities logged by hand, names of rarer activities. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile)",
  version: "0.1.0",
  sampleEmit: onGoogleHealth,
  scopes: ["activity_and_fitness.readonly"],
  props: {
    activityNames: {
      type: "string[]",
      label: "Activity Names",
      description: "Only these activities, as **List Activity Logs** names them, e.g. `Run`. Left out, all.",
      optional: true,
    },
    skipWrittenByApps: {
      type: "boolean",
      label: "Skip Logs Written By Apps",
      description: "Skip activities that an app wrote, as **Log Activity** does, so that a workflow that logs does not start itself, e.g. `true`.",
      optional: true,
    },
  },
};
