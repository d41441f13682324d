import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { readChoice } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { granularitiesOf } from "../../common/vitals/readings";
import { stagesTold, vitalsTold } from "../../common/vitals/sentences";

export const scopes = ["respiratory_rate"];

const action = defineAction({
  key: "fitbit-get-breathing-rate",
  name: "Get Breathing Rate",
  description: "Get the breathing rate (breaths a minute) of each night over any range, by the day that the night ended on. With the granularity `stages`, the rates in deep, light and REM sleep. A night without any has no row. [See the documentation](https://dev.fitbit.com/build/reference/web-api/breathing-rate/get-br-summary-by-interval/)",
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
    granularity: {
      type: "string",
      label: "Granularity",
      description: "How fine the figures are, e.g. `stages`. One of `daily` (one a night), `stages` (one a sleep stage, and one of all sleep); left out, `daily`.",
      optional: true,
      options: granularitiesOf.br,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-breathing-rate");
    const granularity = readChoice("Granularity", this.granularity, granularitiesOf.br);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const { result, sentence, error } = granularity === "stages"
      ? stagesTold(await this.fitbit.getBreathingByStage(range, call), range)
      : vitalsTold("br", await this.fitbit.getVitals("br", range, call), range);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
