import type { Emitted, ErrorReport, SourceRun } from "../runtime";
import { counted, eventLine, minuteOf } from "./event-line";
import type { Output } from "./output";
import type { StatusLine } from "./progress";
import type { Told } from "./watched";

/** What is told of a watch as it goes. */
export interface WatchReport {
  event: (event: Emitted) => void;
  /** The hooks of a new source, or the one that failed. */
  deployed: (told: Told) => void;
  activated: (told: Told) => void;
  /** @param sandboxNow epoch ms, where a sandbox's clock goes with the polls */
  ticked: (n: number, told: Told, sandboxNow?: number) => void;
  /** What goes on; on a terminal alone, as is what it waits for. */
  working: (what: string) => void;
  /** Until the next poll; without one, for requests. */
  waiting: (seconds?: number) => void;
  listening: (endpoint: string) => void;
  /** An error outside of any call. */
  stray: (error: ErrorReport) => void;
  /** The wish to end, which is granted once what goes on is done. */
  stopping: () => void;
  log: (line: string) => void;
  close: () => void;
}

const costs = ({ run, requests }: Told): string =>
  `${counted(run.emitted.length, "event")}, ${counted(requests, "request")}`;

const STRAY = "An error outside of its run";

/** What both reports say on stderr. */
function saying({ say, paintSaid }: Output) {
  const failed = (what: string, { name, message }: ErrorReport): void =>
    say(`${what}: ${paintSaid.red(name)}: ${message}`);
  return {
    failed,
    /** A call's failure, and what Pipedream would not have taken. */
    troubles: (what: string, { run }: Told): void => {
      run.notes.forEach((note) => say(`${what}: ${paintSaid.yellow(note)}`));
      if (!run.ok) failed(what, run.error);
    },
    stray: (error: ErrorReport): void => failed(STRAY, error),
  };
}

const nothing = (): void => undefined;

const failure = (run: SourceRun): { error?: Pick<ErrorReport, "name" | "message"> } =>
  run.ok ? {} : { error: { name: run.error.name, message: run.error.message } };

/** A line of JSON for everything that happens. */
export function jsonReport(out: Output): WatchReport {
  const { jsonLine, say } = out;
  const { troubles, stray } = saying(out);
  const outcome = ({ run, requests }: Told): object =>
    ({ emitted: run.emitted.length, requests, ...failure(run) });
  const deployed: WatchReport["deployed"] = (told) => {
    jsonLine({ type: "deploy", ...outcome(told) });
    troubles("Deployment", told);
  };
  return {
    event: ({ id, name, summary, ts, event }) =>
      jsonLine({ type: "event", id, name, summary, ts, event }),
    deployed,
    activated: (told) => {
      if (told.run.ok) say(`Activated anew: ${costs(told)}`);
      else deployed(told);
    },
    ticked: (n, told) => {
      jsonLine({ type: "tick", n, ...outcome(told) });
      troubles(`Poll ${n}`, told);
    },
    working: nothing,
    waiting: nothing,
    listening: (endpoint) => say(`Listening at ${endpoint}`),
    stray,
    stopping: nothing,
    log: say,
    close: nothing,
  };
}

/** `14 min 20 s`. */
function span(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const rest = `${seconds % 60} s`;
  return seconds < 60 ? rest : `${Math.floor(seconds / 60)} min ${rest}`;
}

/**
 * Lines for a person: events as they come, and what each poll came to. With a status line, a
 * poll that found nothing is told of there alone.
 */
export function textReport(out: Output, status?: StatusLine): WatchReport {
  const { paint, say } = out;
  const { troubles, stray } = saying(out);
  let last = "";
  const told = (what: string, did: Told): void => {
    troubles(what, did);
    last = `${what}: ${did.run.ok ? costs(did) : "failed"}`;
    const isIdle = status && did.run.ok && did.run.emitted.length === 0;
    if (did.run.ok && !isIdle) out.print(paint.dim(last));
  };
  return {
    event: (event) => out.print(eventLine(event, paint)),
    deployed: (did) => told(did.run.ok ? "Deployed" : "Deployment", did),
    activated: (did) => told(did.run.ok ? "Activated anew" : "Activation", did),
    ticked: (n, did, now) => told(`Poll ${n}${now === undefined ? "" : `, ${minuteOf(now)}`}`, did),
    working: (what) => status?.show(() => what),
    waiting: (seconds) => {
      if (seconds === undefined) {
        status?.show(() => "Waiting for requests; Ctrl-C ends.");
        return;
      }
      const until = performance.now() + seconds * 1000;
      status?.show(() =>
        `${last}. Next in ${span(until - performance.now())}; Ctrl-C ends.`);
    },
    listening: (endpoint) => out.print(`Listening at ${paint.cyan(endpoint)}`),
    stray,
    stopping: () => status?.show(() => "Finishing; Ctrl-C again ends at once."),
    log: say,
    close: () => status?.close(),
  };
}
