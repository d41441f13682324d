import { columns } from "../../common/rows";
import newDailyActivitySummary from "../../sources/new-daily-activity-summary/new-daily-activity-summary";
import sample from "../../sources/new-daily-activity-summary/test-event";
import { api, errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const ROOT = "/1/user/-/activities";

/** Answers the one request that says on which days a watch counted steps. */
function counted(since: string, steps: Record<string, number>) {
  const rows = Object.entries(steps)
    .map(([dateTime, value]) => ({ dateTime, value: String(value) }));
  api({
    path: `${ROOT}/tracker/steps/date/${since}/today.json`,
    body: { "activities-tracker-steps": rows },
  });
}

const SUMMARY = {
  steps: 9412,
  floors: 7,
  caloriesOut: 2310,
  fairlyActiveMinutes: 12,
  veryActiveMinutes: 30,
  lightlyActiveMinutes: 200,
  sedentaryMinutes: 700,
  restingHeartRate: 58,
  distances: [{ activity: "total", distance: 6.8 }],
};

/** Answers what a day takes that is told of. */
function day(date: string, { zones = {} }: { zones?: object } = {}) {
  const goals = { steps: 10_000 };
  api({ path: `${ROOT}/date/${date}.json`, body: { activities: [], goals, summary: SUMMARY } });
  api({
    path: `${ROOT}/active-zone-minutes/date/${date}/${date}.json`,
    body: {
      "activities-active-zone-minutes": [{ dateTime: date, value: { activeZoneMinutes: 41 } }],
    },
    ...zones,
  });
}

/** The newest exercise, which tells the user's offset. */
const NEWEST = { sort: "desc", limit: "1", offset: "0", beforeDate: "2026-03-22" };

const SINCE = "2026-03-05";

async function deployed(props = {}) {
  const source = new PlayedSource(newDailyActivitySummary, props);
  counted(SINCE, { "2026-03-18": 8_000, "2026-03-19": 9_412, "2026-03-20": 300 });
  day("2026-03-19");
  const first = await source.deploy("2026-03-20T11:00:00Z");
  return { source, first };
}

describe("New Daily Activity Summary", () => {
  it("tells of yesterday on deploy, as a row and in Fitbit's shape", async () => {
    const { first: { ids, summaries, events, times } } = await deployed();
    expect(ids).toEqual(["2026-03-19"]);
    expect(summaries).toEqual(["9,412 steps, 6.8 km, 2,310 calories on 2026-03-19"]);
    expect(times).toEqual(["2026-03-19T12:00:00.000Z"]);
    expect(events).toEqual([{
      date: "2026-03-19",
      activities: [],
      goals: { steps: 10_000 },
      summary: SUMMARY,
      row: {
        ...Object.fromEntries(columns.map(({ name }) => [name, null])),
        date: "2026-03-19",
        steps: 9412,
        distance: 6.8,
        floors: 7,
        calories: 2310,
        activeMinutes: 42,
        activeZoneMinutes: 41,
        restingHeartRate: 58,
      },
      units: expect.objectContaining({ distance: "km" }) as object,
    }]);
    expect(keysOf(sample)).toEqual(expect.arrayContaining(keysOf(events[0])));
  });

  it("costs one request while the day goes on", async () => {
    const { source } = await deployed();
    counted(SINCE, { "2026-03-19": 9_412, "2026-03-20": 7_000 });
    expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual([]);
  });

  it("tells of a day once the watch has synced past its end, and once alone", async () => {
    const { source } = await deployed();
    counted(SINCE, { "2026-03-19": 9_412, "2026-03-20": 7_000, "2026-03-21": 0 });
    expect((await source.poll("2026-03-21T06:00:00Z")).ids).toEqual([]);
    counted("2026-03-06", { "2026-03-20": 9_412, "2026-03-21": 12 });
    day("2026-03-20");
    expect((await source.poll("2026-03-21T07:00:00Z")).ids).toEqual(["2026-03-20"]);
    counted("2026-03-06", { "2026-03-20": 11_000, "2026-03-21": 500 });
    expect((await source.poll("2026-03-21T08:00:00Z")).ids).toEqual([]);
  });

  it("tells of no day on which the watch was not worn, until it has synced after all", async () => {
    const { source } = await deployed();
    counted(SINCE, { "2026-03-19": 9_412, "2026-03-20": 0, "2026-03-21": 40 });
    expect((await source.poll("2026-03-21T07:00:00Z")).ids).toEqual([]);
    counted("2026-03-06", { "2026-03-20": 5_000, "2026-03-21": 40 });
    day("2026-03-20");
    expect((await source.poll("2026-03-21T08:00:00Z")).ids).toEqual(["2026-03-20"]);
  });

  it("repeats no day that a flight west brings back", async () => {
    const { source } = await deployed();
    counted(SINCE, { "2026-03-19": 9_412, "2026-03-20": 7_000, "2026-03-21": 400 });
    day("2026-03-20");
    expect((await source.poll("2026-03-20T22:00:00Z")).ids).toEqual(["2026-03-20"]);
    counted(SINCE, { "2026-03-19": 9_412, "2026-03-20": 8_500 });
    expect((await source.poll("2026-03-20T23:00:00Z")).ids).toEqual([]);
    counted(SINCE, { "2026-03-20": 9_500, "2026-03-21": 900 });
    expect((await source.poll("2026-03-21T16:00:00Z")).ids).toEqual([]);
  });

  it("names the active zone minutes where they may not be read, and tells the rest", async () => {
    const { source } = await deployed();
    counted(SINCE, { "2026-03-20": 7_000, "2026-03-21": 40 });
    const refused = { status: 403, body: errors("insufficient_permissions", "No permission") };
    day("2026-03-20", { zones: refused });
    const { events } = await source.poll("2026-03-21T07:00:00Z");
    expect(events).toMatchObject([{
      row: { steps: 9412, activeZoneMinutes: null },
      missing: [{ part: "activeZoneMinutes", why: "refused" }],
    }]);
  });

  describe("a number of hours after midnight", () => {
    const props = { hoursAfter: 6, timeZone: "America/New_York" };

    it("tells of what has synced by then, by the user's own clock", async () => {
      const { source } = await deployed(props);
      const steps = { "2026-03-19": 9_412, "2026-03-20": 5_000 };
      counted(SINCE, steps);
      expect((await source.poll("2026-03-21T09:59:00Z")).ids).toEqual([]);
      counted("2026-03-06", steps);
      day("2026-03-20");
      expect((await source.poll("2026-03-21T10:00:00Z")).ids).toEqual(["2026-03-20"]);
    });

    it("tells of a day of which nothing had synced by then when it has", async () => {
      const { source } = await deployed(props);
      counted(SINCE, { "2026-03-19": 9_412, "2026-03-20": 0 });
      expect((await source.poll("2026-03-21T12:00:00Z")).ids).toEqual([]);
      counted("2026-03-06", { "2026-03-20": 5_000 });
      day("2026-03-20");
      expect((await source.poll("2026-03-21T23:00:00Z")).ids).toEqual(["2026-03-20"]);
    });

    it("waits until the day is over everywhere where nothing tells the user's clock", async () => {
      const source = new PlayedSource(newDailyActivitySummary, { hoursAfter: 0 });
      counted(SINCE, { "2026-03-19": 9_412 });
      const list = `${ROOT}/list.json`;
      api({ path: list, query: NEWEST, body: { activities: [], pagination: {} } });
      expect((await source.deploy("2026-03-20T11:59:00Z")).ids).toEqual([]);
      counted(SINCE, { "2026-03-19": 9_412 });
      day("2026-03-19");
      expect((await source.poll("2026-03-20T12:00:00Z")).ids).toEqual(["2026-03-19"]);
    });
  });
});
