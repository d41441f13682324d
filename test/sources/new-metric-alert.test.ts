import { addDays } from "../../common/dates";
import * as newMetricAlert from "../../sources/new-metric-alert/new-metric-alert";
import sample from "../../sources/new-metric-alert/test-event";
import { api as google, points } from "../google-health/support";
import { api } from "../support/api";
import { twin } from "../support/components";
import { keysOf, PlayedSource } from "../support/source";

const ROOT = "/1/user/-/activities";
const SINCE = "2026-03-05";
const NOON = "2026-03-20T12:00:00Z";

type Figures = Record<string, number>;

const rowsOf = (days: Figures) => Object.entries(days)
  .map(([dateTime, value]) => ({ dateTime, value: String(value) }));

function series(metric: string, days: Figures, since = SINCE, to = "2026-03-21") {
  api({
    path: `${ROOT}/${metric}/date/${since}/${to}.json`,
    body: { [`activities-${metric}`]: rowsOf(days) },
  });
}

function watch(days: Figures, since = SINCE) {
  api({
    path: `${ROOT}/tracker/steps/date/${since}/today.json`,
    body: { "activities-tracker-steps": rowsOf(days) },
  });
}

function resting(days: Figures, since = SINCE, to = "2026-03-21") {
  api({
    path: `${ROOT}/heart/date/${since}/${to}.json`,
    body: {
      "activities-heart": Object.entries(days).map(([dateTime, restingHeartRate]) => (
        { dateTime, value: { customHeartRateZones: [], heartRateZones: [], restingHeartRate } }
      )),
    },
  });
}

/** As many days before a day, whose figures go round. */
function before(day: string, count: number, figures: number[]): Figures {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => (
    [addDays(day, i - count), figures[i % figures.length] ?? 0]
  )));
}

describe("New Metric Alert with a number", () => {
  const HEART = { metric: "restingHeartRate", side: "above", threshold: "65" };

  it("tells of a figure above it once, in one request a poll", async () => {
    const source = new PlayedSource(newMetricAlert.default, HEART);
    resting({ "2026-03-19": 64 });
    expect((await source.deploy(NOON)).ids).toEqual([]);
    resting({ "2026-03-19": 64, "2026-03-20": 66 });
    const { ids, events, summaries } = await source.poll("2026-03-20T13:00:00Z");
    expect(ids).toEqual(["2026-03-20-restingHeartRate-above"]);
    expect(summaries).toEqual(["resting heart rate 66 bpm on 2026-03-20, above 65"]);
    expect(events).toEqual([{
      date: "2026-03-20", metric: "restingHeartRate", value: 66, side: "above", unit: "bpm", threshold: 65,
    }]);
    resting({ "2026-03-19": 64, "2026-03-20": 71 });
    expect((await source.poll("2026-03-20T14:00:00Z")).ids).toEqual([]);
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(keysOf(events[0])));
  });

  it("tells of what is measured once as soon as it is below", async () => {
    const source = new PlayedSource(newMetricAlert.default, { ...HEART, side: "below" });
    resting({ "2026-03-20": 65 });
    expect((await source.deploy(NOON)).ids).toEqual([]);
    resting({ "2026-03-20": 64 });
    expect((await source.poll("2026-03-20T13:00:00Z")).ids).toEqual(["2026-03-20-restingHeartRate-below"]);
  });

  it("tells of a total below it when the watch has synced past the day, if it was worn", async () => {
    const source = new PlayedSource(newMetricAlert.default, { threshold: "5000" });
    watch({ "2026-03-19": 9_000, "2026-03-20": 800 });
    series("steps", { "2026-03-19": 9_000, "2026-03-20": 800 });
    expect((await source.deploy(NOON)).ids).toEqual([]);
    watch({ "2026-03-19": 9_000, "2026-03-20": 3_000, "2026-03-21": 0 });
    expect((await source.poll("2026-03-21T09:00:00Z")).ids).toEqual([]);
    const days = { "2026-03-20": 4_000, "2026-03-21": 0, "2026-03-22": 50 };
    watch(days, "2026-03-06");
    series("steps", days, "2026-03-06", "2026-03-23");
    expect((await source.poll("2026-03-22T09:00:00Z")).ids).toEqual(["2026-03-20-steps-below"]);
    watch(days, "2026-03-07");
    expect((await source.poll("2026-03-22T10:00:00Z")).ids).toEqual([]);
  });

  it("replays nothing when the number is another", async () => {
    const source = new PlayedSource(newMetricAlert.default, HEART);
    resting({ "2026-03-18": 62, "2026-03-19": 63 });
    await source.deploy(NOON);
    const lower = new PlayedSource(newMetricAlert.default, { ...HEART, threshold: "60" });
    lower.state = source.state;
    resting({ "2026-03-18": 62, "2026-03-19": 63 });
    expect((await lower.poll("2026-03-20T13:00:00Z")).ids).toEqual([]);
    resting({ "2026-03-19": 63, "2026-03-20": 61 });
    expect((await lower.poll("2026-03-20T14:00:00Z")).ids).toEqual(["2026-03-20-restingHeartRate-above"]);
  });

  it("takes what is eaten of a day that is over everywhere", async () => {
    const source = new PlayedSource(newMetricAlert.default, { metric: "water", threshold: "1500" });
    const drunk = (days: Figures, to: string) => api({
      path: `/1/user/-/foods/log/water/date/${SINCE}/${to}.json`,
      body: { "foods-log-water": rowsOf(days) },
    });
    drunk({ "2026-03-18": 0, "2026-03-19": 900, "2026-03-20": 200 }, "2026-03-21");
    expect((await source.deploy("2026-03-20T11:59:00Z")).ids).toEqual([]);
    drunk({ "2026-03-18": 0, "2026-03-19": 900, "2026-03-20": 200 }, "2026-03-21");
    expect((await source.poll(NOON)).ids).toEqual(["2026-03-19-water-below"]);
  });
});

