import { resolveProps } from "../runtime";
import type { CatalogComponent } from "../catalog/catalog";
import { partsOf } from "../catalog/description";

const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(", ");

/** A cell of a table: a bar in it would end it. */
const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");

function propsTable({ component }: CatalogComponent): string[] {
  const rows = resolveProps(component)
    .filter(({ kind }) => kind === "user")
    .map(({ name, type, optional, description = "" }) =>
      `| \`${name}\` | ${type} | ${optional ? "" : "yes"} | ${cell(description)} |`);
  return rows.length ? ["| prop | type | required | |", "|---|---|---|---|", ...rows] : [];
}

/** On which app a component is there, under which key and with which scopes. */
function appLine({ entry: { key, version, scopes, managed } }: CatalogComponent): string {
  const account = managed ? "" : ", with an OAuth client of your own";
  return `- \`${key}\` ${version}: ${code(scopes) || "the scopes of what is called"}${account}`;
}

function section(of: readonly CatalogComponent[]): string {
  const [first, ...others] = of;
  if (!first) return "";
  const { said, docs } = partsOf(first.component.description ?? "");
  return [
    `## ${String(first.component.name)}`,
    docs === undefined ? said : `${said} ([documentation](${docs}))`,
    propsTable(first).join("\n"),
    [first, ...others].map(appLine).join("\n"),
  ].filter(Boolean).join("\n\n");
}

/** docs/actions.md: what each action does and takes, and where. */
export function actionsPage(catalog: readonly CatalogComponent[]): string {
  const actions = catalog.filter(({ entry }) => entry.type === "action");
  const names = [...new Set(actions.map(({ name }) => name))].sort();
  const ofName = (name: string) => actions.filter((action) => action.name === name);
  return [
    "# Actions",
    "What each action does, what it takes and where it runs. What differs between the apps stands in [differences.md](differences.md); `npx fitbit describe KEY` says the same of one.",
    ...names.map((name) => section(ofName(name))),
  ].join("\n\n") + "\n";
}
