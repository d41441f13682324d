import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../cli/mcp";
import { createOutput, leave } from "../../cli/output";
import { isUsage } from "../../cli/usage";
import { environmentOf, flagsOf } from "./settings";

/** What a desktop client starts: the server, with the settings of its form. */
async function start(): Promise<void> {
  const packageRoot = dirname(fileURLToPath(import.meta.url));
  const out = createOutput();
  try {
    await serve(flagsOf(process.env), {
      packageRoot, env: environmentOf(process.env), out, exitCode: 0,
    });
    await leave(0, out);
  } catch (error) {
    if (!isUsage(error)) throw error;
    out.say(error.message);
    await leave(2, out);
  }
}

await start();
