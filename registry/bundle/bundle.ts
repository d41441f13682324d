import { rollup, type Plugin } from "rollup";
import type { Payload } from "../build";
import type { CatalogComponent } from "../../local/catalog/catalog";
import type { Check } from "../checks/check";
import { cutUp, recut, type Pieces } from "../pieces/cut";
import { resolved, type Modules } from "../pieces/modules";
import { pruned } from "../pieces/prune";
import { placeOfComponent } from "../source/payload";
import { placeOf } from "../source/places";
import { tidy } from "../tidy";
import { withoutComments } from "./comments";
import { compact } from "./compact";
import { shortened } from "./shorten";
import { withoutUnread } from "./unread";

/** Pipedream has answered 500 to files of a little more bytes. */
const LARGEST = 64_000;

/** What asks for much of all that the API has fits into no file of that size. */
const NEVER_ALONE: readonly string[] = [
  "fitbit-new-goal-missed",
  "fitbit-new-health-record",
  "google_health-get-health-summary",
  "google_health-new-daily-activity-summary",
  "google_health-new-goal-achieved",
  "google_health-new-goal-missed",
  "google_health-new-health-record",
  "google_health-new-metric-alert",
];

const BROADEST = 1_200;

/** What a file that would be too large gives up, one after the other, as far as it must. */
const SACRIFICES: [what: string, without: (text: string) => string | Promise<string>][] = [
  ["comments", (text) => tidy(withoutComments(text))],
  ["layout", compact],
  ["local names", shortened],
];

/** A component as one self-contained file, and what that gave up for its size. */
export interface Bundle {
  path: string;
  text: string;
  without: string[];
}

/** Those of the keys that come in the registry's form alone. */
export const neverAlone = (keys: ReadonlySet<string>): string[] =>
  NEVER_ALONE.filter((key) => keys.has(key));

/** Components with what they reach of their app, and no more, each in a file of its own. */
export async function bundled(
  { modules, components }: Payload, keys: ReadonlySet<string>,
): Promise<Bundle[]> {
  const pieces = cutUp(modules);
  const bundles: Bundle[] = [];
  const wanted = components.filter(({ entry: { key } }) =>
    keys.has(key) && !NEVER_ALONE.includes(key));
  for (const component of wanted) {
    const place = placeOfComponent(component);
    const own = ownPieces(pieces, modules, component);
    const text = await inOne(pruned(own, [place], []), place);
    bundles.push({ path: `${component.entry.key}.mjs`, ...await smallEnough(text) });
  }
  return bundles;
}

/** The pieces as a component needs them, whose call is made of the props that it has. */
function ownPieces(
  pieces: Pieces, modules: Modules, { entry: { app }, component }: CatalogComponent,
): Pieces {
  const path = placeOf("common/call", app);
  const props = Object.keys(component.props ?? {});
  return recut(pieces, path, withoutUnread(modules.get(path) ?? "", props));
}

async function smallEnough(whole: string): Promise<{ text: string; without: string[] }> {
  let text = whole;
  const without: string[] = [];
  for (const [what, less] of SACRIFICES) {
    if (Buffer.byteLength(text) <= LARGEST) break;
    text = await less(text);
    without.push(what);
  }
  return { text, without };
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

/** Each file is as small as Pipedream takes it, and as narrow as a person reads it. */
export const fits: Check = (files) => ({
  looked: files.size,
  problems: [...files].flatMap(([path, text]) => {
    const size = Buffer.byteLength(text);
    const isBroad = text.split("\n").some((line) => line.length > BROADEST);
    return [
      ...size > LARGEST ? [`${path}: ${size} bytes, more than ${LARGEST}`] : [],
      ...isBroad ? [`${path}: a line of more than ${BROADEST} characters`] : [],
    ];
  }),
});
