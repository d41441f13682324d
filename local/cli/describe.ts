import type { AppSlug } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import type { Component } from "../runtime";
import { readProps, readWhole } from "./arguments";
import type { PropFlags } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { addPropFlags, addTargetFlags } from "./flags";
import type { TargetFlags } from "./target";
import { isUsage } from "./usage";

interface Flags extends PropFlags, TargetFlags {
  app?: AppSlug;
  json?: boolean;
  options?: string;
  page: string;
  query?: string;
}

const MAX_PAGE = 1000;

async function describeOptions(
  component: Component,
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

async function describeKey(found: CatalogComponent, flags: Flags, cli: Cli): Promise<void> {
  const { out, packageRoot } = cli;
  const { factsOf } = await import("./facts");
  const facts = await factsOf(found, packageRoot);
  if (flags.json) {
    out.json(facts);
  } else {
    const { describeText } = await import("./describe-text");
    out.print(describeText(facts, out));
  }
}

async function describeFile(
  file: string,
  component: Component,
  flags: Flags,
  cli: Cli,
): Promise<void> {
  const { fileFacts, fileText } = await import("./describe-file");
  const facts = await fileFacts(file, component, await readProps(flags), flags, cli);
  if (flags.json) cli.out.json(facts);
  else cli.out.print(fileText(facts, cli.out));
}

async function describe(target: string, flags: Flags, cli: Cli): Promise<void> {
  if (flags.json) cli.out.keepPure();
  const { byKey, inFile, IS_FILE } = await import("./component");
  const found = IS_FILE.test(target) ? undefined : await byKey(target, flags.app, cli);
  const component = found?.component ?? await inFile(target, flags.app, cli);
  if (flags.options !== undefined) await describeOptions(component, flags.options, flags, cli);
  else if (found) await describeKey(found, flags, cli);
  else await describeFile(target, component, flags, cli);
}

export const addDescribe: AddCommand = (program, cli) => {
  const command = program.command("describe")
    .description("show the props of a component, and how to call it")
    .argument("<key|file>", "a key of `fitbit list`, or a .ts, .mjs or .js file")
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
      "fitbit describe examples/my-step.mjs",
    ]))
    .action((target: string, flags: Flags) => describe(target, flags, cli));
};
