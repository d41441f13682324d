import * as getBodyTimeSeries from "../../actions/get-body-time-series/get-body-time-series";
import {
  api as googleApi, apiRefuses, date, points, run as runOnGoogle,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { fullLife } from "../support/full-life";
import { run } from "../support/step";

const DAYS = { startDate: "2026-03-19", endDate: "2026-03-20" };
const ALL = { ...DAYS, metrics: ["weight", "fat", "bmi"] };
const YEAR = { startDate: "2025-03-21", endDate: "2026-03-20" };

const row = (dateTime: string, value: unknown) => ({ dateTime, value });
const series = (metric: string, ...values: unknown[]) => api({
  path: `/1/user/-/body/${metric}/date/2026-03-19/2026-03-20.json`,
  body: {
    [`body-${metric}`]: values.map((value, i) => row(i ? "2026-03-20" : "2026-03-19", value)),
  },
});

describe("get-body-time-series", () => {
  it("joins series by day: rows as Fitbit has them, figures without its noise", async () => {
    series("weight", "70.0", "69.80000305175781");
    series("fat", "18.0", "19.0");
    series("bmi", "22.85714340209961", "22.791837692260742");
    const { result, summary } = await run(getBodyTimeSeries.default, ALL);
    expect(result).toEqual({
      "body-weight": [row("2026-03-19", "70.0"), row("2026-03-20", "69.80000305175781")],
      "body-fat": [row("2026-03-19", "18.0"), row("2026-03-20", "19.0")],
      "body-bmi": [
        row("2026-03-19", "22.85714340209961"), row("2026-03-20", "22.791837692260742"),
      ],
      "days": [
        { date: "2026-03-19", weight: 70, fat: 18, bmi: 22.8571 },
        { date: "2026-03-20", weight: 69.8, fat: 19, bmi: 22.7918 },
      ],
      ...DAYS,
      "count": 2,
      "truncated": false,
    });
    expect(summary).toBe(
      "Weight 69.8 kg on 2026-03-20, down from 70 kg on 2026-03-19; Body fat 19 % on 2026-03-20, up from 18 % on 2026-03-19; BMI 22.8 on 2026-03-20, down from 22.9 on 2026-03-19",
    );
  });

  it("takes a 0 for nothing known: a day without a figure has no row", async () => {
    series("fat", "0", "18.4");
    series("bmi", "0.0", "NaN");
    const { result } = await run(getBodyTimeSeries.default, { ...DAYS, metrics: ["fat", "bmi"] });
    expect(result).toMatchObject({
      "body-fat": [row("2026-03-20", "18.4")],
      "body-bmi": [],
      "days": [{ date: "2026-03-20", fat: 18.4 }],
      "count": 1,
    });
  });

  it("says so where there is nothing", async () => {
    series("weight");
    const { summary } = await run(getBodyTimeSeries.default, DAYS);
    expect(summary).toBe("No weight from 2026-03-19 to 2026-03-20. Data appears after the watch syncs.");
  });

  it("names the scope that is missing", async () => {
    api({
      path: "/1/user/-/body/weight/date/2026-03-19/2026-03-20.json", status: 403,
      body: errors("insufficient_scope", "No scope"),
    });
    const { error } = await run(getBodyTimeSeries.default, DAYS);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "weight" });
  });

  it.each([[["weight"], 1], [["weight", "fat", "bmi"], 3]])("takes a year of %j in %i requests", async (metrics, most) => {
    const asked = fullLife(() => ({}));
    await run(getBodyTimeSeries.default, { ...YEAR, metrics });
    expect(asked).toHaveLength(most);
  });
});

describe("get-body-time-series on Google Health", () => {
  const rollUp = (type: string, key: string, ...values: object[]) => googleApi({
    method: "POST",
    path: `${points(type)}:dailyRollUp`,
    sent: {
      range: { start: { date: date("2026-03-19") }, end: { date: date("2026-03-21") } },
    },
    body: {
      rollupDataPoints: values.map((value, i) => (
        { civilStartTime: { date: date(`2026-03-${20 - i}`) }, [key]: value }
      )),
    },
  });
  const height = (id: string, physicalTime: string, heightMillimeters: string) => ({
    name: `users/1/dataTypes/height/dataPoints/${id}`,
    height: { sampleTime: { physicalTime, utcOffset: "0s" }, heightMillimeters },
  });
  const heights = (...dataPoints: object[]) => googleApi({
    path: points("height"), query: { pageSize: "10000" }, body: { dataPoints },
  });

  it("is Fitbit's, by days with a weighing, and with the height of then", async () => {
    rollUp("weight", "weight", { weightGramsAvg: 69_850.5 }, { weightGramsAvg: 70_000 });
    rollUp("body-fat", "bodyFat", { bodyFatPercentageAvg: 18.400000000000002 });
    heights(height("2", "2026-03-20T08:00:00Z", "1800"), height("1", "2020-01-01T00:00:00Z", "1750"));
    const { result } = await runOnGoogle(getBodyTimeSeries, ALL);
    expect(result).toEqual({
      "body-weight": [row("2026-03-19", "70"), row("2026-03-20", "69.8505")],
      "body-fat": [row("2026-03-20", "18.4")],
      "body-bmi": [row("2026-03-19", "22.8571"), row("2026-03-20", "21.5588")],
      "days": [
        { date: "2026-03-19", weight: 70, bmi: 22.8571 },
        { date: "2026-03-20", weight: 69.8505, fat: 18.4, bmi: 21.5588 },
      ],
      ...DAYS,
      "count": 2,
      "truncated": false,
    });
  });

  it.each([
    ["metric", 70],
    ["en_US", 154.3236],
    ["en_GB", 11.0231],
  ])("gives weights in the units of %s", async (unitSystem, weight) => {
    rollUp("weight", "weight", { weightGramsAvg: 70_000 });
    const { result } = await runOnGoogle(getBodyTimeSeries, { ...DAYS, unitSystem });
    expect(result).toMatchObject({ days: [{ date: "2026-03-20", weight }] });
  });

  it("has no BMI without a height, nor anything of an empty object", async () => {
    rollUp("weight", "weight", { weightGramsAvg: 70_000 }, {});
    heights();
    const { result } = await runOnGoogle(getBodyTimeSeries, { ...DAYS, metrics: ["weight", "bmi"] });
    expect(result).toMatchObject({ "days": [{ date: "2026-03-20", weight: 70 }], "body-bmi": [] });
  });

  it("names the scope that is missing", async () => {
    apiRefuses({
      method: "POST", path: `${points("weight")}:dailyRollUp`,
      sent: { range: { start: { date: date("2026-03-19") }, end: { date: date("2026-03-21") } } },
    });
    const { error } = await runOnGoogle(getBodyTimeSeries, DAYS);
    expect(error).toMatchObject({
      name: "MissingScopeError", scope: "health_metrics_and_measurements.readonly",
    });
  });

  it("takes a year of all in eleven requests", async () => {
    const asked = fullLife(() => ({}));
    await runOnGoogle(getBodyTimeSeries, { ...YEAR, metrics: ALL.metrics });
    expect(asked).toHaveLength(11);
  });
});
