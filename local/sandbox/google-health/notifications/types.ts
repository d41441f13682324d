/** The types that are notified of. https://developers.google.com/health/webhooks */
export const NOTIFIED: readonly string[] = [
  "active-zone-minutes", "activity-level", "altitude", "blood-glucose", "body-fat",
  "calories-in-heart-rate-zone", "daily-heart-rate-variability", "daily-heart-rate-zones",
  "daily-oxygen-saturation", "daily-respiratory-rate", "daily-resting-heart-rate",
  "daily-sleep-temperature-derivations", "distance", "exercise", "floors", "heart-rate",
  "heart-rate-variability", "height", "hydration-log", "nutrition-log",
  "respiratory-rate-sleep-summary", "run-vo2-max", "sedentary-period", "sleep", "steps",
  "time-in-heart-rate-zone", "total-calories", "weight",
];
