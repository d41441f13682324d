import type { Component, OptionsAnswer } from "../runtime";
import { carryRequests, loadOptions, resolveProps } from "../runtime";
import type { Cli } from "./cli";
import { withProgress } from "./progress";
import { columns } from "./text";
import type { Target, TargetFlags } from "./target";
import { appsOf, openTarget } from "./target";
import { UsageError } from "./usage";

export interface OptionsQuery {
  prop: string;
  /** From 0. */
  page: number;
  query?: string;
  /** What is set so far. */
  values: Record<string, unknown>;
}

function checkProp(component: Component, name: string): void {
  const props = resolveProps(component);
  const prop = props.find((candidate) => candidate.name === name);
  if (prop?.options ?? prop?.hasAsyncOptions) return;
  const having = props.filter((other) => other.options ?? other.hasAsyncOptions);
  const names = having.map((other) => other.name).join(", ") || "none";
  throw new UsageError(`--options takes a prop that has options, not ${name}: here ${names}.`);
}

/** Asks page after page: a page may need what the one before left behind. */
async function pageOf(
  component: Component,
  { prop, page, ...query }: OptionsQuery,
  request: Pick<Parameters<typeof loadOptions>[2], "accounts" | "clock" | "log">,
): Promise<OptionsAnswer> {
  let prevContext: unknown;
  for (let current = 0; ; current += 1) {
    const context = prevContext === undefined ? {} : { prevContext };
    const asked = { ...request, ...query, page: current, ...context };
    const answer = await loadOptions(component, prop, asked);
    if (current === page) return answer;
    prevContext = answer.context;
  }
}

/** The options of a prop, from wherever requests go. */
export async function askOptions(
  component: Component,
  query: OptionsQuery,
  flags: TargetFlags,
  { env, out }: Cli,
): Promise<OptionsAnswer> {
  checkProp(component, query.prop);
  const apps = appsOf(resolveProps(component));
  const start = (): Promise<Target> => openTarget(apps, flags, env);
  const target = await withProgress("Starting the sandbox", start);
  const { sandboxUrl, accounts, clock } = target;
  const carrier = carryRequests(sandboxUrl ? { sandboxUrl } : {});
  try {
    const request = { accounts, log: out.say, ...clock ? { clock } : {} };
    const ask = (): Promise<OptionsAnswer> => pageOf(component, query, request);
    return await withProgress("Asking for the options", ask);
  } finally {
    carrier.stop();
    await target.close();
  }
}

/** Options as a table of values and labels. */
export function optionLines({ options }: OptionsAnswer): string[] {
  if (options.length === 0) return ["There are no options."];
  return columns(options.map(({ value, label }) => [String(value), label]));
}
