import { isatty } from "node:tty";
import pc from "picocolors";
import { exit } from "./exit";
import { hearStrays } from "./stray";

export type Paint = ReturnType<typeof pc.createColors>;

const MAX_WIDTH = 100;

/** Where the command writes, and how. Colour is for a terminal, and not with NO_COLOR. */
export interface Output {
  /** Onto stdout, a line. */
  print: (text: string) => void;
  /** Onto stderr, a line. */
  say: (text: string) => void;
  /** Colours for stdout. */
  paint: Paint;
  /** Colours for stderr. */
  paintSaid: Paint;
  /** Columns to stay within. */
  width: number;
  /** Prints this as JSON, the only thing that reaches stdout from now on. */
  json: (value: unknown) => void;
  /** Prints this as one line of JSON. */
  jsonLine: (value: unknown) => void;
  /** Sends to stderr whatever else is written to stdout, by components too. */
  keepPure: () => void;
  /** Once everything written has left this process. */
  drained: () => Promise<void>;
}

function colours({ fd }: { fd: number }): Paint {
  const { NO_COLOR, TERM } = process.env;
  // Always said: undefined, as `isTTY` of a pipe is, would let picocolors guess from `CI`.
  return pc.createColors(isatty(fd) && !NO_COLOR && TERM !== "dumb");
}

/** The output of this process. */
export function createOutput(): Output {
  const { stdout, stderr } = process;
  // Not bound: a spinner looks after what is written below its line.
  let write = (text: string, done?: () => void): boolean => stdout.write(text, done);
  // `fitbit list | head` closes the pipe early: nobody reads on, and nothing is wrong.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") exit(process.exitCode ?? 0);
      throw error;
    });
  }
  return {
    print: (text) => write(`${text}\n`),
    say: (text) => stderr.write(`${text}\n`),
    paint: colours(stdout),
    paintSaid: colours(stderr),
    width: Math.min((stdout.isTTY && stdout.columns) || MAX_WIDTH, MAX_WIDTH),
    json: (value) => write(`${JSON.stringify(value, null, 2)}\n`),
    jsonLine: (value) => write(`${JSON.stringify(value)}\n`),
    drained: async () => {
      await new Promise<void>((done) => stderr.write("", () => done()));
      // Not stdout.write, which may lead to stderr by now.
      await new Promise<void>((done) => write("", () => done()));
    },
    keepPure: () => {
      write = stdout.write.bind(stdout);
      stdout.write = stderr.write.bind(stderr);
    },
  };
}

/** Ends once everything printed has left this process, whatever a component left running. */
export async function leave(code: number, { drained }: Pick<Output, "drained">): Promise<never> {
  hearStrays(() => undefined);
  process.exitCode = code;
  await drained();
  exit(code);
}
