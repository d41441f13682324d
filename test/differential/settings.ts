import type { Fields } from "../../local/runtime/component";
import type { Person } from "../../local/sandbox";

/** What a source is set to, where it tells of too little as it is, or takes a setting. */
export const SETTINGS: Record<string, (person: Person) => Fields> = {
  "new-goal-achieved": () => ({ target: "4000" }),
  "new-goal-missed": ({ timeZone }) => ({ target: "30000", time: "23:00", timeZone }),
  "new-inactive-hour": ({ timeZone }) => (
    { timeZone, startTime: "00:00", endTime: "00:00", minimumSteps: 5_000 }
  ),
  "new-low-battery": () => ({ level: 99 }),
  "new-metric-alert": () => ({ threshold: "30000" }),
  "new-sleep-duration-alert": () => ({ hours: "12" }),
};

/** What is not held to each other here, and why. */
const APART: Record<string, string> = {
  "new-data-gap": "The doors do not know alike when the newest data is from, or when it arrived.",
  "new-morning-report": "Its text goes by what has landed by then, which differs.",
  "new-nightly-health-metrics": "A night's figures land one by one, not at once at both.",
};

export const KNOWN_APART: readonly string[] = Object.keys(APART);

/** What tells of the newest alone on deploy, and seldom of more. */
export const SELDOM: readonly string[] = [
  "new-irregular-rhythm-alert", "new-low-battery", "new-sleep-duration-alert",
];

/** What these tell happens in no life here: their own tests hold their samples. */
export const SILENT: readonly string[] = ["new-data-gap"];
