import { filesOf, inRegistryForm, type Payload } from "./build";
import { bundled, fits, neverAlone, type Bundle } from "./bundle/bundle";
import { filesThere, keysThere } from "./checkout";
import { checked, type Checks } from "./checks/check";
import { load } from "./checks/load";
import { fill, readFiles, sizeOf } from "./files";
import { merge } from "./into";

/** What was done, in lines, and what is wrong with it. */
export interface Report {
  lines: string[];
  problems: string[];
}

export interface Asked {
  packageRoot: string;
  payloads: readonly Payload[];
  /** The keys of the components that are wanted. */
  keys: ReadonlySet<string>;
  checks: Checks;
}

/** Writes the registry's form into a folder, which holds nothing else afterwards. */
export async function writePayload(asked: Asked, folder: string): Promise<Report> {
  const parts = await partsOf(asked, asked.keys);
  await fill(folder, await filesOf(asked.packageRoot, parts));
  const { lines, problems } = await checked(await readFiles(folder), asked.checks);
  return {
    lines: [...parts.map(inWords), `Written to ${folder}. Looked at:`, ...lines],
    problems,
  };
}

/** Writes it into a checkout of the registry, with what of ours is there already. */
export async function mergePayload(asked: Asked, checkout: string): Promise<Report> {
  const there = await filesThere(checkout);
  const present = keysThere(there);
  const ours = asked.payloads.flatMap(({ components }) => components)
    .map(({ entry }) => entry.key);
  const keys = new Set([...asked.keys, ...present]);
  const files = await filesOf(asked.packageRoot, await partsOf(asked, keys));
  const { lines, problems } = await checked(files, asked.checks);
  if (problems.length) return { lines: ["Nothing was written."], problems };
  const { added, changed, removed, sameVersion } = await merge(checkout, there, files);
  return {
    lines: [
      `${checkout}: ${added.length} files added, ${changed.length} changed, ${removed.length} removed. Looked at:`,
      ...lines,
      ...sameVersion.map((path) => `${path} has changed, but not its version.`),
      ...present.filter((key) => !ours.includes(key))
        .map((key) => `${key} imports helpers of ours, but is none of ours: it stays.`),
    ],
    problems,
  };
}

/** Writes one self-contained file a component. */
export async function writeBundles(asked: Asked, folder: string): Promise<Report> {
  const { packageRoot, payloads, keys } = asked;
  const bundles = (await Promise.all(payloads.map((one) => bundled(one, keys)))).flat();
  await fill(folder, new Map(bundles.map(({ path, text }) => [path, text])));
  const checks = { "files of the size that Pipedream takes": fits, "files that load alone": load(packageRoot, []) };
  const { lines, problems } = await checked(await readFiles(folder), checks);
  return {
    lines: [
      ...bundles.map(bundleInWords),
      ...neverAlone(keys).map((key) => `${key}: too large for a file of its own; it comes in the registry's form alone.`),
      `Written to ${folder}. Looked at:`,
      ...lines,
    ],
    problems,
  };
}

async function partsOf(
  { packageRoot, payloads }: Asked, keys: ReadonlySet<string>,
): Promise<Payload[]> {
  const parts = [];
  for (const payload of payloads) parts.push(await inRegistryForm(packageRoot, payload, keys));
  return parts.filter(({ components }) => components.length);
}

function inWords({ app, components, modules }: Payload): string {
  const sources = components.filter(({ entry }) => entry.type === "source").length;
  return `${app}: ${components.length - sources} actions and ${sources} sources in ${modules.size} files of ${kilobytes(modules.values())}`;
}

function bundleInWords({ path, text, without }: Bundle): string {
  const lost = without.length ? `, without ${without.join(", ")}` : "";
  return `${kilobytes([text]).padStart(8)} ${path}${lost}`;
}

function kilobytes(texts: Iterable<string>): string {
  return `${(sizeOf(texts) / 1_000).toFixed(1)} kB`;
}
