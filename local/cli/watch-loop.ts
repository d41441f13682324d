import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { HookName, SourceRun } from "../runtime";
import { resolveProps } from "../runtime";
import type { Keeper } from "./keeper";
import type { SandboxControl } from "./sandbox-control";
import type { WatchReport } from "./watch-report";
import type { Told, Watched, WatchedOptions } from "./watched";
import { openWatched } from "./watched";

export interface Watch extends Pick<WatchedOptions, "component" | "props" | "target"> {
  keeper: Keeper;
  report: WatchReport;
  /** Seconds between polls; left out, those of the source's timer. */
  every: number | undefined;
  /** How many polls; left out, one for each event, and without events endless. */
  ticks: number | undefined;
  /** What it is run with in turn, instead of what its timer, requests or app would bring. */
  events: readonly unknown[];
  /** A sandbox whose clock goes with the polls. */
  control: SandboxControl | undefined;
  /** Aborted when it is to end: what goes on then is finished and saved. */
  signal: AbortSignal;
}

interface Session extends Watch {
  source: Watched;
  /** Whether the last poll was well. */
  isFine: boolean;
  /** Polls to go. */
  left: number;
  /** Aborted once nothing more is to begin. */
  end: AbortSignal;
  finish: () => void;
}

const DEFAULT_SECONDS = 900;
const SANDBOX_SECONDS = 1;
/** The longest that a timer of Node.js waits. */
const LONGEST_SECONDS = 2_147_483;

/** An error that no later poll gets over. */
function isFinal(run: SourceRun): boolean {
  return !run.ok && (run.error.name === "ConfigurationError" || run.error.status === 401);
}

const isOver = ({ aborted }: AbortSignal): boolean => aborted;

/** Waits, but not beyond the end. */
function pause(seconds: number, end: AbortSignal): Promise<void> {
  return wait(Math.min(seconds, LONGEST_SECONDS) * 1000, undefined, { signal: end })
    // It is rejected when the end comes, and then alone.
    .catch(() => undefined);
}

/** Deploys a source that has no state, and activates one whose props or version changed. */
async function begin({ source, keeper, report }: Session): Promise<boolean> {
  if (keeper.state && !keeper.isChanged) return true;
  const isNew = !keeper.state;
  const hooks: HookName[] = isNew ? ["deploy", "activate"] : ["activate"];
  report.working(isNew ? "Deploying" : "Activating");
  const told = await source.call(...hooks);
  if (told.run.ok) await keeper.save(source.snapshot(), keeper.n);
  (isNew ? report.deployed : report.activated)(told);
  return told.run.ok;
}

/**
 * A poll is kept before it is told of. Its events are told of as they come: where the process
 * ends in between, they come again, and none is lost.
 */
async function tick(session: Session, told: Told, sandboxNow?: number): Promise<void> {
  const { source, keeper, report } = session;
  if (session.left === 0) return;
  session.left -= 1;
  session.isFine = told.run.ok;
  await keeper.save(source.snapshot(), keeper.n + 1);
  report.ticked(keeper.n, told, sandboxNow);
  if (session.left === 0 || isFinal(told.run)) session.finish();
}

/** Seconds between polls, unless they are said: events come one right after the other. */
function usualPause({ events, control }: Session, intervalSeconds: number): number {
  if (events.length > 0) return 0;
  return control ? SANDBOX_SECONDS : intervalSeconds;
}

/** Polls at the timer's pace; a sandbox's clock goes on by its interval each time. */
async function pollOn(session: Session): Promise<void> {
  const { source, keeper, report, control, events, end } = session;
  const { cron, intervalSeconds = DEFAULT_SECONDS } = source.timer ?? {};
  const every = session.every ?? usualPause(session, intervalSeconds);
  if (cron !== undefined && events.length === 0) {
    report.log(`Its timer has the schedule "${cron}", which is not kept here: it is polled `
      + `every ${every} s. --every sets another interval.`);
  }
  for (let index = 0; !isOver(end); index += 1) {
    report.working(`Poll ${keeper.n + 1}`);
    const sandboxNow = await control?.advance(intervalSeconds);
    await control?.sync();
    const event = structuredClone(events[index % events.length]);
    await tick(session, await source.poll(event), sandboxNow);
    if (isOver(end)) break;
    report.waiting(every);
    await pause(every, end);
  }
}

/** Plays a source that is open; gives whether it was deployed, and so is to be taken down. */
async function play(session: Session): Promise<boolean> {
  const { component, source, report, end, finish } = session;
  const isServed = resolveProps(component).some(({ kind }) => kind === "http");
  let calls: Promise<unknown> = Promise.resolve();
  if (isServed) {
    // Before the hooks, which may tell others the address; its calls count after them.
    report.listening(await source.listen((told) => {
      calls = calls.then(() => tick(session, told));
      calls.catch(finish);
    }));
  }
  const begun = begin(session);
  calls = begun;
  if (!await begun) {
    session.isFine = false;
    return false;
  }
  if (source.timer || !isServed || session.events.length > 0) {
    await pollOn(session);
  } else if (!isOver(end)) {
    report.waiting();
    await once(end, "abort");
  }
  await source.unlisten();
  await calls;
  return true;
}

/**
 * Runs a source as Pipedream does between its creation and its end. Gives whether its last
 * poll was well, or it was stopped.
 * @throws StateFileError when its state cannot be kept, and as openSource does.
 */
export async function watchSource(watch: Watch): Promise<boolean> {
  const { report, signal, events } = watch;
  if (signal.aborted) return true;
  const over = new AbortController();
  const own = {
    isFine: true,
    left: watch.ticks ?? (events.length || Infinity),
    end: AbortSignal.any([signal, over.signal]),
    finish: () => over.abort(),
  };
  const source = await openWatched({
    ...watch,
    log: report.log,
    onEmit: report.event,
    onStray: (error) => {
      session.isFine = false;
      report.stray(error);
    },
  });
  const session: Session = { ...watch, ...own, source };
  try {
    const isUp = await play(session);
    if (isUp && !watch.keeper.isLasting) {
      const { run } = await source.call("deactivate");
      if (!run.ok) report.stray(run.error);
    }
  } finally {
    await source.close();
  }
  return session.isFine || signal.aborted;
}
