import { createColors } from "picocolors";
import type { Cli } from "../../local/cli/cli";
import { call } from "../../local/cli/main";
import { packageRoot } from "./command";

export interface Called {
  code: number;
  /** On stderr. */
  said: string[];
  /** On stdout. */
  printed: string[];
}

/** Calls the command within this process: one after the other, for they share its clock. */
export async function called(args: string[], env: Cli["env"] = {}): Promise<Called> {
  const said: string[] = [];
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
  const code = await call(args, { packageRoot, env, out, exitCode: 0 });
  return { code, said, printed };
}

/** What the command prints as JSON. */
export async function calledJson<T>(args: string[], env: Cli["env"] = {}): Promise<T> {
  const { printed } = await called([...args, "--json"], env);
  return JSON.parse(printed.join("")) as T;
}
