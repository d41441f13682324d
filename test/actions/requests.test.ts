import { addDays } from "../../common/dates";
import { defined } from "../../common/fields";
import type { IntradayMetric } from "../../common/activity/metrics";
import type { Call } from "../../common/call";
import type { Granularity, Sample, Samples, Window } from "../../common/intraday";
import type { HealthApi } from "../../common/health-api";
import { limitRequests } from "../../common/wire/budget";
import { fitbitAlone } from "../../fitbit.app";
import googleHealth from "../../google_health.app";
import type { Fields } from "../../local/runtime/component";
import type { AppSlug } from "../../local/catalog/apps";
import { TOKEN } from "../support/api";
import { listed } from "../support/components";
import { countOf, fullLife, type Instead } from "../support/full-life";
import { run } from "../support/step";

const actions = listed("actions");
const APPS: AppSlug[] = ["fitbit", "google_health"];

function actionOf(name: string, app: AppSlug) {
  const found = actions.find((one) => one.name === name && one.app === app);
  if (!found) throw new Error(`There is no ${name} on ${app}.`);
  return found.component;
}

const YEAR = { startDate: "2025-03-21", endDate: "2026-03-20" };

/** The fewest requests that each API allows for a year of a range action. */
const FEWEST: [name: string, props: Fields, fitbit: number, google: number][] = [
  ["get-activity-time-series", {}, 1, 5],
  ["get-activity-time-series", { metrics: ["activityCalories"] }, 13, 5],
  ["get-activity-time-series", { metrics: ["calories"] }, 1, 27],
  ["get-activity-time-series", { metrics: ["minutesVeryActive", "minutesFairlyActive"] }, 2, 27],
  ["get-activity-time-series", { metrics: ["caloriesBMR", "calories", "activityCalories"] }, 15, 32],
  ["get-activity-time-series", { metrics: ["steps", "tracker/steps"] }, 2, 10],
  ["get-active-zone-minutes", {}, 1, 5],
  ["get-heart-rate-time-series", {}, 1, 1],
  ["get-heart-rate-time-series", { zones: true }, 1, 34],
];

describe("a year takes the fewest requests that its API allows", () => {
  const cases = FEWEST.flatMap(([name, props, fitbit, google]) => [
    { component: actionOf(name, "fitbit"), name, props, most: fitbit },
    { component: actionOf(name, "google_health"), name, props, most: google },
  ]);

  it.each(cases)("$component.key with $props: $most", async ({ component, props, most }) => {
    const asked = fullLife();
    const { result } = await run(component, { ...YEAR, ...props });
    expect(result).toMatchObject({ count: 365, truncated: false });
    expect(asked).toHaveLength(most);
  });
});

/** The apps, as what reads whole streams asks them. */
const apps: Record<AppSlug, HealthApi> = {
  fitbit: connected(fitbitAlone.methods),
  google_health: connected(googleHealth.methods),
};

function connected<M extends object>(methods: M): M & { $auth: object } {
  const app = Object.create(methods) as M;
  return Object.assign(app, { $auth: { oauth_access_token: TOKEN } });
}

/** From the beginning of a day to the end of the year. */
const within = (startDate: string): Window => ({
  from: { day: startDate, time: "00:00" }, to: { day: YEAR.endDate, time: "23:59" },
});

type Read = (app: HealthApi, window: Window, call: Call) => Samples<Sample>;

/** The fewest requests of Google for a year within its days; Fitbit takes one a day. */
const WITHIN: [what: string, read: Read, google: number][] = [
  ["heart rates by the minute", (app, ...rest) => heartRates(app, "1min", ...rest), 53],
  ["heart rates by the quarter", (app, ...rest) => heartRates(app, "15min", ...rest), 27],
  ["steps by the minute", (app, ...rest) => figures(app, "steps", "1min", ...rest), 53],
  ["steps by the quarter", (app, ...rest) => figures(app, "steps", "15min", ...rest), 5],
  ["calories by the quarter", (app, ...rest) => figures(app, "calories", "15min", ...rest), 27],
  ["active zone minutes by the quarter", (app, window, call) =>
    app.getIntradayZoneMinutes(window, "15min", call), 5],
];

const heartRates = (app: HealthApi, granularity: Granularity, window: Window, call: Call) =>
  app.getIntradayHeartRate(window, granularity, call);

const figures = (
  app: HealthApi, metric: IntradayMetric, granularity: Granularity, window: Window, call: Call,
) => app.getIntradayActivity(metric, window, granularity, call);

function freshCall(): Call {
  const $ = { export: () => undefined };
  limitRequests($, 1_000);
  return { $, timeZone: "UTC" };
}

async function hoursOf(samples: Samples<Sample>): Promise<number> {
  let hours = 0;
  for await (const part of samples) hours += "answer" in part ? part.answer.length : NaN;
  return hours;
}

