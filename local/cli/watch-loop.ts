import type { Component, RequestRecord, Source, SourceRun, SourceState } from "../runtime";
import { carryRequests, openSource, resolveProps } from "../runtime";
import type { SandboxControl } from "./sandbox-control";
import type { Target } from "./target";
import type { WatchReport } from "./watch-report";

/** What a watch keeps, wherever it keeps it. */
export interface Keeper {
  state: SourceState | undefined;
  /** Polls so far. */
  n: number;
  /** Whether props or version are others than those of the state. */
  isChanged: boolean;
  /** Whether it outlives this process: a source that does not is taken down at the end. */
  isLasting: boolean;
  save: (state: SourceState, n: number) => Promise<void>;
}

export interface Watch {
  component: Component;
  props: Record<string, unknown>;
  target: Target;
  keeper: Keeper;
  report: WatchReport;
  /** Seconds between polls. */
  every: number | undefined;
  /** How many polls; endless when left out. */
  ticks: number | undefined;
  /** A sandbox whose clock goes with the polls. */
  control: SandboxControl | undefined;
  signal: AbortSignal;
  log: (line: string) => void;
}

type Requests = readonly RequestRecord[];

const DEFAULT_SECONDS = 900;

/** An error that no later poll gets over. */
function isFinal(run: SourceRun): boolean {
  return !run.ok && (run.error.name === "ConfigurationError" || run.error.status === 401);
}

const isStopped = ({ aborted }: AbortSignal): boolean => aborted;

/** Counts the requests that a call makes. */
async function counting(requests: Requests, call: () => Promise<SourceRun>) {
  const before = requests.length;
  const run = await call();
  return { run, requests: requests.length - before };
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      done();
    };
    const timer = setTimeout(end, seconds * 1000);
    signal.addEventListener("abort", end);
  });
}

/** Deploys a source that has no state, and tells one whose props changed. */
async function begin(source: Source, watch: Watch, requests: Requests): Promise<boolean> {
  const { keeper, report } = watch;
  if (!keeper.state) {
    const deployed = await counting(requests, async () => {
      const first = await source.deploy();
      if (!first.ok) return first;
      const second = await source.activate();
      return { ...second, emitted: [...first.emitted, ...second.emitted] };
    });
    report.deployed(deployed.run, deployed.requests);
    if (!deployed.run.ok) return false;
    await keeper.save(source.snapshot(), keeper.n);
  } else if (keeper.isChanged) {
    const { run } = await counting(requests, source.activate);
    if (!run.ok) {
      report.deployed(run, 0);
      return false;
    }
    await keeper.save(source.snapshot(), keeper.n);
  }
  return true;
}

/** Polls until it has done so often enough, is stopped, or fails for good. */
async function go(source: Source, watch: Watch, requests: Requests): Promise<boolean> {
  const { keeper, report, control, signal, ticks = Infinity } = watch;
  const interval = source.timer?.intervalSeconds ?? DEFAULT_SECONDS;
  const every = watch.every ?? (control ? 1 : interval);
  let isFine = true;
  for (let polls = 0; polls < ticks && !isStopped(signal);) {
    await control?.advance(interval);
    await control?.sync();
    const { run, requests: cost } = await counting(requests, source.poll);
    polls += 1;
    const n = keeper.n + polls;
    await keeper.save(source.snapshot(), n);
    report.ticked(n, run, cost);
    isFine = run.ok;
    if (isFinal(run)) break;
    if (polls < ticks && !isStopped(signal)) {
      report.waiting(every);
      await pause(every, signal);
    }
  }
  return isFine || isStopped(signal);
}

/** Serves the endpoint of a source that is called and not polled, a tick a request. */
async function serve(source: Source, watch: Watch, requests: Requests): Promise<boolean> {
  const { keeper, report, signal, ticks = Infinity } = watch;
  let isFine = true;
  let calls = 0;
  let before = requests.length;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  signal.addEventListener("abort", finish);
  const endpoint = await source.listen((run) => {
    calls += 1;
    const n = keeper.n + calls;
    report.ticked(n, run, requests.length - before);
    before = requests.length;
    isFine = run.ok;
    void keeper.save(source.snapshot(), n).then(() => {
      if (calls >= ticks || isFinal(run)) finish();
    });
  });
  report.listening(endpoint);
  if (!isStopped(signal)) await finished;
  return isFine || isStopped(signal);
}

/**
 * Runs a source as Pipedream does between its creation and its end. Gives whether its last poll
 * was well, or it was stopped.
 */
export async function watchSource(watch: Watch): Promise<boolean> {
  const { component, props, target, keeper, report, log } = watch;
  const { sandboxUrl, accounts, clock } = target;
  const carrier = carryRequests(sandboxUrl ? { sandboxUrl } : {});
  const source = await openSource(component, {
    props,
    accounts,
    log,
    onEmit: report.event,
    ...keeper.state ? { state: keeper.state } : {},
    ...clock ? { clock } : {},
  });
  const isCalled = !source.timer && resolveProps(component).some(({ kind }) => kind === "http");
  try {
    if (!await begin(source, watch, carrier.requests)) return false;
    return await (isCalled ? serve : go)(source, watch, carrier.requests);
  } finally {
    if (!keeper.isLasting) await source.deactivate();
    await source.close();
    carrier.stop();
  }
}
