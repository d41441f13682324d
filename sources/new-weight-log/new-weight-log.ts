import fitbit from "../../fitbit.app";
import { isWantedLog } from "../../common/body/filter";
import type { WeightLog } from "../../common/body/shapes";
import { weightStream } from "../../common/body/streams";
import { pollCall } from "../../common/call";
import { readFlag } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import { eventZoneWords } from "../../common/props";
import type { Twin } from "../../common/twin";
import sampleEmit, { onGoogleHealth } from "./test-event";

export const scopes = ["weight"];
export const polls = { idle: 1, firing: 2, every: "24 hours" };

const source = defineSource({
  key: "fitbit-new-weight-log",
  name: "New Weight Log",
  description: "Emit new event for each weighing, once, whoever logged it and however often it is corrected. One that is logged more than 26 days late is not noticed. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-weight-timeseries-by-date-range/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
    skipWrittenByApps: {
      type: "boolean",
      label: "Skip Logs Written By Apps",
      description: "Skip weighings that an app wrote, as **Log Weight** does, so that a workflow that logs does not start itself, e.g. `true`.",
      optional: true,
    },
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
      const call = pollCall(this, "google_health-new-weight-log");
      const skipsApps = readFlag("Skip Logs Written By Apps", this.skipWrittenByApps);
      const isWanted = (log: WeightLog) => isWantedLog(log, skipsApps);
      return weightStream(this.fitbit, call, { isWanted });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

/** Fitbit says the same of what a person and what an app entered. */
export const onFitbit = { props: { skipWrittenByApps: null } };

export const googleHealth = {
  description: "Emit new event for each weighing, once, whoever logged it and however often it is corrected; one weight that two apps tell of within two minutes is one. One that is logged more than 90 days late is not noticed.",
  docs: "users.dataTypes.dataPoints/list",
  records: ["weightLog"],
  version: "0.0.1",
  sampleEmit: onGoogleHealth,
  scopes: ["health_metrics_and_measurements.readonly"],
  polls: { idle: 1, firing: 3, every: "24 hours" },
  props: {
    timeZone: null,
  },
} satisfies Twin<typeof source>;
