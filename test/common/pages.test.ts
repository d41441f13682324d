import { OutOfRequests } from "../../common/wire/budget";
import { collectList, noneListed, type Listed } from "../../common/lists";
import { collect, filterPages, mapPages, type Page } from "../../common/wire/pages";

/** Pages of the given items, and a count of those that were asked for. */
function pagesOf<T>(...pages: T[][]) {
  const asked = { count: 0 };
  async function* read(): AsyncGenerator<Page<T>> {
    for (const [i, items] of pages.entries()) {
      asked.count++;
      yield await Promise.resolve({ items, more: i < pages.length - 1 });
    }
  }
  return { pages: read(), asked };
}

async function* failingAfter<T>(items: T[], error: Error): AsyncGenerator<Page<T>> {
  if (items.length) yield await Promise.resolve({ items, more: true });
  throw error;
}

describe("collecting pages", () => {
  it.each([
    [undefined, [1, 2, 3, 4], false, 2, undefined],
    [5, [1, 2, 3, 4], false, 2, undefined],
    [4, [1, 2, 3, 4], false, 2, undefined],
    [3, [1, 2, 3], true, 2, 4],
    [2, [1, 2], true, 1, 2],
    [1, [1], true, 1, 2],
  ])("with the limit %s gives %j, truncated: %s, from %s pages, on from %s", async (
    limit, items, truncated, count, next,
  ) => {
    const { pages, asked } = pagesOf([1, 2], [3, 4]);
    expect(await collect(pages, limit)).toEqual({ items, truncated, next });
    expect(asked.count).toBe(count);
  });

  it("goes on past an empty page", async () => {
    const { pages } = pagesOf([], [1], []);
    expect(await collect(pages)).toEqual({ items: [1], truncated: false });
  });

  it("stops before it holds five megabytes", async () => {
    const megabyte = "x".repeat(1_000_000 - 2);
    const { pages, asked } = pagesOf([megabyte, megabyte], [megabyte, megabyte], [megabyte], ["x"]);
    const { items, truncated } = await collect(pages);
    expect(items).toHaveLength(5);
    expect(truncated).toBe(true);
    expect(asked.count).toBe(4);
  });

  it("gives what it has when the step is out of requests", async () => {
    expect(await collect(failingAfter([1], new OutOfRequests())))
      .toEqual({ items: [1], truncated: true, next: 1 });
  });

  it("fails when it has nothing then, and with any other error", async () => {
    await expect(collect(failingAfter([], new OutOfRequests()))).rejects.toThrow("100 requests");
    await expect(collect(failingAfter([1], new Error("Gone.")))).rejects.toThrow("Gone.");
  });
});

it("pages of other items keep their order and say as much of what follows", async () => {
  const { pages } = pagesOf([1, 2], [3]);
  const found: Page<string>[] = [];
  for await (const page of mapPages(pages, String)) found.push(page);
  expect(found).toEqual([{ items: ["1", "2"], more: true }, { items: ["3"], more: false }]);
});

describe("pages without what is not wanted", () => {
  const isEven = (item: number) => item % 2 === 0;

  it("say how far was looked", async () => {
    const { pages } = pagesOf([4, 3], [1], []);
    const found: Page<string>[] = [];
    for await (const page of mapPages(filterPages(pages, isEven), String)) found.push(page);
    expect(found).toEqual([
      { items: ["4"], more: true, last: "3" },
      { items: [], more: true, last: "1" },
      { items: [], more: false },
    ]);
  });

  it("end at a limit of those that are, and go on behind all that was looked at", async () => {
    const { pages, asked } = pagesOf([8, 7, 6, 5], [4, 3]);
    expect(await collect(filterPages(pages, isEven), 2))
      .toEqual({ items: [8, 6], truncated: true, next: 5 });
    expect(asked.count).toBe(1);
  });

  it("go on from there too when the step is out of requests and has nothing", async () => {
    const pages = filterPages(failingAfter([3, 1], new OutOfRequests()), isEven);
    expect(await collect(pages)).toEqual({ items: [], truncated: true, next: 1 });
  });
});

/** Days as the records of a list. */
const ofDays: Listed<string> = { dayOf: (day) => day, summaryOf: (day) => day };

describe("a list", () => {
  it.each([
    [{}, 101],
    [{ to: "2026-03-20" }, 101],
    [{ from: "2026-03-01" }, undefined],
    [{ limit: 7 }, 8],
    [{ limit: 7, from: "2026-03-01" }, 8],
  ])("of %j asks for at most %s", async (range, most) => {
    const asked: unknown[] = [];
    await collectList((wanted) => {
      asked.push(wanted);
      return pagesOf<string>([]).pages;
    }, range, ofDays);
    expect(asked).toEqual([{ ...range, limit: most }]);
  });

  const range = { from: "2026-03-01", to: "2026-03-20" };

  it("says which days it covers", async () => {
    const { pages } = pagesOf(["2026-03-20"], ["2026-03-18"]);
    const { items, extent } = await collectList(() => pages, range, ofDays);
    expect(items).toEqual(["2026-03-20", "2026-03-18"]);
    expect(extent).toEqual({
      startDate: "2026-03-01", endDate: "2026-03-20", count: 2, truncated: false,
    });
  });

  it("says which days are left", async () => {
    const { pages } = pagesOf(["2026-03-20"], ["2026-03-18"]);
    const wanted = { ...range, to: "2026-03-21", limit: 1 };
    const { extent } = await collectList(() => pages, wanted, ofDays);
    expect(extent).toMatchObject({
      count: 1, truncated: true, nextStartDate: "2026-03-01", nextEndDate: "2026-03-20",
    });
  });

  it("goes on with the day of the first log that was left out", async () => {
    const { pages } = pagesOf(["2026-03-20", "2026-03-18"]);
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, ofDays);
    expect(extent).toMatchObject({ truncated: true, nextEndDate: "2026-03-18" });
  });

  it("says no days that would be the same again", async () => {
    const { pages } = pagesOf(["2026-03-20", "2026-03-20"], ["2026-03-18"]);
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, ofDays);
    expect(extent).toMatchObject({ count: 1, truncated: true });
    expect(extent).not.toHaveProperty("nextEndDate");
  });

  it("of one writer asks for full pages, however few are wanted", async () => {
    const asked: unknown[] = [];
    const wanted = { ...range, limit: 1, writtenBy: "hand" } as const;
    await collectList((query) => {
      asked.push(query);
      return pagesOf<string>([]).pages;
    }, wanted, ofDays);
    expect(asked).toEqual([{ ...wanted, limit: undefined }]);
  });

  it.each([
    [undefined, "20"],
    ["summary", "20"],
    ["full", "2026-03-20"],
  ] as const)("with the detail %s holds %s", async (detail, item) => {
    const { pages } = pagesOf(["2026-03-20"]);
    const days = { ...ofDays, summaryOf: (day: string) => day.slice(8) };
    const { items } = await collectList(() => pages, { ...range, detail }, days);
    expect(items).toEqual([item]);
  });

  it("without a record says that data comes after a sync, or how to look on", () => {
    expect(noneListed("sleep logs", {})).toBe("No sleep logs. Data appears after the watch syncs.");
    expect(noneListed("sleep logs", { nextEndDate: "2025-01-02" }))
      .toBe("No sleep logs of this kind after 2025-01-02: go on with that as End Date.");
  });
});
