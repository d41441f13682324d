import { addDays } from "../../common/dates";
import {
  collectList, listedSoFar, noneListed, type Listed, type LogQuery,
} from "../../common/lists";
import { OutOfRequests } from "../../common/wire/budget";
import { ApiError } from "../../common/wire/errors";
import {
  collect, eachOnce, filterPages, mapPages, whole, type Page, type Pages,
} from "../../common/wire/pages";
import fc from "../support/properties";

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

const RESETS = Date.parse("2026-03-20T12:45:00Z");
const usedUp = () => new ApiError("rate_limited", "Used up.", { status: 429, retryAt: RESETS });

/** One page that says that there is more, and no more pages. */
async function* goingRound<T>(items: T[]): AsyncGenerator<Page<T>> {
  yield await Promise.resolve({ items, more: true });
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

  it("stops before it holds two megabytes", async () => {
    const half = "x".repeat(500_000 - 2);
    const { pages, asked } = pagesOf([half, half], [half], [half], ["x"], ["y"]);
    const { items, truncated, next } = await collect(pages);
    expect(items).toHaveLength(4);
    expect([truncated, next]).toEqual([true, "x"]);
    expect(asked.count).toBe(4);
  });

  it("gives a record that is larger than that alone", async () => {
    const { pages } = pagesOf(["x".repeat(12_000_000), "y"]);
    expect(await collect(pages)).toMatchObject({ items: { length: 1 }, truncated: true, next: "y" });
  });

  it("gives what it has when the step is out of requests", async () => {
    expect(await collect(failingAfter([1], new OutOfRequests())))
      .toEqual({ items: [1], truncated: true, next: 1 });
  });

  it("gives what it has when the API allows no more requests, and until when", async () => {
    expect(await collect(failingAfter([1], usedUp())))
      .toEqual({ items: [1], truncated: true, next: 1, retryAt: RESETS });
  });

  it("gives what it has when the pages lead back to where they were", async () => {
    expect(await collect(goingRound([1]))).toEqual({ items: [1], truncated: true, next: 1 });
    expect(await collect(goingRound([]))).toEqual({ items: [], truncated: false });
  });

  it("fails when it has nothing then, and with any other error", async () => {
    await expect(collect(failingAfter([], new OutOfRequests()))).rejects.toThrow("100 requests");
    await expect(collect(failingAfter([], usedUp()))).rejects.toThrow("Used up.");
    await expect(collect(failingAfter([1], new Error("Gone.")))).rejects.toThrow("Gone.");
  });
});

describe("all pages or none", () => {
  it("are read to their end", async () => {
    expect(await whole(pagesOf([1], [], [2, 3]).pages)).toEqual([1, 2, 3]);
    // More than a call takes as arguments.
    const many = new Array<number>(300_000).fill(0);
    expect(await whole(pagesOf(many).pages)).toHaveLength(300_000);
  });

  it.each([
    ["the API's requests are used up", () => failingAfter([1], usedUp()), "Used up."],
    ["the step's are", () => failingAfter([1], new OutOfRequests()), "100 requests"],
    ["they lead back to where they were", () => goingRound([1]), "never ends"],
  ])("fail whole where %s", async (_, pages, sentence) => {
    await expect(whole(pages())).rejects.toThrow(sentence);
  });
});

