import { rollup, type Plugin } from "rollup";
import type { Payload } from "./build";
import type { Check } from "./checks/check";
import { withoutComments } from "./comments";
import type { Files } from "./files";
import { cutUp } from "./pieces/cut";
import { resolved, type Modules } from "./pieces/modules";
import { pruned } from "./pieces/prune";
import { placeOfComponent } from "./source/payload";
import { tidy } from "./tidy";

/** Pipedream has answered 500 to files of a little more bytes. */
const LARGEST = 64_000;

const BROADEST = 1_200;

/**
 * Components as one self-contained file each, by key: with what they reach of their app, and
 * no more. Where a file would be too large, its comments stay behind.
 */
export async function bundled(
  { modules, components }: Payload, keys: ReadonlySet<string>,
): Promise<Files> {
  const pieces = cutUp(modules);
  const files = new Map<string, string>();
  for (const component of components.filter(({ entry }) => keys.has(entry.key))) {
    const place = placeOfComponent(component);
    const text = await inOne(pruned(pieces, [place], []), place);
    const isLarge = Buffer.byteLength(text) > LARGEST;
    files.set(`${component.entry.key}.mjs`, isLarge ? tidy(withoutComments(text)) : text);
  }
  return files;
}

/** A module and all that it imports, as one text in their own words. */
async function inOne(modules: Modules, entry: string): Promise<string> {
  const bundle = await rollup({
    input: entry,
    plugins: [fromMemory(modules)],
    external: (path) => !path.startsWith(".") && !modules.has(path),
    onwarn: ({ message }) => {
      throw new Error(`${entry}: ${message}`);
    },
  });
  const { output: [{ code }] } = await bundle.generate({
    generatedCode: { constBindings: true },
  });
  return tidy(exportedInPlace(code));
}

/** Modules that lie in no folder. */
function fromMemory(modules: Modules): Plugin {
  return {
    name: "from-memory",
    resolveId(specifier, from) {
      const path = from === undefined ? specifier : resolved(from, specifier);
      return modules.has(path) ? path : undefined;
    },
    load: (path) => modules.get(path),
  };
}

/** Rollup names the component and exports it below; and it prefers single quotes. */
function exportedInPlace(code: string): string {
  const [whole = "", name = ""] = /\nexport \{ (\S+) as default \};\n$/.exec(code) ?? [];
  return code.slice(0, code.length - whole.length)
    .replace(`\nconst ${name} = {`, "\nexport default {")
    .replace(/^(import .* from )'(.*)';$/gm, "$1\"$2\";");
}

/** Each file is as small as Pipedream takes it, and as broad as a person reads it. */
export const fits: Check = (files) => ({
  looked: files.size,
  problems: [...files].flatMap(([path, text]) => {
    const size = Buffer.byteLength(text);
    const broad = text.split("\n").some((line) => line.length > BROADEST);
    return [
      ...size > LARGEST ? [`${path}: ${size} bytes, more than ${LARGEST}`] : [],
      ...broad ? [`${path}: a line of more than ${BROADEST} characters`] : [],
    ];
  }),
});
