import type { ActionRun, Component, Log, RequestRecord } from "../runtime";
import { carryRequests, reportError, runAction } from "../runtime";
import type { Target } from "./target";

export interface Execution {
  run: ActionRun;
  requests: RequestRecord[];
}

export interface Inputs {
  props: Record<string, unknown>;
  steps?: Record<string, unknown>;
  event?: unknown;
  log?: Log;
}

const STRAY = ["uncaughtException", "unhandledRejection"] as const;

const ENDLESS = new Error("It waits for something that never comes: a promise that nothing settles.");

/** A run ended by an error thrown outside of it: in a timer, a promise nobody awaits. */
function strayRun(thrown: unknown, began: number): ActionRun {
  const ms = Math.round(performance.now() - began);
  const nothing = { exports: {}, notes: [], sent: [], responses: [], ms };
  return { ok: false, error: reportError(thrown), ...nothing };
}

/** As `work`, but ends with the first error that a component throws outside of its run. */
async function orStray(work: () => Promise<ActionRun>): Promise<ActionRun> {
  const began = performance.now();
  let fail: (thrown: unknown) => void = () => undefined;
  const stray = new Promise<ActionRun>((done) => {
    fail = (thrown) => done(strayRun(thrown, began));
  });
  const giveUp = (): void => fail(ENDLESS);
  STRAY.forEach((event) => process.on(event, fail));
  process.on("beforeExit", giveUp);
  try {
    return await Promise.race([work(), stray]);
  } finally {
    STRAY.forEach((event) => process.off(event, fail));
    process.off("beforeExit", giveUp);
  }
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
  try {
    const run = await orStray(() => runAction(component, {
      ...inputs,
      accounts,
      ...clock ? { clock } : {},
    }));
    return { run, requests: carrier.requests };
  } finally {
    carrier.stop();
  }
}
