import listDataPoints from "../../actions/list-data-points/list-data-points";
import type { Fields } from "../../local/runtime/component";
import { refusal, run } from "../support/step";
import { api, between, noScope, points, rpcError } from "./support";

const TIME = "heart_rate.sample_time.civil_time";
const DAY = between(TIME, "2026-03-20", "2026-03-21");
const HEART = points("heart-rate");
const dataSource = {
  recordingMethod: "PASSIVELY_MEASURED", platform: "FITBIT", device: { displayName: "Charge 6" },
};

/** A beat at a second of 2026-03-20 in New York, the later the smaller its number. */
const beat = (n: number) => {
  const physicalTime = new Date(Date.UTC(2026, 2, 20, 16) - n * 10_000).toISOString();
  const sampleTime = { physicalTime, utcOffset: "-14400s" };
  return { dataSource, heartRate: { sampleTime, beatsPerMinute: "61" } };
};
const beats = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => beat(from + i));

const list = (props: Fields = {}) =>
  run(listDataPoints, { dataType: "heart-rate", startDate: "2026-03-20", ...props });

const page = (
  query: Record<string, string>, dataPoints: unknown[], nextPageToken?: string,
) => {
  api({ path: HEART, query: { filter: DAY, ...query }, body: { dataPoints, nextPageToken } });
};

describe("a list of data points", () => {
  it("is two pages of fifty by default, lifted from the key of the type", async () => {
    page({ pageSize: "50" }, beats(0, 50), "a");
    page({ pageSize: "50", pageToken: "a" }, beats(50, 50), "b");
    const { result, summary } = await list();
    expect(result).toMatchObject({
      dataType: "heart-rate",
      recordType: "SAMPLE",
      dateFilterApplied: true,
      startDate: "2026-03-20",
      endDate: "2026-03-20",
      count: 100,
      truncated: true,
      pagesFetched: 2,
      nextEndDate: "2026-03-20",
      nextEndTime: "11:43",
    });
    const { dataPoints } = result as { dataPoints: unknown[] };
    expect(dataPoints[0]).toEqual({
      ...beat(0).heartRate,
      dataSource: { recordingMethod: "PASSIVELY_MEASURED", platform: "FITBIT" },
    });
    expect(summary).toBe("100 points of heart-rate on 2026-03-20. There is more: go on with 2026-03-20 as End Date and 11:43 as End Time.");
  });

  it("without data says so", async () => {
    page({ pageSize: "50" }, []);
    const { result, summary } = await list();
    expect(result).toEqual({
      dataType: "heart-rate",
      recordType: "SAMPLE",
      dateFilterApplied: true,
      startDate: "2026-03-20",
      endDate: "2026-03-20",
      count: 0,
      dataPoints: [],
      truncated: false,
      pagesFetched: 1,
    });
    expect(summary).toBe("No points of heart-rate on 2026-03-20. Data appears after the watch syncs.");
  });

  it("fails in words for want of a scope", async () => {
    api({ path: HEART, query: { filter: DAY, pageSize: "50" }, status: 403, body: noScope });
    expect((await list()).error).toMatchObject({
      name: "MissingScopeError", scope: "health_metrics_and_measurements.readonly",
    });
  });

  it("passes over an empty page, asks for none below 25, and gives no more than was meant", async () => {
    page({ pageSize: "25" }, [], "a");
    page({ pageSize: "25", pageToken: "a" }, beats(0, 25), "b");
    const { result } = await list({ pageSize: 10 });
    expect(result).toMatchObject({ count: 20, truncated: true, pagesFetched: 2 });
  });

  it("of a limit takes as many pages as that needs, and no larger ones", async () => {
    page({ pageSize: "120" }, beats(0, 100), "a");
    page({ pageSize: "120", pageToken: "a" }, beats(100, 100), "b");
    expect((await list({ limit: 120 })).result).toMatchObject({ count: 120, pagesFetched: 2 });
  });

  it("keeps the fields that are wanted, beside name and source", async () => {
    page({ pageSize: "50" }, [{ name: "users/1/dataTypes/heart-rate/dataPoints/5", ...beat(0) }]);
    const { result } = await list({ fields: ["beatsPerMinute", "nothing"] });
    const { dataPoints: [row] } = result as { dataPoints: Fields[] };
    expect(Object.keys(row ?? {})).toEqual(["name", "beatsPerMinute", "dataSource"]);
  });

  it("between times goes on by them, and gets further within a minute of many", async () => {
    const before = "2026-03-20T12:00:00";
    const filter = between(TIME, "2026-03-20T11:30:00", before);
    const body = { dataPoints: beats(1, 25), nextPageToken: "a" };
    api({ path: HEART, query: { filter, pageSize: "25" }, body });
    const { result } = await list({ startTime: "11:30", endTime: "11:59", limit: 2 });
    expect(result).toMatchObject({
      count: 2, truncated: true, nextEndTime: "11:58", skippedTime: "2026-03-20T11:59",
    });
  });

  it("that meets the rate limit behind its first page gives what it has", async () => {
    page({ pageSize: "50" }, beats(0, 50), "a");
    const query = { filter: DAY, pageSize: "50", pageToken: "a" };
    const headers = { "Retry-After": "600" };
    const body = rpcError(429, "RESOURCE_EXHAUSTED", "Quota.");
    api({ path: HEART, query, status: 429, headers, body });
    const { result, summary } = await list();
    expect(result).toMatchObject({ count: 50, truncated: true, nextEndTime: "11:51" });
    expect(result).toHaveProperty("retryAt", expect.stringMatching(/^2026-03-20T12:10:00/));
    expect(summary).toContain("when it resets, at 12:10 UTC (in 10 minutes)");
  });

  it("begins with today where no day is given, and ends where it begins", async () => {
    page({ pageSize: "50" }, []);
    await run(listDataPoints, { dataType: "heart-rate", timeZone: "America/New_York" });
    page({ pageSize: "50" }, []);
    await run(listDataPoints, { dataType: "heart-rate", endDate: "2026-03-20" });
  });
});

