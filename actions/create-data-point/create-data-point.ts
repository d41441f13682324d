import googleHealth from "../../google_health.app";
import { callOf } from "../../common/call";
import { wholeRow } from "../../common/data-points/google-health";
import { readNewPoint, whereStored } from "../../common/data-points/google-health-input";
import { readDataType } from "../../common/data-points/types";
import { idOf } from "../../common/google-health/values";
import { defineAction } from "../../common/pipedream";

export const scopes = [
  "activity_and_fitness.writeonly",
  "health_metrics_and_measurements.writeonly",
  "sleep.writeonly",
  "nutrition.writeonly",
];

export default defineAction({
  key: "google_health-create-data-point",
  name: "Create Data Point",
  description: "Store one data point of any type that can be written, its value in the API's own fields and units, and return it as stored. It is written as often as it is asked for: where the same may come twice, use **Log Activity**, **Log Sleep** and their like, which look first. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/create)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit: googleHealth,
    dataType: {
      propDefinition: [
        googleHealth,
        "dataType",
      ],
    },
    value: {
      type: "string",
      label: "Value",
      description: "The value as the API writes it, as a JSON object: its times with their offset from UTC, and its figures, e.g. `{\"sampleTime\":{\"physicalTime\":\"2026-03-20T07:00:00Z\",\"utcOffset\":\"-14400s\"},\"weightGrams\":70500}`. What lasts has an `interval` with `startTime`, `startUtcOffset`, `endTime` and `endUtcOffset`.",
    },
  },
  async run({ $ }) {
    const type = readDataType(this.dataType);
    const value = readNewPoint(type, this.value);
    const call = callOf(this, $, null);
    const point = await this.fitbit.createDataPoint(type, value, whereStored(type), call);
    const id = idOf(point.name);
    $.export("$summary", id ? `Stored point ${id} of ${type}` : `Stored a point of ${type}`);
    return { dataType: type, id: id || undefined, dataPoint: wholeRow(type, point) };
  },
});
