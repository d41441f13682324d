import googleHealth from "../../google_health.app";
import { callOf } from "../../common/call";
import { daysRolledUp } from "../../common/data-points/google-health-roll-ups";
import { daysRolledUpInWords } from "../../common/data-points/sentences";
import { longestRollUp, readRolledType } from "../../common/data-points/types";
import { readRange } from "../../common/dates";
import { families } from "../../common/google-health/points";
import { readChoice, readInteger } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { extentOf, rangeSoFar } from "../../common/ranges";

export const scopes = [
  "activity_and_fitness.readonly",
  "health_metrics_and_measurements.readonly",
  "nutrition.readonly",
];

export default defineAction({
  key: "google_health-get-daily-rollup",
  name: "Get Daily Rollup",
  description: "Get what a type of data comes to on each of the user's own days, or over several days at once, for any range: sums, or means with the least and the greatest, as the API has them. A day without any has no row. For windows within days use **Get Rollup**; for Fitbit's units and names use **Get Activity Time Series** and its like. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/dailyRollUp)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit: googleHealth,
    dataType: {
      propDefinition: [
        googleHealth,
        "rolledType",
      ],
    },
    startDate: {
      propDefinition: [
        googleHealth,
        "seriesStartDate",
      ],
    },
    endDate: {
      propDefinition: [
        googleHealth,
        "endDate",
      ],
    },
    windowDays: {
      type: "integer",
      label: "Window (Days)",
      description: "How many days each row covers, from the first day on, e.g. `7`. At most 90, or 14 of `heart-rate`, `active-minutes` and calories. Left out, `1`.",
      optional: true,
      min: 1,
      max: 90,
    },
    family: {
      propDefinition: [
        googleHealth,
        "family",
      ],
    },
    timeZone: {
      propDefinition: [
        googleHealth,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, null);
    const type = readRolledType(this.dataType);
    const bounds = { min: 1, max: longestRollUp(type), example: "7" };
    const windowDays = readInteger("Window (Days)", this.windowDays, bounds) ?? 1;
    const family = readChoice("Data Source Family", this.family, families);
    const range = await this.fitbit.getCivilDays(readRange(this), call);
    const found = await daysRolledUp(this.fitbit, type, range, { windowDays, family }, call);
    const { rows, next, error } = found;
    const extent = extentOf(range, rows.length, { next: next?.day, error });
    const sentence = daysRolledUpInWords(type, windowDays, extent);
    $.export("$summary", rangeSoFar(sentence, extent, Date.now(), error));
    return { dataType: type, windowDays, rollUps: rows, ...extent };
  },
});
