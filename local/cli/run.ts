import type { AppSlug } from "../catalog/apps";
import type { Log } from "../runtime";
import { appsOf } from "./accounts";
import { readExpressions, readJson, readObject, readProps } from "./arguments";
import type { PropFlags } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import type { Execution, Inputs } from "./execute";
import { addPropFlags, addStateFlag, addTargetFlags } from "./flags";
import { withProgress } from "./progress";
import { hearStrays } from "./stray";
import type { Target, TargetFlags } from "./target";
import { openTarget, tellTarget } from "./target";

const STARTING = "Starting the sandbox";

interface Flags extends PropFlags, TargetFlags {
  app?: AppSlug;
  steps?: string;
  state?: string;
  event?: string;
  json?: boolean;
}

async function readInputs({ props, ...flags }: Flags): Promise<Inputs> {
  return {
    props: await readProps(flags),
    ...props === undefined ? {} : { expressions: await readExpressions(props) },
    ...flags.steps === undefined ? {} : { steps: await readObject("--steps", flags.steps) },
    ...flags.event === undefined ? {} : { event: await readJson("--event", flags.event) },
  };
}

/** With `--json` what a component prints goes to stderr; else only its complaints do. */
function logTo({ print, say }: Cli["out"], { json }: Flags): Log {
  return (line, level) => {
    if (json || level === "warn" || level === "error") say(line);
    else print(line);
  };
}

async function run(name: string, flags: Flags, cli: Cli): Promise<void> {
  const { out } = cli;
  if (flags.json) out.keepPure();
  const inputs = await readInputs(flags);
  const [{ resolveProps }, { fitting }, { openStores }, { execute }] = await Promise.all([
    import("../runtime"), import("./component"), import("./stores"), import("./execute"),
  ]);
  const wanted = { name, kind: "action", app: flags.app, ...inputs } as const;
  const { component, title } = await fitting(wanted, cli);
  const apps = appsOf(resolveProps(component));
  const stores = await openStores(flags.state, component, title);
  try {
    const target = await withProgress(STARTING, () => openTarget(apps, flags, cli.env));
    tellTarget(apps, target, out);
    const { dataStores } = stores;
    const whole = { ...inputs, dataStores, log: logTo(out, flags) };
    const play = (): Promise<Execution> => execute(component, target, whole);
    const execution = await withProgress(`Running ${name}`, play).finally(() => target.close());
    await stores.save();
    execution.run.notes.push(...stores.notes());
    await print(execution, target, flags, cli);
  } finally {
    await stores.release();
  }
}

async function print(
  execution: Execution,
  target: Target,
  { json }: Flags,
  cli: Cli,
): Promise<void> {
  const { printRun, runJson } = await import("./report");
  const { out } = cli;
  if (json) out.json(runJson(execution, target));
  else printRun(execution, out);
  if (execution.run.ok) return;
  const { name, message } = execution.run.error;
  out.say(`${out.paintSaid.red(name)}: ${message}`);
  cli.exitCode = 1;
}

const NOTES = `
--prop sets a prop as Pipedream's form does; --props passes values as a workflow's expressions
do: as they are, of whatever type, null and nothing too. Where both name a prop, --prop counts.`;

export const addRun: AddCommand = (program, cli) => {
  const command = program.command("run")
    .description("run an action, or a code step in a file")
    .argument("<key|file>", "a key of `fitbit list`, or a .ts, .mjs or .js file")
    .option("--app <app>", "which app a short key means: fitbit or google_health", readApp);
  addStateFlag(command, "keep the data stores of a step here, for its next run");
  addTargetFlags(addPropFlags(command))
    .option("--steps <json|@file>", "what earlier steps returned, by step name")
    .option("--event <json|@file>", "the event that started the workflow")
    .option("--json", "print the result as JSON alone")
    .addHelpText("after", examples([
      "fitbit run get-sleep-log --prop date=yesterday",
      "fitbit run google_health-get-profile --json",
      "fitbit run examples/my-step.mjs --steps @steps.json",
      "fitbit run list-activity-logs --props '{\"startDate\": \"7 days ago\"}' --sandbox",
    ]))
    .addHelpText("after", NOTES)
    .action(async (name: string, flags: Flags) => {
      // What the component left running may fail while the result is printed.
      const strays = hearStrays(() => undefined);
      try {
        await run(name, flags, cli);
      } finally {
        strays.stop();
      }
    });
};
