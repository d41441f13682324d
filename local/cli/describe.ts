import type { AppSlug } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import { readProps, readWhole } from "./arguments";
import type { PropFlags } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { addPropFlags, addTargetFlags } from "./flags";
import type { TargetFlags } from "./target";
import { isUsage, UsageError } from "./usage";

interface Flags extends PropFlags, TargetFlags {
  app?: AppSlug;
  json?: boolean;
  options?: string;
  page: string;
  query?: string;
}

const MAX_PAGE = 1000;

async function describeOptions(
  { component }: CatalogComponent,
  prop: string,
  flags: Flags,
  cli: Cli,
): Promise<void> {
  const { askOptions, optionLines } = await import("./options");
  const query = {
    prop,
    page: readWhole("--page", flags.page, [0, MAX_PAGE]),
    ...flags.query === undefined ? {} : { query: flags.query },
    values: await readProps(flags),
  };
  try {
    const answer = await askOptions(component, query, flags, cli);
    if (flags.json) cli.out.json(answer);
    else cli.out.print(optionLines(answer).join("\n"));
  } catch (error) {
    if (isUsage(error) || !(error instanceof Error)) throw error;
    // As `run` does: what the component says is for people, where it says it is not.
    const { name, message } = error;
    if (flags.json) cli.out.json({ error: { name, message } });
    cli.out.say(`${cli.out.paintSaid.red(name)}: ${message}`);
    cli.exitCode = 1;
  }
}

async function describe(key: string, flags: Flags, cli: Cli): Promise<void> {
  const { out, packageRoot } = cli;
  if (flags.json) out.keepPure();
  const { byKey, IS_FILE } = await import("./component");
  if (IS_FILE.test(key)) {
    throw new UsageError(`describe takes a key of \`fitbit list\`, not a file such as ${key}.`);
  }
  const found = await byKey(key, flags.app, cli);
  if (flags.options !== undefined) {
    await describeOptions(found, flags.options, flags, cli);
    return;
  }
  const { factsOf } = await import("./facts");
  const facts = await factsOf(found, packageRoot);
  if (flags.json) {
    out.json(facts);
  } else {
    const { describeText } = await import("./describe-text");
    out.print(describeText(facts, out));
  }
}

export const addDescribe: AddCommand = (program, cli) => {
  const command = program.command("describe")
    .description("show the props of a component, and how to call it")
    .argument("<key>", "a key of `fitbit list`, or its part after the app")
    .option("--app <app>", "which app a short key means: fitbit or google_health", readApp)
    .option("--json", "everything as JSON")
    .option("--options <prop>", "list the options of a prop instead")
    .option("--page <number>", "which page of the options, from 0", "0")
    .option("--query <text>", "only the options that fit this text");
  addTargetFlags(addPropFlags(command))
    .addHelpText("after", examples([
      "fitbit describe get-sleep-log",
      "fitbit describe log-activity --options activityTypeId --query yoga",
      "fitbit describe google_health-get-sleep-log --json",
    ]))
    .action((key: string, flags: Flags) => describe(key, flags, cli));
};
