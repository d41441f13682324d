import { createInterface } from "node:readline/promises";
import type { Cli } from "./cli";

/** A browser that cannot be opened is no failure: the address is printed, too. */
function openBrowser(url: string): void {
  import("open")
    .then(({ default: open }) => open(url))
    .then((browser) => browser.on("error", () => undefined))
    .catch(() => undefined);
}

/** Ends with undefined where the input does. */
async function readLine(question: string): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<undefined>((done) => lines.once("close", () => done(undefined)));
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

/** What a person at this terminal can do. */
export function atTerminal(): Pick<Cli, "openBrowser" | "readLine"> {
  return process.stderr.isTTY ? { openBrowser, readLine } : { readLine };
}
