import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import { directions, lengthStream, readLimit } from "../../common/sleep/length";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["sleep"];
export const polls = { idle: 1, firing: 2, every: "6 hours" };

const source = defineSource({
  key: "fitbit-new-sleep-duration-alert",
  name: "New Sleep Duration Alert",
  description: "Emit new event when a main sleep was shorter or longer than so many hours asleep, once a day: two hours after it ended, so that a sync in the middle of the night raises no alarm, or when it syncs later, up to 14 days. What was told stays told when the night is worked out again; naps do not count. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-list/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    hours: {
      type: "string",
      label: "Hours",
      description: "Hours asleep that a night is held against, e.g. `6.5`.",
    },
    direction: {
      type: "string",
      label: "Direction",
      description: "Whether to tell of nights that are `shorter` or of those that are `longer` than that, e.g. `shorter`. Left out, `shorter`.",
      options: directions,
      default: "shorter",
      optional: true,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest activity log tells your offset, which takes the scope `activity`; without either, a night is told of up to 14 hours later.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-sleep-duration-alert");
      return lengthStream(this.fitbit, call, readLimit(this));
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event when a main sleep was shorter or longer than so many hours asleep, once a day: two hours after it ended and once it has been processed, or a day after it ended, or when it syncs later, up to 14 days. What was told stays told when the night is worked out again; naps do not count.",
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["sleepLog"],
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["sleep.readonly"],
  polls: { idle: 1, firing: 3, every: "6 hours" },
  props: {
    timeZone: null,
  },
} satisfies Twin<typeof source>;
