import fitbit from "../../fitbit.app";
import { readBodyFat } from "../../common/body/input";
import { logBodyFat } from "../../common/body/log";
import { atTime, fatInWords } from "../../common/body/sentences";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readFlag, required } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import { logged } from "../../common/sentences";
import type { Twin } from "../../common/twin";

export const scopes = ["weight"];

export const example = { bodyFat: "18.4", date: "yesterday" };

const action = defineAction({
  key: "fitbit-log-body-fat",
  name: "Log Body Fat",
  description: "Record your body fat in percent. Fitbit keeps 23:59:59 as its time. To record a weight with it use **Log Weight**. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body/create-bodyfat-log/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    bodyFat: {
      propDefinition: [
        fitbit,
        "bodyFat",
      ],
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day of the measurement: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
    skipIfLogged: {
      propDefinition: [
        fitbit,
        "skipIfLogged",
      ],
      description: "Look first whether the same body fat (within 0.05 %) is there of that day, and if it is, return it and write nothing, e.g. `false`. It takes one request more: turn it off for imports. Where this connection may not look, it writes, and `missing` says so. Left out, `true`.",
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-log-body-fat");
    const fat = required("Body Fat (%)", readBodyFat(this.bodyFat));
    const day = readDay("Date", this.date, "today");
    const skipIfLogged = readFlag("Skip If Logged", this.skipIfLogged, true);
    const made = { fat, day: await this.fitbit.getCivilDay(day, call) };
    const { data, missing } = await logBodyFat(this.fitbit, made, skipIfLogged, call);
    $.export("$summary", logged(`${fatInWords(fat)} ${atTime(made)}`, data));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record your body fat in percent. To record a weight with it use **Log Weight**. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["bodyFatLog"],
  version: "0.0.1",
  scopes: [
    "health_metrics_and_measurements.readonly",
    "health_metrics_and_measurements.writeonly",
  ],
  props: {
    timeZone: {
      description: timeZoneOfStart,
    },
  },
} satisfies Twin<typeof action>;
