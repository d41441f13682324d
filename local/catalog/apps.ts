/** The two doors to the same data, by the app's slug. */
export const APPS = ["fitbit", "google_health"] as const;

export type AppSlug = (typeof APPS)[number];

export const APP_NAMES: Record<AppSlug, string> = {
  fitbit: "Fitbit",
  google_health: "Google Health",
};

/** What the OAuth clients that Pipedream manages are granted: https://pipedream.com/apps/fitbit */
const MANAGED: Record<AppSlug, readonly string[]> = {
  fitbit: [
    "activity",
    "heartrate",
    "location",
    "nutrition",
    "settings",
    "sleep",
    "social",
    "weight",
    "temperature",
  ],
  google_health: [
    "activity_and_fitness.readonly",
    "health_metrics_and_measurements.readonly",
    "sleep.readonly",
    "nutrition.readonly",
  ],
};

/** Whether the account that Pipedream itself manages carries every one of these scopes. */
export function isManaged(app: AppSlug, scopes: readonly string[]): boolean {
  return scopes.every((scope) => MANAGED[app].includes(scope));
}

/** The app and the rest of a full key; without an app, the whole is the rest. */
export function splitKey(key: string): { app?: AppSlug; name: string } {
  const app = APPS.find((slug) => key.startsWith(`${slug}-`));
  return app ? { app, name: key.slice(app.length + 1) } : { name: key };
}