describe("New Metric Alert off what is usual", () => {
  const USUAL = { metric: "restingHeartRate", side: "above" };
  const FIRST = addDays(SINCE, -28);

  it("tells of a figure that is deviations off, with what that rests on", async () => {
    const source = new PlayedSource(newMetricAlert.default, USUAL);
    resting({ ...before("2026-03-20", 28, [57, 59]), "2026-03-20": 62 }, FIRST);
    const { ids, events, summaries } = await source.deploy(NOON);
    expect(ids).toEqual(["2026-03-20-restingHeartRate-above"]);
    expect(summaries).toEqual(["resting heart rate 62 bpm on 2026-03-20, above the usual 58 of 28 days"]);
    const baseline = { mean: 58, sd: 1.0184, n: 28, off: 3.9 };
    expect(events).toMatchObject([{ value: 62, baseline }]);
  });

  it("keeps the days before, and asks for those that may change alone", async () => {
    const source = new PlayedSource(newMetricAlert.default, USUAL);
    resting(before("2026-03-20", 40, [57, 59]), FIRST);
    await source.deploy(NOON);
    resting({ ...before("2026-03-20", 15, [57, 59]), "2026-03-20": 62 });
    const { events } = await source.poll("2026-03-20T13:00:00Z");
    expect(events).toMatchObject([{ baseline: { n: 28 } }]);
    expect(source.size).toBeLessThan(2_000);
  });

  it("says in the log how many days there are until there are enough", async () => {
    const source = new PlayedSource(newMetricAlert.default, USUAL);
    resting({ ...before("2026-03-20", 6, [57, 59]), "2026-03-20": 90 }, FIRST);
    expect((await source.deploy(NOON)).ids).toEqual([]);
    expect(source.logged).toEqual(["What is usual takes 7 days with a figure: there are 6 so far."]);
    resting({ ...before("2026-03-21", 7, [57, 59]), "2026-03-21": 90 });
    const { ids, error } = await source.poll("2026-03-20T23:00:00Z");
    expect([ids, error]).toEqual([["2026-03-21-restingHeartRate-above"], undefined]);
    expect(source.logged).toHaveLength(1);
  });

  it("counts no day on which the watch was not worn, and one without floors on which it was", async () => {
    const source = new PlayedSource(newMetricAlert.default, {
      metric: "floors", side: "above", deviations: "1.5",
    });
    const floors = before("2026-03-20", 20, [0, 10, 0, 12]);
    series("floors", { ...floors, "2026-03-20": 40 }, FIRST);
    const steps = before("2026-03-20", 20, [0, 5_000, 3_000, 6_000]);
    series("steps", { ...steps, "2026-03-20": 9_000 }, FIRST);
    const { events } = await source.deploy(NOON);
    expect(events).toMatchObject([{ value: 40, baseline: { n: 15, mean: 7.3333 } }]);
  });

  it("takes a number beside it, which a figure has to be off too", async () => {
    const source = new PlayedSource(newMetricAlert.default, {
      ...USUAL, threshold: "62", deviations: "2",
    });
    resting({ ...before("2026-03-20", 28, [57, 59]), "2026-03-20": 62 }, FIRST);
    expect((await source.deploy(NOON)).ids).toEqual([]);
    resting({ ...before("2026-03-20", 15, [59, 57]), "2026-03-20": 63 });
    const { summaries } = await source.poll("2026-03-20T13:00:00Z");
    expect(summaries).toEqual([
      "resting heart rate 63 bpm on 2026-03-20, above 62 and the usual 58 of 28 days",
    ]);
  });
});

describe("New Metric Alert on Google Health", () => {
  it("asks for the days that it takes, in the fewest requests, and then for one range", async () => {
    const source = new PlayedSource(twin(newMetricAlert), {
      metric: "hrv", side: "below", threshold: "20",
    });
    const type = "daily-heart-rate-variability";
    const answer = (hrv: number) => ({
      path: `${points(type)}:reconcile`,
      query: {
        filter: 'daily_heart_rate_variability.date >= "2026-03-05" AND daily_heart_rate_variability.date < "2026-03-22"',
        pageSize: "10000",
      },
      body: {
        dataPoints: [{
          dailyHeartRateVariability: {
            date: { year: 2026, month: 3, day: 20 },
            averageHeartRateVariabilityMilliseconds: hrv,
          },
        }],
      },
    });
    google(answer(21));
    expect((await source.deploy(NOON)).ids).toEqual([]);
    google(answer(19));
    expect((await source.poll("2026-03-20T13:00:00Z")).ids).toEqual(["2026-03-20-hrv-below"]);
  });
});
