import { join } from "node:path";
import { createColors } from "picocolors";
import type { Cli } from "../../local/cli/cli";
import { call } from "../../local/cli/main";
import { fitbit, packageRoot } from "./command";

export interface Called {
  code: number;
  /** On stderr. */
  said: string[];
  /** On stdout. */
  printed: string[];
}

/** Calls the command within this process: one after the other, for they share its clock. */
export async function called(
  args: string[],
  env: Cli["env"] = {},
  person: Pick<Cli, "openBrowser" | "readLine"> = {},
  said: string[] = [],
): Promise<Called> {
  const printed: string[] = [];
  const paint = createColors(false);
  const out: Cli["out"] = {
    print: (text) => printed.push(text),
    say: (text) => said.push(text),
    json: (value) => printed.push(JSON.stringify(value)),
    jsonLine: (value) => printed.push(JSON.stringify(value)),
    keepPure: () => undefined,
    drained: () => Promise.resolve(),
    paint,
    paintSaid: paint,
    width: 80,
  };
  const code = await call(args, { packageRoot, env, out, exitCode: 0, ...person });
  return { code, said, printed };
}

interface Call {
  args: string[];
  env?: Record<string, string>;
}

/**
 * Calls the compiled command, for files that only a process of Node.js can load: one after the
 * other in one process. Gives what each call came to, by its name.
 */
export async function calledInOrder<K extends string>(
  calls: Record<K, Call>,
): Promise<Record<K, Called>> {
  const names = Object.keys(calls) as K[];
  const { stdout, stderr } = await fitbit(
    [packageRoot, JSON.stringify(Object.values(calls))],
    { program: join(__dirname, "driver.mjs") },
  );
  if (stdout === "") throw new Error(stderr);
  const results = JSON.parse(stdout) as Called[];
  const entries = names.map((name, index) => [name, results[index]]);
  return Object.fromEntries(entries) as Record<K, Called>;
}

/** What the command prints as JSON. */
export async function calledJson<T>(args: string[], env: Cli["env"] = {}): Promise<T> {
  const { printed } = await called([...args, "--json"], env);
  return JSON.parse(printed.join("")) as T;
}
