import * as newDailyActivitySummary
  from "../../sources/new-daily-activity-summary/new-daily-activity-summary";
import { PlayedSource } from "../support/source";
import { api, apiRefuses, between, date, points, skipWaits, twin } from "./support";

const WEARABLES = { dataSourceFamily: "users/me/dataSourceFamilies/google-wearables" };

const onDay = (day: string, sums: object) =>
  ({ civilStartTime: { date: date(day), time: {} }, ...sums });

/** A request for the sums of days, the last of them excluded. */
const rollUp = (type: string, from: string, before: string, more: object = {}) => ({
  method: "POST" as const,
  path: `${points(type)}:dailyRollUp`,
  sent: { range: { start: { date: date(from) }, end: { date: date(before) } }, ...more },
});

describe("New Daily Activity Summary", () => {
  /** Answers the one request that says on which days a watch counted steps, newest first. */
  function counted(from: string, before: string, steps: Record<string, number>) {
    const rollupDataPoints = Object.entries(steps)
      .map(([day, count]) => onDay(day, { steps: { countSum: String(count) } }))
      .reverse();
    api({ ...rollUp("steps", from, before, WEARABLES), body: { rollupDataPoints } });
  }

  const SUMS: Record<string, object> = {
    "steps": { steps: { countSum: "9412" } },
    "floors": {},
    "altitude": {},
    "distance": { distance: { millimetersSum: "6804321" } },
    "total-calories": { totalCalories: { kcalSum: 2310.4 } },
    "active-energy-burned": {},
    "sedentary-period": {},
    "active-minutes": {},
    "time-in-heart-rate-zone": {},
  };

  const LISTS = [
    ["daily-resting-heart-rate", "daily_resting_heart_rate.date", "10000"],
    ["daily-heart-rate-zones", "daily_heart_rate_zones.date", "10000"],
    ["exercise", "exercise.interval.civil_start_time", "25"],
  ] as const;

  /** Answers the requests that a day takes which is told of, but for its zone minutes. */
  function told(day: string, next: string) {
    for (const [type, sums] of Object.entries(SUMS)) {
      const rollupDataPoints = Object.keys(sums).length ? [onDay(day, sums)] : undefined;
      api({ ...rollUp(type, day, next), body: { rollupDataPoints } });
    }
    api(rollUp("distance", day, next, WEARABLES));
    for (const [type, member, pageSize] of LISTS) {
      const query = { pageSize, filter: between(member, day, next) };
      api({ path: `${points(type)}:reconcile`, query });
    }
  }

  async function deployed(props = {}) {
    const source = new PlayedSource(twin(newDailyActivitySummary), props);
    counted("2026-03-05", "2026-03-22", { "2026-03-20": 300 });
    const first = await source.deploy("2026-03-20T08:00:00Z");
    expect(first).toMatchObject({ ids: [], error: undefined });
    return source;
  }

  it("tells of a day once the watch has counted steps on a later one", async () => {
    const source = await deployed();
    counted("2026-03-05", "2026-03-23", { "2026-03-20": 9_412, "2026-03-21": 10 });
    told("2026-03-20", "2026-03-21");
    const zones = onDay("2026-03-20", {
      activeZoneMinutes: {
        sumInFatBurnHeartZone: "20", sumInCardioHeartZone: "8", sumInPeakHeartZone: "0",
      },
    });
    api({
      ...rollUp("active-zone-minutes", "2026-03-20", "2026-03-21"),
      body: { rollupDataPoints: [zones] },
    });
    const { ids, events, summaries } = await source.poll("2026-03-21T06:00:00Z");
    expect(ids).toEqual(["2026-03-20"]);
    expect(summaries).toEqual(["9,412 steps, 6.8 km, 2,310 calories on 2026-03-20"]);
    expect(events).toMatchObject([{
      row: { steps: 9412, distance: 6.8, activeZoneMinutes: 28, floors: null },
    }]);
    counted("2026-03-06", "2026-03-23", { "2026-03-20": 9_900, "2026-03-21": 500 });
    expect((await source.poll("2026-03-21T08:00:00Z")).ids).toEqual([]);
  });

  it("names the parts that may not be read", async () => {
    const source = await deployed();
    counted("2026-03-05", "2026-03-23", { "2026-03-20": 9_412, "2026-03-21": 10 });
    told("2026-03-20", "2026-03-21");
    apiRefuses(rollUp("active-zone-minutes", "2026-03-20", "2026-03-21"));
    const { events } = await source.poll("2026-03-21T06:00:00Z");
    expect(events).toMatchObject([{
      row: { steps: 9412, activeZoneMinutes: null },
      missing: [{ part: "activeZoneMinutes", why: "scope" }],
    }]);
  });

  it("changes nothing when a part of a day fails, and tells of it later", async () => {
    skipWaits();
    const source = await deployed();
    const before = JSON.stringify(source.state);
    counted("2026-03-05", "2026-03-23", { "2026-03-20": 9_412, "2026-03-21": 10 });
    told("2026-03-20", "2026-03-21");
    api({
      ...rollUp("active-zone-minutes", "2026-03-20", "2026-03-21"), status: 503, times: 3,
    });
    const failed = await source.poll("2026-03-21T06:00:00Z");
    expect(failed).toMatchObject({ ids: [], error: expect.stringContaining("503") as string });
    expect(JSON.stringify(source.state)).toBe(before);
  });
});
