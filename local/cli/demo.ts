import type { Component } from "../runtime";
import type { AddCommand, Cli } from "./cli";
import type { DemoStep, Steps } from "./demo-steps";
import type { Execution } from "./execute";
import type { Output, Paint } from "./output";
import { shown } from "./report";
import { columns, flow, indent } from "./text";
import type { Target } from "./target";

/** Morning where the person lives. */
const NOW = "2026-03-20T17:00:00Z";

const MAX_WIDTH = 96;
/** Columns that the frame takes. */
const FRAME = 3;

const INTRODUCTION = [
  "Its steps run as they do on Pipedream; a sandbox in this process answers, so it needs",
  "no account and no network. The data is that of an invented person.",
];

const NEXT = [
  ["npx fitbit list", "every component"],
  ["npx fitbit run list-sleep-logs --prop startDate='7 days ago'", "one of them"],
  ["npx fitbit sandbox", "the stand-in, for your own code"],
];

/** The props of a step, as they are written on Pipedream. */
function propLines({ props }: DemoStep, width: number, { dim }: Paint): string[] {
  const pairs = Object.entries(props).map(([name, value]) => `${name} = ${value}`);
  return flow(pairs, width, "   ").map((line) => dim(line));
}

/** Method, status and address; a long query goes on below. */
function requestLines({ requests }: Execution, width: number, { dim }: Paint): string[] {
  return requests.flatMap(({ method, url, status }) => {
    const { pathname, search } = new URL(url);
    const parts = [pathname, ...decodeURIComponent(search).split(/(?=&)/)].filter(Boolean);
    const head = `→ ${method} ${status ?? "no answer"}  `;
    const [first = "", ...rest] = flow(parts, width - head.length, "");
    return [head + first, ...indent(rest, head.length)].map((line) => dim(line));
  });
}

interface Played {
  number: number;
  step: DemoStep;
  component: Component;
  execution: Execution;
  steps: Steps;
}

function resultLines({ step, execution: { run }, steps }: Played, paint: Paint): string[] {
  if (!run.ok) return [paint.red(`✖ ${run.error.name}: ${run.error.message}`)];
  const summary = shown(run.exports.$summary, paint);
  return [`${paint.green("✔")} ${paint.bold(summary)}`, "", ...step.show(run.return, paint, steps)];
}

function stepText(played: Played, { paint, width: available }: Output): string {
  const width = Math.min(available, MAX_WIDTH);
  const { number, step, component, execution } = played;
  const name = component.name ?? "";
  const rule = "─".repeat(Math.max(1, width - name.length - step.key.length - 7));
  const title = `${paint.bold(`${number}  ${name}`)} ${paint.dim(rule)} ${paint.cyan(step.key)}`;
  const parts = [
    propLines(step, width - FRAME, paint),
    resultLines(played, paint),
    requestLines(execution, width - FRAME, paint),
  ];
  return [
    "",
    `${paint.cyan("┌")} ${title}`,
    ...parts.flatMap((lines) => ["", ...lines])
      .map((line) => `${paint.cyan("│")}  ${line}`.trimEnd()),
    paint.cyan("└"),
  ].join("\n");
}

/** Runs the steps one after the other; the first that fails ends the workflow. */
async function play(target: Target, { out, packageRoot }: Cli): Promise<boolean> {
  const [{ DEMO_STEPS, filled }, { findComponent }, { execute }] = await Promise.all([
    import("./demo-steps"), import("../catalog/find"), import("./execute"),
  ]);
  const steps: Steps = {};
  for (const [index, step] of DEMO_STEPS.entries()) {
    const wanted = { key: step.key, preferred: "fitbit" } as const;
    const { component } = await findComponent(packageRoot, wanted);
    const props = filled(step.props, steps);
    const execution = await execute(component, target, { props, steps, log: out.say });
    const { run } = execution;
    out.print(stepText({ number: index + 1, step, component, execution, steps }, out));
    if (!run.ok) return false;
    steps[step.name] = { ...run.exports, $return_value: run.return };
  }
  return true;
}

async function demo(cli: Cli): Promise<void> {
  const { print, paint } = cli.out;
  const { embeddedSandbox } = await import("./target");
  print(paint.bold("A Fitbit workflow, step by step"));
  print(INTRODUCTION.map((line) => paint.dim(line)).join("\n"));
  const target = await embeddedSandbox({}, { now: NOW });
  try {
    if (!await play(target, cli)) cli.exitCode = 1;
  } finally {
    await target.close();
  }
  if (cli.exitCode !== 0) return;
  print(["", paint.bold("Next"), ...indent(columns(
    NEXT.map(([command = "", what = ""]) => [paint.cyan(command), paint.dim(what)]),
  ))].join("\n"));
}

export const addDemo: AddCommand = (program, cli) => {
  program.command("demo")
    .description("play a workflow of four steps on a sandbox in this process")
    .action(() => demo(cli));
};
