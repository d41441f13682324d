import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { readFlag } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import { sleepStream } from "../../common/sleep/streams";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["sleep"];
export const polls = { idle: 1, firing: 2, every: "6 hours" };

const source = defineSource({
  key: "fitbit-new-sleep-log",
  name: "New Sleep Log",
  description: "Emit new event for each sleep, once, an hour after it ended or when it syncs later; a night that is worked out again, split or joined is not new. One that syncs more than 14 days late is not noticed. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-list/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
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
    getStream() {
      const call = pollCall(this, "google_health-new-sleep-log");
      const isMainOnly = readFlag("Main Sleep Only", this.mainSleepOnly);
      return sleepStream(this.fitbit, call, {
        isWanted: ({ isMainSleep }) => isMainSleep === true || !isMainOnly,
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each sleep, once, when it has been processed, or a day after it ended; a night that is worked out again, split or joined, or that two apps report, is not new. One that syncs more than 14 days late is not noticed.",
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["sleepLog"],
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["sleep.readonly"],
  polls: { idle: 1, firing: 3, every: "6 hours" },
  props: {
    mainSleepOnly: {
      description: "Skip naps and other sleeps beside the main one of a day, e.g. `true`. Left out, they are told of too. Where Google Health does not say which is the main one, it is the longest with stages, or else the longest.",
    },
    timeZone: null,
  },
} satisfies Twin<typeof source>;
