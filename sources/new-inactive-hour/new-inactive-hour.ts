import fitbit from "../../fitbit.app";
import { readActiveHours, weekdays } from "../../common/activity/active-hours";
import { hourInWords, inactiveHours, type InactiveHour } from "../../common/activity/inactive-hours";
import { pollCall } from "../../common/call";
import { defineSource } from "../../common/pipedream";
import { crossings } from "../../common/polling/crossings";
import { pollingSource } from "../../common/polling/source";
import type { Twin } from "../../common/twin";
import sampleEmit from "./test-event";

export const scopes = ["activity"];
export const polls = { idle: 0, firing: 3, every: "60 minutes" };

const source = defineSource({
  key: "fitbit-new-inactive-hour",
  name: "New Inactive Hour",
  description: "Emit new event for each of your active hours with few steps. An hour is judged once, an allowance after its end, with what has synced by then: an hour that has not synced looks like rest, so let the allowance be as long as your watch takes to sync. Hours more than a day old are let be, and where neither a day nor the one before has a step, none is told of: the watch is off. A poll with no hour to judge makes no request. Fitbit gives steps within a day only to a Fitbit app of the type Personal, or to one that it approved: connect with your own. [See the documentation](https://dev.fitbit.com/build/reference/web-api/intraday/get-activity-intraday-by-interval/)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: pollingSource.dedupe,
  props: {
    fitbit,
    ...pollingSource.props,
    startTime: {
      type: "string",
      label: "Start Time",
      description: "The local time from which hours count, e.g. `08:00`. Left out, `09:00`.",
      optional: true,
    },
    endTime: {
      type: "string",
      label: "End Time",
      description: "The local time up to which they count, e.g. `20:00`; before Start Time, it is of the next day. Left out, `18:00`.",
      optional: true,
    },
    days: {
      type: "string[]",
      label: "Days",
      description: "The days on which the active hours begin, e.g. `Monday`. Any of `Sunday`, `Monday`, `Tuesday`, `Wednesday`, `Thursday`, `Friday`, `Saturday`; left out, all.",
      optional: true,
      options: weekdays,
    },
    minimumSteps: {
      type: "integer",
      label: "Minimum Steps",
      description: "An hour with fewer steps is inactive, e.g. `300`. Left out, `250`.",
      optional: true,
      min: 1,
      max: 10000,
    },
    allowanceMinutes: {
      type: "integer",
      label: "Allowance (Minutes)",
      description: "How long after its end an hour is judged, so that the watch has synced, e.g. `90`. Left out, `60`.",
      optional: true,
      min: 0,
      max: 720,
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, the newest activity log tells your offset, once in 6 hours; where there is none of late, set it.",
    },
  },
  sampleEmit,
  methods: {
    /** What is polled, and how. */
    getStream() {
      const call = pollCall(this, "google_health-new-inactive-hour");
      const hours = readActiveHours(this);
      return crossings<InactiveHour>({
        lookBackDays: 2,
        crossed: (looking) => inactiveHours(this.fitbit, hours, looking, call),
        summary: hourInWords,
      });
    },
  },
  hooks: pollingSource.hooks,
  run: pollingSource.run,
});

export default source;

export const googleHealth = {
  description: "Emit new event for each of your active hours with few steps. An hour is judged once, an allowance after its end, with what has synced by then: an hour that has not synced looks like rest, so let the allowance be as long as your watch takes to sync. Hours more than a day old are let be, and where neither a day nor the one before has a step, none is told of: the watch is off. A poll with no hour to judge makes no request.",
  docs: "users.dataTypes.dataPoints/rollUp",
  version: "0.0.1",
  scopes: ["activity_and_fitness.readonly"],
  polls: { idle: 0, firing: 2, every: "60 minutes" },
  props: {
    timeZone: {
      description: "Your IANA time zone, e.g. `Europe/Berlin`. Left out, it is taken from your Google Health settings, or from your newest record, once in 6 hours.",
    },
  },
} satisfies Twin<typeof source>;
