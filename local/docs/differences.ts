import type { Difference } from "../../common/difference";
import { differences } from "../../common/differences";
import type { CatalogComponent } from "../catalog/catalog";

const TITLES: Record<string, string> = {
  profile: "The profile",
  profileChanges: "Changes of the profile",
  activityDay: "A day's activity",
  dayActivity: "An activity of a day",
  activityLog: "An activity log",
  activityFigures: "Daily figures of activity",
  intradayActivity: "Activity within a day",
  activityHabit: "A kind of exercise that is done often",
  heartDay: "A day's heart rate",
  sleepLog: "A sleep log",
  hrvReading: "A reading of heart rate variability",
  skinTemperature: "A night's skin temperature",
  cardioScore: "A day's cardio fitness score",
  cardioFigures: "A day's VO2 max as a number",
  summaryDay: "A day of the health summary",
};

const code = (fields: readonly string[]) => fields.map((field) => `\`${field}\``).join(", ");

function table(rows: readonly Difference[]): string[] {
  return [
    "| what | fields | here | why |",
    "|---|---|---|---|",
    ...rows.map(({ words, fields, is, why }) => `| ${words} | ${code(fields)} | ${is} | ${why} |`),
  ];
}

/** docs/differences.md, as the table says it should be. */
export function differencesPage(catalog: readonly CatalogComponent[]): string {
  const sections = Object.entries(differences).flatMap(([record, rows]) => {
    const components = catalog
      .filter(({ entry, records }) =>
        entry.app === "google_health" && records.some((one) => one === record))
      .map(({ entry }) => entry.key);
    return [
      `## ${TITLES[record] ?? record}`,
      `In ${components.map((key) => `\`${key}\``).join(", ")}.`,
      table(rows).join("\n"),
    ];
  });
  return [
    "# What Differs On Google Health",
    "The components give the same records, fields and units on both apps. What Google Health has no source for is absent: never 0, never made up. What it counts by other rules is called approximate. Ids of records are the app's own.",
    ...sections,
  ].join("\n\n") + "\n";
}
