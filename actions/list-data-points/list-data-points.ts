import app from "../../google_health.app";
import { callOf } from "../../common/call";
import {
  isDated, isListed, listPoints, pointList,
} from "../../common/data-points/google-health-list";
import { listed } from "../../common/data-points/props";
import { pointsListed } from "../../common/data-points/sentences";
import { readDataType } from "../../common/data-points/types";
import { families } from "../../common/google-health/points";
import { readChoice, readFlag, readInteger, readTexts } from "../../common/input";
import { readWindow, windowOf } from "../../common/intraday";
import { defineAction } from "../../common/pipedream";

export const scopes = [
  "activity_and_fitness.readonly",
  "health_metrics_and_measurements.readonly",
  "sleep.readonly",
  "nutrition.readonly",
];

export default defineAction({
  key: "google_health-list-data-points",
  name: "List Data Points",
  description: "List raw data points of any type, newest first: each with its value, its times and where it comes from, of every source that stored some, or as the one stream that the app shows. Without a limit, two pages. When `truncated` is true, go on with `nextEndDate` and `nextEndTime`. Where another action has the figures, use that; for sums use **Get Daily Rollup**. [See the documentation](https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    app,
    dataType: {
      propDefinition: [
        app,
        "dataType",
      ],
      description: `The type of data, e.g. \`heart-rate\`. ${listed.words}. The last two take scopes of their own.`,
      options: listed.options,
    },
    startDate: {
      propDefinition: [
        app,
        "firstDate",
      ],
    },
    startTime: {
      propDefinition: [
        app,
        "firstTime",
      ],
    },
    endDate: {
      propDefinition: [
        app,
        "lastDate",
      ],
    },
    endTime: {
      propDefinition: [
        app,
        "lastTime",
      ],
    },
    limit: {
      propDefinition: [
        app,
        "limit",
      ],
      description: "The most points to return, newest first, over as many pages as that takes, e.g. `500`. Left out: two pages.",
    },
    pageSize: {
      type: "integer",
      label: "Page Size",
      description: "The points of a page, e.g. `100`. Sleeps and exercises come by 25 at most. Left out, `50`; with a limit, as many as that.",
      optional: true,
      min: 1,
      max: 10000,
    },
    fields: {
      type: "string[]",
      label: "Fields",
      description: "The fields of each value to return, e.g. `sampleTime`. Name and source come with them. Left out, all.",
      optional: true,
    },
    reconcile: {
      type: "boolean",
      label: "Reconcile",
      description: "Return the one stream that the app shows, in which every source has its share, and no point says which, e.g. `true`. Left out, `false`, but for `floors`, which comes no other way.",
      optional: true,
    },
    family: {
      propDefinition: [
        app,
        "family",
      ],
    },
    timeZone: {
      propDefinition: [
        app,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, null);
    const type = readDataType(this.dataType);
    const asked = readWindow(this);
    const wanted = {
      type,
      limit: readInteger("Limit", this.limit, { min: 1, example: "500" }),
      pageSize: readInteger("Page Size", this.pageSize, { min: 1, max: 10_000, example: "100" }),
      fields: readTexts("Fields", this.fields),
      isReconciled: readFlag("Reconcile", this.reconcile, !isListed(type)),
      family: readChoice("Data Source Family", this.family, families),
    };
    const window = isDated(type) ? await windowOf(this.app, asked, call) : undefined;
    const found = await listPoints(this.app, { ...wanted, window }, call);
    const list = pointList(type, window, found);
    $.export("$summary", pointsListed(list, window, Date.now()));
    return list;
  },
});
