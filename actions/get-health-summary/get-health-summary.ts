import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readFlag } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { mayGoOn, summarize } from "../../common/summary/summary";
import type { Twin } from "../../common/twin";

export const scopes = ["activity", "heartrate", "sleep", "weight", "nutrition", "temperature"];

const action = defineAction({
  key: "fitbit-get-health-summary",
  name: "Get Health Summary",
  description: "Get a day, a week, a month or any range of somebody's health at a glance: activity, sleep, heart, vitals, weight and food, one flat row a day, with totals, averages, the change against the days before, what is usual for the person, and a short text. What this connection may not read is left out, and `missing` says so. [See the documentation](https://dev.fitbit.com/build/reference/web-api/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    startDate: {
      propDefinition: [
        fitbit,
        "seriesStartDate",
      ],
    },
    endDate: {
      propDefinition: [
        fitbit,
        "endDate",
      ],
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
    csv: {
      type: "boolean",
      label: "CSV File",
      description: "Write the days to a CSV file in `/tmp` too, e.g. `true`. Left out, `false`.",
      optional: true,
    },
    syncDir: {
      type: "dir",
      accessMode: "write",
      sync: true,
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-health-summary");
    const csv = readFlag("CSV File", this.csv);
    const asked = readRange(this);
    const range = await this.fitbit.getCivilDays(asked, call);
    const isUnfinished = mayGoOn(asked.to, range.to, Date.now());
    const days = { ...range, isUnfinished };
    const { summary, sentence } = await summarize(this.fitbit, days, { csv }, call);
    $.export("$summary", sentence);
    return summary;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  records: ["summaryDay"],
  version: "0.0.1",
  scopes: [
    "activity_and_fitness.readonly", "health_metrics_and_measurements.readonly",
    "sleep.readonly", "nutrition.readonly",
  ],
} satisfies Twin<typeof action>;
