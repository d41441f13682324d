import { Command, CommanderError } from "commander";
import { AccountError } from "../accounts/account";
import type { LoadOptions } from "../runtime";
import type { Cli } from "./cli";
import { examples } from "./cli";
import { addAccounts } from "./accounts-command";
import { addConnect } from "./connect";
import { addDemo } from "./demo";
import { addDescribe } from "./describe";
import { addDoctor } from "./doctor";
import { addList } from "./list";
import { addMcp } from "./mcp";
import type { Output } from "./output";
import { createOutput, leave } from "./output";
import { addRun } from "./run";
import { addSandbox } from "./sandbox";
import { atTerminal } from "./terminal";
import { addWatch } from "./watch";
import { isUsage } from "./usage";
import { versionOf } from "./version";

const COMMANDS = [
  addList, addDescribe, addRun, addWatch, addMcp, addConnect, addAccounts, addDoctor,
  addSandbox, addDemo,
];

const FAILED = 1;
const WRONG_USAGE = 2;

function createProgram(cli: Cli, version: string): Command {
  const program = new Command("fitbit")
    .description("Runs Pipedream components for Fitbit on your own machine.")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .addHelpText("after", examples([
      "fitbit list",
      "fitbit describe get-sleep-log",
      "fitbit run get-sleep-log --prop date=yesterday",
      "fitbit run examples/my-step.mjs --json",
      "fitbit watch new-activity-log --state activities.json",
      "fitbit connect google_health --client-id 123.apps.googleusercontent.com",
    ]));
  for (const add of COMMANDS) add(program, cli);
  return program;
}

/** What commander says, as a sentence. */
function sentence(message: string): string {
  const [first = "", hint = ""] = message.replace(/^error: /, "").split("\n");
  // For a command that is not there, `help` has no words but the name of an event.
  if (first === "(outputHelp)") return "There is no such command.";
  const text = `${first.charAt(0).toUpperCase()}${first.slice(1)}`.replace(/\.?$/, ".");
  return hint ? `${text} ${hint.replace(/^\((.*)\)$/, "$1")}` : text;
}

/** Says what went wrong, and gives the exit code for it. */
function explain(error: unknown, command: string, { say, paintSaid }: Output): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    say(`${sentence(error.message)} \`${command} --help\` shows what there is.`);
    return WRONG_USAGE;
  }
  if (isUsage(error)) {
    say(error.message);
    return WRONG_USAGE;
  }
  if (error instanceof AccountError) {
    say(error.message);
    return FAILED;
  }
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  say(paintSaid.red(message));
  if (stack) say(paintSaid.dim(stack.split("\n").slice(1).join("\n")));
  return FAILED;
}

/** Runs the command that the arguments name, and gives its exit code. */
export async function call(argv: string[], cli: Cli): Promise<number> {
  const program = createProgram(cli, await versionOf(cli.packageRoot));
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
    return cli.exitCode;
  } catch (error) {
    const command = program.commands.find((each) => each.name() === argv[0]);
    return explain(error, command ? `fitbit ${command.name()}` : "fitbit", cli.out);
  }
}

/** Runs the command in this process, and ends it with the exit code. */
export async function main(argv: string[], start: LoadOptions): Promise<void> {
  const cli: Cli = {
    ...start, ...atTerminal(), env: process.env, out: createOutput(), exitCode: 0,
  };
  await leave(await call(argv, cli), cli.out);
}
