import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { heartRateWithin } from "../../common/heart/sentences";
import { readAnyId, readChoice } from "../../common/input";
import {
  collectSamples, datasetOf, granularities, readWindow, windowAround, windowOf, windowSoFar,
} from "../../common/intraday";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["heartrate"];

const action = defineAction({
  key: "fitbit-get-intraday-heart-rate",
  name: "Get Intraday Heart Rate",
  description: "Get the heart rate within a day, in beats per minute: between two local times, over several days, or over one workout by its id, with the least, the greatest and the mean. Minutes without a reading are left out. When `truncated` is true, go on with `nextStartDate` and `nextStartTime`. For one figure a day use **Get Heart Rate Time Series**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/intraday/get-heartrate-intraday-by-interval/)",
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
    activityLogId: {
      propDefinition: [
        fitbit,
        "anyActivityLogId",
      ],
      description: "The id of a workout, to return the heart rate over it instead of between times, e.g. `2369048793018741424`. Take `logId` from **List Activity Logs**. It takes one request more, and the scope of activities.",
      optional: true,
    },
    granularity: {
      type: "string",
      label: "Granularity",
      description: "How fine the readings are, e.g. `1min`. One of `1sec` (each that there is), `1min`, `5min`, `15min` (means); left out, `15min`.",
      optional: true,
      options: granularities,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-intraday-heart-rate");
    const granularity = readChoice("Granularity", this.granularity, granularities) ?? "15min";
    const asked = readWindow(this);
    const form = this.fitbit.getIdForm();
    const logId = readAnyId("Activity Log ID", this.activityLogId, "List Activity Logs", form);
    const log = logId ? await this.fitbit.getActivityLog(logId, call) : undefined;
    const window = log
      ? windowAround(log.startTime, log.duration)
      : await windowOf(this.fitbit, asked, call);
    const all = this.fitbit.getIntradayHeartRate(window, granularity, call);
    const { samples, extent, error } = await collectSamples(all, window);
    $.export("$summary", windowSoFar(heartRateWithin(extent), extent, Date.now(), error));
    return {
      "activities-heart-intraday": { dataset: samples, ...datasetOf(granularity) },
      ...extent,
    };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/rollUp",
  version: "0.0.1",
  scopes: ["health_metrics_and_measurements.readonly"],
} satisfies Twin<typeof action>;
