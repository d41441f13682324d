import fitbit from "../../fitbit.app";
import { weightsListed } from "../../common/body/sentences";
import { weightList } from "../../common/body/summary";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, listedSoFar, readChosen } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import { writtenByWords } from "../../common/props";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

const action = defineAction({
  key: "fitbit-list-weight-logs",
  name: "List Weight Logs",
  description: "List weighings over any range of days, or the newest ones, newest first, with the body mass index and the body fat that was measured with them. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. Without Start Date, or over more than eight years, the list ends where a year holds none. For a figure a day use **Get Body Time Series**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body-timeseries/get-weight-timeseries-by-date-range/)",
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
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The units of weights, e.g. `en_US`. One of `metric` (kg), `en_US` (pounds), `en_GB` (stone); left out, `metric`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-weight-logs");
    const chosen = readChosen(this);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listWeightLogs(wanted, call),
      { ...range, ...chosen },
      weightList,
    );
    const sentence = weightsListed(items, call.unitSystem, extent);
    $.export("$summary", listedSoFar(sentence, extent, Date.now()));
    return { weight: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  description: "List weighings over any range of days, or the newest ones, newest first, with the body mass index and the body fat that was measured with them. What several sources hold of one weighing is given once. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. For a figure a day use **Get Body Time Series**.",
  docs: "users.dataTypes.dataPoints/list",
  records: ["weightLog"],
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
