import { access } from "node:fs/promises";
import { readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import { findComponent } from "../catalog/find";
import type { Component } from "../runtime";
import { bindValues, kindOf, loadComponent } from "../runtime";
import { onlyConnected } from "./accounts";
import type { Cli } from "./cli";
import { UsageError } from "./usage";

export const IS_FILE = /[\\/]|\.[cm]?[jt]s$/;

type App = AppSlug | undefined;

/** The component a key means; without `--app`, that of the only account, else Fitbit's. */
export async function byKey(key: string, app: App, cli: Cli): Promise<CatalogComponent> {
  const preferred = onlyConnected(cli.env, await readAccounts(cli.env)) ?? "fitbit";
  return findComponent(cli.packageRoot, { key, app, preferred });
}

/** A component, and what it is called by: its key, or its file. */
export interface Named {
  component: Component;
  title: string;
}

/** The component in a file of anybody's. */
export async function inFile(file: string, app: App, cli: Cli): Promise<Component> {
  if (app) throw new UsageError("--app picks the app of a key; a file has its own: leave it out.");
  await access(file).catch(() => {
    throw new UsageError(`There is no file ${file}: check the path, or give a key.`);
  });
  return loadComponent(file, cli);
}

/** What `run` and its like are called with: a key of the catalogue, or a file of anybody's. */
async function byKeyOrFile(target: string, app: App, cli: Cli): Promise<Named> {
  if (IS_FILE.test(target)) {
    return { component: await inFile(target, app, cli), title: target };
  }
  const { component, entry } = await byKey(target, app, cli);
  return { component, title: entry.key };
}

const INSTEAD = {
  action: (title: string) => `${title} is an action, which runs once: use \`fitbit run ${title}\`.`,
  source: (title: string) => `${title} is a source, which is polled: use \`fitbit watch ${title}\`.`,
};

export interface Wanted {
  /** A key or a file. */
  name: string;
  kind: "action" | "source";
  app: App;
  props: Record<string, unknown>;
  /** Values that nobody looks at before the component does. */
  expressions?: Record<string, unknown> | undefined;
}

/**
 * A component of the kind that is wanted, whose props fit: told before anything is started.
 * @throws UsageError and the like, saying how to call it.
 */
export async function fitting(
  { name, kind, app, props, expressions }: Wanted,
  cli: Cli,
): Promise<Named> {
  const found = await byKeyOrFile(name, app, cli);
  const actual = kindOf(found.component);
  if (actual !== kind) throw new UsageError(INSTEAD[actual](found.title));
  bindValues(found.component, props, expressions);
  return found;
}
