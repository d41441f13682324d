import type { Emitted, ErrorReport, SourceRun } from "../runtime";
import type { Output } from "./output";

/** What is told of a watch as it goes. */
export interface WatchReport {
  event: (event: Emitted) => void;
  deployed: (run: SourceRun, requests: number) => void;
  ticked: (n: number, run: SourceRun, requests: number) => void;
  /** Until when nothing happens; said on a terminal alone. */
  waiting: (seconds: number) => void;
  listening: (endpoint: string) => void;
}

const failure = (run: SourceRun): { error?: Pick<ErrorReport, "name" | "message"> } =>
  run.ok ? {} : { error: { name: run.error.name, message: run.error.message } };

const notes = ({ notes: list }: SourceRun): { notes?: string[] } =>
  list.length > 0 ? { notes: list } : {};

/** A line of JSON for everything that happens. */
export function jsonReport({ jsonLine, say }: Output): WatchReport {
  const outcome = (run: SourceRun, requests: number): object =>
    ({ emitted: run.emitted.length, requests, ...failure(run), ...notes(run) });
  return {
    event: ({ id, name, summary, ts, event }) =>
      jsonLine({ type: "event", id, name, summary, ts, event }),
    deployed: (run, requests) => jsonLine({ type: "deploy", ...outcome(run, requests) }),
    ticked: (n, run, requests) => jsonLine({ type: "tick", n, ...outcome(run, requests) }),
    waiting: () => undefined,
    listening: (endpoint) => say(`Listening at ${endpoint}`),
  };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Lines for a person: events as they come, and what each poll came to. */
export function textReport({ print, say, paint, paintSaid }: Output): WatchReport {
  const told = (what: string, run: SourceRun, requests: number): void => {
    run.notes.forEach((note) => say(paintSaid.yellow(note)));
    const cost = `${counted(run.emitted.length, "event")}, ${counted(requests, "request")}`;
    if (run.ok) print(paint.dim(`${what}: ${cost}`));
    else say(`${what}: ${paintSaid.red(run.error.name)}: ${run.error.message}`);
  };
  return {
    event: ({ id, summary, ts }) => {
      const when = new Date(ts).toISOString().slice(0, 16).replace("T", " ");
      print(`${paint.green("●")} ${paint.dim(when)}  ${paint.bold(summary ?? String(id ?? ""))}`);
    },
    deployed: (run, requests) => told("Deployed", run, requests),
    ticked: (n, run, requests) => told(`Poll ${n}`, run, requests),
    waiting: (seconds) => {
      if (process.stderr.isTTY) say(paintSaid.dim(`Next poll in ${seconds} s; Ctrl-C ends.`));
    },
    listening: (endpoint) => print(`Listening at ${paint.cyan(endpoint)}; Ctrl-C ends.`),
  };
}
