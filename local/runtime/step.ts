import { randomUUID } from "node:crypto";
import type { Fields, Json } from "./component";
import { toJson } from "./json";

export interface Sent {
  /** "http", "email", "s3" … */
  to: string;
  payload: Json | undefined;
}

/** What a step did through `$` while it ran. */
export interface StepRecord {
  exports: Map<string, unknown>;
  sent: Sent[];
  responses: (Json | undefined)[];
  notes: string[];
  exit?: string;
}

/** The `$` of a run, and what was done through it. */
export interface Step {
  $: Fields;
  record: StepRecord;
}

const DESTINATIONS = ["http", "email", "emit", "s3", "sms", "snowflake", "sql", "sse"];

function pauses(record: StepRecord): Fields {
  const played = (name: string): void => {
    record.notes.push(`$.flow.${name} is not played here: the step runs on to its end`);
  };
  const suspended = (name: string) => (): Fields => {
    played(name);
    const base = "https://api.pipedream.com/not-played-here";
    return { resume_url: `${base}/resume`, cancel_url: `${base}/cancel` };
  };
  return {
    delay: suspended("delay"),
    suspend: suspended("suspend"),
    rerun: suspended("rerun"),
    refreshTimeout: () => played("refreshTimeout"),
  };
}

function noFiles(name: string): () => never {
  return () => {
    throw new Error(`$.files.${name} needs Pipedream's file store: use a file under /tmp here.`);
  };
}

/** How long a workflow may run by default. https://pipedream.com/docs/workflows/limits */
const WORKFLOW_MS = 300_000;

function contextNow(): Fields {
  const now = Date.now();
  const id = randomUUID();
  return {
    id,
    ts: new Date(now).toISOString(),
    trace_id: id,
    workflow_id: "p_local",
    workflow_name: "local",
    deployment_id: "d_local",
    emitter_id: "local",
    owner_id: "local",
    platform_version: "local",
    source_type: "COMPONENT",
    verified: false,
    test: true,
    replay: false,
    JIT: true,
    deadline: now + WORKFLOW_MS,
    run: { runs: 1 },
  };
}

/**
 * The `$` of one run of an action or code step, and the record of what it did: nothing is
 * sent, answered or paused.
 * https://pipedream.com/docs/components/contributing/api#actions
 */
export function createStep(): Step {
  const record: StepRecord = { exports: new Map(), sent: [], responses: [], notes: [] };
  const keep = (value: unknown, root: string): Json | undefined => {
    const { value: json, notes } = toJson(value, root);
    record.notes.push(...notes);
    return json;
  };
  const send = Object.fromEntries(DESTINATIONS.map((to) => [to, (...payload: unknown[]) => {
    const value = payload.length > 1 ? payload : payload[0];
    record.sent.push({ to, payload: keep(value, `$.send.${to}`) });
  }]));
  const exit = (reason?: unknown): void => {
    record.exit ??= typeof reason === "string" ? reason : "";
  };
  const $: Fields = {
    export: (name: unknown, value: unknown) => {
      record.exports.set(String(name), value);
    },
    send,
    respond: (response: unknown) => {
      record.responses.push(keep(response, "$.respond"));
      return Promise.resolve();
    },
    flow: { exit, ...pauses(record) },
    end: exit,
    context: contextNow(),
    files: Object.fromEntries(
      ["open", "openDescriptor", "dir", "delete"].map((name) => [name, noFiles(name)]),
    ),
  };
  return { $, record };
}
