import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { readFlag } from "../../common/input";
import { readVolume } from "../../common/nutrition/input";
import { waterOn } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import { timeZoneOfStart } from "../../common/props";
import { logged } from "../../common/sentences";
import type { Twin } from "../../common/twin";
import { writeOnce } from "../../common/write-once";

export const scopes = ["nutrition"];

export const example = { amount: "250", unit: "ml" };

const action = defineAction({
  key: "fitbit-log-water",
  name: "Log Water",
  description: "Record water that was drunk on a day, in millilitres, fluid ounces or cups. Returns what was stored. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/create-water-log/)",
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
    amount: {
      propDefinition: [
        fitbit,
        "waterAmount",
      ],
    },
    unit: {
      propDefinition: [
        fitbit,
        "waterUnit",
      ],
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
      description: "The day it was drunk: `YYYY-MM-DD`, `today`, `yesterday` or `N days ago`, e.g. `2026-03-20`. Left out, it is today.",
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The unit of what is returned: millilitres, or fluid ounces with `en_US`, e.g. `en_US`. One of `metric`, `en_US`, `en_GB`; left out, `metric`.",
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
      description: "Look first whether as much water is logged on that day, and if it is, return it and write nothing, e.g. `true`. It takes one request more. Where this connection may not look, it writes, and `missing` says so. Left out, `false`.",
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-log-water");
    const day = readDay("Date", this.date, "today");
    const volume = readVolume(this.amount, this.unit);
    const skipIfLogged = readFlag("Skip If Logged", this.skipIfLogged);
    const water = { date: await this.fitbit.getCivilDay(day, call), volume };
    const { data, missing } = await writeOnce(skipIfLogged, {
      find: () => this.fitbit.findWaterLog(water, call),
      create: () => this.fitbit.createWaterLog(water, call),
    });
    $.export("$summary", logged(waterOn(volume, water.date), data));
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Record water that was drunk on a day, in millilitres, fluid ounces or cups: today as of now, on another day at noon. Returns what was stored.",
  docs: "users.dataTypes.dataPoints/create",
  version: "0.0.1",
  scopes: ["nutrition.readonly", "nutrition.writeonly"],
  props: {
    timeZone: {
      description: timeZoneOfStart,
    },
  },
} satisfies Twin<typeof action>;
