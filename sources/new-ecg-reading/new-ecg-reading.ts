import fitbit from "../../fitbit.app";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { pollingSource } from "../../common/polling/source";
import { eventZoneWords } from "../../common/props";
import type { Twin } from "../../common/twin";
import {
  ecgResults, isWantedEcg, moreEcgResults, readEcgResults,
} from "../../common/vitals/filter";
import { ecgStream } from "../../common/vitals/streams";
import sampleEmit from "./test-event";

export const scopes = ["electrocardiogram"];
export const polls = { idle: 1, firing: 2, every: "6 hours" };

const source = defineSource({
  key: "fitbit-new-ecg-reading",
  name: "New ECG Reading",
  description: "Emit new event for each electrocardiogram that a watch took, with its waveform, once, whenever it syncs; one that syncs more than 14 days late is not noticed, one behind a full page of 10 within 6 hours. [See the documentation](https://dev.fitbit.com/build/reference/web-api/electrocardiogram/get-ecg-log-list/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    classifications: {
      type: "string[]",
      label: "Classifications",
      description: "Only readings that show one of these, e.g. `Atrial Fibrillation`: `Normal Sinus Rhythm`, `Inconclusive`, `Inconclusive: High heart rate` or `Inconclusive: Low heart rate`. Left out, all.",
      optional: true,
      options: ecgResults,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: eventZoneWords,
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-ecg-reading");
      const results = readEcgResults(this.classifications);
      return ecgStream(this.fitbit, call, { isWanted: (ecg) => isWantedEcg(ecg, results) });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each electrocardiogram that a watch took, with its waveform, once, whenever it syncs; one that syncs more than 14 days late is not noticed, one behind a full page of 25 within 6 hours.",
  docs: "users.dataTypes.dataPoints/list",
  version: "0.0.1",
  scopes: ["ecg.readonly"],
  polls: { idle: 1, firing: 1, every: "6 hours" },
  props: {
    classifications: {
      description: "Only readings that show one of these, e.g. `Atrial Fibrillation`: `Normal Sinus Rhythm`, `Inconclusive`, `Inconclusive: High heart rate`, `Inconclusive: Low heart rate`, `Unreadable` or `Not analyzed`. Left out, all.",
      options: moreEcgResults,
    },
    timeZone: null,
  },
} satisfies Twin<typeof source>;
