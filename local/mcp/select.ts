import type { AppSlug } from "../catalog/apps";
import { splitKey } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import { loadNamed } from "../catalog/catalog";
import { componentFiles } from "../catalog/files";
import { findComponent } from "../catalog/find";
import { UsageError } from "../cli/usage";

/** An agent chooses worse among many, and pays for the definition of each. */
const MOST_BY_DEFAULT = 12;

/** What answers most questions, most wanted first: as many of them as the app has. */
const BY_DEFAULT = [
  "get-health-summary",
  "get-sleep-log",
  "list-sleep-logs",
  "list-activity-logs",
  "get-intraday-heart-rate",
  "get-activity-time-series",
  "get-heart-rate-time-series",
  "log-weight",
  "log-activity",
  "log-food",
  "log-water",
  "list-data-points",
  "get-heart-rate-variability",
];

/** Which words in the name of an action put it into a group. */
export const GROUPS: Record<string, readonly string[]> = {
  summary: ["summary"],
  sleep: ["sleep"],
  activity: ["activity", "activities", "steps", "workout", "zone"],
  heart: ["heart", "ecg", "irregular"],
  vitals: ["breathing", "cardio", "glucose", "spo2", "temperature", "variability"],
  body: ["body", "fat", "weight"],
  nutrition: ["food", "foods", "nutrition", "water"],
  account: ["devices", "identity", "profile"],
  data: ["data", "point", "points", "request", "rollup"],
};

/** Which actions become tools; without a word, those that answer most questions. */
export interface Selection {
  all?: boolean;
  /** Names of groups. */
  group?: string[];
  /** Keys, or the parts after the app. */
  only?: string[];
  /** Nothing that writes. */
  readOnly?: boolean;
}

/** The groups that an action is in. */
export function groupsOf(name: string): string[] {
  const words = name.split("-");
  return Object.entries(GROUPS)
    .filter(([, own]) => own.some((word) => words.includes(word)))
    .map(([group]) => group);
}

function checkGroups(wanted: readonly string[]): void {
  const unknown = wanted.find((group) => !Object.hasOwn(GROUPS, group));
  if (unknown === undefined) return;
  const groups = Object.keys(GROUPS).join(", ");
  throw new UsageError(`There is no group ${unknown}: the groups are ${groups}.`);
}

async function only(
  packageRoot: string, app: AppSlug, keys: readonly string[],
): Promise<CatalogComponent[]> {
  const found = await Promise.all(keys.map((key) =>
    findComponent(packageRoot, { key, app, preferred: app })));
  const source = found.find(({ entry }) => entry.type === "source");
  if (source) throw new UsageError(`${source.name} is a source, which starts workflows: tools are actions.`);
  return found;
}

async function actionNames(packageRoot: string): Promise<string[]> {
  const files = await componentFiles(packageRoot);
  return files.filter(({ type }) => type === "action").map(({ name }) => name);
}

async function chosen(
  packageRoot: string, app: AppSlug, { all, group, only: keys }: Selection,
): Promise<CatalogComponent[]> {
  if (keys) return only(packageRoot, app, keys);
  checkGroups(group ?? []);
  const isWide = all === true || group !== undefined;
  const names = isWide ? await actionNames(packageRoot) : BY_DEFAULT;
  const wanted = group
    ? names.filter((name) => groupsOf(name).some((own) => group.includes(own)))
    : names;
  const found = await loadNamed(packageRoot, wanted);
  const own = found.filter(({ entry }) => entry.app === app && entry.type === "action");
  return isWide ? own : own.slice(0, MOST_BY_DEFAULT);
}

const writes = ({ component }: CatalogComponent): boolean =>
  component.annotations?.readOnlyHint !== true;

/**
 * The actions of an app that become tools.
 * @throws UsageError or UnknownKeyError for a name that is none, or when none is left.
 */
export async function selectActions(
  packageRoot: string, app: AppSlug, selection: Selection,
): Promise<CatalogComponent[]> {
  const found = await chosen(packageRoot, app, selection);
  const left = selection.readOnly ? found.filter((action) => !writes(action)) : found;
  if (left.length > 0) return left;
  throw new UsageError("No tool is left: choose other groups or keys, or leave --read-only out.");
}

/** The name of a tool: the key's part after the app. */
export const toolName = ({ entry }: CatalogComponent): string => splitKey(entry.key).name;
