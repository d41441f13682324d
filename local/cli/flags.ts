import type { Command } from "commander";
import { Option } from "commander";
import { gather } from "./cli";

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
