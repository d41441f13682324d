import { setTimeout as wait } from "node:timers/promises";
import { bindComponent } from "./bind";
import type { Component, Fields } from "./component";
import { isFields } from "./component";
import { configure } from "./dynamic";
import { provideFrom } from "./memory";
import type { RunOptions } from "./run";
import type { Rerun, RunContext, StepRecord } from "./step";
import { createStep } from "./step";

/** Every step finds `steps.trigger`, whose context is that of `$`. */
function stepsOf({ steps = {}, event }: RunOptions, context: unknown): Fields {
  const given = isFields(steps.trigger) ? steps.trigger : {};
  const told = event === undefined ? {} : { event };
  return { ...steps, trigger: { event: {}, context, ...given, ...told } };
}

/** What runs a component, as often as one likes: `this` and `$` are new each time. */
async function runner(component: Component, options: RunOptions, record: StepRecord) {
  const { accounts, props: given, expressions, dataStores = {} } = options;
  const provide = provideFrom({ db: {}, dataStores }, (note) => record.notes.push(note));
  const binding = { component, accounts, provide };
  const configured = await configure({ ...binding, given, expressions });
  return (run: RunContext): unknown => {
    record.rerun = undefined;
    const $ = createStep(record, run);
    const steps = stepsOf(options, $.context);
    const self = bindComponent({ ...binding, ...configured });
    return component.run.call(self, { $, steps, event: options.event });
  };
}

/** A longer pause before the next run is left out: Pipedream keeps one of up to a year. */
const MAX_PAUSE_MS = 60_000;

async function pause({ delayMs }: Rerun, runs: number, notes: string[]): Promise<void> {
  if (delayMs <= MAX_PAUSE_MS) await wait(delayMs);
  else notes.push(`$.flow.rerun: the pause of ${delayMs / 1000} s before run ${runs} is left out`);
}

/**
 * Runs a component, and again while it asks for it by `$.flow.rerun`. Gives what it returned
 * last.
 */
export async function play(
  component: Component,
  options: RunOptions,
  record: StepRecord,
): Promise<unknown> {
  const runOnce = await runner(component, options, record);
  let run: RunContext = { runs: 1 };
  let returned = await runOnce(run);
  while (record.rerun && record.exit === undefined) {
    const { rerun, notes } = record;
    const runs = run.runs + 1;
    if (runs > rerun.maxRetries + 1) {
      notes.push(`$.flow.rerun: it ran ${run.runs} times, and no more: the workflow goes on`);
      break;
    }
    await pause(rerun, runs, notes);
    run = { runs, context: rerun.context };
    returned = await runOnce(run);
  }
  return returned;
}
