import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { readTime } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import { mornings } from "../../common/summary/morning";
import type { MorningReport } from "../../common/summary/morning-report";
import { readNightMetrics } from "../../common/summary/night-metrics";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["activity", "heartrate", "sleep", "weight", "nutrition", "temperature"];
export const polls = { idle: 1, firing: 19, every: "60 minutes" };

const source = defineSource({
  key: "fitbit-new-morning-report",
  name: "New Morning Report",
  description: "Emit new event once a day: last night, what was measured in it and yesterday, with a sentence and a short Markdown text for a message. It comes when the night, its figures and yesterday have landed, an hour after you woke up at the earliest, and at a time of your own at the latest; `missing` names what was not there then, or may not be read. What lands later is not told again, and a morning that is over is not told of. Once the night is there, each poll asks for what has not landed. [See the documentation](https://dev.fitbit.com/build/reference/web-api/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    time: {
      type: "string",
      label: "Latest Time",
      description: "The local time at which the report comes at the latest, hours and minutes, e.g. `09:30`. Left out, `10:00`.",
      optional: true,
    },
    metrics: {
      propDefinition: [
        fitbit,
        "nightMetrics",
      ],
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
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest activity log tells your offset, once in 6 hours; where there is none of late, the latest time is when it has come everywhere on earth, up to 26 hours later.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-morning-report");
      const time = readTime("Latest Time", this.time, "10:00");
      const choice = { metrics: readNightMetrics(this.metrics), time };
      return crossings<MorningReport>({
        lookBackDays: 3,
        crossed: (looking) => mornings(this.fitbit, choice, looking, call),
        summary: ({ sentence }) => sentence,
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["summaryDay"],
  version: "0.0.1",
  scopes: [
    "activity_and_fitness.readonly", "health_metrics_and_measurements.readonly",
    "sleep.readonly", "nutrition.readonly",
  ],
  polls: { idle: 1, firing: 25, every: "60 minutes" },
  props: {
    timeZone: {
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, it is taken from your Google Health settings, or from your newest record, once in 6 hours.",
    },
  },
} satisfies Twin<typeof source>;
