import googleHealth from "../../google_health.app";
import { callOf } from "../../common/call";
import { extentOfWindow, rolledUpBy } from "../../common/data-points/google-health-roll-ups";
import { windowsRolledUpInWords } from "../../common/data-points/sentences";
import { longestRollUp, readRolledType } from "../../common/data-points/types";
import { families } from "../../common/google-health/points";
import { readChoice, readInteger } from "../../common/input";
import { readWindow, windowOf, windowSoFar } from "../../common/intraday";
import { defineAction } from "../../common/pipedream";

export const scopes = [
  "activity_and_fitness.readonly",
  "health_metrics_and_measurements.readonly",
  "nutrition.readonly",
];

export default defineAction({
  key: "google_health-get-rollup",
  name: "Get Rollup",
  description: "Get what a type of data comes to in windows of any length between two local times, over any range: sums, or means with the least and the greatest, as the API has them. The first window begins at the start, the last one is whole, and one without any has no row. When `truncated` is true, go on with `nextStartDate` and `nextStartTime`. For whole days use **Get Daily Rollup**, which knows when the clocks change. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/rollUp)",
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
        "firstDate",
      ],
    },
    startTime: {
      propDefinition: [
        googleHealth,
        "firstTime",
      ],
    },
    endDate: {
      propDefinition: [
        googleHealth,
        "lastDate",
      ],
    },
    endTime: {
      propDefinition: [
        googleHealth,
        "lastTime",
      ],
    },
    windowSeconds: {
      type: "integer",
      label: "Window (Seconds)",
      description: "How long each window is, e.g. `900`. Left out, `3600`, which is an hour.",
      optional: true,
      min: 1,
      max: 7776000,
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
    const bounds = { min: 1, max: longestRollUp(type) * 86_400, example: "900" };
    const windowSeconds = readInteger("Window (Seconds)", this.windowSeconds, bounds) ?? 3_600;
    const family = readChoice("Data Source Family", this.family, families);
    const window = await windowOf(this.fitbit, readWindow(this), call);
    const length = { windowSeconds, family };
    const found = await rolledUpBy(this.fitbit, type, window, length, call);
    const extent = extentOfWindow(window, found);
    const sentence = windowsRolledUpInWords(type, windowSeconds, extent);
    $.export("$summary", windowSoFar(sentence, extent, Date.now(), found.error));
    return { dataType: type, windowSeconds, rollUps: found.rows, ...extent };
  },
});
