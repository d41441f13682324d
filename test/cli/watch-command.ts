import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SavedState } from "../../local/runtime";
import type { Called } from "./call";
import { called, calledInOrder } from "./call";
import type { Outcome, Surroundings } from "./command";
import { ended, start } from "./command";

/** A file of `fixtures/sources`. */
export const sourceFile = (name: string): string => join(__dirname, "fixtures/sources", name);

/** A line of `watch --json`. */
export type Line
  = | { type: "deploy" | "tick"; n?: number; emitted: number; requests: number;
    error?: { name: string; message: string }; }
    | { type: "event"; id?: string | number; summary?: string; ts: number; event: unknown };

export interface Watched extends Outcome {
  /** Every line on stdout. */
  lines: Line[];
}

export type Tick = Extract<Line, { emitted: number }>;
export type EventLine = Extract<Line, { type: "event" }>;

export const ticksOf = ({ lines }: Watched): Tick[] =>
  lines.filter((line): line is Tick => line.type === "tick");

export const eventsOf = ({ lines }: Watched): EventLine[] =>
  lines.filter((line): line is EventLine => line.type === "event");

/** What happened, in order: `deploy`, `event` and `tick`, the last two with id and number. */
export const story = ({ lines }: Watched): string[] => lines.map((line) => {
  if (line.type === "event") return `event ${line.id}`;
  return `${line.type}${line.n === undefined ? "" : ` ${line.n}`}`;
});

/** `fitbit watch --json` under way. */
export interface Watching {
  /** Waits until this stands on stdout or stderr, as often as is said; gives all so far. */
  until: (text: string, times?: number) => Promise<string>;
  kill: (signal: "SIGINT" | "SIGKILL") => void;
  /** What it comes to; fails when something on stdout is no JSON. */
  ended: Promise<Watched>;
}

/** Starts `fitbit watch --json`, polling every 20 ms unless told otherwise. */
export function startWatch(args: string[], env?: Surroundings["env"]): Watching {
  const every = args.includes("--every") ? [] : ["--every", "0.02"];
  const child = start(["watch", ...args, ...every, "--json"], { env: env ?? {} });
  const outcome = ended(child);
  let all = "";
  let check = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: string) => {
      all += text;
      check();
    });
  }
  return {
    until: (text, times = 1) => Promise.race([
      new Promise<string>((done) => {
        check = () => {
          if (all.split(text).length > times) done(all);
        };
        check();
      }),
      outcome.then(({ stderr }) => {
        if (all.split(text).length > times) return all;
        throw new Error(`It ended without "${text}": ${stderr}`);
      }),
    ]),
    kill: (signal) => child.kill(signal),
    ended: outcome.then((done) => ({
      ...done,
      lines: done.stdout.split("\n").slice(0, -1).map((line) => JSON.parse(line) as Line),
    })),
  };
}

/** Runs `fitbit watch --json` to its end. */
export const watched = (args: string[], env?: Surroundings["env"]): Promise<Watched> =>
  startWatch(args, env).ended;

const callOf = (args: string[]): string[] => ["watch", ...args, "--every", "0.02", "--json"];

const asWatched = ({ code, printed, said }: Called): Watched => ({
  code,
  stdout: printed.join("\n"),
  stderr: said.join("\n"),
  lines: printed.map((line) => JSON.parse(line) as Line),
});

/** Runs `fitbit watch --json` to its end within this process, without a process to start. */
export async function watchedHere(
  args: string[],
  env: Surroundings["env"] = {},
): Promise<Watched> {
  return asWatched(await called(callOf(args), env));
}

/** Runs `fitbit watch --json` again and again to its end, all in one process. */
export async function watchedInOrder<K extends string>(
  calls: Record<K, string[]>,
): Promise<Record<K, Watched>> {
  const each = <A, B>(all: Record<K, A>, make: (value: A) => B): Record<K, B> =>
    Object.fromEntries(
      Object.entries<A>(all).map(([name, value]) => [name, make(value)]),
    ) as Record<K, B>;
  return each(await calledInOrder(each(calls, (args) => ({ args: callOf(args) }))), asWatched);
}

/** A state file as it is. */
export async function stateOf(file: string): Promise<SavedState> {
  return JSON.parse(await readFile(file, "utf8")) as SavedState;
}
