import { connect } from "./bind";
import type { Clock, Log } from "./clock";
import { during } from "./clock";
import type { Accounts, Fields, Json } from "./component";
import { asComponent, kindOf, LoadError, titleOf } from "./component";
import type { DataStores } from "./data-stores";
import { jsonBytes, toJson } from "./json";
import { play } from "./play";
import { resolveProps } from "./props";
import type { ErrorReport } from "./report";
import { reportError } from "./report";
import type { Sent, StepRecord } from "./step";
import { noRecord } from "./step";
import { PropError } from "./values";

export interface RunOptions {
  /** As for bindValues: text is allowed for every type. */
  props: Fields;
  /** Values that the component gets as they are, as a workflow's expressions pass them. */
  expressions?: Fields | undefined;
  accounts: Accounts;
  /** What earlier steps exported, by step name. */
  steps?: Fields;
  /** The trigger's event: `steps.trigger.event`. */
  event?: unknown;
  /** What its data stores hold, which it changes; left out, they are empty. */
  dataStores?: DataStores;
  clock?: Clock;
  log?: Log;
}

interface Ran {
  exports: Record<string, Json>;
  /** What Pipedream would not keep, or what is not played here; a sentence each. */
  notes: string[];
  /** The reason given to `$.flow.exit`, which ends the workflow after this step. */
  exit?: string;
  sent: Sent[];
  responses: (Json | undefined)[];
  ms: number;
}

export type ActionRun
  = | Ran & { ok: true; return: Json | undefined }
    | Ran & { ok: false; error: ErrorReport };

/** Logs, exports and the event of a run together: https://pipedream.com/docs/workflows/limits */
const MAX_BYTES = 6 * 1024 * 1024;
/** More than this is no text that anybody prints, and soon none that Node.js can make. */
const MAX_PRINTED_BYTES = 256 * 1024 * 1024;

function sizeNotes(bytes: number): string[] {
  if (bytes <= MAX_BYTES) return [];
  const size = (bytes / 1024 / 1024).toFixed(1);
  return [`return and exports are ${size} MB together, more than the 6 MB Pipedream keeps`];
}

function exported(record: StepRecord): { exports: Record<string, Json>; notes: string[] } {
  const entries: [string, Json][] = [];
  const notes: string[] = [];
  for (const [name, value] of record.exports) {
    const { value: json, notes: own } = toJson(value, `exports.${name}`);
    notes.push(...own);
    if (json !== undefined) entries.push([name, json]);
  }
  return { exports: Object.fromEntries(entries), notes };
}

type Outcome = { returned: unknown } | { thrown: unknown };

/** What the component throws is an outcome; values that do not fit are the caller's. */
async function attempt(work: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { returned: await work() };
  } catch (thrown) {
    if (thrown instanceof PropError || thrown instanceof LoadError) throw thrown;
    return { thrown };
  }
}

const TOO_LARGE = new RangeError(
  "It returns and exports more than 256 MB, where Pipedream keeps 6 MB: return less of it.",
);

function report(outcome: Outcome, record: StepRecord, ms: number): ActionRun {
  const { exports, notes } = exported(record);
  const ran: Ran = {
    exports,
    notes: [...record.notes, ...notes],
    sent: record.sent,
    responses: record.responses,
    ms,
    ...(record.exit === undefined ? {} : { exit: record.exit }),
  };
  if ("thrown" in outcome) return { ...ran, ok: false, error: reportError(outcome.thrown) };
  const returned = toJson(outcome.returned);
  const bytes = jsonBytes(returned.value) + jsonBytes(exports);
  if (bytes > MAX_PRINTED_BYTES) {
    return { ...ran, exports: {}, ok: false, error: reportError(TOO_LARGE) };
  }
  return {
    ...ran,
    ok: true,
    return: returned.value,
    notes: [...returned.notes, ...ran.notes, ...sizeNotes(bytes)],
  };
}

/**
 * Runs an action or a code step, as a workflow would: once, and again where it asks for it.
 * What the component throws is returned as `error`; what it exported until then stays.
 * @throws PropError when the props do not fit, LoadError when it is a source, and what
 * `accounts` throws.
 */
export async function runAction(component: unknown, options: RunOptions): Promise<ActionRun> {
  const checked = asComponent(component);
  if (kindOf(checked) === "source") {
    throw new LoadError(`${titleOf(checked)} is a source: it is polled, not run.`);
  }
  return during(options, async () => {
    const accounts = connect(resolveProps(checked), options.accounts);
    const record = noRecord();
    const began = performance.now();
    const outcome = await attempt(() => play(checked, { ...options, accounts }, record));
    return report(outcome, record, Math.round(performance.now() - began));
  });
}
