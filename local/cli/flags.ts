import type { Command } from "commander";
import { Option } from "commander";
import { gather } from "./cli";
import { UsageError } from "./usage";

/** The flags that set props. */
export function addPropFlags(command: Command): Command {
  return command
    .option("--prop <name=value>", "set a prop; repeat it for a list", gather)
    .option("--props <json>", "set props as a JSON object");
}

/** The flags that say where requests go. */
export function addTargetFlags(command: Command): Command {
  const embedded = new Option("--sandbox", "send requests to a sandbox in this process");
  return command
    .addOption(embedded.conflicts("sandboxUrl"))
    .option("--sandbox-url <url>", "send requests to a running sandbox");
}

function readPath(text: string): string {
  if (text !== "") return text;
  throw new UsageError("--state takes the path of a file: it is empty.");
}

/** The flag that names a file to keep things in. */
export function addStateFlag(command: Command, what: string): Command {
  return command.option("--state <file>", what, readPath);
}
