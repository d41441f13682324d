import googleHealth from "../../google_health.app";
import { callOf } from "../../common/call";
import { wholeRow } from "../../common/data-points/google-health";
import { readPointIds } from "../../common/data-points/google-health-input";
import { named } from "../../common/data-points/props";
import { readDataType } from "../../common/data-points/types";
import { defineAction } from "../../common/pipedream";

export const scopes = [
  "activity_and_fitness.readonly",
  "health_metrics_and_measurements.readonly",
  "sleep.readonly",
  "nutrition.readonly",
];

export default defineAction({
  key: "google_health-get-data-point",
  name: "Get Data Point",
  description: "Get one stored data point by its id or name: its value as the API has it, and where it comes from. Take the name from **List Data Points**; a `logId` of other actions is the id of a point too. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/get)",
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
        "dataType",
      ],
      description: `The type of the point, e.g. \`weight\`. ${named.words}.`,
      options: named.options,
    },
    dataPointId: {
      type: "string",
      label: "Data Point ID",
      description: "The id or the whole name of the point, e.g. `users/me/dataTypes/weight/dataPoints/8808518358174752984`. Take `name` from **List Data Points**.",
    },
  },
  async run({ $ }) {
    const type = readDataType(this.dataType);
    const [id] = readPointIds("Data Point ID", this.dataPointId, type);
    const point = await this.fitbit.getDataPoint(type, id, callOf(this, $, null));
    $.export("$summary", `Point ${id} of ${type}`);
    return { dataType: type, dataPoint: wholeRow(type, point) };
  },
});
