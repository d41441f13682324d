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

/** A component on its apps: what it does, what it takes, and what it needs. */
export function section(
  of: readonly CatalogComponent[], more: readonly string[] = [],
): string {
  const [first, ...others] = of;
  if (!first) return "";
  const { said, docs } = partsOf(first.component.description ?? "");
  return [
    `## ${String(first.component.name)}`,
    docs === undefined ? said : `${said} ([documentation](${docs}))`,
    propsTable(first).join("\n"),
    [first, ...others].map(appLine).join("\n"),
    ...more,
  ].filter(Boolean).join("\n\n");
}

/** Components by name, each with what it is on its apps. */
export function byName(components: readonly CatalogComponent[]): CatalogComponent[][] {
  const names = [...new Set(components.map(({ name }) => name))].sort();
  return names.map((name) => components.filter((found) => found.name === name));
}