it("a record that two pages hold is given once, where it is first", async () => {
  const { pages } = pagesOf([3, 2], [2, 1], [1]);
  expect(await whole(eachOnce(pages, String))).toEqual([3, 2, 1]);
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
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, ofDays);
    expect(extent).toMatchObject({
      count: 1, truncated: true, nextStartDate: "2026-03-01", nextEndDate: "2026-03-18",
    });
  });

  it("goes on with the day of the first log that was left out", async () => {
    const { pages } = pagesOf(["2026-03-20", "2026-03-18"]);
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, ofDays);
    expect(extent).toMatchObject({ truncated: true, nextEndDate: "2026-03-18" });
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

  it("cut short by the API's limit says when that resets, and where to go on", async () => {
    const pages = failingAfter(["2026-03-20", "2026-03-19"], usedUp());
    const { extent } = await collectList(() => pages, range, ofDays);
    expect(extent).toEqual({
      startDate: "2026-03-01",
      endDate: "2026-03-20",
      count: 2,
      truncated: true,
      nextStartDate: "2026-03-01",
      nextEndDate: "2026-03-19",
      retryAt: "2026-03-20T12:45:00.000Z",
    });
    expect(listedSoFar("2 logs", extent, RESETS - 1_800_000)).toBe(
      "2 logs. The API's limit of requests cut the list short: go on with 2026-03-19 as End Date when it resets, at 12:45 UTC (in 30 minutes).",
    );
  });

  it("goes on with the same day where only the API's limit cut it", async () => {
    const pages = failingAfter(["2026-03-20"], usedUp());
    const { extent } = await collectList(() => pages, range, ofDays);
    expect(extent).toMatchObject({ nextEndDate: "2026-03-20" });
    expect(extent).not.toHaveProperty("skippedDate");
  });

  it("says which day holds more than the limit, when it must pass over the rest of it", async () => {
    const { pages } = pagesOf(["2026-03-20", "2026-03-20", "2026-03-18"]);
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, ofDays);
    expect(extent).toMatchObject({
      count: 1, truncated: true, nextEndDate: "2026-03-19", skippedDate: "2026-03-20",
    });
  });

  it("names no days where none are left", async () => {
    const { pages } = pagesOf(["2026-03-20", "2026-03-20"]);
    const day = { from: "2026-03-20", to: "2026-03-20", limit: 1 };
    const { extent } = await collectList(() => pages, day, ofDays);
    expect(extent).toMatchObject({ truncated: true, skippedDate: "2026-03-20" });
    expect(extent).not.toHaveProperty("nextEndDate");
  });
});

interface Entry { id: string; day: string }

const ofEntries: Listed<Entry> = { dayOf: ({ day }) => day, summaryOf: (entry) => entry };

/** What stands behind a list, newest first, in pages of a size. */
function store(counts: number[], size: number) {
  const all = counts.flatMap((count, i) => Array.from({ length: count }, (_, n): Entry =>
    ({ id: `${i}-${n}`, day: addDays("2026-03-20", -i) })));
  const list = ({ from = "", to = "9" }: LogQuery): Pages<Entry> => {
    const found = all.filter(({ day }) => day >= from && day <= to);
    const pages = Array.from({ length: Math.ceil(found.length / size) || 1 }, (_, i) =>
      found.slice(i * size, (i + 1) * size));
    return pagesOf(...pages).pages;
  };
  return { all, list };
}

/** Goes on from one answer to the next until none is truncated. */
async function goOn(list: (wanted: LogQuery) => Pages<Entry>, limit: number | undefined) {
  const ids = new Set<string>();
  const skipped = new Set<string>();
  let wanted: LogQuery = { limit };
  for (let steps = 0; steps < 500; steps++) {
    const { items, extent } = await collectList(list, wanted, ofEntries);
    items.forEach(({ id }) => ids.add(id));
    if (extent.skippedDate) skipped.add(extent.skippedDate);
    if (!extent.truncated) return { ids, skipped };
    expect(extent.nextEndDate).not.toBe(wanted.to);
    wanted = { from: extent.nextStartDate, to: extent.nextEndDate, limit };
  }
  throw new Error("It never ends.");
}

describe("going on with what is left", () => {
  const logs = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 240 }));
  const days = fc.array(logs, { maxLength: 8 });
  const limits = fc.integer({ min: 1, max: 60 });
  const sizes = fc.constantFrom(1, 25, 100);

  it("gets everything without a limit, however many logs a day holds", async () => {
    await fc.assert(fc.asyncProperty(days, sizes, async (counts, size) => {
      const { all, list } = store(counts, size);
      const { ids, skipped } = await goOn(list, undefined);
      expect([ids.size, skipped.size]).toEqual([all.length, 0]);
    }));
  });

  it("ends with a limit, too, and lacks nothing but of the days that it names", async () => {
    await fc.assert(fc.asyncProperty(days, sizes, limits, async (counts, size, limit) => {
      const { all, list } = store(counts, size);
      const { ids, skipped } = await goOn(list, limit);
      const lost = all.filter(({ id, day }) => !ids.has(id) && !skipped.has(day));
      expect(lost).toEqual([]);
    }));
  });
});
