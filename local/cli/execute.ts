import type { ActionRun, Component, DataStores, ErrorReport, Log, RequestRecord } from "../runtime";
import { carryRequests, runAction } from "../runtime";
import { hearStrays } from "./stray";
import type { Target } from "./target";

export interface Execution {
  run: ActionRun;
  requests: RequestRecord[];
}

export interface Inputs {
  props: Record<string, unknown>;
  expressions?: Record<string, unknown>;
  steps?: Record<string, unknown>;
  event?: unknown;
  dataStores?: DataStores;
  log?: Log;
}

/** A run ended by an error thrown outside of it. */
function strayRun(error: ErrorReport, ms: number): ActionRun {
  return { ok: false, error, exports: {}, notes: [], sent: [], responses: [], ms };
}

/**
 * Runs a component once against a target, with every request it makes.
 * @throws PropError when the props do not fit.
 */
export async function execute(
  component: Component,
  target: Target,
  inputs: Inputs,
): Promise<Execution> {
  const { sandboxUrl, accounts, clock } = target;
  const carrier = carryRequests(sandboxUrl ? { sandboxUrl } : {});
  // Once it has run, what it left running does not matter.
  const strays = hearStrays(() => undefined);
  const began = performance.now();
  try {
    const options = { ...inputs, accounts, ...clock ? { clock } : {} };
    // What it threw itself tells more: it says what was exported until then.
    const failed = (error: ErrorReport, given?: ActionRun): ActionRun =>
      given?.ok === false ? given : strayRun(error, Math.round(performance.now() - began));
    const run = await strays.during(() => runAction(component, options), failed);
    return { run, requests: carrier.requests };
  } finally {
    strays.stop();
    carrier.stop();
  }
}
