import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import type { Twin } from "../../common/twin";
import { cardioTold } from "../../common/vitals/sentences";

export const scopes = ["cardio_fitness"];

const action = defineAction({
  key: "fitbit-get-cardio-fitness-score",
  name: "Get Cardio Fitness Score",
  description: "Get the cardio fitness score (VO2 max, in ml/kg/min) of each day over any range. `cardioScore` has it as text; `days` has it as the number `vo2Max` or, where the text is a range such as `44-48`, as `vo2MaxLow` and `vo2MaxHigh`. A day without any has no row. [See the documentation](https://dev.fitbit.com/build/reference/web-api/cardio-fitness-score/get-vo2max-summary-by-interval/)",
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
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-cardio-fitness-score");
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getCardioFitness(range, call);
    const { result, sentence, error } = cardioTold(series, range);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/reconcile",
  records: ["cardioScore", "cardioFigures"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
