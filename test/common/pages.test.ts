import { OutOfRequests } from "../../common/wire/budget";
import { collectList } from "../../common/lists";
import { collect, mapPages, type Page } from "../../common/wire/pages";

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
    [2, [1, 2], true, 1, undefined],
    [1, [1], true, 1, 2],
  ])("with the limit %s gives %j, truncated: %s, from %s pages, next %s", async (
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
      .toEqual({ items: [1], truncated: true });
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
    }, range, (day) => day);
    expect(asked).toEqual([{ ...range, limit: most }]);
  });

  const range = { from: "2026-03-01", to: "2026-03-20" };

  it("says which days it covers", async () => {
    const { pages } = pagesOf(["2026-03-20"], ["2026-03-18"]);
    const { items, extent } = await collectList(() => pages, range, (day) => day);
    expect(items).toEqual(["2026-03-20", "2026-03-18"]);
    expect(extent).toEqual({
      startDate: "2026-03-01", endDate: "2026-03-20", count: 2, truncated: false,
    });
  });

  it("says which days are left", async () => {
    const { pages } = pagesOf(["2026-03-20"], ["2026-03-18"]);
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, (day) => day);
    expect(extent).toMatchObject({
      count: 1, truncated: true, nextStartDate: "2026-03-01", nextEndDate: "2026-03-20",
    });
  });

  it("goes on with the day of the first log that was left out", async () => {
    const { pages } = pagesOf(["2026-03-20", "2026-03-18"]);
    const { extent } = await collectList(() => pages, { ...range, limit: 1 }, (day) => day);
    expect(extent).toMatchObject({ truncated: true, nextEndDate: "2026-03-18" });
  });
});
