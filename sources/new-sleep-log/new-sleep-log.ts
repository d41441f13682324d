import { DEFAULT_POLLING_SOURCE_TIMER_INTERVAL } from "@pipedream/platform";
import fitbit from "../../fitbit.app";
import { byInterval } from "../../common/polling/identities";
import { defineSource } from "../../common/pipedream";
import { poll, start, type Stream } from "../../common/polling/engine";
import { nightAsleep } from "../../common/sentences";
import type { SleepLog } from "../../common/sleep/shapes";
import { hostOf, sourceCall } from "../../common/polling/host";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["sleep"];

export default defineSource({
  key: "fitbit-new-sleep-log",
  name: "New Sleep Log",
  description: "Emit new event for each sleep, once, an hour after it ended or when it syncs later; a night that is worked out again, split or joined is not new. One that syncs more than 14 days late is not noticed. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-list/)",
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
    mainSleepOnly: {
      type: "boolean",
      label: "Main Sleep Only",
      description: "Skip naps, e.g. `true`. Left out, naps are told of too.",
      optional: true,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest activity log tells your offset, which takes the scope `activity`; without either, a night is told of up to 13 hours later.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    sleeps(): Stream<SleepLog> {
      const call = sourceCall({
        successor: "google_health-new-sleep-log",
        timeZone: this.timeZone,
      });
      return {
        lookBackDays: 14,
        recent: (since) => this.fitbit.recentSleeps(since, call),
        utcOffset: () => this.fitbit.utcOffset(call),
        wasSeen: byInterval,
        isWanted: (log) => log.isMainSleep || !this.mainSleepOnly,
        summary: nightAsleep,
      };
    },
  },
  hooks: {
    async deploy() {
      await start(hostOf(this), this.sleeps());
    },
  },
  async run() {
    await poll(hostOf(this), this.sleeps());
  },
});

export const googleHealth = {
  description: "Emit new event for each sleep, once, when it has been processed, or a day after it ended; a night that is worked out again, split or joined, or that two apps report, is not new. One that syncs more than 14 days late is not noticed. Absent here, for want of a source: `efficiency`, thirty-day averages. Approximate here: `infoCode`. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/reconcile)",
  version: "0.1.0",
  sampleEmit: onGoogleHealth,
  scopes: ["sleep.readonly"],
  props: {
    mainSleepOnly: {
      type: "boolean",
      label: "Main Sleep Only",
      description: "Skip naps, and sleeps that another app recorded, which Google Health calls no main sleep, e.g. `true`. Left out, they are told of too.",
      optional: true,
    },
    timeZone: null,
  },
};
