import type { Fields } from "../../local/runtime/component";
import { APPS } from "../../local/catalog/apps";
import { openHome } from "../home";
import { print } from "../table";

/** How many records there are, of a list that is read to its end. */
type Fewest = number | ((records: number) => number);

interface Task {
  task: string;
  action: string;
  props?: Fields;
  fitbit: Fewest;
  google_health: Fewest;
  why?: string;
}

const MANY = { limit: 10_000 };

/** The fewest requests in which each API gives a year, by its documented maxima. */
const TASKS: readonly Task[] = [
  { task: "steps", action: "get-activity-time-series", fitbit: 1, google_health: 5 },
  { task: "calories", action: "get-activity-time-series", props: { metrics: ["calories"] }, fitbit: 1, google_health: 27 },
  { task: "calories of activity", action: "get-activity-time-series", props: { metrics: ["activityCalories"] }, fitbit: 13, google_health: 5 },
  { task: "active zone minutes", action: "get-active-zone-minutes", fitbit: 1, google_health: 5 },
  { task: "resting heart rate", action: "get-heart-rate-time-series", fitbit: 1, google_health: 1 },
  { task: "heart rate variability", action: "get-heart-rate-variability", fitbit: 13, google_health: 1 },
  { task: "breathing rate", action: "get-breathing-rate", fitbit: 13, google_health: 1 },
  { task: "skin temperature", action: "get-skin-temperature", fitbit: 13, google_health: 1 },
  { task: "VO2 max", action: "get-cardio-fitness-score", fitbit: 13, google_health: 1 },
  { task: "weight a day", action: "get-body-time-series", fitbit: 1, google_health: 5 },
  { task: "sleep logs", action: "list-sleep-logs", props: MANY, fitbit: 4, google_health: (n) => Math.ceil(n / 25) },
  { task: "activity logs", action: "list-activity-logs", props: MANY, fitbit: (n) => Math.ceil(n / 100), google_health: (n) => Math.ceil(n / 25) },
  { task: "weight logs", action: "list-weight-logs", props: MANY, fitbit: 12, google_health: 1, why: "Google keeps weight, fat and height apart, and a log of Fitbit's shape has all three" },
];

const YEAR = { startDate: "2025-03-21", endDate: "2026-03-20", timeZone: "Europe/Berlin" };
const home = await openHome();
const rows: (string | number)[][] = [];
for (const { task, action, props, why = "", ...fewest } of TASKS) {
  const cells: (string | number)[] = [];
  for (const app of APPS) {
    const { run, requests } = await home.run(`${app}-${action}`, { ...YEAR, ...props });
    const result = run.ok ? run.return as Fields : {};
    const least = fewest[app];
    const records = Number(result.count ?? 0);
    cells.push(run.ok ? requests : "failed", typeof least === "number" ? least : least(records));
  }
  rows.push([task, ...cells, why]);
}
await home.close();
print("Requests for a year, beside the fewest that the API allows", [
  "", "fitbit", "fewest", "google_health", "fewest", "why more",
], rows);