describe("a list of reconciled points", () => {
  const path = `${HEART}:reconcile`;
  const family = "users/me/dataSourceFamilies/google-wearables";

  it("has no sources, and no names that end in nothing", async () => {
    const query = { filter: DAY, pageSize: "50", dataSourceFamily: family };
    const { heartRate } = beat(0);
    const dataPointName = "users/1/dataTypes/heart-rate/dataPoints/";
    api({ path, query, body: { dataPoints: [{ dataPointName, heartRate }] } });
    const { result } = await list({ reconcile: true, family: "google-wearables" });
    expect(result).toMatchObject({ dataPoints: [heartRate] });
    expect((result as { dataPoints: object[] }).dataPoints[0]).not.toHaveProperty("name");
  });

  it("has its newest first, whichever way the API goes", async () => {
    const [first, ...others] = beats(0, 60).reverse();
    const all = [first, ...others];
    const query = { filter: DAY, pageSize: "30" };
    api({ path, query, body: { dataPoints: all.slice(0, 30), nextPageToken: "a" } });
    api({ path, query: { ...query, pageToken: "a" }, body: { dataPoints: all.slice(30) } });
    const { result } = await list({ reconcile: true, limit: 30 });
    expect(result).toMatchObject({
      count: 30, truncated: true, nextEndTime: "11:55",
      dataPoints: beats(0, 30).map(({ heartRate }) => heartRate),
    });
  });

  it("is what floors come as", async () => {
    const filter = between("floors.interval.civil_start_time", "2026-03-20", "2026-03-21");
    api({ path: `${points("floors")}:reconcile`, query: { filter, pageSize: "50" } });
    await list({ dataType: "floors" });
  });
});

