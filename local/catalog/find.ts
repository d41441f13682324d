import { distance } from "fastest-levenshtein";
import type { AppSlug } from "./apps";
import { APP_NAMES, splitKey } from "./apps";
import type { CatalogComponent } from "./catalog";
import { loadNamed } from "./catalog";
import { componentFiles } from "./files";

/** A key that names no component; the message says which ones come close. */
export class UnknownKeyError extends Error {
  override name = "UnknownKeyError";
}

export interface Wanted {
  /** A full key, or the part after the app. */
  key: string;
  /** The app that is asked for by name. */
  app?: AppSlug | undefined;
  /** The app that a key without one means, where both have it. */
  preferred: AppSlug;
}

const MAX_SUGGESTIONS = 3;

/** Names that share a word with what was typed or are a few letters away, nearest first. */
export function suggestions(typed: string, names: readonly string[]): string[] {
  const words = typed.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word.length > 2);
  const reach = Math.max(2, typed.length / 3);
  const near = (name: string): boolean => distance(typed, name) <= reach;
  const far = (name: string): number => name.startsWith(typed) ? 0 : distance(typed, name);
  const shares = (name: string): boolean => {
    const [verb, ...topic] = name.split("-");
    const known = words.length === 1 ? [verb, ...topic] : topic;
    return words.some((word) => known.some((other) => other?.startsWith(word)));
  };
  return names
    .filter((name) => near(name) || shares(name))
    .sort((a, b) => far(a) - far(b))
    .slice(0, MAX_SUGGESTIONS);
}

const list = (items: string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

async function unknown(packageRoot: string, typed: string): Promise<UnknownKeyError> {
  const { app, name } = splitKey(typed.replace(/^google-health-/, "google_health-"));
  const names = (await componentFiles(packageRoot)).map((file) => file.name);
  const close = suggestions(name, names).map((found) => app ? `${app}-${found}` : found);
  const hint = close.length > 0 ? `did you mean ${list(close)}?` : "";
  return new UnknownKeyError(
    `There is no component ${typed}${hint ? `; ${hint}` : "."} \`fitbit list\` shows them all.`,
  );
}

/** Why a component is not there on an app, and what to use instead. */
function notOn(app: AppSlug, [first]: CatalogComponent[]): UnknownKeyError {
  const { name, successor, entry: { key } } = first as CatalogComponent;
  const instead = successor
    ? `use ${successor} there`
    : `${key} is the only one${successor === null ? ", and nothing takes its place there" : ""}`;
  return new UnknownKeyError(`${APP_NAMES[app]} has no ${name}: ${instead}.`);
}

/**
 * The component that a key means, loading its module alone.
 * @throws UnknownKeyError saying what was probably meant.
 */
export async function findComponent(
  packageRoot: string,
  wanted: Wanted,
): Promise<CatalogComponent> {
  const { app: named, name } = splitKey(wanted.key);
  if (named && wanted.app && named !== wanted.app) {
    throw new UnknownKeyError(
      `${wanted.key} is a key of ${named}, but --app asks for ${wanted.app}: leave one of them out.`,
    );
  }
  const found = await loadNamed(packageRoot, [name]);
  const app = named ?? wanted.app;
  if (found.length === 0) throw await unknown(packageRoot, wanted.key);
  if (app) {
    const exact = found.find(({ entry }) => entry.app === app);
    if (!exact) throw notOn(app, found);
    return exact;
  }
  const [first] = found;
  const preferred = found.find(({ entry }) => entry.app === wanted.preferred);
  return preferred ?? first as CatalogComponent;
}
