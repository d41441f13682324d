import type { Ora } from "ora";
import { lend } from "../runtime/globals";

const PATIENCE_MS = 1000;

/** A terminal that does not tell its width cannot be drawn on. */
const isDrawn = ({ isTTY, columns }: NodeJS.WriteStream): boolean => isTTY && columns > 0;

async function spinnerOf(text: string): Promise<Ora | undefined> {
  const { default: ora } = await import("ora");
  // Keys stay with the terminal: it turns Ctrl-C and Ctrl-Z into signals.
  const spinner = ora({ text, stream: process.stderr, discardStdin: false });
  return spinner.isEnabled ? spinner : undefined;
}

/** Its timer does not keep the process: work that waits for nothing is to be noticed. */
function startSpinner(spinner: Ora | undefined): void {
  const { setInterval: real } = globalThis;
  const giveBack = lend(globalThis, "setInterval", (...args: Parameters<typeof real>) =>
    real(...args).unref());
  spinner?.start();
  giveBack();
}

/** Shows on a terminal that work which takes longer than a second goes on. */
export async function withProgress<T>(text: string, work: () => Promise<T>): Promise<T> {
  if (!isDrawn(process.stderr)) return work();
  const spinner = await spinnerOf(text);
  const timer = setTimeout(() => startSpinner(spinner), PATIENCE_MS).unref();
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    spinner?.stop();
  }
}

/** A line at the bottom of a terminal that says what goes on; what is printed comes above. */
export interface StatusLine {
  /** Shows the text, which is made anew every second. */
  show: (text: () => string) => void;
  close: () => void;
}

/** The status line of this terminal; undefined where output is piped, or cannot be drawn. */
export async function openStatus(): Promise<StatusLine | undefined> {
  if (!isDrawn(process.stderr) || !isDrawn(process.stdout)) return undefined;
  const spinner = await spinnerOf("");
  if (!spinner) return undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    show: (text) => {
      clearInterval(timer);
      spinner.text = text();
      timer = setInterval(() => spinner.text = text(), 1000).unref();
      startSpinner(spinner);
    },
    close: () => {
      clearInterval(timer);
      spinner.stop();
    },
  };
}
