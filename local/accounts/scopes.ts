import type { AppSlug } from "../catalog/apps";
import type { Entry } from "../catalog/catalog";
import { fullScope, shortScope } from "./servers";

/** Every scope that a component of the app declares, as the API writes it. */
export function declaredScopes(app: AppSlug, entries: readonly Entry[]): string[] {
  const scopes = entries.filter((entry) => entry.app === app).flatMap((entry) => entry.scopes);
  return [...new Set(scopes)].sort().map((scope) => fullScope(app, scope));
}

/** Those that are named, with spaces or commas in between. */
export function namedScopes(app: AppSlug, text: string): string[] {
  const names = text.split(/[\s,]+/).filter(Boolean);
  return [...new Set(names)].map((scope) => fullScope(app, scope));
}

/** As components name them. */
export const shortScopes = (app: AppSlug, scopes: readonly string[]): string[] =>
  scopes.map((scope) => shortScope(app, scope)).sort();

/** Those of the first that are not among the second, as components name them. */
export function notGranted(
  app: AppSlug,
  asked: readonly string[],
  granted: readonly string[],
): string[] {
  const full = granted.map((scope) => fullScope(app, scope));
  return asked.filter((scope) => !full.includes(fullScope(app, scope)))
    .map((scope) => shortScope(app, scope));
}
