import fitbit from "../../fitbit.app";
import { gapInWords, gapOf, type DataGap } from "../../common/activity/gap";
import { pollCall } from "../../common/call";
import { readFlag, readInteger } from "../../common/input";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 1, firing: 1, every: "60 minutes" };

const HOUR_MS = 3_600_000;

const source = defineSource({
  key: "fitbit-new-data-gap",
  name: "New Data Gap",
  description: "Emit new event for each gap of a number of hours without new data, once, and when data arrives again if you ask for it. The steps that a watch counted tell: a watch that is not worn and one that does not sync look alike, and so does a night in bed. Data that syncs late ends a gap when it arrives. Where there are no steps of the last 30 days, nothing is told of. [See the documentation](https://dev.fitbit.com/build/reference/web-api/activity-timeseries/get-activity-timeseries-by-date-range/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    hours: {
      type: "integer",
      label: "Hours",
      description: "How long without new data, e.g. `36`. Take 12 or more: nobody walks at night. Left out, `24`.",
      optional: true,
      min: 1,
      max: 336,
    },
    tellEnd: {
      type: "boolean",
      label: "Tell When It Is Over",
      description: "Emit an event when data arrives again, too, e.g. `true`.",
      optional: true,
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-data-gap");
      const bounds = { min: 1, max: 336, example: "36" };
      const hours = readInteger("Hours", this.hours, bounds) ?? 24;
      const rule = { hours, tellsEnd: readFlag("Tell When It Is Over", this.tellEnd) };
      return crossings<DataGap>({
        lookBackDays: 30,
        crossed: async (looking) => {
          const wanted = { ...looking, enoughMs: hours * HOUR_MS };
          return gapOf(await this.fitbit.findNewestData(wanted, call), rule, looking);
        },
        summary: gapInWords,
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each gap of a number of hours without new data, once, and when data arrives again if you ask for it. The newest heart rate tells, or the newest steps: a watch that is not worn and one that does not sync look alike. Data that syncs late ends a gap once the newest is less old than that. While a gap lasts, a poll makes 2 requests.",
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly", "health_metrics_and_measurements.readonly"],
  polls: { idle: 1, firing: 2, every: "60 minutes" },
  props: {
    hours: {
      description: "How long without new data, e.g. `12`. Left out, `24`.",
    },
  },
} satisfies Twin<typeof source>;
