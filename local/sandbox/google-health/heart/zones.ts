/** https://developers.google.com/health/data-types#time-in-heart-rate-zone */
export const ZONES = ["LIGHT", "MODERATE", "VIGOROUS", "PEAK"] as const;
