/**
 * Calls the command as it is compiled, one call after the other in one process: starting one
 * for each would take most of the time. Takes the calls as JSON, gives what each came to.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pc from "picocolors";
import { compiled } from "../../bin/compile.js";

const [packageRoot, text] = process.argv.slice(2);
const root = await compiled(packageRoot);
const { call } = await import(pathToFileURL(join(root, "local/cli/main.js")).href);
const { write } = process.stdout;

async function called({ args, env = {} }) {
  const [printed, said] = [[], []];
  const out = {
    print: line => printed.push(line),
    say: line => said.push(line),
    json: value => printed.push(JSON.stringify(value)),
    jsonLine: value => printed.push(JSON.stringify(value)),
    keepPure: () => undefined,
    drained: () => Promise.resolve(),
    paint: pc.createColors(false),
    paintSaid: pc.createColors(false),
    width: 80,
  };
  const code = await call(args, { packageRoot: root, env, out, exitCode: 0 });
  return { code, printed, said };
}

const results = [];
for (const each of JSON.parse(text)) results.push(await called(each));
write.call(process.stdout, JSON.stringify(results), () => process.exit(0));
