import type { CatalogComponent } from "../local/catalog/catalog";
import { gist } from "../local/docs/readme";

/** An app's README.md: a text written by hand, in which a mark stands for each list. */
export function readmeOf(text: string, components: readonly CatalogComponent[]): string {
  return text.replace(/<!-- (action|source)s -->\n\n/g, (_, type: string) => {
    const rows = components.filter(({ entry }) => entry.type === type)
      .map((found) => `- **${found.entry.name}**: ${gist(found)}.\n`);
    return rows.length ? `${TITLES[type] ?? ""}:\n\n${rows.join("")}\n` : "";
  });
}

const TITLES: Record<string, string> = { action: "Actions", source: "Sources" };
