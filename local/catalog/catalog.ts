import type { Component, Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import type { DifferingRecord } from "../../common/differences";
import type { Polls } from "../../common/polling/source";
import type { AppSlug } from "./apps";
import { APPS, isManaged } from "./apps";
import { isDiffering, pollsOf } from "./description";
import type { ComponentFile, ComponentType } from "./files";
import { appFile, componentFiles } from "./files";
import type { ComponentModule } from "./module";
import { CatalogError, importModule, readModule, scopesOf } from "./module";
import { deriveTwin, described } from "./twin";

/** What the catalogue says of a component. */
export interface Entry {
  key: string;
  type: ComponentType;
  name: string;
  version: string;
  app: AppSlug;
  /** The key of the same component on the other app. */
  twin: string | null;
  scopes: string[];
  /** Whether the account that Pipedream itself manages can run it. */
  managed: boolean;
  /** The key that takes its place on Google Health, when it has no twin there. */
  successor?: string;
}

export interface CatalogComponent {
  entry: Entry;
  component: Component;
  /** Name of the folder, and the part of the key after the app. */
  name: string;
  /** The key that takes its place on Google Health; null when nothing does. */
  successor?: string | null;
  /** The records that it gives or takes, as far as they differ between the apps. */
  records: readonly DifferingRecord[];
  /** What a source's polls cost. */
  polls?: Polls;
  /** Props of a call that works, where what is required alone makes none. */
  example?: Fields;
  file: string;
}

/** The Google Health app object, when the package has one. */
async function googleApp(packageRoot: string): Promise<Fields | undefined> {
  const file = await appFile(packageRoot, "google_health");
  if (file === undefined) return undefined;
  const app = (await importModule(file)).default;
  if (!isFields(app)) throw new CatalogError(`${file} has no app as its default export.`);
  return app;
}

interface Beside extends Omit<Entry, "key" | "name" | "version" | "managed"> {
  /** Whether it takes a client of one's own, whatever its scopes. */
  ownClient?: boolean;
}

function entryOf(component: Component, { ownClient, ...beside }: Beside): Entry {
  const { key = "", name = "", version = "" } = component;
  const { type, app, scopes, twin, ...more } = beside;
  const managed = isManaged(app, scopes) && !ownClient;
  return { key, type, name, version, app, twin, scopes, managed, ...more };
}

/** What a module says of a component that is no part of it. */
function besideOf(
  { records, example, polls: cost }: Fields,
): Pick<CatalogComponent, "records" | "example" | "polls"> {
  const named: unknown[] = Array.isArray(records) ? records : [];
  const polls = pollsOf(cost);
  return {
    records: named.filter(isDiffering),
    ...isFields(example) ? { example } : {},
    ...polls ? { polls } : {},
  };
}

function twinOf(
  { component, googleHealth, key, exports }: ComponentModule,
  { type, file, name }: ComponentFile,
  app: Fields | undefined,
): CatalogComponent | undefined {
  if (!googleHealth || !app) return undefined;
  const twin = deriveTwin(component, googleHealth, app);
  const scopes = scopesOf(googleHealth.scopes, `googleHealth in ${name}.ts`);
  const entry = entryOf(twin, { type, app: "google_health", scopes, twin: key });
  return { entry, component: twin, name, file, ...besideOf({ ...exports, ...googleHealth }) };
}

/** The components that one module holds: its own, and its twin on Google Health. */
async function componentsOf(found: ComponentFile, app?: Fields): Promise<CatalogComponent[]> {
  const { type, file, name } = found;
  const module = await readModule(file);
  const twin = twinOf(module, found, app);
  const { scopes, app: slug } = module;
  const component = described(module.component, slug, module.exports);
  const { successor } = module;
  const entry = entryOf(component, {
    type,
    app: slug,
    scopes,
    twin: twin?.entry.key ?? null,
    ownClient: module.exports.ownClient === true,
    ...(successor ? { successor } : {}),
  });
  const beside = besideOf({ ...module.exports, records: module.googleHealth?.records });
  const own = { entry, component, name, file, ...beside };
  return [successor === undefined ? own : { ...own, successor }, ...(twin ? [twin] : [])];
}

const rank = ({ entry }: CatalogComponent): string =>
  `${APPS.indexOf(entry.app)} ${entry.type} ${entry.key}`;

/** Every component of the package on both apps: by app, actions before sources, by key. */
export async function loadCatalog(packageRoot: string): Promise<CatalogComponent[]> {
  const app = await googleApp(packageRoot);
  const files = await componentFiles(packageRoot);
  const all = await Promise.all(files.map((file) => componentsOf(file, app)));
  return all.flat().sort((a, b) => rank(a) < rank(b) ? -1 : 1);
}

/** The components of the modules with these names, in their order; others are not loaded. */
export async function loadNamed(
  packageRoot: string,
  names: readonly string[],
): Promise<CatalogComponent[]> {
  const all = await componentFiles(packageRoot);
  const files = names.flatMap((name) => all.filter((file) => file.name === name));
  if (files.length === 0) return [];
  const app = await googleApp(packageRoot);
  return (await Promise.all(files.map((file) => componentsOf(file, app)))).flat();
}
