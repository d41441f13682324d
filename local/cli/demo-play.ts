import { findComponent } from "../catalog/find";
import type { Component, RequestRecord, Source, SourceRun } from "../runtime";
import { carryRequests, openSource } from "../runtime";
import type { ActionStep, DemoStep, SourceStep, Steps } from "./demo-steps";
import { filled } from "./demo-steps";
import { counted } from "./event-line";
import { execute } from "./execute";
import type { Paint } from "./output";
import { shown } from "./report";
import type { Target } from "./target";

/** A step that was played. */
export interface Played {
  component: Component;
  requests: RequestRecord[];
  /** What it says of itself, or why it failed. */
  headline: string;
  isFine: boolean;
  /** What it gave, as lines. */
  lines: string[];
}

export interface Stage {
  packageRoot: string;
  target: Target;
  paint: Paint;
  log: (line: string) => void;
}

const HEADLINES: Record<SourceStep["does"], (events: number) => string> = {
  deploy: (events) => `${counted(events, "event")} of recent history`,
  poll: (events) => counted(events, "new event"),
};

const failure = ({ error: { name, message } }: { error: { name: string; message: string } }) =>
  ({ headline: `${name}: ${message}`, isFine: false, lines: [] });

/** Plays the demo's steps, each knowing what the ones before it gave: that is `steps`. */
export function openStage({ packageRoot, target, paint, log }: Stage) {
  const steps: Steps = {};
  const sources = new Map<string, Source>();
  const { sandboxUrl, accounts, clock } = target;

  async function run(step: ActionStep, component: Component): Promise<Omit<Played, "component">> {
    const props = filled(step.props, steps);
    const { run, requests } = await execute(component, target, { props, steps, log });
    if (!run.ok) return { ...failure(run), requests };
    steps[step.name] = { ...run.exports, $return_value: run.return };
    const lines = step.show(run.return, paint, steps);
    return { headline: shown(run.exports.$summary, paint), isFine: true, lines, requests };
  }

  async function sourceOf(key: string, component: Component): Promise<Source> {
    const options = { props: {}, accounts, log, ...clock ? { clock } : {} };
    const source = sources.get(key) ?? await openSource(component, options);
    sources.set(key, source);
    return source;
  }

  async function call({ does, key, show }: SourceStep, component: Component) {
    const carrier = carryRequests(sandboxUrl ? { sandboxUrl } : {});
    let run: SourceRun;
    try {
      run = await (await sourceOf(key, component))[does]();
    } finally {
      carrier.stop();
    }
    const { requests } = carrier;
    if (!run.ok) return { ...failure(run), requests };
    const { emitted } = run;
    const headline = HEADLINES[does](emitted.length);
    return { headline, isFine: true, lines: show(emitted, paint), requests };
  }

  async function perform(step: DemoStep): Promise<Played> {
    const { component } = await findComponent(packageRoot, { key: step.key, preferred: "fitbit" });
    const played = step.does === "run" ? await run(step, component) : await call(step, component);
    return { component, ...played };
  }

  return { perform, steps };
}
