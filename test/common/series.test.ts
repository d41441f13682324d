import { addDays } from "../../common/dates";
import type { Days } from "../../common/ranges";
import { readDays, seriesResult, type DaySource, type SeriesDay } from "../../common/series";
import { STEP_LIMITS } from "../../common/wire/budget";
import { ApiError } from "../../common/wire/errors";
import fc from "../support/properties";

const WEEK = { from: "2026-03-14", to: "2026-03-20" };
const RESETS = Date.parse("2026-03-20T12:45:00Z");

const usedUp = () => new ApiError("rate_limited", "Used up.", { status: 429, retryAt: RESETS });
const noScope = () => new ApiError("missing_scope", "No scope.", { status: 403, scope: "sleep" });
const refused = () => new ApiError("forbidden", "No.", { status: 403 });
const noSuchPath = () => new ApiError("bad_request", "No altimeter.", {
  status: 400, field: "resource path",
});

/** A source with a value on some days, which remembers what it was asked for. */
function source(
  days: readonly string[], more: Partial<DaySource<string>> = {},
): DaySource<string> & { asked: Days[] } {
  const asked: Days[] = [];
  return {
    parts: ["part"],
    ask(range) {
      asked.push(range);
      return Promise.resolve(days
        .filter((day) => day >= range.from && day <= range.to)
        .map((day) => [day, `on ${day}`] as const));
    },
    ...more,
    asked,
  };
}

/** A source that fails from a day on. */
function failing(error: () => Error, from = "", more: Partial<DaySource<string>> = {}) {
  const days = Array.from({ length: 7 }, (_, i) => addDays(WEEK.from, i));
  const sound = source(days, more);
  const ask = (range: Days) =>
    range.to >= from ? Promise.reject(error()) : sound.ask(range);
  return { ...sound, ask };
}

describe("sources of days", () => {
  it("are joined by day, the oldest first, and a day of none is left out", async () => {
    const { days, ...rest } = await readDays({
      one: source(["2026-03-20", "2026-03-15"]),
      other: source(["2026-03-17", "2026-03-15"]),
    }, WEEK);
    expect([...days]).toEqual([
      ["2026-03-15", { one: "on 2026-03-15", other: "on 2026-03-15" }],
      ["2026-03-17", { other: "on 2026-03-17" }],
      ["2026-03-20", { one: "on 2026-03-20" }],
    ]);
    expect(rest).toEqual({});
  });

  it("give nothing of days that were not asked for", async () => {
    const days = ["2026-03-13", "2026-03-14", "2026-03-21"].map((day) => [day, "x"] as const);
    const one = source([], { ask: () => Promise.resolve(days) });
    const read = await readDays({ one }, WEEK);
    expect([...read.days.keys()]).toEqual(["2026-03-14"]);
  });

  it("are each asked for as many days at once as they take", async () => {
    const [one, other] = [source([], { longest: 3 }), source([])];
    await readDays({ one, other }, WEEK);
    expect(one.asked.map(({ from }) => from)).toEqual(["2026-03-14", "2026-03-17", "2026-03-20"]);
    expect(other.asked).toEqual([WEEK]);
  });

  it.each([
    [noScope, { why: "scope", scope: "sleep" }],
    [refused, { why: "refused" }],
    [noSuchPath, { why: "no source" }],
  ])("lose one alone that is refused, and name what is lost with it: %#", async (error, loss) => {
    const lost = failing(error, "", { parts: ["floors", "elevation"] });
    const read = await readDays({ lost, kept: source(["2026-03-15"]) }, WEEK);
    expect([...read.days]).toEqual([["2026-03-15", { kept: "on 2026-03-15" }]]);
    expect(read.missing).toEqual([{ part: "floors", ...loss }, { part: "elevation", ...loss }]);
    expect(read).not.toHaveProperty("next");
  });

  it("ask one that was refused no more", async () => {
    let asked = 0;
    const ask = () => {
      asked++;
      return Promise.reject(refused());
    };
    await readDays({ lost: source([], { longest: 1, ask }), kept: source([]) }, WEEK);
    expect(asked).toBe(1);
  });

  it("name a part once that several would give", async () => {
    const lost = () => failing(refused, "", { parts: ["rest"] });
    const { missing } = await readDays({ one: lost(), other: lost(), kept: source([]) }, WEEK);
    expect(missing).toEqual([{ part: "rest", why: "refused" }]);
  });

  it("fail with the refusal where all are refused", async () => {
    await expect(readDays({ one: failing(noSuchPath) }, WEEK)).rejects.toThrow("No altimeter.");
    await expect(readDays({ one: failing(noScope), other: failing(refused) }, WEEK))
      .rejects.toMatchObject({ code: "missing_scope" });
  });

  it("end before the first day that one of them fails at", async () => {
    const limited = failing(usedUp, "2026-03-18", { longest: 2 });
    const read = await readDays({ limited, whole: source(["2026-03-15", "2026-03-18"]) }, WEEK);
    expect([...read.days.keys()]).toEqual(["2026-03-14", "2026-03-15", "2026-03-16", "2026-03-17"]);
    expect(read).toMatchObject({ next: "2026-03-18", error: { retryAt: RESETS } });
  });

  it.each([[0], [1]])("fail where nothing stands before the failure of source %i", async (which) => {
    const both = [failing(usedUp, "", { longest: 2, parts: ["steps"] }), source(["2026-03-14"])];
    const [one, other] = which ? both.reverse() : both;
    const reading = readDays({ one: one ?? source([]), other: other ?? source([]) }, WEEK);
    await expect(reading).rejects.toThrow("Used up. It was asked for steps.");
  });
});

