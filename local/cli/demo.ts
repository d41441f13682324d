import type { AddCommand, Cli } from "./cli";
import type { Played } from "./demo-play";
import type { DemoStep } from "./demo-steps";
import type { Output, Paint } from "./output";
import { columns, flow, indent } from "./text";
import type { SandboxTarget } from "./target";

const MAX_WIDTH = 96;
/** Columns that the frame takes. */
const FRAME = 3;

const INTRODUCTION = [
  "Two sources and the steps run as they do on Pipedream; a sandbox in this process answers,",
  "so it needs no account and no network. The data is that of an invented person.",
];

const NEXT = [
  ["npx fitbit list", "every component"],
  ["npx fitbit run list-sleep-logs --prop startDate='7 days ago'", "one of them"],
  ["npx fitbit watch new-activity-log", "a source, polled"],
  ["npx fitbit sandbox", "the stand-in, for your own code"],
];

const VERBS: Record<DemoStep["does"], string> = {
  run: "",
  deploy: "Deploy ",
  poll: "Poll ",
};

/** The props of a step, as they are written on Pipedream. */
function propLines(step: DemoStep, width: number, { dim }: Paint): string[] {
  const props = step.does === "run" ? step.props : {};
  const pairs = Object.entries(props).map(([name, value]) => `${name} = ${value}`);
  return flow(pairs, width, "   ").map((line) => dim(line));
}

/** Method, status and address; a long query goes on below. */
function requestLines({ requests }: Played, width: number, { dim }: Paint): string[] {
  return requests.flatMap(({ method, url, status }) => {
    const { pathname, search } = new URL(url);
    const parts = [pathname, ...decodeURIComponent(search).split(/(?=&)/)].filter(Boolean);
    const head = `→ ${method} ${status ?? "no answer"}  `;
    const [first = "", ...rest] = flow(parts, width - head.length, "");
    return [head + first, ...indent(rest, head.length)].map((line) => dim(line));
  });
}

function resultLines({ isFine, headline, lines }: Played, paint: Paint): string[] {
  if (!isFine) return [paint.red(`✖ ${headline}`)];
  return [`${paint.green("✔")} ${paint.bold(headline)}`, "", ...lines];
}

function stepText(number: number, step: DemoStep, played: Played, out: Output): string {
  const { paint } = out;
  const width = Math.min(out.width, MAX_WIDTH);
  const name = `${VERBS[step.does]}${played.component.name ?? ""}`;
  const rule = "─".repeat(Math.max(1, width - name.length - step.key.length - 7));
  const title = `${paint.bold(`${number}  ${name}`)} ${paint.dim(rule)} ${paint.cyan(step.key)}`;
  const parts = [
    propLines(step, width - FRAME, paint),
    resultLines(played, paint),
    requestLines(played, width - FRAME, paint),
  ].filter(({ length }) => length > 0);
  return [
    "",
    ...step.before ? [paint.italic(step.before.text), ""] : [],
    `${paint.cyan("┌")} ${title}`,
    ...parts.flatMap((lines) => ["", ...lines])
      .map((line) => `${paint.cyan("│")}  ${line}`.trimEnd()),
    paint.cyan("└"),
  ].join("\n");
}

/** Plays the steps one after the other; the first that fails ends the workflow. */
async function play(target: SandboxTarget, { out, packageRoot }: Cli): Promise<boolean> {
  const [{ DEMO_STEPS, live }, { openStage }, { controlOf }] = await Promise.all([
    import("./demo-steps"), import("./demo-play"), import("./sandbox-control"),
  ]);
  const control = controlOf(target);
  const perform = openStage({ packageRoot, target, paint: out.paint, log: out.say });
  await live(control);
  for (const [index, step] of DEMO_STEPS.entries()) {
    await step.before?.play(control);
    const played = await perform(step);
    out.print(stepText(index + 1, step, played, out));
    if (!played.isFine) return false;
  }
  return true;
}

async function demo(cli: Cli): Promise<void> {
  const { print, paint } = cli.out;
  const [{ embeddedSandbox }, { BEGINNING }] = await Promise.all([
    import("./target"), import("./demo-steps"),
  ]);
  print(paint.bold("A Fitbit workflow, step by step"));
  print(INTRODUCTION.map((line) => paint.dim(line)).join("\n"));
  const target = await embeddedSandbox({}, { now: BEGINNING });
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
    .description("play two sources and a workflow on a sandbox in this process")
    .action(() => demo(cli));
};
