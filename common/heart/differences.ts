import { absent, approximate, type Difference } from "../difference";

/** How the zones of a day differ, wherever a record holds them. */
export function zonesOfDay(holder: "summary" | "value") {
  return [
    absent("custom heart rate zones", [`${holder}.customHeartRateZones`]),
    approximate(
      "limits and minutes by heart rate zone",
      ["max", "minutes", "caloriesOut"].map((field) => `${holder}.heartRateZones[].${field}`),
      "Google's end a beat before the next begins, and count while the watch is worn.",
    ),
  ];
}

/** What Google Health does not have of these records. */
export const heartDifferences = {
  heartDay: zonesOfDay("value"),
} satisfies Record<string, readonly Difference[]>;
