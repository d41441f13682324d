import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import { eventZoneWords } from "../../common/props";
import type { Twin } from "../../common/twin";
import { rhythmAlertStream } from "../../common/vitals/streams";
import sampleEmit from "./test-event";

export const scopes = ["irregular_rhythm_notifications"];
export const polls = { idle: 1, firing: 2, every: "6 hours" };

const source = defineSource({
  key: "fitbit-new-irregular-rhythm-alert",
  name: "New Irregular Rhythm Alert",
  description: "Emit new event for each notification of an irregular heart rhythm, with the beats that led to it, once, as soon as you have opened it in the Fitbit app, where it can first be seen from outside. One that is opened more than 90 days after it began is not noticed, one behind a full page of 10 within 6 hours. [See the documentation](https://dev.fitbit.com/build/reference/web-api/irregular-rhythm-notifications/get-irn-alerts-list/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: eventZoneWords,
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-irregular-rhythm-alert");
      return rhythmAlertStream(this.fitbit, call);
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each notification of an irregular heart rhythm, with the beats that led to it, once, whenever it arrives; one that arrives more than 90 days late is not noticed, one behind a full page of 25 within 6 hours.",
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  scopes: ["irn.readonly"],
  polls: { idle: 1, firing: 1, every: "6 hours" },
  props: {
    timeZone: null,
  },
} satisfies Twin<typeof source>;
