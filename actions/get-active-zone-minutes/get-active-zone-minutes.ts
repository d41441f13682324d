import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { figuresOverDays } from "../../common/activity/sentences";
import { ZONE_MINUTES_ROOT } from "../../common/activity/zone-minutes";
import { defineAction } from "../../common/pipedream";
import { rangeSoFar } from "../../common/ranges";
import { seriesResult } from "../../common/series";
import { figuresOf } from "../../common/statistics";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-get-active-zone-minutes",
  name: "Get Active Zone Minutes",
  description: "Get the active zone minutes of each day over any range, in all and by heart rate zone; those in the Cardio and Peak zones count twice. They are a part of the active minutes. For the minutes of a day one by one use **Get Intraday Activity**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/active-zone-minutes-timeseries/get-azm-timeseries-by-interval/)",
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
    const call = callOf(this, $, "google_health-get-active-zone-minutes");
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const series = await this.fitbit.getActiveZoneMinutes(range, call);
    const result = seriesResult(series, range, [ZONE_MINUTES_ROOT]);
    const minutes = figuresOf(result.days, "activeZoneMinutes");
    const sentence = figuresOverDays([["Active zone minutes", minutes]], result);
    $.export("$summary", rangeSoFar(sentence, result, Date.now(), series.error));
    return result;
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/dailyRollUp",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
