import { createInterface } from "node:readline";
import type { Interface } from "node:readline";
import type { Cli } from "./cli";

/** A browser that cannot be opened is no failure: the address is printed, too. */
function openBrowser(url: string): void {
  import("open")
    .then(({ default: open }) => open(url))
    .then((browser) => browser.on("error", () => undefined))
    .catch(() => undefined);
}

/** One reader for all questions: what is typed ahead, or piped, is for the next. */
function lineReader(): NonNullable<Cli["readLine"]> {
  let reader: Interface | undefined;
  let lines: AsyncIterator<string> | undefined;
  return async (question) => {
    // On a terminal it edits lines itself: the system's own are too short for addresses.
    reader ??= createInterface({ input: process.stdin, output: process.stderr });
    lines ??= reader[Symbol.asyncIterator]();
    reader.setPrompt(question);
    reader.prompt();
    const line = await lines.next();
    return line.done ? undefined : line.value;
  };
}

/** What a person at this terminal can do. */
export function atTerminal(): Pick<Cli, "openBrowser" | "readLine"> {
  const readLine = lineReader();
  return process.stderr.isTTY ? { openBrowser, readLine } : { readLine };
}
