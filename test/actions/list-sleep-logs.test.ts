import listSleepLogs from "../../actions/list-sleep-logs/list-sleep-logs";
import { addDays } from "../../common/dates";
import { api, fixture } from "../support/api";
import { idsOf, pagination, several, sleepLog } from "../support/logs";
import { refusal, run, skipWaits } from "../support/step";
import { nothingTells, TODAY, UNTOLD } from "../support/today";

const LIST = "/1.2/user/-/sleep/list.json";
const range = (from: string, to: string) => `/1.2/user/-/sleep/date/${from}/${to}.json`;

const today = { dateTime: "2026-03-21", value: "0" };

const query = (beforeDate: string, limit = "100") =>
  ({ beforeDate, sort: "desc", limit, offset: "0" });
const cursor = { beforeDate: "2026-03-22", sort: "desc", limit: "1", offset: "1" };
const next = `https://api.fitbit.com${LIST}?${new URLSearchParams(cursor).toString()}`;

const ids = (result: unknown) => {
  const { sleep } = result as { sleep: { logId: string }[] };
  return sleep.map(({ logId }) => logId);
};

describe("list-sleep-logs", () => {
  it("gives the newest logs in one request, naps and ids as they are", async () => {
    api({ path: LIST, query: query("2026-03-22"), body: fixture("sleep-night") });
    const { result, summary } = await run(listSleepLogs);
    expect(ids(result)).toEqual(["2369048793018741424", "26013218219"]);
    expect(result).toMatchObject({ count: 2, truncated: false });
    expect(summary).toBe("2 sleep logs, 7 h 12 min asleep a night");
  });

  it.each([
    ["missing keys", {}],
    ["an empty body", ""],
    ["an empty list", { sleep: [], pagination: pagination() }],
  ])("says that data comes after a sync for %s", async (_, body) => {
    api({ path: LIST, query: query("2026-03-22"), body });
    const { result, summary } = await run(listSleepLogs);
    expect(result).toEqual({ sleep: [], count: 0, truncated: false });
    expect(summary).toBe("No sleep logs. Data appears after the watch syncs.");
  });

  it("follows the API's own link, which counts by offset here", async () => {
    api({
      path: LIST,
      query: query("2026-03-22"),
      body: { sleep: [sleepLog(0)], pagination: pagination(next) },
    });
    const body = { sleep: [sleepLog(1)], pagination: pagination() };
    api({ path: LIST, query: cursor, body });
    const { result } = await run(listSleepLogs);
    expect(ids(result)).toEqual(idsOf(several(sleepLog, 0, 2)));
    expect(result).toMatchObject({ count: 2, truncated: false });
  });

  it("leaves out the night that starts on the last day and ends after it", async () => {
    api({
      path: LIST,
      query: query("2026-03-20", "3"),
      body: { sleep: several(sleepLog, 0, 2), pagination: pagination(next) },
    });
    const last = { sleep: [sleepLog(2)], pagination: pagination() };
    api({ path: LIST, query: cursor, body: last });
    const { result } = await run(listSleepLogs, { endDate: "2026-03-19", limit: 2 });
    expect(ids(result)).toEqual(idsOf(several(sleepLog, 1, 2)));
    expect(result).toMatchObject({ endDate: "2026-03-19", count: 2, truncated: false });
  });

  describe("over a range", () => {
    it("takes one request for a hundred days", async () => {
      const [startDate, endDate] = ["2025-12-11", "2026-03-20"];
      const body = { sleep: several(sleepLog, 0, 100) };
      api({ path: range(startDate, endDate), body });
      const { result, summary } = await run(listSleepLogs, { startDate, endDate });
      expect(result).toMatchObject({ startDate, endDate, count: 100, truncated: false });
      expect(summary).toBe("100 sleep logs, 7 h 0 min asleep a night");
    });

    it("cuts a longer one, newest piece first, and puts the logs in order", async () => {
      const [startDate, endDate] = ["2025-12-10", "2026-03-20"];
      const newest = several(sleepLog, 0, 3).reverse();
      api({ path: range("2025-12-11", endDate), body: { sleep: newest } });
      api({ path: range(startDate, startDate), body: { sleep: [sleepLog(100)] } });
      const { result } = await run(listSleepLogs, { startDate, endDate });
      expect(ids(result)).toEqual(idsOf([...several(sleepLog, 0, 3), sleepLog(100)]));
      expect(result).toMatchObject({ startDate, endDate, count: 4, truncated: false });
    });

    it("asks no further once the limit is there, and says how to go on", async () => {
      const startDate = "2024-01-01";
      api({ path: range("2025-12-11", endDate), body: { sleep: several(sleepLog, 0, 90) } });
      const { result } = await run(listSleepLogs, { startDate, endDate, limit: 5 });
      expect(result).toMatchObject({
        count: 5, truncated: true, nextStartDate: startDate, nextEndDate: "2026-03-15",
      });
    });

    const endDate = "2026-03-20";

    it("comes from the list where it begins before most had a watch: as many requests as pages", async () => {
      const offset = (index: number) => ({ ...query("2026-03-21"), offset: String(index) });
      const link = (index: number) => `${LIST}?${new URLSearchParams(offset(index)).toString()}`;
      for (let index = 0; index < 480; index += 100) {
        const sleep = several(sleepLog, index, Math.min(100, 480 - index));
        const more = index < 400 ? link(index + 100) : "";
        const body = { sleep, pagination: pagination(more) };
        api({ path: LIST, query: offset(index), body });
      }
      const { result } = await run(listSleepLogs, { startDate: "1990-01-01", endDate });
      expect(result).toMatchObject({ startDate: "1990-01-01", endDate, count: 480, truncated: false });
      expect(result).not.toHaveProperty("nextEndDate");
    });

    it("asks the list what there is before the first piece without its beginning", async () => {
      api({ path: range("2025-12-11", endDate), body: { sleep: several(sleepLog, 0, 100) } });
      api({ path: range("2025-09-02", "2025-12-10"), body: { sleep: several(sleepLog, 100, 40) } });
      api({ path: LIST, query: query("2025-09-02"), body: { sleep: [], pagination: pagination() } });
      const { result } = await run(listSleepLogs, { startDate: "2024-03-21", endDate });
      expect(result).toMatchObject({ startDate: "2024-03-21", count: 140, truncated: false });
      expect(result).not.toHaveProperty("nextEndDate");
    });

    it("goes on with the list where there is more before it, each log once", async () => {
      api({ path: range("2025-12-11", endDate), body: {} });
      const older = [sleepLog(99), ...several(sleepLog, 120, 2)];
      api({
        path: LIST,
        query: query("2025-12-11"),
        body: { sleep: older.slice(0, 2), pagination: pagination(next) },
      });
      const last = { sleep: older.slice(1), pagination: pagination() };
      api({ path: LIST, query: cursor, body: last });
      const { result } = await run(listSleepLogs, { startDate: "2024-03-21", endDate });
      expect(ids(result)).toEqual(idsOf(older.slice(1)));
    });

    it("takes four requests for a year of nights, and asks no list", async () => {
      for (let piece = 0; piece < 4; piece++) {
        const to = addDays(endDate, -100 * piece);
        const from = piece === 3 ? "2025-03-21" : addDays(to, -99);
        const nights = several(sleepLog, 100 * piece, piece === 3 ? 65 : 100);
        api({ path: range(from, to), body: { sleep: nights } });
      }
      const { result } = await run(listSleepLogs, { startDate: "2025-03-21", endDate });
      expect(result).toMatchObject({ count: 365, truncated: false });
    });

    it("stops at a hundred requests and gives what it has", async () => {
      const offset = (index: number) => ({ ...query("2026-03-21"), offset: String(index) });
      for (let index = 0; index < 100; index++) {
        const next = `${LIST}?${new URLSearchParams(offset(index + 1)).toString()}`;
        const body = { sleep: [sleepLog(index)], pagination: pagination(next) };
        api({ path: LIST, query: offset(index), body });
      }
      const { result } = await run(listSleepLogs, { startDate: "1900-01-01", endDate });
      expect(result).toMatchObject({
        count: 100, truncated: true, nextEndDate: addDays(endDate, -99),
      });
    });

    it("comes from the list where its end is open, and asks nobody which day is today", async () => {
      api({ path: LIST, query: query("2026-03-22"), body: { sleep: several(sleepLog, 0, 9) } });
      const { result } = await run(listSleepLogs, { startDate: "2026-03-15" });
      expect(result).toMatchObject({ startDate: "2026-03-15", count: 6, truncated: false });
    });

    it("takes few requests to say what days in words take besides", async () => {
      nothingTells();
      expect(await refusal(listSleepLogs, { startDate: "3 days ago" })).toBe(UNTOLD);
    });

    it("ends today, asked of Fitbit once, when it begins some days ago", async () => {
      api({ path: TODAY, body: { "activities-steps": [today] } });
      api({ path: range("2026-03-15", "2026-03-21"), body: { sleep: [sleepLog(0)] } });
      const { result } = await run(listSleepLogs, { startDate: "6 days ago" });
      expect(result).toMatchObject({ startDate: "2026-03-15", endDate: "2026-03-21", count: 1 });
    });

    it("asks nothing when the time zone says which day is today", async () => {
      api({ path: range("2026-03-14", "2026-03-21"), body: {} });
      const { summary } = await run(listSleepLogs, {
        startDate: "7 days ago", endDate: "today", timeZone: "Pacific/Kiritimati",
      });
      expect(summary).toBe("No sleep logs. Data appears after the watch syncs.");
    });

    it("waits while Fitbit works the sleep out", async () => {
      const waits = skipWaits();
      const path = range("2026-03-19", "2026-03-20");
      api({ path, body: { meta: { retryDuration: 3000, state: "pending" } } });
      api({ path, body: { sleep: [sleepLog(0)] } });
      const days = { startDate: "2026-03-19", endDate: "2026-03-20" };
      const { result } = await run(listSleepLogs, days);
      expect(result).toMatchObject({ count: 1 });
      expect(waits).toEqual([3000]);
    });
  });

  it("counts naps as logs, not as nights", async () => {
    const nap = { ...sleepLog(0), isMainSleep: false, minutesAsleep: 30 };
    api({ path: LIST, query: query("2026-03-22"), body: { sleep: [nap] } });
    const { summary } = await run(listSleepLogs);
    expect(summary).toBe("1 sleep log");
  });

  it.each([
    [{ startDate: "2026-03-20", endDate: "2026-03-19" }],
    [{ startDate: "today", endDate: "1 day ago" }],
  ])("refuses a range the wrong way round before any request: %j", async (days) => {
    expect(await refusal(listSleepLogs, days)).toMatch(/is after End Date .*swap them/);
  });
});
