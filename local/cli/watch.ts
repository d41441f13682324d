import { resolve } from "node:path";
import { InvalidArgumentError } from "commander";
import type { AppSlug } from "../catalog/apps";
import type { ResolvedProp } from "../runtime";
import { appsOf } from "./accounts";
import { readJson, readProps } from "./arguments";
import type { PropFlags } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, gather, readApp } from "./cli";
import { addPropFlags, addStateFlag, addTargetFlags } from "./flags";
import { onInterrupt } from "./interrupt";
import { openStatus, withProgress } from "./progress";
import { isSandbox, openTarget, tellTarget } from "./target";
import type { TargetFlags } from "./target";
import { UsageError } from "./usage";

const NOTES = `
A new source is deployed, which emits its recent history; with --state a later watch goes on
from where the last one ended. Events are printed before the poll that brought them is saved:
where the process is killed in between they come again, and none is lost. Ctrl-C lets a poll
finish, for half a minute at most; twice, it ends at once.

The file of --state has what the source remembers and the props it was given, secret ones too:
it can be read by you alone.

--event runs a source with what else its timer, its endpoint or its app would bring, event after
event. Those of an app ($.interface.apphook) come to Pipedream alone: without --event there are none.

On a sandbox in this process each poll moves the clock by the timer's interval, and syncs.
Its clock starts anew each time: what --state knows of a later hour is not told again.`;

interface Flags extends PropFlags, TargetFlags {
  app?: AppSlug;
  every?: number;
  ticks?: number;
  state?: string;
  event?: string[];
  json?: boolean;
}

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It takes a whole number from 1 on.");
}

function readSeconds(text: string): number {
  if (/^\d{1,9}(\.\d+)?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It takes a number of seconds above 0.");
}

const readEvents = ({ event = [] }: Flags): Promise<unknown[]> =>
  Promise.all(event.map((text) => readJson("--event", text)));

/** Nobody here delivers the events of an app: they are given, or there is another start. */
function demandStart(title: string, props: readonly ResolvedProp[], events: unknown[]): void {
  const isAlone = !props.some(({ kind }) => kind === "timer" || kind === "http");
  if (events.length > 0 || !isAlone || !props.some(({ kind }) => kind === "apphook")) return;
  throw new UsageError(
    `${title} waits for events that its app sends to Pipedream alone: `
    + "give it one with --event <json|@file>, as the app would send it.",
  );
}

/** What is loaded once the command is known to be this one. */
function parts() {
  return Promise.all([
    import("../runtime"),
    import("./component"),
    import("./keeper"),
    import("./sandbox-control"),
    import("./watch-report"),
    import("./watch-loop"),
  ]);
}

/** Where its requests go; undefined when it is to end before that is known. */
async function reached(apps: string[], flags: Flags, signal: AbortSignal, { env }: Cli) {
  try {
    return await openTarget(apps, flags, env, signal);
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

async function watch(
  name: string,
  flags: Flags,
  signal: AbortSignal,
  cli: Cli,
): Promise<void> {
  const { out } = cli;
  if (flags.json) out.keepPure();
  const props = await readProps(flags);
  const events = await readEvents(flags);
  const [runtime, { fitting }, { openKeeper }, { controlOf }, reports, loop] = await parts();
  const wanted = { name, kind: "source", app: flags.app, props } as const;
  const { component, title } = await fitting(wanted, cli);
  const resolved = runtime.resolveProps(component);
  demandStart(title, resolved, events);
  const apps = appsOf(resolved);
  const { key = resolve(title), version = "" } = component;
  const keeper = await openKeeper(flags.state, { key, app: apps[0] ?? "", version, props });
  try {
    const target = await withProgress("Starting", () => reached(apps, flags, signal, cli));
    if (!target) return;
    tellTarget(apps, target, out);
    const { jsonReport, textReport } = reports;
    const report = flags.json ? jsonReport(out) : textReport(out, await openStatus());
    signal.addEventListener("abort", report.stopping);
    const { every, ticks } = flags;
    const control = isSandbox(target) && target.isEmbedded ? controlOf(target) : undefined;
    const play = {
      component, props, target, keeper, report, every, ticks, events, control, signal,
    };
    try {
      if (!await loop.watchSource(play)) cli.exitCode = 1;
    } finally {
      report.close();
      await target.close();
    }
  } finally {
    await keeper.release();
  }
}

export const addWatch: AddCommand = (program, cli) => {
  const command = program.command("watch")
    .description("deploy a source and poll it, with its events as they come")
    .argument("<key|file>", "a key of `fitbit list`, or a .ts, .mjs or .js file")
    .option("--app <app>", "which app a short key means: fitbit or google_health", readApp)
    .option("--every <seconds>", "seconds between polls; left out, those of its timer (1 on a sandbox in this process)", readSeconds)
    .option("--ticks <n>", "polls, then end; left out, until Ctrl-C", readCount)
    .option("--event <json|@file>", "run it with this instead of waiting; repeat it for several", gather);
  addStateFlag(command, "keep its state here, and go on from it next time");
  addTargetFlags(addPropFlags(command))
    .option("--json", "print a line of JSON for everything that happens")
    .addHelpText("after", examples([
      "fitbit watch new-activity-log --ticks 3",
      "fitbit watch new-sleep-log --state sleep.json --prop mainSleepOnly=true",
      "fitbit watch examples/my-source.mjs --every 60 --json",
    ]))
    .addHelpText("after", NOTES)
    .action(async (name: string, flags: Flags) => {
      const { signal, stop } = onInterrupt();
      try {
        await watch(name, flags, signal, cli);
      } finally {
        stop();
      }
    });
};