describe("a source that has something only where another has", () => {
  const BOTH_WEEKS = { from: "2026-03-01", to: "2026-03-14" };

  it("is not asked for the pieces in which that has nothing", async () => {
    const [needed, other] = [source(["2026-03-09"]), source([])];
    const inner = source(["2026-03-02", "2026-03-09"], { longest: 3, within: "needed" });
    const read = await readDays({ needed, other, inner }, BOTH_WEEKS);
    expect(inner.asked).toEqual([{ from: "2026-03-07", to: "2026-03-09" }]);
    expect([...read.days]).toEqual([
      ["2026-03-09", { needed: "on 2026-03-09", inner: "on 2026-03-09" }],
    ]);
  });

  it("is asked for all the same where that is refused, and may be lost for its own part", async () => {
    const inner = source(["2026-03-15"], { within: "needed" });
    const read = await readDays({ needed: failing(refused), inner }, WEEK);
    expect(inner.asked).toEqual([WEEK]);
    expect(read.missing).toHaveLength(1);
  });

  it("is lost alone", async () => {
    const inner = failing(refused, "", { parts: ["calories"], within: "needed" });
    const read = await readDays({ needed: source(["2026-03-15"]), inner }, WEEK);
    expect([...read.days.keys()]).toEqual(["2026-03-15"]);
    expect(read.missing).toEqual([{ part: "calories", why: "refused" }]);
  });

  it("waits for no piece that comes behind it, however the pieces lie", async () => {
    const lengths = fc.integer({ min: 1, max: 20 });
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 6 });
    await fc.assert(fc.asyncProperty(lengths, lengths, some, async (one, other, found) => {
      const days = found.map((day) => addDays("2026-03-01", day));
      const needed = source(days, { longest: one });
      const inner = source(days, { longest: other, within: "needed" });
      const read = await readDays({ needed, inner }, { from: "2026-03-01", to: "2026-03-30" });
      const whole = days.sort().map((day) => [day, { needed: `on ${day}`, inner: `on ${day}` }]);
      expect([...read.days]).toEqual(whole);
    }));
  });

  it("leaves all days of a piece that was not asked when another failed", async () => {
    // The fourth piece of the inner source begins before the piece that fails.
    const needed = failing(usedUp, "2026-03-18", { longest: 4 });
    const inner = source(["2026-03-14", "2026-03-17", "2026-03-19"], { longest: 3, within: "needed" });
    const read = await readDays({ needed, inner }, WEEK);
    expect(read.next).toBe("2026-03-17");
    expect([...read.days.keys()].at(-1)).toBe("2026-03-16");
  });
});

interface Rows { steps: string; floors: string }

const dayOf = (date: string, note = ""): SeriesDay<Partial<Rows>, { count: number }> =>
  ({ date, rows: { steps: `${date}${note}` }, figures: { count: 7 } });

describe("the result of a series", () => {
  it("holds its rows by root, its days as numbers, and what it covers", () => {
    const days = [dayOf("2026-03-15"), dayOf("2026-03-16")];
    expect(seriesResult<Partial<Rows>, { count: number }>({ days }, WEEK, ["steps", "floors"])).toEqual({
      steps: ["2026-03-15", "2026-03-16"],
      floors: [],
      days: [{ date: "2026-03-15", count: 7 }, { date: "2026-03-16", count: 7 }],
      startDate: "2026-03-14",
      endDate: "2026-03-20",
      count: 2,
      truncated: false,
    });
  });

  it("says what is missing, where it ends, and until when", () => {
    const missing = [{ part: "floors", why: "refused" as const }];
    const stop = { next: "2026-03-16", error: usedUp(), missing };
    expect(seriesResult({ days: [dayOf("2026-03-15")], ...stop }, WEEK, ["steps"])).toMatchObject({
      truncated: true, nextStartDate: "2026-03-16", retryAt: "2026-03-20T12:45:00.000Z", missing,
    });
  });

  it("of more than a step may return ends before the day that is too much, and goes on there", () => {
    const all = Array.from({ length: 30 }, (_, i) =>
      dayOf(addDays("2026-02-01", i), "x".repeat(100_000)));
    const range = { from: "2026-02-01", to: "2026-03-02" };
    const first = seriesResult({ days: all }, range, ["steps"]);
    expect(Buffer.byteLength(JSON.stringify(first))).toBeLessThan(STEP_LIMITS.bytes);
    expect(first.count).toBeGreaterThan(15);
    const rest = all.filter(({ date }) => date >= String(first.nextStartDate));
    const second = seriesResult({ days: rest }, { ...range, from: String(first.nextStartDate) }, ["steps"]);
    expect([...first.days, ...second.days]).toEqual(seriesDays(all));
    expect([first.truncated, second.truncated]).toEqual([true, false]);
  });

  it("of one day that is too large is that day", () => {
    const days = [dayOf("2026-02-01", "x".repeat(3_000_000))];
    expect(seriesResult({ days }, WEEK, ["steps"])).toMatchObject({ count: 1, truncated: false });
  });
});

const seriesDays = (days: SeriesDay<object, object>[]) =>
  days.map(({ date, figures }) => ({ date, ...figures }));
