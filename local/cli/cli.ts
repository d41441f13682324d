import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { APPS } from "../catalog/apps";
import type { AppSlug } from "../catalog/apps";
import type { Output } from "./output";

/** What every command works with. */
export interface Cli {
  /** The folder of this package, or of what was compiled of it. */
  packageRoot: string;
  /** Lets this process load TypeScript, where it does not yet. */
  loadTypeScript?: () => Promise<void>;
  env: Readonly<Record<string, string | undefined>>;
  out: Output;
  /** Opens an address in the person's browser; absent where nobody sits at a terminal. */
  openBrowser?: (url: string) => void;
  /** Reads a line that the person types; undefined when there is none. */
  readLine?: (question: string) => Promise<string | undefined>;
  exitCode: number;
}

/** Adds a command to the program. */
export type AddCommand = (program: Command, cli: Cli) => void;

/** Reads the app of `--app`. */
export function readApp(text: string): AppSlug {
  const app = APPS.find((slug) => slug === text);
  if (app) return app;
  throw new InvalidArgumentError(`The apps are ${APPS.join(" and ")}.`);
}

/** Gathers the values of a repeated flag. */
export function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}

/** Examples below the help of a command. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  ${line}`).join("\n")}`;
}
