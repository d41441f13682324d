import fitbit from "../../fitbit.app";
import {
  activityWithin, intradayChoices, minuteGranularities, readIntradayActivity,
} from "../../common/activity/intraday";
import { callOf } from "../../common/call";
import { readChoice } from "../../common/input";
import { readWindow, windowOf, windowSoFar } from "../../common/intraday";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["activity"];

const action = defineAction({
  key: "fitbit-get-intraday-activity",
  name: "Get Intraday Activity",
  description: "Get steps, distance, floors, elevation, calories, swimming strokes or active zone minutes within a day: between two local times, or over several days, by 1, 5 or 15 minutes, with the sum, the least, the greatest and the mean. When `truncated` is true, go on with `nextStartDate` and `nextStartTime`. For one figure a day use **Get Activity Time Series**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/intraday/get-activity-intraday-by-interval/)",
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
        "firstDate",
      ],
    },
    startTime: {
      propDefinition: [
        fitbit,
        "firstTime",
      ],
    },
    endDate: {
      propDefinition: [
        fitbit,
        "lastDate",
      ],
    },
    endTime: {
      propDefinition: [
        fitbit,
        "lastTime",
      ],
    },
    metric: {
      type: "string",
      label: "Metric",
      description: "The figure to return, e.g. `steps`. One of `steps`, `distance`, `floors`, `elevation`, `calories`, `swimming-strokes`, `active-zone-minutes`; left out, `steps`.",
      optional: true,
      options: intradayChoices,
    },
    granularity: {
      type: "string",
      label: "Granularity",
      description: "How many minutes each figure is for, e.g. `1min`. One of `1min`, `5min`, `15min`; left out, `15min`.",
      optional: true,
      options: minuteGranularities,
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
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-intraday-activity");
    const metric = readChoice("Metric", this.metric, intradayChoices) ?? "steps";
    const granularity = readChoice("Granularity", this.granularity, minuteGranularities) ?? "15min";
    const window = await windowOf(this.fitbit, readWindow(this), call);
    const read = await readIntradayActivity(this.fitbit, metric, window, granularity, call);
    const { rows, extent, error, ...total } = read;
    const sentence = activityWithin(metric, read);
    $.export("$summary", windowSoFar(sentence, extent, Date.now(), error));
    return { ...rows, ...total, ...extent };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/rollUp",
  records: ["intradayActivity"],
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
} satisfies Twin<typeof action>;
