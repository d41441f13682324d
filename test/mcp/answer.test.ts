import { answerOf, MOST_BYTES } from "../../local/mcp/answer";
import { toolWords } from "../../local/mcp/text";
import type { Fields } from "../../local/runtime/component";

const NOW = new Date("2026-03-20T09:00:00Z");
const PROPS = ["startDate", "endDate", "limit"];

const answer = (returned: unknown, given: Fields = {}, props = PROPS) =>
  answerOf(returned, { tool: "list-things", arguments: given, props }, NOW);

const day = (index: number) => new Date(Date.parse("2026-03-20") - index * 86_400_000).toISOString().slice(0, 10);
const record = (index: number) => ({ logId: String(index), startTime: `${day(index)}T07:30:00.000`, note: "x".repeat(400) });
const records = (count: number) => Array.from({ length: count }, (_, index) => record(index));

describe("an answer", () => {
  it("that is short is whole, with how new it is and what is missing", () => {
    const missing = [{ part: "weight", why: "scope" }];
    expect(answer({ sleep: records(2), missing })).toEqual({
      sleep: records(2), missing, freshness: { asOf: NOW.toISOString(), newest: "2026-03-20T07:30" },
    });
  });

  it("that is no object stands under result", () => {
    expect(answer([1, 2])).toMatchObject({ result: [1, 2] });
    expect(answer(undefined)).toMatchObject({ result: null });
  });

  it("keeps the freshness that the action tells", () => {
    expect(answer({ freshness: { newest: "2026-03-18", daysAgo: 2 } }).freshness)
      .toEqual({ asOf: NOW.toISOString(), newest: "2026-03-18", daysAgo: 2 });
  });

  it.each([
    ["a zero, which may stand for nothing", { days: [{ date: "2026-03-19", steps: 9 }, { date: "2026-03-20", steps: 0 }] }, "2026-03-19"],
    ["Fitbit's zeros, which are text", { rows: [{ dateTime: "2026-03-19", value: "9" }, { dateTime: "2026-03-20", value: "0" }] }, "2026-03-19"],
    ["what there is of each day", { days: [{ date: "2026-03-20", calories: 1500, sedentaryMinutes: 1440 }] }, undefined],
    ["days that were asked for", { startDate: "2026-03-14", endDate: "2026-03-20", count: 0, days: [] }, undefined],
    ["when a record was changed", { logs: [{ startTime: "2026-03-18T07:00:00", lastModified: "2026-03-20T01:00:00Z" }] }, "2026-03-18T07:00"],
    ["when a person was born", { user: { dateOfBirth: "1990-01-01", memberSince: "2015-01-01" } }, undefined],
  ])("is not as new as %s", (_what, returned, newest) => {
    expect(answer(returned).freshness.newest).toBe(newest);
  });

  it.each([
    ["a minute of a day", { dataset: [{ date: "2026-03-20", time: "08:45:00", value: 61 }] }, "2026-03-20T08:45"],
    ["Google's own clock", { points: [{ sampleTime: { physicalTime: "2026-03-20T08:59:58Z", civilTime: { date: { year: 2026, month: 3, day: 20 }, time: { hours: 9, minutes: 59 } } }, beatsPerMinute: "69" }] }, "2026-03-20T09:59"],
    ["midnight by it", { points: [{ civilTime: { date: { year: 2026, month: 3, day: 5 }, time: {} }, bpm: "69" }] }, "2026-03-05T00:00"],
    ["a device's last contact", { devices: [{ id: "1", lastSyncTime: "2026-03-20T09:32:00.000" }] }, "2026-03-20T09:32"],
  ])("is as new as %s", (_what, returned, newest) => {
    expect(answer(returned).freshness.newest).toBe(newest);
  });
});

describe("an answer that is too long", () => {
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

  it("has the newest of a list, and the call that gives the rest", () => {
    const whole = { sleep: records(60), count: 60, truncated: false, startDate: "2026-01-20" };
    const cut = answer(whole, { startDate: "2 months ago" });
    const kept = (cut.sleep as unknown[]).length;
    expect(bytes(cut)).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytes(cut)).toBeGreaterThan(MOST_BYTES - 1000);
    expect(cut).toMatchObject({
      sleep: records(kept), count: kept, truncated: true, nextEndDate: day(kept),
      leftOut: {
        counts: { sleep: 60 - kept },
        call: { tool: "list-things", arguments: { startDate: "2026-01-20", endDate: day(kept) } },
      },
    });
  });

  it("has the newest of rows that begin with the oldest, of each list as many", () => {
    const rows = records(60).reverse();
    const cut = answer({ rows, days: rows, count: 60, truncated: false });
    expect(cut.rows).toEqual(cut.days);
    expect((cut.rows as unknown[]).at(-1)).toEqual(record(0));
    expect(cut).toMatchObject({ count: 60, truncated: false });
    expect(cut.leftOut?.call?.arguments.endDate).toBe(day((cut.rows as unknown[]).length));
  });

  it("goes on by the minute where the tool takes one", () => {
    const dataset = Array.from({ length: 600 }, (_, index) => ({
      time: `${String(Math.floor(index / 60)).padStart(2, "0")}:${String(index % 60).padStart(2, "0")}`, date: "2026-03-20", value: 61,
    }));
    const cut = answer({ heart: { dataset } }, {}, [...PROPS, "endTime"]);
    const { arguments: next } = cut.leftOut?.call ?? {};
    const first = (cut.heart as { dataset: { time: string }[] }).dataset[0]?.time ?? "";
    expect(next?.endDate).toBe("2026-03-20");
    expect(Date.parse(`1970-01-01T${first}Z`) - Date.parse(`1970-01-01T${String(next?.endTime)}Z`)).toBe(60_000);
  });

  it("that would be asked for in the same way again says to ask for less", () => {
    const { startTime } = record(0);
    const sameDay = records(60).map((one) => ({ ...one, startTime }));
    const cut = answer({ logs: sameDay }, { endDate: "2026-03-20" });
    expect(cut.leftOut).toMatchObject({ note: expect.stringContaining("Ask for less") as string });
    expect(cut.leftOut).not.toHaveProperty("call");
    expect(answer({ logs: records(60) }, {}, []).leftOut).toHaveProperty("note");
    expect(answer({ logs: records(60) }, { activityLogId: "1" }).leftOut).toHaveProperty("note");
  });

  it("in one record loses rows of it, and at last text", () => {
    const stages = Array.from({ length: 600 }, (_, index) => ({ level: "deep", seconds: index }));
    const cut = answer({ sleep: [{ ...record(0), levels: { data: stages } }] });
    expect(cut.leftOut?.counts).toEqual({ "sleep[].levels.data": expect.any(Number) as number });
    const long = answer({ text: "é".repeat(20_000) });
    expect(bytes(long)).toBeLessThanOrEqual(MOST_BYTES);
    expect(long.leftOut?.counts.text).toBeGreaterThan(14_000);
  });
});

it("a description calls tools by their names, and only those that there are", () => {
  const text = "Get one. When `a` is true, go on. For more use **List Sleep Logs**. Or **Get Food**. [See it](https://x.test)";
  expect(toolWords(text, ["list-sleep-logs"])).toBe("Get one. When `a` is true, go on. For more use list-sleep-logs.");
});
