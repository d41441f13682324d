import type { AppSlug } from "../../local/catalog/apps";

/** A folder of our own, since the registry's google_health has an app and helpers already. */
const OURS = "common/health";

/** Where a module of the source stands in an app's payload, both without extension. */
export function placeOf(path: string, app: AppSlug): string {
  if (app === "fitbit" || /^(actions|sources)\//.test(path)) return path;
  return path.startsWith("common/")
    ? path.replace(/^common/, OURS)
    : `${OURS}/${path}`;
}
