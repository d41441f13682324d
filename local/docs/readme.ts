import type { CatalogComponent } from "../catalog/catalog";
import { APP_NAMES } from "../catalog/apps";
import { partsOf } from "../catalog/description";

/** A part of a page that is generated: what stands between its two marks. */
const between = (part: string) =>
  new RegExp(`(<!-- ${part} -->\\n)[\\s\\S]*?(\\n<!-- /${part} -->)`);

/** What a component does, in the first clause of its description. */
export function gist({ component: { description = "" } }: CatalogComponent): string {
  const [clause = ""] = partsOf(description).said.split(/[;.] |\.$/);
  return clause.replace(/^Emit new event for each /, "each ");
}

function table(components: readonly CatalogComponent[], title: string, what: string): string {
  const rows = components.map((found) => {
    const scopes = found.entry.scopes.map((scope) => `\`${scope}\``).join(", ");
    return `| ${found.entry.name} | ${gist(found)} | ${scopes || "as called"} |`;
  });
  const door = APP_NAMES[components[0]?.entry.app ?? "fitbit"];
  return [`| ${title} | ${what} | ${door} scope |`, "|---|---|---|", ...rows].join("\n");
}

/** README.md with its tables of components as the catalogue says they are. */
export function readme(page: string, catalog: readonly CatalogComponent[]): string {
  const of = (type: string) =>
    catalog.filter(({ entry }) => entry.app === "fitbit" && entry.type === type);
  const isAlone = ({ entry: { app, twin } }: CatalogComponent) =>
    app === "google_health" && twin === null;
  const tables = {
    "actions": table(of("action"), "action", "what it does"),
    "actions of google_health": table(catalog.filter(isAlone), "action", "what it does"),
    "sources": table(of("source"), "source", "what starts a workflow"),
  };
  return Object.entries(tables).reduce((text, [part, rows]) =>
    text.replace(between(part), (_, start: string, end: string) => start + rows + end), page);
}
