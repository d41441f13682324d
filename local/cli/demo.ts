import type { AddCommand, Cli } from "./cli";
import type { Twin } from "./demo-doors";
import type { Played } from "./demo-play";
import type { DemoStep } from "./demo-steps";
import type { Output, Paint } from "./output";
import { columns, flow, indent, wrap } from "./text";
import type { SandboxTarget } from "./target";

const MAX_WIDTH = 96;
/** Columns that the frame takes. */
const FRAME = 3;

const INTRODUCTION = [
  "Two sources and the steps run as they do on Pipedream; a sandbox in this process answers,",
  "so it needs no account and no network. The data is that of an invented person.",
  "Steps 1 to 8 ask the Fitbit Web API, step 9 asks the Google Health API.",
];

const SECOND_DOOR = [
  "The Fitbit Web API is off since 2026-11-02, and the same components serve Google Health:",
  "the steps that read are played again with their twins, over the same person's data.",
];
const SECOND_TITLE = "The same through Google Health";

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

interface Box {
  number: number;
  name: string;
  /** What stands at the right of its title. */
  aside: string;
  /** Paragraphs of lines. */
  parts: string[][];
}

const widthIn = (out: Output): number => Math.min(out.width, MAX_WIDTH);

function boxed({ number, name, aside, parts }: Box, out: Output): string[] {
  const { paint } = out;
  const rule = "─".repeat(Math.max(1, widthIn(out) - name.length - aside.length - 7));
  const title = `${paint.bold(`${number}  ${name}`)} ${paint.dim(rule)} ${paint.cyan(aside)}`;
  return [
    `${paint.cyan("┌")} ${title}`,
    ...parts.filter(({ length }) => length > 0).flatMap((lines) => ["", ...lines])
      .map((line) => `${paint.cyan("│")}  ${line}`.trimEnd()),
    paint.cyan("└"),
  ];
}

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
  const width = widthIn(out) - FRAME;
  const name = `${VERBS[step.does]}${played.component.name ?? ""}`;
  const parts = [
    propLines(step, width, paint),
    resultLines(played, paint),
    requestLines(played, width, paint),
  ];
  return [
    "",
    ...step.before ? [paint.italic(step.before.text), ""] : [],
    ...boxed({ number, name, aside: step.key, parts }, out),
  ].join("\n");
}

/** A twin's key, how its answer compares, and what it asked. */
function twinLines(twin: Twin, width: number, paint: Paint): string[] {
  const { key, text, isFine, requests } = twin;
  const mark = isFine ? paint.green("✔") : paint.red("✖");
  const asked = requests.map(({ method, status, url }) =>
    `${method} ${status ?? "no answer"} ${new URL(url).pathname}`);
  const [first = "no request", ...more] = asked;
  const rest = more.length > 0 ? `, and ${more.length} more` : "";
  return [
    `${mark} ${paint.cyan(key)}`,
    ...indent([...wrap(text, width - 2), paint.dim(`→ ${first}${rest}`)]),
  ];
}

function secondDoor(number: number, twins: readonly Twin[], out: Output): string {
  const parts = twins.map((twin) => twinLines(twin, widthIn(out) - FRAME, out.paint));
  const box = { number, name: SECOND_TITLE, aside: "google_health", parts };
  const before = SECOND_DOOR.map((line) => out.paint.italic(line));
  return ["", ...before, "", ...boxed(box, out)].join("\n");
}

/** Plays the steps one after the other, then the twins; the first step that fails ends it. */
async function play(target: SandboxTarget, { out, packageRoot }: Cli): Promise<boolean> {
  const [{ DEMO_STEPS, live }, { openStage }, { playTwins }] = await Promise.all([
    import("./demo-steps"), import("./demo-play"), import("./demo-doors"),
  ]);
  const { controlOf } = await import("./sandbox-control");
  const control = controlOf(target);
  const stage = { packageRoot, target, paint: out.paint, log: out.say };
  const { perform, steps } = openStage(stage);
  await live(control);
  for (const [index, step] of DEMO_STEPS.entries()) {
    await step.before?.play(control);
    const played = await perform(step);
    out.print(stepText(index + 1, step, played, out));
    if (!played.isFine) return false;
  }
  const twins = await playTwins(stage, steps);
  out.print(secondDoor(DEMO_STEPS.length + 1, twins, out));
  return twins.every(({ isFine }) => isFine);
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
