import type { CatalogComponent } from "../catalog/catalog";
import { byName, section } from "./section";

/** docs/actions.md: what each action does and takes, and where. */
export function actionsPage(catalog: readonly CatalogComponent[]): string {
  const actions = catalog.filter(({ entry }) => entry.type === "action");
  return [
    "# Actions",
    "What each action does, what it takes and where it runs. What differs between the apps stands in [differences.md](differences.md); `npx fitbit describe KEY` says the same of one.",
    ...byName(actions).map((of) => section(of)),
  ].join("\n\n") + "\n";
}
