import listActivityLogs from "../../actions/list-activity-logs/list-activity-logs";
import { addDays } from "../../common/dates";
import { api, errors, fixture } from "../support/api";
import { activityLog, idsOf, pagination, several } from "../support/logs";
import { noted } from "../support/noted";
import { refusal, run } from "../support/step";
import { TODAY } from "../support/today";

const PATH = "/1/user/-/activities/list.json";
const HOST = "https://api.fitbit.com";

const today = { dateTime: "2026-03-21", value: "0" };

const query = (beforeDate: string, limit = "100") =>
  ({ beforeDate, sort: "desc", limit, offset: "0" });
const cursor = { beforeDate: "2026-03-01T07:30:00", sort: "desc", limit: "100", offset: "0" };
const next = `${PATH}?${new URLSearchParams(cursor).toString()}`;

const fullPage = (first: number) =>
  ({ activities: several(activityLog, first, 100), pagination: pagination(HOST + next) });

const ids = (result: unknown) => {
  const { activities } = result as { activities: { logId: string }[] };
  return activities.map(({ logId }) => logId);
};

describe("list-activity-logs", () => {
  it("gives the newest logs in one request, wherever on earth the person is", async () => {
    api({ path: PATH, query: query("2026-03-22"), body: fixture("activity-logs") });
    const { result, summary } = await run(listActivityLogs);
    expect(ids(result)).toEqual(["9223372036854775807", "19018673358"]);
    expect(result).toMatchObject({ count: 2, truncated: false });
    expect(result).not.toHaveProperty("startDate");
    expect(result).not.toHaveProperty("nextEndDate");
    expect(summary).toBe("2 activity logs, the newest on 2026-03-19: Run, 5.5 km in 35 min");
  });

  it.each([
    ["metric", "5.2 km"],
    ["en_US", "5.2 mi"],
    ["en_GB", "5.2 km"],
  ])("asks in the unit system %s", async (unitSystem, far) => {
    const body = { activities: [activityLog(0)], pagination: pagination() };
    api({ path: PATH, query: query("2026-03-22"), unitSystem, body });
    const { summary } = await run(listActivityLogs, { unitSystem });
    expect(summary).toBe(`1 activity log, the newest on 2026-03-20: Run, ${far} in 30 min`);
  });

  it.each([
    ["missing keys", {}],
    ["an empty body", ""],
    ["an empty list", { activities: [], pagination: pagination() }],
  ])("says that data comes after a sync for %s", async (_, body) => {
    api({ path: PATH, query: query("2026-03-22"), body });
    const { result, summary } = await run(listActivityLogs);
    expect(result).toEqual({ activities: [], count: 0, truncated: false });
    expect(summary).toBe("No activity logs. Data appears after the watch syncs.");
  });

  describe("over a range", () => {
    const range = { startDate: "2026-01-01", endDate: "2026-03-20" };

    it("follows the API's own link to the next page", async () => {
      api({
        path: PATH,
        query: query("2026-03-21"),
        body: { activities: several(activityLog, 0, 20), pagination: pagination(HOST + next) },
      });
      api({
        path: PATH,
        query: cursor,
        body: { activities: several(activityLog, 20, 3), pagination: pagination() },
      });
      const { result } = await run(listActivityLogs, range);
      expect(ids(result)).toEqual(idsOf(several(activityLog, 0, 23)));
      expect(result).toMatchObject({ ...range, count: 23, truncated: false });
    });

    it("takes the parameters of a link to another host, and never goes there", async () => {
      api({
        path: PATH,
        query: query("2026-03-21"),
        body: {
          activities: several(activityLog, 0, 20),
          pagination: pagination(`https://evil.example${next}`),
        },
      });
      api({ path: PATH, query: cursor, body: { activities: [activityLog(20)] } });
      const { result } = await run(listActivityLogs, range);
      expect(result).toMatchObject({ count: 21, truncated: false });
    });

    it("stops where the range begins, though the API has more", async () => {
      api({
        path: PATH,
        query: query("2026-03-21"),
        body: fullPage(0),
      });
      const { result } = await run(listActivityLogs, { ...range, startDate: "2026-03-11" });
      expect(ids(result)).toEqual(idsOf(several(activityLog, 0, 10)));
      expect(result).toMatchObject({ count: 10, truncated: false });
    });

    it("has no end when none is given, and needs no request to know today", async () => {
      const body = { activities: [activityLog(0), activityLog(9)] };
      api({ path: PATH, query: query("2026-03-22"), body });
      const { result } = await run(listActivityLogs, { startDate: "2026-03-15" });
      expect(result).toMatchObject({ startDate: "2026-03-15", count: 1, truncated: false });
      expect(result).not.toHaveProperty("endDate");
    });

    it("looks no further than tomorrow, however far its end lies ahead", async () => {
      api({ path: PATH, query: query("2026-03-22"), body: {} });
      const range = { startDate: "2026-03-15", endDate: "9999-12-31" };
      const { result } = await run(listActivityLogs, range);
      expect(result).toMatchObject({ count: 0, truncated: false });
    });

    it("is refused when it turns out to end before it begins", async () => {
      api({ path: TODAY, body: { "activities-steps": [today] } });
      const { error } = await run(listActivityLogs, { startDate: "2026-04-01", endDate: "today" });
      expect(error).toHaveProperty("name", "ConfigurationError");
      expect(error).toHaveProperty(
        "message",
        "Start Date (2026-04-01) is after End Date (2026-03-21): swap them.",
      );
    });

    it("has an open beginning", async () => {
      api({ path: PATH, query: query("2026-03-21"), body: { activities: [activityLog(0)] } });
      const { result } = await run(listActivityLogs, { endDate: "2026-03-20" });
      expect(result).toMatchObject({ endDate: "2026-03-20", count: 1 });
    });

    it("asks once which day is today for both ends", async () => {
      api({ path: TODAY, body: { "activities-steps": [today] } });
      api({ path: PATH, query: query("2026-03-21"), body: { activities: [activityLog(1)] } });
      const days = { startDate: "30 days ago", endDate: "yesterday" };
      const { result } = await run(listActivityLogs, days);
      expect(result).toMatchObject({ startDate: "2026-02-19", endDate: "2026-03-20" });
    });

    it("asks nothing when the time zone says it", async () => {
      api({ path: PATH, query: query("2026-03-22"), body: { activities: [activityLog(1)] } });
      const { result } = await run(listActivityLogs, {
        startDate: "7 days ago", endDate: "today", timeZone: "Pacific/Kiritimati",
      });
      expect(result).toMatchObject({ startDate: "2026-03-14", endDate: "2026-03-21" });
    });
  });

  describe("with a limit", () => {
    it("asks for one more than that, which tells where to go on", async () => {
      api({
        path: PATH,
        query: query("2026-03-22", "3"),
        body: { activities: several(activityLog, 0, 3), pagination: pagination(HOST + next) },
      });
      const { result } = await run(listActivityLogs, { limit: 2 });
      expect(result).toMatchObject({ count: 2, truncated: true, nextEndDate: "2026-03-18" });
      expect(result).not.toHaveProperty("nextStartDate");
    });

    it("names the rest of the range", async () => {
      const range = { startDate: "2026-01-01", endDate: "2026-03-20" };
      api({
        path: PATH,
        query: query("2026-03-21", "4"),
        body: { activities: several(activityLog, 0, 4), pagination: pagination(HOST + next) },
      });
      const { result } = await run(listActivityLogs, { ...range, limit: 3 });
      expect(result).toMatchObject({
        count: 3, truncated: true, nextStartDate: "2026-01-01", nextEndDate: "2026-03-17",
      });
    });

    it("reads the fewest pages that hold it", async () => {
      api({
        path: PATH,
        query: query("2026-03-22"),
        body: fullPage(0),
      });
      api({
        path: PATH,
        query: cursor,
        body: fullPage(100),
      });
      const { result } = await run(listActivityLogs, { limit: 150 });
      expect(ids(result)).toEqual(idsOf(several(activityLog, 0, 150)));
      expect(result).toMatchObject({ count: 150, truncated: true });
    });

    it("is not truncated when the last log is the last there is", async () => {
      const body = { activities: several(activityLog, 0, 2), pagination: pagination() };
      api({ path: PATH, query: query("2026-03-22", "3"), body });
      const { result } = await run(listActivityLogs, { limit: 2 });
      expect(result).toMatchObject({ count: 2, truncated: false });
    });
  });

  it("stops at a hundred requests and gives what it has", async () => {
    const range = { startDate: "2000-01-01", endDate: "2026-03-20" };
    const page = (index: number) => ({ ...cursor, offset: String(index) });
    const linked = (index: number) =>
      `${HOST}${PATH}?${new URLSearchParams(page(index)).toString()}`;
    for (let index = 0; index < 100; index++) {
      api({
        path: PATH,
        query: index ? page(index) : query("2026-03-21"),
        body: { activities: [activityLog(index)], pagination: { next: linked(index + 1) } },
      });
    }
    const { result } = await run(listActivityLogs, range);
    expect(result).toMatchObject({
      count: 100, truncated: true, nextStartDate: "2000-01-01", nextEndDate: "2025-12-11",
    });
  });

  describe("a list that leads back to where it was", () => {
    const link = (params: object) => `${HOST}${PATH}?${new URLSearchParams({ ...params }).toString()}`;
    const three = several(activityLog, 0, 3);
    const GOES_ROUND = "Fitbit's list led back to logs that were read already: it is given up to there, and there may be more.";

    it.each([
      ["to the page that was asked for", link({ ...query("2026-03-22"), offset: 0 }), {}],
      ["to it in another order and case", link({ sort: "DESC", offset: 0, limit: 100, beforeDate: "2026-03-22" }), {}],
      ["to the page that it says it is", link({ offset: 0, limit: 100, sort: "asc", afterDate: "2019-01-01" }), { afterDate: "2019-01-01", limit: 100, offset: 0, sort: "asc" }],
      ["nowhere", `${HOST}${PATH}`, {}],
      ["nowhere at all", "::", {}],
    ])("ends at once, with what there is, and says so: %s", async (_, next, own) => {
      const lines = noted();
      const body = { activities: three, pagination: { ...own, next } };
      api({ path: PATH, query: query("2026-03-22"), body });
      const { result } = await run(listActivityLogs);
      expect(ids(result)).toEqual(idsOf(three));
      expect(result).toMatchObject({ count: 3, truncated: true, nextEndDate: "2026-03-18" });
      expect(lines).toEqual([GOES_ROUND]);
    });

    it("ends at the second page when that links to itself or to the first", async () => {
      noted();
      const self = { activities: three, pagination: pagination(HOST + next) };
      api({ path: PATH, query: query("2026-03-22"), body: self, times: 2 });
      api({ path: PATH, query: cursor, body: self });
      const { result } = await run(listActivityLogs);
      expect(result).toMatchObject({ count: 3, truncated: true });

      const first = { activities: [activityLog(3)], pagination: { next: link(query("2026-03-22")) } };
      api({ path: PATH, query: cursor, body: first });
      const longer = await run(listActivityLogs);
      expect(longer.result).toMatchObject({ count: 4, truncated: true });
    });

    it("ends soon when it gives the same logs for ever, under ever new links", async () => {
      noted();
      const page = (offset: number) => ({ ...query("2026-03-22"), offset: String(offset) });
      for (const offset of [0, 100, 200]) {
        const body = { activities: three, pagination: { next: link(page(offset + 100)) } };
        api({ path: PATH, query: page(offset), body });
      }
      const { result } = await run(listActivityLogs);
      expect(result).toMatchObject({ count: 3, truncated: true });
    });

    it("goes on past what a stub answers to every question, and ends", async () => {
      noted();
      const body = { activities: three, pagination: { next: link(query("2026-03-22")) } };
      let endDate: unknown = undefined;
      for (const before of ["2026-03-22", "2026-03-19", "2026-03-18"]) {
        for (const asked of new Set([before, "2026-03-22"])) {
          api({ path: PATH, query: query(asked), body });
        }
        const { result } = await run(listActivityLogs, { endDate });
        endDate = (result as { nextEndDate?: string }).nextEndDate;
      }
      expect(endDate).toBeUndefined();
    });
  });

  it("gives each log once where one syncs between two pages, and moves the others", async () => {
    const [third, second, first] = several(activityLog, 0, 3);
    const offset = { ...query("2026-03-22", "100"), offset: "2" };
    const link = `${HOST}${PATH}?${new URLSearchParams(offset).toString()}`;
    api({
      path: PATH,
      query: query("2026-03-22"),
      body: { activities: [third, second], pagination: pagination(link) },
    });
    const last = { activities: [second, first], pagination: pagination() };
    api({ path: PATH, query: offset, body: last });
    const { result } = await run(listActivityLogs);
    expect(ids(result)).toEqual(idsOf(several(activityLog, 0, 3)));
  });

  it("gives the pages before a rate limit, how to go on, and when it resets", async () => {
    const page = (offset: number) => ({ ...query("2026-03-22"), offset: String(offset) });
    const body = (first: number) => ({
      activities: several(activityLog, first, 20),
      pagination: { next: `${PATH}?${new URLSearchParams(page(first + 20)).toString()}` },
    });
    [0, 20].forEach((first) => api({ path: PATH, query: page(first), body: body(first) }));
    const limited = errors("system", "Too Many Requests");
    api({ path: PATH, query: page(40), status: 429, body: limited, headers: { "Retry-After": "600" } });
    const { result, summary } = await run(listActivityLogs, { startDate: "2025-01-01" });
    expect(result).toMatchObject({
      count: 40,
      truncated: true,
      nextStartDate: "2025-01-01",
      nextEndDate: "2026-02-09",
      retryAt: expect.stringMatching(/^2026-03-20T12:10:0\d/) as string,
    });
    expect(summary).toContain("Run, 5.2 km in 30 min. The API's limit of requests cut the list short: go on with 2026-02-09 as End Date when it resets, at 12:10 UTC (in 10 minutes).");
  });

  it("fails with a rate limit on the first page", async () => {
    const limited = errors("system", "Too Many Requests");
    api({ path: PATH, query: query("2026-03-22"), status: 429, body: limited, headers: { "Retry-After": "600" } });
    expect((await run(listActivityLogs)).error).toMatchObject({ name: "RateLimitError" });
  });

  it("gives the good ones around a log that cannot be read, and makes no id up", async () => {
    const lines = noted();
    const { logId, ...nameless } = activityLog(1);
    expect(logId).toBeGreaterThan(0n);
    const timeless = { ...activityLog(1), startTime: "soon" };
    const activities = [activityLog(0), nameless, null, timeless, [], activityLog(2)];
    api({ path: PATH, query: query("2026-03-22"), body: { activities } });
    const { result } = await run(listActivityLogs);
    expect(ids(result)).toEqual(idsOf([activityLog(0), activityLog(2)]));
    expect(lines).toEqual([expect.stringContaining("4 of 6")]);
  });

  it("calls a log without a name by its type, and gives one without a length", async () => {
    const { activityName, duration, ...log } = activityLog(0);
    expect([activityName, duration]).toEqual(["Run", 1_800_000]);
    const unknown = { ...log, logId: 5, activityTypeId: 17151, source: "watch", speed: null };
    api({ path: PATH, query: query("2026-03-22"), body: { activities: [log, unknown] } });
    const { result, summary } = await run(listActivityLogs);
    expect(result).toMatchObject({ activities: [{ activityName: "Run" }, { activityName: "Activity" }] });
    expect(result).not.toHaveProperty("activities.1.source");
    expect(summary).toBe("2 activity logs, the newest on 2026-03-20: Run, 5.2 km");
  });

  it("fails when a later page fails, rather than give half as the whole", async () => {
    api({
      path: PATH,
      query: query("2026-03-22"),
      body: { activities: [activityLog(0)], pagination: pagination(HOST + next) },
    });
    const body = errors("insufficient_scope", "no permission");
    api({ path: PATH, query: cursor, status: 403, body });
    const { error } = await run(listActivityLogs);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "activity" });
  });

  it("gives times and figures alone, unless all that there is is wanted", async () => {
    api({ path: PATH, query: query("2026-03-22"), body: fixture("activity-logs"), times: 2 });
    const { result: summary } = await run(listActivityLogs);
    expect(summary).toMatchObject({
      activities: [
        {
          logId: "9223372036854775807",
          activityName: "Run",
          startTime: "2026-03-19T18:54:51.000-07:00",
          duration: 2_103_000,
          activeDuration: 1_834_000,
          calories: 355,
          distance: 5.502559,
          distanceUnit: "Kilometer",
          steps: 4_000,
          averageHeartRate: 129,
          elevationGain: 54.864,
        },
        { activityName: "Yoga" },
      ],
    });
    for (const lost of ["logType", "source", "tcxLink", "activityLevel", "originalDuration"]) {
      expect(summary).not.toHaveProperty(`activities.0.${lost}`);
    }
    const { result: full } = await run(listActivityLogs, { detail: "full" });
    expect(full).toMatchObject(JSON.parse(JSON.stringify(summary)) as object);
    expect(full).toHaveProperty("activities.0.source.type", "tracker");
    expect(full).toHaveProperty("activities.0.activityLevel");
  });

  describe("by one writer", () => {
    const by = (index: number, logType: string, source?: object) =>
      ({ ...activityLog(index), logType, source });
    const activities = [
      by(0, "tracker", { id: "816713257", name: "Charge 6", type: "tracker" }),
      by(1, "auto_detected"),
      by(2, "manual"),
      by(3, "mobile_run", { id: "228VSR", name: "Fitbit for Android", type: "app" }),
      by(4, "manual", { id: "228TSL", name: "Fitbit for iPhone", type: "app" }),
      by(5, "manual", { type: "api" }),
      by(6, "fitstar", { id: "7", name: "Fitbit + Strava", type: "app" }),
    ];

    it.each([
      ["device", [0, 1]],
      ["hand", [2, 3, 4]],
      ["app", [5, 6]],
    ])("%s has its own", async (writtenBy, indexes) => {
      api({ path: PATH, query: query("2026-03-22"), body: { activities } });
      const { result } = await run(listActivityLogs, { writtenBy });
      expect(ids(result)).toEqual(idsOf(indexes.map(activityLog)));
      expect(result).toMatchObject({ count: indexes.length, truncated: false });
    });

    it("the limit counts those alone, and where to go on lies behind all that was read", async () => {
      const body = { activities, pagination: pagination(HOST + next) };
      api({ path: PATH, query: query("2026-03-22"), body });
      const { result } = await run(listActivityLogs, { writtenBy: "device", limit: 2 });
      expect(result).toMatchObject({ count: 2, truncated: true, nextEndDate: "2026-03-14" });
    });

    it("says how to look on where a hundred requests found none", async () => {
      for (let page = 0; page < 100; page++) {
        const on = new URLSearchParams({ ...cursor, offset: String(page + 1) }).toString();
        const body = { ...fullPage(100 * page), pagination: pagination(`${HOST}${PATH}?${on}`) };
        const behind = { ...cursor, offset: String(page) };
        api({ path: PATH, query: page ? behind : query("2026-03-22"), body });
      }
      const { result, summary } = await run(listActivityLogs, { writtenBy: "app" });
      const nextEndDate = addDays("2026-03-20", -9_999);
      expect(result).toMatchObject({ count: 0, truncated: true, nextEndDate });
      expect(summary).toBe(`No activity logs of this kind after ${nextEndDate}: go on with that as End Date.`);
    });
  });

  it.each([
    [{ startDate: "2026-03-20", endDate: "2026-03-19" }],
    [{ startDate: "yesterday", endDate: "7 days ago" }],
  ])("refuses a range the wrong way round before any request: %j", async (range) => {
    expect(await refusal(listActivityLogs, range)).toMatch(/is after End Date .*swap them/);
  });
});
