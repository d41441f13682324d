import type { DifferingRecord } from "../../common/differences";
import { findComponent } from "../catalog/find";
import type { RequestRecord } from "../runtime";
import type { Agreement } from "./compare";
import { compared } from "./compare";
import type { Stage } from "./demo-play";
import type { ActionStep, Steps } from "./demo-steps";
import { DEMO_STEPS, filled } from "./demo-steps";
import { counted } from "./event-line";
import { execute } from "./execute";
import { at, listAt, textAt } from "./values";

/** The records in what a step that reads gives. */
interface Reading {
  record: DifferingRecord;
  recordsOf: (result: unknown) => unknown[];
  /** What the other app found again; "" when it did not. */
  found: (records: readonly unknown[], steps: Steps) => string;
}

const ID = "get_profile.$return_value.user.encodedId";
const RUN = "log_activity.$return_value.activityLog";

const READINGS: Record<string, Reading> = {
  get_profile: {
    record: "profile",
    recordsOf: (result) => [at(result, "user")],
    found: ([user], steps) =>
      at(user, "encodedId") === at(steps, ID) ? "The same person" : "",
  },
  list_activity_logs: {
    record: "activityLog",
    recordsOf: (result) => listAt(result, "activities"),
    found: (logs, steps) => {
      const [day, time] = [textAt(steps, `${RUN}.startDate`), textAt(steps, `${RUN}.startTime`)];
      const run = logs.find((log) => textAt(log, "startTime").startsWith(`${day}T${time}`));
      return run ? `The same ${counted(logs.length, "log")}, the run of ${time} too` : "";
    },
  },
  get_sleep_log: {
    record: "sleepLog",
    recordsOf: (result) => listAt(result, "sleep"),
    found: ([night]) => night ? `The same night to ${textAt(night, "dateOfSleep")}` : "",
  },
};

/** A step played on the other app. */
export interface Twin {
  key: string;
  requests: RequestRecord[];
  isFine: boolean;
  /** How its answer compares with Fitbit's, or why it failed. */
  text: string;
}

const named = (title: string, names: readonly string[]): string[] =>
  names.length > 0 ? [`${title}: ${names.join(", ")}`] : [];

/** `same 14 fields; absent there: efficiency, thirty-day averages`. */
function told({ same, absent, approximate, wrong }: Agreement): string {
  return [
    `same ${counted(same.length, "field")}`,
    ...named("absent there", absent),
    ...named("approximate", approximate),
    ...named("otherwise there", wrong),
  ].join("; ").replaceAll("`", "");
}

type Judgement = Pick<Twin, "isFine" | "text">;

/** What the answers of both apps have in common. */
function judged(name: string, answer: unknown, steps: Steps): Judgement {
  const reading = READINGS[name];
  const records = reading?.recordsOf(answer) ?? [];
  const found = reading?.found(records, steps);
  if (!reading || !found) return { isFine: false, text: "It did not find what Fitbit found." };
  const own = reading.recordsOf(at(steps, `${name}.$return_value`));
  const agreement = compared(reading.record, own, records);
  return { isFine: agreement.wrong.length === 0, text: `${found}: ${told(agreement)}` };
}

/** The steps that only read: the ones that a second app can be asked again. */
const READING_STEPS = DEMO_STEPS.filter((step): step is ActionStep =>
  step.does === "run" && step.name in READINGS);

/**
 * Plays the steps that read with their twins on Google Health, on the same sandbox.
 * @param steps what the workflow gave on Fitbit
 */
export async function playTwins(stage: Stage, steps: Steps): Promise<Twin[]> {
  const { packageRoot, target, log } = stage;
  const twins: Twin[] = [];
  for (const step of READING_STEPS) {
    const key = step.key.replace("fitbit-", "google_health-");
    const { component } = await findComponent(packageRoot, { key, preferred: "google_health" });
    const props = filled(step.props, steps);
    const { run, requests } = await execute(component, target, { props, steps, log });
    const judgement = run.ok
      ? judged(step.name, run.return, steps)
      : { isFine: false, text: `${run.error.name}: ${run.error.message}` };
    twins.push({ key, requests, ...judgement });
  }
  return twins;
}
