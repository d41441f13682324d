import type { Component, OptionsAnswer, OptionsRequest, ResolvedProp } from "../runtime";
import { carryRequests, loadOptions, loadProps, resolveProps } from "../runtime";
import { appsOf } from "./accounts";
import type { Cli } from "./cli";
import { withProgress } from "./progress";
import { columns } from "./text";
import type { Target, TargetFlags } from "./target";
import { openTarget } from "./target";
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
  // A prop that is not there yet may come with the values of others.
  const mayCome = !prop && component.additionalProps !== undefined;
  if (mayCome || (prop?.options ?? prop?.hasAsyncOptions)) return;
  const having = props.filter((other) => other.options ?? other.hasAsyncOptions);
  const names = having.map((other) => other.name).join(", ") || "none";
  throw new UsageError(`--options takes a prop that has options, not ${name}: here ${names}.`);
}

type Request = Pick<OptionsRequest, "accounts" | "clock" | "log">;

/** Asks page after page: a page may need what the one before left behind. */
async function pageOf(
  component: Component,
  { prop, page, ...query }: OptionsQuery,
  request: Request,
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

/** Asks what a form asks of a component, from wherever its requests go. */
async function asking<T>(
  component: Component,
  flags: TargetFlags,
  { env, out }: Cli,
  ask: (request: Request) => Promise<T>,
): Promise<T> {
  const apps = appsOf(resolveProps(component));
  const start = (): Promise<Target> => openTarget(apps, flags, env);
  const target = await withProgress("Starting the sandbox", start);
  const { sandboxUrl, accounts, clock } = target;
  const carrier = carryRequests(sandboxUrl ? { sandboxUrl } : {});
  try {
    const request = { accounts, log: out.say, ...clock ? { clock } : {} };
    return await withProgress("Asking for its form", () => ask(request));
  } finally {
    carrier.stop();
    await target.close();
  }
}

/** The options of a prop. */
export function askOptions(
  component: Component,
  query: OptionsQuery,
  flags: TargetFlags,
  cli: Cli,
): Promise<OptionsAnswer> {
  checkProp(component, query.prop);
  return asking(component, flags, cli, (request) => pageOf(component, query, request));
}

/** The props that there are once these values are set. */
export async function askProps(
  component: Component,
  values: Record<string, unknown>,
  flags: TargetFlags,
  cli: Cli,
): Promise<ResolvedProp[]> {
  if (!component.additionalProps) return resolveProps(component);
  return asking(component, flags, cli, (request) =>
    loadProps(component, { ...request, values }));
}

/** Options as a table of values and labels. */
export function optionLines({ options }: OptionsAnswer): string[] {
  if (options.length === 0) return ["There are no options."];
  return columns(options.map(({ value, label }) => [String(value), label]));
}
