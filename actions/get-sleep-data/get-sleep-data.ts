import { fitbitAlone } from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readDay } from "../../common/dates";
import { defineAction } from "../../common/pipedream";
import { dayOfSleep } from "../../common/sleep/day";
import { nightsAsleep } from "../../common/sleep/sentences";

export const scopes = ["sleep"];

export const successor = "google_health-get-sleep-log";

export default defineAction({
  key: "fitbit-get-sleep-data",
  name: "Get Sleep Data",
  description: "Get one day's sleep at a glance: its main sleep with the minutes of each stage, and every sleep of the day as Fitbit answers it. `sleepScore` is always null: the API has none. For the stages over time use **Get Sleep Log**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/get-sleep-log-by-date/)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit: fitbitAlone,
    date: {
      propDefinition: [
        fitbitAlone,
        "date",
      ],
    },
    timeZone: {
      propDefinition: [
        fitbitAlone,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, successor);
    const day = readDay("Date", this.date, "today");
    const { data } = await this.fitbit.getSleepDay(day, call);
    $.export("$summary", nightsAsleep(data, data.date));
    return dayOfSleep(data);
  },
});
