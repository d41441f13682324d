import { suggestions } from "../local/catalog/find";
import type { CatalogComponent } from "../local/catalog/catalog";

/** The keys that are meant: full ones, or the part after the app, which means it on each. */
export function chosen(
  components: readonly CatalogComponent[], only: string | undefined,
): Set<string> {
  const keys = components.map(({ entry }) => entry.key);
  if (only === undefined) return new Set(keys);
  const words = only.split(",").map((word) => word.trim()).filter(Boolean);
  return new Set(words.flatMap((word) => {
    const meant = components.filter(({ entry, name }) => [entry.key, name].includes(word));
    if (meant.length) return meant.map(({ entry }) => entry.key);
    const close = suggestions(word, keys).join(", ");
    throw new Error(`There is no component ${word}${close && `; there are ${close}`}.`);
  }));
}
