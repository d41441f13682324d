import googleHealth from "../../google_health.app";
import { callOf } from "../../common/call";
import { readPointIds, whereDeleted } from "../../common/data-points/google-health-input";
import { written, writtenAlone } from "../../common/data-points/props";
import { readDataType } from "../../common/data-points/types";
import { defineAction } from "../../common/pipedream";
import { counted } from "../../common/sentences";

export const scopes = [
  "activity_and_fitness.writeonly",
  "health_metrics_and_measurements.writeonly",
  "sleep.writeonly",
  "nutrition.writeonly",
];

export default defineAction({
  key: "google_health-delete-data-points",
  name: "Delete Data Points",
  description: "Delete stored data points of one type for good, all of them or none. Only points that the same Google client wrote can be deleted; what another app or the watch recorded is deleted in the Google Health app. Take their names from **List Data Points** with the family `self-sources`. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/batchDelete)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    openWorldHint: true,
  },
  props: {
    fitbit: googleHealth,
    dataType: {
      propDefinition: [
        googleHealth,
        "dataType",
      ],
      description: `The type of the points, e.g. \`weight\`. ${written.words}. ${writtenAlone}`,
    },
    dataPointIds: {
      type: "string[]",
      label: "Data Point IDs",
      description: "The ids or the whole names of the points, e.g. `users/me/dataTypes/weight/dataPoints/8808518358174752984`. Take `name` from **List Data Points**.",
    },
  },
  async run({ $ }) {
    const type = readDataType(this.dataType);
    const ids = readPointIds("Data Point IDs", this.dataPointIds, type);
    const call = callOf(this, $, null);
    await this.fitbit.deleteDataPoints(type, ids, whereDeleted(type), call);
    $.export("$summary", `Deleted ${counted(ids.length, "point")} of ${type}`);
    return { dataType: type, ids, deleted: true, count: ids.length };
  },
});
