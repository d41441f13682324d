/**
 * What the registry has under our two slugs, as far as ours must fit in beside it: seen on
 * 2026-11-22 in https://github.com/PipedreamHQ/pipedream/tree/master/components.
 */
export const REGISTRY = {
  /** The versions that its components have: ours of the same keys are above them. */
  versions: {
    "fitbit-get-activity-summary": "0.0.1",
    "fitbit-get-body-weight": "0.0.1",
    "fitbit-get-daily-steps": "0.0.1",
    "fitbit-get-heart-rate": "0.0.2",
    "fitbit-get-nutrition-water": "0.0.1",
    "fitbit-get-sleep-data": "0.0.1",
    "google_health-get-identity": "0.0.1",
    "google_health-list-data-points": "0.0.1",
  } as Readonly<Record<string, string>>,

  /** The versions that its packages have. */
  packages: {
    fitbit: "0.8.0",
    google_health: "0.0.1",
  } as Readonly<Record<string, string>>,

  /** What is its own on Google Health and stays as it is. */
  untouched: new RegExp("^google_health/(?:"
    + "google_health\\.app\\.mjs"
    + "|common/(?!health/)"
    + "|actions/(?:get-body-measurements|get-daily-activity-summary|get-daily-steps"
    + "|get-heart-rate|get-nutrition-and-hydration|get-sleep-data)/"
    + ")"),
};