describe("a list of a type with times of its own", () => {
  it.each([
    ["sleep", "sleep.interval.civil_end_time", "25"],
    ["exercise", "exercise.interval.civil_start_time", "25"],
    ["daily-resting-heart-rate", "daily_resting_heart_rate.date", "50"],
  ])("asks %s by %s", async (dataType, member, pageSize) => {
    const filter = between(member, "2026-03-14", "2026-03-21");
    api({ path: points(dataType), query: { filter, pageSize } });
    const { result } = await list({ dataType, startDate: "2026-03-14", endDate: "2026-03-20" });
    expect(result).toMatchObject({ dateFilterApplied: true, startDate: "2026-03-14" });
  });

  it("goes on by days where a type has no others", async () => {
    const day = (n: number) => ({
      dailyRestingHeartRate: { date: { year: 2026, month: 3, day: n }, beatsPerMinute: "58" },
    });
    const filter = between("daily_resting_heart_rate.date", "2026-03-01", "2026-03-21");
    const path = points("daily-resting-heart-rate");
    const dataPoints = Array.from({ length: 20 }, (_, i) => day(20 - i));
    api({ path, query: { filter, pageSize: "25" }, body: { dataPoints } });
    const days = { startDate: "2026-03-01", endDate: "2026-03-20" };
    const { result } = await list({ dataType: "daily-resting-heart-rate", ...days, limit: 5 });
    expect(result).toMatchObject({ count: 5, truncated: true, nextEndDate: "2026-03-15" });
    expect(result).not.toHaveProperty("nextEndTime");
  });

  it("is bounded here where the API takes a beginning alone", async () => {
    const filter = "electrocardiogram.interval.start_time >= \"2026-03-20T04:00:00Z\"";
    const ecg = (time: string) =>
      ({ electrocardiogram: { interval: { startTime: time, endTime: time } } });
    const times = ["2026-03-21T04:00:00Z", "2026-03-21T03:59:59Z", "2026-03-20T04:00:00Z"];
    const body = { dataPoints: times.map(ecg) };
    api({ path: points("electrocardiogram"), query: { filter, pageSize: "50" }, body });
    const { result } = await list({
      dataType: "electrocardiogram", timeZone: "America/New_York",
    });
    const given = times.slice(1).map((time) => ecg(time).electrocardiogram);
    expect(result).toMatchObject({ count: 2, truncated: false, dataPoints: given });
  });

  it("without any takes no days, and says so", async () => {
    const food = { displayName: "Banana" };
    const dataPoints = Array.from({ length: 50 }, () => ({ food }));
    api({ path: points("food"), query: { pageSize: "25" }, body: { dataPoints } });
    const { result, summary } = await list({ dataType: "food", limit: 20 });
    expect(result).toMatchObject({
      recordType: "FOOD", dateFilterApplied: false, startDate: null, endDate: null, count: 20,
    });
    expect(summary).toBe("20 points of food. There is more: raise Limit.");
  });
});

describe("what cannot be listed is refused in words, before any request", () => {
  it.each([
    ["sums alone", { dataType: "total-calories" }, "Google Health has no reconcile for total-calories"],
    ["what is written alone", { dataType: "moods" }, "Google Health has no reconcile for moods"],
    ["one stream of what has none", { dataType: "electrocardiogram", reconcile: true }, "has no reconcile for electrocardiogram"],
    ["a family where there is none", { dataType: "sleep", family: "self-sources" }, "leave out the family self-sources"],
    ["times of days", { dataType: "daily-vo2-max", startTime: "07:00" }, "is no time such as 2026-03-20"],
    ["no type", { dataType: "heartbeat" }, "Data Type: \"heartbeat\" is not one of steps"],
  ])("%s", async (_, props, sentence) => {
    const days = { startDate: "2026-03-20", timeZone: "America/New_York" };
    expect(await refusal(listDataPoints, days, props)).toContain(sentence);
  });
});
