import {
  at, day, errorOf, type HealthReply, type Json, metadataOf, reasonOf, useHealth,
} from "./support";

const rows = ({ body }: HealthReply): Json[] => (body.rollupDataPoints ?? []) as Json[];

describe("roll-ups", () => {
  const health = useHealth();

  it("take civil ranges without their last day, newest day first", async () => {
    const reply = await health.daily("total-calories", "2026-03-10", "2026-03-14");
    const days = rows(reply).map((row) => at(row, "civilStartTime", "date", "day"));
    expect(days).toEqual([13, 12, 11, 10]);
  });

  it("say that worn hours without steps had none", async () => {
    const days = rows(await health.daily("swim-lengths-data", "2026-01-01", "2026-03-20"));
    expect(days.length).toBeLessThan(20);
    const night = ["2026-03-18T01:00:00Z", "2026-03-18T03:00:00Z", "3600s"] as const;
    const steps = rows(await health.rollUp("steps", ...night, { pageSize: 2 }));
    expect(steps.map((row) => row.steps)).toEqual([{ countSum: "0" }, { countSum: "0" }]);
  });

  it("leave out days on which the watch was off", async () => {
    const days = rows(await health.daily("steps", "2025-12-25", "2026-03-20")).length;
    expect(days).toBeGreaterThan(70);
    expect(days).toBeLessThan(85);
  });

  it.each([
    ["heart-rate", 14], ["active-minutes", 14], ["total-calories", 14],
    ["calories-in-heart-rate-zone", 14], ["steps", 90], ["weight", 90],
  ])("of %s take %i days and no more", async (type, days) => {
    const end = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
    const after = new Date(Date.UTC(2026, 0, 2 + days)).toISOString().slice(0, 10);
    expect((await health.daily(type, "2026-01-01", end)).status).toBe(200);
    const reply = await health.daily(type, "2026-01-01", after);
    expect(reply.status).toBe(400);
    expect(reasonOf(reply)).toBe("INVALID_ROLLUP_QUERY_DURATION");
    expect(metadataOf(reply)).toEqual({ maxDurationDays: String(days) });
    const physical = await health.rollUp(
      type, "2026-01-01T00:00:00Z", `${end}T00:00:01Z`, "3600s", { pageSize: 10 },
    );
    expect(metadataOf(physical)).toEqual({ maxDurationDays: String(days) });
  });

  it("refuse a page size that with the window is longer than the cap, for one day too", async () => {
    const reply = await health.daily("steps", "2026-03-01", "2026-03-02", { pageSize: 1440 });
    expect(reasonOf(reply)).toBe("INVALID_ROLLUP_QUERY_DURATION");
    // The default of 1440 pages counts as well.
    const hours = ["2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z"] as const;
    expect(reasonOf(await health.rollUp("heart-rate", ...hours, "900s")))
      .toBe("INVALID_ROLLUP_QUERY_DURATION");
    expect((await health.rollUp("heart-rate", ...hours, "900s", { pageSize: 96 })).status).toBe(200);
    expect((await health.rollUp("heart-rate", ...hours, "60s")).status).toBe(200);
  });

  it("refuse a daily page that is smaller than the range", async () => {
    const reply = await health.daily("steps", "2026-03-01", "2026-03-15", { pageSize: 5 });
    expect(errorOf(reply).message).toBe(
      "page_size (5) is too small. Must be at least 14 to cover the requested range",
    );
    expect((await health.daily("steps", "2026-03-01", "2026-03-15", { pageSize: 14 })).status).toBe(200);
  });

  it("page physical windows, the newest first, each once", async () => {
    const range = ["2026-03-18T00:00:00Z", "2026-03-19T00:00:00Z"] as const;
    const whole = rows(await health.rollUp("total-calories", ...range, "3600s", { pageSize: 24 }));
    const paged: Json[] = [];
    let pageToken: unknown;
    do {
      const reply = await health.rollUp(
        "total-calories", ...range, "3600s", { pageSize: 7, ...(pageToken !== undefined && { pageToken }) },
      );
      paged.push(...rows(reply));
      pageToken = reply.body.nextPageToken;
    } while (pageToken !== undefined);
    expect(whole).toHaveLength(24);
    expect(paged).toEqual(whole);
    expect(whole[0]?.startTime).toBe("2026-03-18T23:00:00Z");
  });

  it("cut the newest window at the end of the range", async () => {
    const reply = await health.rollUp(
      "total-calories", "2026-03-18T00:00:00Z", "2026-03-18T02:30:00Z", "3600s", { pageSize: 3 },
    );
    expect(rows(reply)[0]).toMatchObject({
      startTime: "2026-03-18T02:00:00Z", endTime: "2026-03-18T02:30:00Z",
    });
    const daily = await health.daily("total-calories", "2026-03-01", "2026-03-06", { windowSizeDays: 3 });
    expect(rows(daily).map((row) => [
      at(row, "civilStartTime", "date", "day"), at(row, "civilEndTime", "date", "day"),
    ])).toEqual([[4, 6], [1, 4]]);
  });

  it("of windows add up to the day", async () => {
    const { timeline } = health.client.sandbox.person;
    const start = timeline.startOf(Date.UTC(2026, 2, 18) / 86_400_000);
    const hours = await health.rollUp(
      "steps", new Date(start).toISOString(), new Date(start + 86_400_000).toISOString(), "3600s",
      { pageSize: 24 },
    );
    const sum = rows(hours).reduce((total, row) => total + Number(at(row, "steps", "countSum") ?? 0), 0);
    const daily = await health.daily("steps", "2026-03-18", "2026-03-19");
    expect(String(sum)).toBe(at(rows(daily)[0], "steps", "countSum"));
  });

  it("come to what the points of list come to", async () => {
    const filter = 'sedentary_period.interval.civil_start_time >= "2026-03-18"'
      + ' AND sedentary_period.interval.civil_start_time < "2026-03-19"';
    const periods = await health.all("sedentary-period", { filter });
    const seconds = periods.reduce((sum, point) => {
      const { startTime, endTime } = at(point, "sedentaryPeriod", "interval") as Record<string, string>;
      return sum + (Date.parse(endTime ?? "") - Date.parse(startTime ?? "")) / 1000;
    }, 0);
    const daily = await health.daily("sedentary-period", "2026-03-18", "2026-03-19");
    expect(at(rows(daily)[0], "sedentaryPeriod", "durationSum")).toBe(`${seconds}s`);
  });

  it.each([
    ["a flat date", { range: { start: { year: 2026, month: 3, day: 1 }, end: {} } }, 'Unknown name "year" at \'range.start\''],
    ["a leading zero", '{"range":{"start":{"date":{"year":2026,"month":03,"day":1}}}}', "Octal/hex"],
    ["no JSON", "range", "Invalid JSON payload"],
    ["no range", {}, "Missing required field: range"],
    ["a day that does not exist", { range: { start: { date: { year: 2026, month: 2, day: 30 } }, end: { date: { year: 2026, month: 3, day: 3 } } } }, "calendar date"],
    ["a window size as a number of seconds", { range: { start: day("2026-03-01"), end: day("2026-03-02") }, windowSize: 60 }, 'Unknown name "windowSize"'],
  ])("by days refuse %s", async (_, body, message) => {
    const reply = await health.ask("/dataTypes/steps/dataPoints:dailyRollUp", "POST", body);
    expect(reply.status).toBe(400);
    expect(errorOf(reply).message).toContain(message);
  });

  it.each([
    ["an empty range", "2026-03-01", "2026-03-01"], ["a range backwards", "2026-03-02", "2026-03-01"],
  ])("refuse %s", async (_, from, to) => {
    expect(reasonOf(await health.daily("steps", from, to))).toBe("INVALID_TIME_RANGE");
    const reply = await health.rollUp("steps", `${from}T00:00:00Z`, `${to}T00:00:00Z`, "60s");
    expect(reasonOf(reply)).toBe("INVALID_TIME_RANGE");
  });

  it("refuse windows shorter than a second", async () => {
    const reply = await health.rollUp("steps", "2026-03-01T00:00:00Z", "2026-03-01T00:01:00Z", "0.5s");
    expect(reply.status).toBe(400);
  });
});
