import { APP_NAMES, APPS, type AppSlug } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import { byName, section } from "./section";

const MINUTES = { minutes: 1, hours: 60 };
const DAY_MINUTES = 1_440;
/** Pipedream's own interval, which a source has when nobody changes it. */
const DEFAULT_POLLS_A_DAY = DAY_MINUTES / 15;

/** How often a source polls in a day at an interval such as `4 hours`. */
export function pollsADay(every: string): number {
  const [, count, unit] = /^(\d+) (minutes|hours)$/.exec(every) ?? [];
  if (!unit) throw new Error(`${every} is no interval: write "15 minutes" or "4 hours".`);
  return Math.ceil(DAY_MINUTES / (Number(count) * MINUTES[unit as keyof typeof MINUTES]));
}

const HEAD = [
  "| app | requests, nothing new | requests, one event | interval that is enough | credits a day then |",
  "|---|---|---|---|---|",
];

function costs(of: readonly CatalogComponent[]): string[] {
  const rows = of.flatMap(({ entry: { app }, polls }) => {
    if (!polls) return [];
    const { idle, firing, every } = polls;
    return [`| ${APP_NAMES[app]} | ${idle} | ${firing} | ${every} | ${pollsADay(every)} |`];
  });
  return rows.length ? [[...HEAD, ...rows].join("\n")] : [];
}

/** Requests an hour of all sources of an app together, at the default interval. */
export function requestsAnHour(catalog: readonly CatalogComponent[], app: AppSlug): number {
  const ofApp = catalog.filter(({ entry }) => entry.app === app);
  const idle = ofApp.reduce((sum, { polls }) => sum + (polls?.idle ?? 0), 0);
  return idle * (DEFAULT_POLLS_A_DAY / 24);
}

/** docs/sources.md: when each source fires, what it does about late data, what it costs. */
export function sourcesPage(catalog: readonly CatalogComponent[]): string {
  const sources = catalog.filter(({ entry }) => entry.type === "source");
  const hourly = APPS.map((app) =>
    `${requestsAnHour(sources, app)} requests an hour on ${APP_NAMES[app]}`);
  return [
    "# Sources",
    "What starts a workflow: when each source fires, what it does about data that comes late, what it takes and what it costs. A source polls every 15 minutes unless you choose another interval. From the registry it costs nothing by itself; deployed privately it costs a credit a poll, 96 a day at 15 minutes, so the table says which interval is enough.",
    `A poll makes at most 50 requests, whatever it finds, and tells of at most 50 events; the rest follows with the next. All sources together, every 15 minutes and with nothing new, make ${hourly.join(" and ")}; Fitbit allows 150.`,
    ...byName(sources).map((of) => section(of, costs(of))),
  ].join("\n\n") + "\n";
}
