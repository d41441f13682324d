import type { Component, Emitted, ErrorReport, HookName, Source, SourceRun } from "../runtime";
import { carryRequests, openSource, reportError } from "../runtime";
import type { Keeper } from "./keeper";
import { hearStrays } from "./stray";
import type { Target } from "./target";

/** What calls of a source did, and how many requests they made. */
export interface Told {
  run: SourceRun;
  requests: number;
}

export interface WatchedOptions {
  component: Component;
  props: Record<string, unknown>;
  target: Target;
  keeper: Pick<Keeper, "state">;
  /** Each event, in order, after the call that emitted it. */
  onEmit: (event: Emitted) => void;
  /** What the source throws while none of its calls is waited for. */
  onStray: (error: ErrorReport) => void;
  log: (line: string) => void;
}

/** A source whose calls never throw, whatever it does. */
export interface Watched {
  readonly timer: Source["timer"];
  /** Makes these calls, up to the first that fails. */
  call: (...names: HookName[]) => Promise<Told>;
  /** Runs it once: with this event, else with that of its timer. */
  poll: (event?: unknown) => Promise<Told>;
  /** Serves its HTTP endpoint, and tells of each request. Gives the address. */
  listen: (onCall: (told: Told) => void) => Promise<string>;
  /** Serves no more; ends once the requests under way are told of. */
  unlisten: () => Promise<void>;
  snapshot: Source["snapshot"];
  close: () => Promise<void>;
}

/** For how long a call that has thrown outside of its run may still come to an end. */
const GRACE_MS = 1000;

const failed = (error: ErrorReport, did?: SourceRun): SourceRun =>
  ({ emitted: [], dropped: 0, notes: [], ms: 0, ...did, ok: false, error });

function together(first: SourceRun, second: SourceRun): SourceRun {
  return {
    ...second,
    emitted: [...first.emitted, ...second.emitted],
    dropped: first.dropped + second.dropped,
    notes: [...first.notes, ...second.notes],
    ms: first.ms + second.ms,
  };
}

/** Opens the source on the state that was kept last, with what it emits told of. */
function opener({ component, props, target, keeper, onEmit, log }: WatchedOptions) {
  const { accounts, clock } = target;
  let current: Source | undefined;
  return async (): Promise<Source> => {
    const own = await openSource(component, {
      props,
      accounts,
      log,
      onEmit: (event) => {
        if (own === current) onEmit(event);
      },
      ...keeper.state ? { state: keeper.state } : {},
      ...clock ? { clock } : {},
    });
    current = own;
    return own;
  };
}

/**
 * Opens a source and carries its requests, until it is closed.
 * @throws as openSource does.
 */
export async function openWatched(options: WatchedOptions): Promise<Watched> {
  const { target: { sandboxUrl, renew }, onStray } = options;
  const carrier = carryRequests(sandboxUrl ? { sandboxUrl } : {});
  const strays = hearStrays(onStray);
  const stop = (): void => {
    strays.stop();
    carrier.stop();
  };
  const open = opener(options);
  let source = await open().catch((error: unknown) => {
    stop();
    throw error;
  });

  const giveUp = async (stray: ErrorReport): Promise<SourceRun> => {
    // It may still be at work: nothing that it does from now on counts.
    if (!source.endpoint) source = await open();
    return failed(stray);
  };

  const one = (make: (own: Source) => Promise<SourceRun>): Promise<SourceRun> => strays.during(
    () => renew().then(() => make(source))
      .catch((error: unknown) => failed(reportError(error))),
    (stray, did) => did ? failed(stray, did) : giveUp(stray),
    GRACE_MS,
  );

  let counted = 0;
  const told = (run: SourceRun): Told => {
    const requests = carrier.requests.length - counted;
    counted += requests;
    return { run, requests };
  };

  return {
    timer: source.timer,
    call: async (...names) => {
      let run = failed(reportError("Nothing was called"));
      for (const [index, name] of names.entries()) {
        const next = await one((own) => own[name]());
        run = index === 0 ? next : together(run, next);
        if (!run.ok) break;
      }
      return told(run);
    },
    poll: async (event) => told(await one((own) => own.poll(event))),
    unlisten: () => source.close(),
    listen: (onCall) => source.listen((run) => onCall(told(run))),
    snapshot: () => source.snapshot(),
    close: async () => {
      await source.close();
      stop();
    },
  };
}
