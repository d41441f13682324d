import fitbit from "../../fitbit.app";
import { readBodyFat, readTimeOfDay, readWeight } from "../../common/body/input";
import { logWeighing } from "../../common/body/log";
import { weighingLogged } from "../../common/body/sentences";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readFlag } from "../../common/input";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import type { Twin } from "../../common/twin";
import { systemOf } from "../../common/units";

export const scopes = ["weight"];

export const example = { weight: "72.5", unit: "kg", bodyFat: "18.4", date: "yesterday" };

const action = defineAction({
  key: "fitbit-log-weight",
  name: "Log Weight",
  description: "Record a weight, and in the same step the body fat that was measured with it. Fitbit keeps 23:59:59 as the time of what is recorded without one, and of all body fat. Returns what was stored, in the unit that was given. [See the documentation](https://dev.fitbit.com/build/reference/web-api/body/create-weight-log/)",
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
    weight: {
      propDefinition: [
        fitbit,
        "weight",
      ],
    },
    unit: {
      propDefinition: [
        fitbit,
        "weightUnit",
      ],
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day of the measurement: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today.",
    },
    time: {
      type: "string",
      label: "Time",
      description: "The local time of the measurement, hours and minutes, e.g. `08:41`. Left out, it is some time of the day.",
      optional: true,
    },
    bodyFat: {
      propDefinition: [
        fitbit,
        "bodyFat",
      ],
      optional: true,
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
      description: "Look first whether the same weight (within 0.05 kg, and 0.05 % of body fat) is there of that minute, or of that day where Time is left out, and if it is, return it and write nothing, e.g. `false`. It takes one request more for each of the two: turn it off for imports. Where this connection may not look, it writes, and `missing` says so. Left out, `true`.",
    },
  },
  async run({ $ }) {
    const { weight, unit } = readWeight(this);
    const unitSystem = systemOf(unit);
    const call = { ...callOf(this, $, "google_health-log-weight"), unitSystem };
    const day = readDay("Date", this.date, "today");
    const fat = readBodyFat(this.bodyFat);
    const time = readTimeOfDay(this.time);
    const skipIfLogged = readFlag("Skip If Logged", this.skipIfLogged, true);
    const made = { weight, fat, time, day: await this.fitbit.getCivilDay(day, call) };
    const { data, missing, written }
      = await logWeighing(this.fitbit, made, skipIfLogged, call);
    $.export("$summary", weighingLogged(made, written, unitSystem));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record a weight, and in the same step the body fat that was measured with it. Returns what was stored, in the unit that was given.",
  docs: "users.dataTypes.dataPoints/create",
  records: ["weightLog", "bodyFatLog"],
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
