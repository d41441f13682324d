import { access } from "node:fs/promises";
import type { AppSlug } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import { findComponent } from "../catalog/find";
import type { Component } from "../runtime";
import { loadComponent } from "../runtime";
import type { Cli } from "./cli";
import { onlyConnected } from "./target";
import { UsageError } from "./usage";

const IS_FILE = /[\\/]|\.[cm]?[jt]s$/;

type App = AppSlug | undefined;

/** The component a key means; without `--app`, that of the only account, else Fitbit's. */
export function byKey(key: string, app: App, cli: Cli): Promise<CatalogComponent> {
  const preferred = onlyConnected(cli.env) ?? "fitbit";
  return findComponent(cli.packageRoot, { key, app, preferred });
}

/** What `run` and its like are called with: a key of the catalogue, or a file of anybody's. */
export async function byKeyOrFile(
  target: string,
  app: App,
  cli: Cli,
): Promise<{ component: Component; title: string }> {
  if (!IS_FILE.test(target)) {
    const { component, entry } = await byKey(target, app, cli);
    return { component, title: entry.key };
  }
  if (app) throw new UsageError("--app picks the app of a key, and a file has its own: leave it out.");
  await access(target).catch(() => {
    throw new UsageError(`There is no file ${target}: check the path, or give a key.`);
  });
  const component = await loadComponent(target, { packageRoot: cli.packageRoot });
  return { component, title: target };
}
