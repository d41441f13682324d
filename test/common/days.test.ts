import { days } from "../../common/days";
import type { RangeInput } from "../../common/dates";

const call = { $: { export: () => undefined } };

/** The days that are meant on 20 March 2026, and how often today was asked for. */
async function meant(range: RangeInput) {
  let asked = 0;
  const getToday = () => {
    asked++;
    return Promise.resolve("2026-03-20");
  };
  return { ...await days.getCivilDays.call({ ...days, getToday }, range, call), asked };
}

describe("the days of a range action", () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.parse("2026-03-20T12:00:00Z") });
  });

  afterEach(() => jest.useRealTimers());

  it.each<[RangeInput, string, string, number]>([
    [{}, "2026-03-14", "2026-03-20", 1],
    [{ from: { daysAgo: 29 } }, "2026-02-19", "2026-03-20", 1],
    [{ from: { date: "2026-03-18" } }, "2026-03-18", "2026-03-20", 1],
    [{ to: { date: "2026-03-10" } }, "2026-03-04", "2026-03-10", 0],
    [{ to: { daysAgo: 1 } }, "2026-03-13", "2026-03-19", 1],
    [{ from: { date: "2026-03-01" }, to: { date: "2026-03-02" } }, "2026-03-01", "2026-03-02", 0],
    [{ from: { date: "2026-03-20" }, to: { date: "2199-12-31" } }, "2026-03-20", "2026-03-21", 0],
  ])("%j are a week where no start is given, and end with today, asked for once at most", async (
    range, from, to, asked,
  ) => {
    expect(await meant(range)).toEqual({ from, to, asked });
  });

  it("do not begin in the future, nor after their end", async () => {
    const [from, to] = [{ date: "2026-04-01" }, { date: "2026-04-30" }];
    await expect(meant({ from, to })).rejects.toThrow("Start Date (2026-04-01) lies in the future");
    await expect(meant({ from: { date: "2026-03-20" }, to: { daysAgo: 1 } })).rejects.toThrow("swap them");
  });
});
