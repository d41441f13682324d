import { api, errors } from "./api";

/** The daily series that say which day it is at Fitbit, in the order that they are asked. */
const SERIES = [
  { scope: "activity", path: "/1/user/-/activities/steps/date/today/1d.json" },
  { scope: "heartrate", path: "/1/user/-/activities/heart/date/today/1d.json" },
  { scope: "weight", path: "/1/user/-/body/weight/date/today/1d.json" },
  { scope: "nutrition", path: "/1/user/-/foods/log/water/date/today/1d.json" },
];

/** The first of them, which says it to most connections. */
export const TODAY = "/1/user/-/activities/steps/date/today/1d.json";
export const PROFILE = "/1/user/-/profile.json";

/** The scope that a path is under is missing. */
export function refuses(path: string): void {
  api({ path, status: 403, body: errors("insufficient_scope", "No permission") });
}

/** No series says which day it is, for want of its scope. */
export function seriesRefuse(): void {
  SERIES.forEach(({ path }) => refuses(path));
}

/** Nothing says which day it is. */
export function nothingTells(): void {
  seriesRefuse();
  refuses(PROFILE);
}

const scopes = SERIES.map(({ scope }) => `\`${scope}\``).join(", ");

/** What is said where nothing tells it. */
export const UNTOLD = `Without the scope ${scopes} or \`profile\` Fitbit cannot say which day it is for you. Write dates such as 2026-03-20, or set Time Zone, such as Europe/Berlin.`;
