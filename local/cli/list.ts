import type { AppSlug } from "../catalog/apps";
import { APP_NAMES, APPS } from "../catalog/apps";
import type { CatalogComponent, Entry } from "../catalog/catalog";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import type { Paint } from "./output";
import { columns } from "./text";

const TYPES = ["action", "source"] as const;

function row({ key, name, scopes, managed }: Entry, paint: Paint): string[] {
  return [
    managed ? paint.green("●") : paint.dim("○"),
    paint.cyan(key),
    name,
    paint.dim(scopes.join(", ")),
  ];
}

/** The catalogue as tables: a heading for each app and type, columns aligned throughout. */
function tables(entries: Entry[], paint: Paint): string[] {
  const lines = columns(entries.map((entry) => row(entry, paint)));
  return APPS.flatMap((app) => TYPES.flatMap((type) => {
    const isOwn = ({ app: slug, type: kind }: Entry): boolean => slug === app && kind === type;
    const own = lines.filter((_, index) => entries.slice(index, index + 1).some(isOwn));
    if (own.length === 0) return [];
    const title = `${APP_NAMES[app]}: ${own.length} ${type}${own.length === 1 ? "" : "s"}`;
    return [paint.bold(title), ...own.map((line) => `  ${line}`), ""];
  }));
}

const LEGEND = "● Pipedream's own account can run it   ○ needs your own OAuth client";

interface Flags {
  app?: AppSlug;
  json?: boolean;
}

async function list({ app, json }: Flags, { packageRoot, out }: Cli): Promise<void> {
  const { loadCatalog } = await import("../catalog/catalog");
  const all: CatalogComponent[] = await loadCatalog(packageRoot);
  const entries = all.map(({ entry }) => entry).filter((entry) => !app || entry.app === app);
  if (json) {
    out.json(entries);
  } else if (entries.length === 0) {
    out.print(`There are no components${app ? ` on ${APP_NAMES[app]}` : ""} yet.`);
  } else {
    out.print([...tables(entries, out.paint), out.paint.dim(LEGEND)].join("\n"));
  }
}

export const addList: AddCommand = (program, cli) => {
  program.command("list")
    .description("list every component, with the scopes it needs")
    .option("--app <app>", "of one app alone: fitbit or google_health", readApp)
    .option("--json", "as JSON")
    .addHelpText("after", examples([
      "fitbit list",
      "fitbit list --app fitbit --json",
    ]))
    .action((flags: Flags) => list(flags, cli));
};
