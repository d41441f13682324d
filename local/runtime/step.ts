import { randomUUID } from "node:crypto";
import type { Fields, Json } from "./component";
import { toJson } from "./json";

export interface Sent {
  /** "http", "email", "s3" … */
  to: string;
  payload: Json | undefined;
}

/** A wish of a step to run again. */
export interface Rerun {
  delayMs: number;
  /** What the next run is told of this one. */
  context: Json | undefined;
  /** How often it may run again in all. */
  maxRetries: number;
}

/** What a step did through `$` while it ran. */
export interface StepRecord {
  exports: Map<string, unknown>;
  sent: Sent[];
  responses: (Json | undefined)[];
  notes: string[];
  exit?: string;
  rerun?: Rerun | undefined;
}

export const noRecord = (): StepRecord =>
  ({ exports: new Map(), sent: [], responses: [], notes: [] });

/** Which run of a step it is: `$.context.run`. */
export interface RunContext {
  /** From 1. */
  runs: number;
  context?: Json | undefined;
}

const DESTINATIONS = ["http", "email", "emit", "s3", "sms", "snowflake", "sql", "sse"];

const NOWHERE = "https://api.pipedream.com/not-played-here";

/** Where Pipedream would be told to go on. */
const urls = (): Fields => ({ resume_url: `${NOWHERE}/resume`, cancel_url: `${NOWHERE}/cancel` });

/** https://pipedream.com/docs/workflows/building-workflows/code/nodejs/rerun */
const MAX_RETRIES = 10;

const countOf = (value: unknown, usual: number): number =>
  typeof value === "number" && value >= 0 ? value : usual;

type Keep = (value: unknown, root: string) => Json | undefined;

function pauses(record: StepRecord, keep: Keep): Fields {
  const played = (name: string): void => {
    record.notes.push(`$.flow.${name} is not played here: the step runs on to its end`);
  };
  const suspended = (name: string) => (): Fields => {
    played(name);
    return urls();
  };
  return {
    delay: suspended("delay"),
    suspend: suspended("suspend"),
    rerun: (delay?: unknown, context?: unknown, maxRetries?: unknown) => {
      record.rerun = {
        delayMs: countOf(delay, 0),
        context: keep(context, "$.flow.rerun context"),
        maxRetries: countOf(maxRetries, MAX_RETRIES),
      };
      return urls();
    },
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

function contextNow(run: RunContext): Fields {
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
    run,
  };
}

/**
 * The `$` of one run of an action or code step, which notes down what it does: nothing is
 * sent, answered or paused.
 * https://pipedream.com/docs/components/contributing/api#actions
 */
export function createStep(record: StepRecord, run: RunContext): Fields {
  const keep: Keep = (value, root) => {
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
  return {
    export: (name: unknown, value: unknown) => {
      record.exports.set(String(name), value);
    },
    send,
    respond: (response: unknown) => {
      record.responses.push(keep(response, "$.respond"));
      return Promise.resolve();
    },
    flow: { exit, ...pauses(record, keep) },
    end: exit,
    context: contextNow(run),
    files: Object.fromEntries(
      ["open", "openDescriptor", "dir", "delete"].map((name) => [name, noFiles(name)]),
    ),
  };
}