describe("within days, the fewest requests that its API allows", () => {
  it.each(WITHIN)("a fortnight of %s takes Fitbit one a day", async (_, read) => {
    const asked = fullLife();
    expect(await hoursOf(read(apps.fitbit, within("2026-03-07"), freshCall()))).toBe(14 * 24);
    expect(asked).toHaveLength(14);
  });

  it.each(WITHIN)("a year of %s takes Google no more", async (_, read, fewest) => {
    const asked = fullLife();
    const year = read(apps.google_health, within(YEAR.startDate), freshCall());
    expect(await hoursOf(year)).toBe(365 * 24);
    expect(asked).toHaveLength(fewest);
  });
});

describe("calories in zones", () => {
  const heart = actionOf("get-heart-rate-time-series", "google_health");

  const ranges = (asked: string[], type: string) =>
    asked.filter((request) => request.includes(`/${type}/`)).length;

  it("are not asked for where no time in a zone was measured", async () => {
    const zones = (path: string) => path.includes("time-in-heart-rate-zone");
    const asked = fullLife((path) => zones(path) ? { rollupDataPoints: [] } : undefined);
    await run(heart, { ...YEAR, zones: true });
    expect([ranges(asked, "time-in-heart-rate-zone"), ranges(asked, "calories-in-heart-rate-zone")])
      .toEqual([5, 0]);
  });

  it("are asked for the fortnights alone in which some was", async () => {
    const day = { civilStartTime: { date: { year: 2025, month: 6, day: 1 } } };
    const timed = { timeInHeartRateZones: [{ heartRateZone: "PEAK", duration: "60s" }] };
    const rows = [{ ...day, timeInHeartRateZone: timed }];
    const asked = fullLife((path) =>
      path.includes("time-in-heart-rate-zone") ? { rollupDataPoints: rows } : undefined);
    await run(heart, { ...YEAR, zones: true });
    expect(ranges(asked, "calories-in-heart-rate-zone")).toBe(1);
  });
});

interface Extent { truncated: boolean; nextStartDate?: string; nextStartTime?: string }

/** Runs an action, and goes on with what it says is left, until nothing is. */
async function toTheEnd(component: unknown, props: Fields): Promise<Fields[]> {
  const results: Fields[] = [];
  let given = props;
  for (let steps = 0; steps < 20; steps++) {
    const { result, error } = await run(component, given);
    expect(error).toBeUndefined();
    const { truncated, nextStartDate, nextStartTime } = result as Extent;
    results.push(result as Fields);
    if (!truncated) return results;
    const next = defined({ startDate: nextStartDate, startTime: nextStartTime });
    expect(given).not.toMatchObject(next);
    given = { ...given, ...next };
  }
  throw new Error("It never ends.");
}

describe("a step stops at a hundred requests, and going on gives what one without a limit would", () => {
  const FIVE_YEARS = { startDate: "2021-03-21", endDate: "2026-03-20" };
  const days = Array.from({ length: 1_826 }, (_, i) => addDays(FIVE_YEARS.startDate, i));

  it.each<[string, Fields, AppSlug, number]>([
    ["get-activity-time-series", { metrics: ["calories"] }, "google_health", 2],
    ["get-heart-rate-time-series", { zones: true }, "google_health", 2],
    ["get-activity-time-series", { metrics: ["activityCalories", "tracker/activityCalories"] }, "fitbit", 2],
  ])("%s with %j on %s", async (name, props, app, steps) => {
    const asked = fullLife();
    const results = await toTheEnd(actionOf(name, app), { ...FIVE_YEARS, ...props });
    expect(results).toHaveLength(steps);
    expect(asked.length).toBeGreaterThan(100);
    const all = results.flatMap(({ days }) => days as { date: string; calories?: number }[]);
    expect(all.map(({ date }) => date)).toEqual(days);
    if (name === "get-activity-time-series" && app === "google_health") {
      expect(all.map(({ calories }) => calories)).toEqual(days.map(countOf));
    }
  });

  it.each(APPS)("get-intraday-activity on %s", async (app) => {
    const span = { startDate: "2025-10-20", startTime: "06:00", endDate: "2026-03-20" };
    fullLife();
    const results = await toTheEnd(
      actionOf("get-intraday-activity", app), { ...span, granularity: "1min", timeZone: "UTC" },
    );
    const all = results.flatMap((result) =>
      (result["activities-steps-intraday"] as { dataset: Sample[] }).dataset);
    const hours = Array.from({ length: 152 * 24 - 6 }, (_, i) =>
      new Date(Date.parse("2025-10-20T06:00:00Z") + i * 3_600_000).toISOString().slice(0, 19));
    expect(all.map(({ date, time }) => `${date}T${time}`)).toEqual(hours);
  });

  it("of whole centuries ends, too, before the account began", async () => {
    const empty: Instead = (path) => path.endsWith("RollUp") ? { rollupDataPoints: [] } : undefined;
    const asked = fullLife(empty);
    const heart = actionOf("get-heart-rate-time-series", "google_health");
    const { result } = await run(heart, { startDate: "1990-01-01", endDate: "2026-03-20", zones: true });
    expect(asked).toHaveLength(100);
    expect(result).toMatchObject({ truncated: true, nextStartDate: "2014-02-24" });
  });
});
