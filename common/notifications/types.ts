import type { DataTypeId } from "../google-health/data-types";

/** The types that Google Health notifies of. https://developers.google.com/health/webhooks */
export const notifiedTypes = [
  "active-zone-minutes",
  "activity-level",
  "altitude",
  "blood-glucose",
  "body-fat",
  "calories-in-heart-rate-zone",
  "daily-heart-rate-variability",
  "daily-heart-rate-zones",
  "daily-oxygen-saturation",
  "daily-respiratory-rate",
  "daily-resting-heart-rate",
  "daily-sleep-temperature-derivations",
  "distance",
  "exercise",
  "floors",
  "heart-rate",
  "heart-rate-variability",
  "height",
  "hydration-log",
  "nutrition-log",
  "respiratory-rate-sleep-summary",
  "run-vo2-max",
  "sedentary-period",
  "sleep",
  "steps",
  "time-in-heart-rate-zone",
  "total-calories",
  "weight",
] as const satisfies DataTypeId[];

/** The same as a description names them. */
export const notifiedWords = notifiedTypes.map((id) => `\`${id}\``).join(", ");
