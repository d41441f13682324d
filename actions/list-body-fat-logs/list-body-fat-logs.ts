import fitbit from "../../fitbit.app";
import { bodyFatsListed } from "../../common/body/sentences";
import { bodyFatList } from "../../common/body/summary";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, listedSoFar, readChosen } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { writtenByWords } from "../../common/props";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

const action = defineAction({
  key: "fitbit-list-body-fat-logs",
  name: "List Body Fat Logs",
  description: "List measurements of body fat over any range of days, or the newest ones, newest first, in percent. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. Without Start Date, or over more than eight years, the list ends where a year holds none. For a figure a day use **Get Body Time Series**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-bodyfat-timeseries-by-date-range/)",
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
        "startDate",
      ],
    },
    endDate: {
      propDefinition: [
        fitbit,
        "endDate",
      ],
    },
    limit: {
      propDefinition: [
        fitbit,
        "limit",
      ],
    },
    detail: {
      propDefinition: [
        fitbit,
        "detail",
      ],
      description: "How much of each log to return, e.g. `full`. One of `summary` (figures and times), `full` (where it comes from too); left out, `summary`.",
    },
    writtenBy: {
      propDefinition: [
        fitbit,
        "writtenBy",
      ],
      description: `${writtenByWords} Fitbit says the same of what a person and what an app entered: both count as by \`hand\`.`,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-body-fat-logs");
    const chosen = readChosen(this);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listBodyFatLogs(wanted, call),
      { ...range, ...chosen },
      bodyFatList,
    );
    const sentence = bodyFatsListed(items, extent);
    $.export("$summary", listedSoFar(sentence, extent, Date.now()));
    return { fat: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  description: "List measurements of body fat over any range of days, or the newest ones, newest first, in percent. What several sources hold of one measurement is given once. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For a figure a day use **Get Body Time Series**.",
  docs: "users.dataTypes.dataPoints/list",
  records: ["bodyFatLog"],
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
  props: {
    detail: {
      description: "How much of each log to return, e.g. `full`. One of `summary` (figures and times), `full` (where it comes from too); left out, `summary`.",
    },
    writtenBy: {
      description: writtenByWords,
    },
  },
} satisfies Twin<typeof action>;
