import { InvalidArgumentError } from "commander";
import type { AppSlug } from "../catalog/apps";
import type { Component } from "../runtime";
import { readProps } from "./arguments";
import type { PropFlags } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { addPropFlags, addTargetFlags } from "./flags";
import { withProgress } from "./progress";
import { appsOf, openTarget, tellTarget } from "./target";
import type { TargetFlags } from "./target";
import { UsageError } from "./usage";

const ON_A_SANDBOX = "\nOn a sandbox in this process each poll moves the clock by the timer's "
  + "interval, and syncs.";

interface Flags extends PropFlags, TargetFlags {
  app?: AppSlug;
  every?: number;
  ticks?: number;
  state?: string;
  json?: boolean;
}

function readCount(text: string): number {
  if (/^\d{1,9}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("It takes a whole number from 1 on.");
}

function readSeconds(text: string): number {
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It takes a number of seconds.");
}

/** A source, and props that fit it: told before anything is started. */
async function checked(name: string, props: Record<string, unknown>, flags: Flags, cli: Cli) {
  const [{ bindValues, kindOf }, { byKeyOrFile }] = await Promise.all([
    import("../runtime"), import("./component"),
  ]);
  const found = await byKeyOrFile(name, flags.app, cli);
  if (kindOf(found.component) === "action") {
    throw new UsageError(
      `${found.title} is an action, which runs once: use \`fitbit run ${found.title}\`.`,
    );
  }
  bindValues(found.component, props);
  return found;
}

/** Aborts on Ctrl-C: what goes on is finished. A second one ends at once. */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(0);
      controller.abort();
    });
  }
  return controller.signal;
}

/** Who the source is, in a state file. */
function identityOf(component: Component, title: string, apps: string[]) {
  const { key, version = "" } = component;
  return { key: key ?? title, app: apps[0] ?? "", version };
}

async function watch(name: string, flags: Flags, cli: Cli): Promise<void> {
  const { out } = cli;
  if (flags.json) out.keepPure();
  const props = await readProps(flags);
  const { component, title } = await checked(name, props, flags, cli);
  const [{ resolveProps }, { watchSource }, { openKeeper }, reports, { controlOf }] = await Promise.all([
    import("../runtime"),
    import("./watch-loop"),
    import("./keeper"),
    import("./watch-report"),
    import("./sandbox-control"),
  ]);
  const signal = untilInterrupted();
  const apps = appsOf(resolveProps(component));
  const identity = { ...identityOf(component, title, apps), props };
  const { keeper, release } = await openKeeper(flags.state, identity);
  try {
    const target = await withProgress("Starting", () => openTarget(apps, flags, cli.env));
    tellTarget(apps, target, out);
    try {
      const isFine = await watchSource({
        component,
        props,
        target,
        keeper,
        report: flags.json ? reports.jsonReport(out) : reports.textReport(out),
        every: flags.every,
        ticks: flags.ticks,
        control: target.isEmbedded ? controlOf(target) : undefined,
        signal,
        log: out.say,
      });
      if (!isFine) cli.exitCode = 1;
    } finally {
      await target.close();
    }
  } finally {
    await release();
  }
}

export const addWatch: AddCommand = (program, cli) => {
  const command = program.command("watch")
    .description("deploy a source and poll it, with its events as they come")
    .argument("<key|file>", "a key of `fitbit list`, or a .ts, .mjs or .js file")
    .option("--app <app>", "which app a short key means: fitbit or google_health", readApp)
    .option("--every <seconds>", "seconds between polls; left out, those of its timer", readSeconds)
    .option("--ticks <n>", "polls, then end; left out, until Ctrl-C", readCount)
    .option("--state <file>", "keep its state here, and go on from it next time");
  addTargetFlags(addPropFlags(command))
    .option("--json", "print a line of JSON for everything that happens")
    .addHelpText("after", examples([
      "fitbit watch new-activity-log --ticks 3",
      "fitbit watch new-sleep-log --state sleep.json --prop mainSleepOnly=true",
      "fitbit watch my-source.mjs --every 60 --json",
    ]))
    .addHelpText("after", ON_A_SANDBOX)
    .action((name: string, flags: Flags) => watch(name, flags, cli));
};
