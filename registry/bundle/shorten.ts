import { transform } from "esbuild";
import { compact } from "./compact";

const EXPORT = "\nexport default {";

/** A name that nothing has. */
const COMPONENT = "\nconst theComponentItself = {";

/**
 * JavaScript with short names for what is local to a function; everything else keeps its own.
 * As a script, since of a module no name would be safe.
 */
export async function shortened(text: string): Promise<string> {
  const imports = /^(?:import .*\n)*/.exec(text)?.[0] ?? "";
  const script = text.slice(imports.length).replace(EXPORT, COMPONENT);
  const { code } = await transform(`\n${script}`, {
    target: "es2021", charset: "utf8", minifyIdentifiers: true,
  });
  return compact(imports + `\n${code}`.replace(COMPONENT, EXPORT));
}
