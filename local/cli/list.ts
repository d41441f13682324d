import type { AppSlug } from "../catalog/apps";
import { APP_NAMES, APPS } from "../catalog/apps";
import type { CatalogComponent, Entry } from "../catalog/catalog";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { counted } from "./event-line";
import type { Output } from "./output";
import { flow, indent, pad } from "./text";

type Shown = Pick<Output, "paint" | "width">;

const TYPES = ["action", "source"] as const;

const MARKS_WIDTH = 8;

/** A component's marks and key, its scopes beside them. */
function rowLines(entry: Entry, keyWidth: number, { paint, width }: Shown): string[] {
  const { key, scopes, managed, twin } = entry;
  const marks = `${managed ? paint.green("●") : paint.dim("○")}  ${twin ? "⇄" : " "}`;
  const left = MARKS_WIDTH + keyWidth + 2;
  const named = scopes.length ? scopes : ["as called"];
  const listed = named.map((scope, index) => index < named.length - 1 ? `${scope},` : scope);
  const [first = "", ...more] = flow(listed, width - left, " ").map((line) => paint.dim(line));
  return [`  ${marks}  ${pad(paint.cyan(key), keyWidth)}  ${first}`.trimEnd(), ...indent(more, left)];
}

/** The catalogue as tables: a heading for each app and type, columns aligned throughout. */
function tables(entries: Entry[], out: Shown): string[] {
  const keyWidth = Math.max(...entries.map(({ key }) => key.length));
  return APPS.flatMap((app) => TYPES.flatMap((type) => {
    const own = entries.filter((entry) => entry.app === app && entry.type === type);
    if (own.length === 0) return [];
    const title = `${APP_NAMES[app]}: ${counted(own.length, type)}`;
    return [out.paint.bold(title), ...own.flatMap((entry) => rowLines(entry, keyWidth, out)), ""];
  }));
}

const LEGEND = [
  "● Pipedream's own account can run it   ○ needs your own OAuth client",
  "⇄ on both apps: `fitbit describe KEY` tells what differs",
];

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
    const legend = LEGEND.map((line) => out.paint.dim(line));
    out.print([...tables(entries, out), ...legend].join("\n"));
  }
}

export const addList: AddCommand = (program, cli) => {
  program.command("list")
    .description("list every component, with the scopes it needs")
    .option("--app <app>", "of one app alone: fitbit or google_health", readApp)
    .option("--json", "as JSON")
    .addHelpText("after", examples([
      "fitbit list",
      "fitbit list --app google_health --json",
    ]))
    .action((flags: Flags) => list(flags, cli));
};
