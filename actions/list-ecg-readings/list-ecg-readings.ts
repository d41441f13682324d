import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readRange } from "../../common/dates";
import { collectList, listedSoFar, readChosen } from "../../common/lists";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";
import { ecgList, ecgsListed } from "../../common/vitals/lists";

export const scopes = ["electrocardiogram"];

const action = defineAction({
  key: "fitbit-list-ecg-readings",
  name: "List ECG Readings",
  description: "List electrocardiograms that a watch took over any range of days, or the newest ones, newest first: when, the heart rate and what it showed, such as `Normal Sinus Rhythm`. The waveform comes with the detail `full`: a sample divided by `scalingFactor` is its voltage in mV. When `truncated` is true, go on with `nextStartDate` and `nextEndDate`. [See the documentation](https://dev.fitbit.com/build/reference/web-api/electrocardiogram/get-ecg-log-list/)",
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
        "startDate",
      ],
    },
    endDate: {
      propDefinition: [
        fitbit,
        "endDate",
      ],
    },
    limit: {
      propDefinition: [
        fitbit,
        "limit",
      ],
      description: "The most readings to return, newest first, e.g. `20`. Left out: all of the range, or the newest 100 when there is no start date.",
    },
    detail: {
      propDefinition: [
        fitbit,
        "detail",
      ],
      description: "How much of each reading to return, e.g. `full`. One of `summary` (its time, heart rate and result), `full` (its waveform too, thousands of samples); left out, `summary`.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-list-ecg-readings");
    const chosen = readChosen(this);
    const range = await this.fitbit.getCivilRange(readRange(this), call);
    const { items, extent } = await collectList(
      (wanted) => this.fitbit.listEcgReadings(wanted, call),
      { ...range, ...chosen },
      ecgList,
    );
    const sentence = ecgsListed(items, extent);
    $.export("$summary", listedSoFar(sentence, extent, Date.now()));
    return { ecgReadings: items, ...extent };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  scopes: ["ecg.readonly"],
} satisfies Twin<typeof action>;
