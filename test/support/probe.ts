import { defineAction } from "../../common/pipedream";
import { get, post } from "../../common/fitbit/requests";
import { fitbitAlone } from "../../fitbit.app";
import { run } from "./step";

/** What an action of a test says of itself. */
export const metadata = {
  key: "fitbit-probe",
  name: "Probe",
  description: "A request that a test makes through the app.",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: true },
  props: { fitbit: fitbitAlone },
} as const;

/** A path of no endpoint: what the app does with an answer depends on none. */
export const PATH = "/1/user/-/probe.json";

const request = { path: PATH, scope: "sleep", root: "sleep[]" };
const successor = "google_health-get-sleep-log";

/** Reads through the app, as a component does. */
export const reading = defineAction({
  ...metadata,
  async run({ $ }) {
    const answer = await get(this.fitbit, { ...request, empty: true }, { $, successor });
    $.export("$summary", "Read it");
    return answer;
  },
});

/** Reads a record and gives the length of its note, which may be more than a step returns. */
export const measuring = defineAction({
  ...metadata,
  async run({ $ }) {
    const { sleep } = await get<{ sleep: { note: string }[] }>(this.fitbit, request, { $ });
    $.export("$summary", "Measured it");
    return sleep?.[0]?.note.length;
  },
});

/** Reads what is never empty. */
export const readingAlways = defineAction({
  ...metadata,
  async run({ $ }) {
    return await get(this.fitbit, request, { $, successor });
  },
});

/** Writes through the app. */
export const writing = defineAction({
  ...metadata,
  async run({ $ }) {
    const stored = { record: "The sleep", lookAt: "Get Sleep Log" };
    const answer = await post(this.fitbit, { ...request, stored }, { $, successor });
    $.export("$summary", "Wrote it");
    return answer;
  },
});

/** Reads what has another counterpart on Google Health, or none. */
export const readingFor = (other: string | null | undefined) => defineAction({
  ...metadata,
  async run({ $ }) {
    return await get(this.fitbit, request, { $, successor: other });
  },
});

/** Makes so many requests, one after another. */
export const readingOften = (times: number) => defineAction({
  ...metadata,
  async run({ $ }) {
    const often = { ...request, empty: true } as const;
    for (let i = 0; i < times; i++) await get(this.fitbit, often, { $, successor });
    $.export("$summary", "Read them");
  },
});

/** What a step threw, as a record of its fields and its message. */
export async function failure(action: unknown, now?: string) {
  const { error } = await run(action, {}, now);
  if (!(error instanceof Error)) throw new Error("The step did not fail.");
  return error;
}
