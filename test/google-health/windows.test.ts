import { civil, oldestFirst, physical, type Window } from "../../common/google-health/windows";
import { read } from "./support";

const NOW = Date.parse("2026-03-20T12:00:00Z");

/** A list of times that has its newest first, in pages of 25, and what it was asked for. */
function listOf(times: number[]) {
  const asked: Window[] = [];
  let requests = 0;
  const pages = async function* ({ from, before = "9999" }: Window) {
    asked.push({ from, ...before !== "9999" && { before } });
    const found = times.map(civil).filter((time) => time >= from && time < before)
      .sort().reverse();
    for (let i = 0; i === 0 || i < found.length; i += 25) {
      requests += 1;
      const items = found.slice(i, i + 25);
      yield await Promise.resolve({ items, more: i + 25 < found.length });
    }
  };
  return { pages, asked, count: () => requests };
}

const every = (count: number, minutes: number) =>
  Array.from({ length: count }, (_, i) => NOW - i * minutes * 60_000);

describe("a list that has its newest first, read oldest first", () => {
  it.each([
    ["little", every(20, 600)], ["much", every(1_300, 15)], ["very much", every(1_300, 1)],
    ["much after little", [...every(600, 1), NOW - 13 * 86_400_000]], ["nothing", []],
  ])("gives all of it once, window after window, where there is %s", async (_, times) => {
    const { pages } = listOf(times);
    const { items } = await read(oldestFirst(pages, "2026-03-06", NOW, civil));
    expect([...items].sort()).toEqual(times.map(civil).sort());
    const windows = [];
    for await (const { items: page } of oldestFirst(pages, "2026-03-06", NOW, civil)) {
      if (page.length) windows.push([...page].sort());
    }
    expect(windows.flat()).toEqual(times.map(civil).sort());
  });

  it("asks for a day, then for more as long as a page holds it", async () => {
    const { pages, asked } = listOf(every(14, 1_440));
    await read(oldestFirst(pages, "2026-03-06", NOW, civil));
    expect(asked).toEqual([
      { from: "2026-03-06", before: "2026-03-07" },
      { from: "2026-03-07", before: "2026-03-09" },
      { from: "2026-03-09", before: "2026-03-13" },
      { from: "2026-03-13", before: "2026-03-21" },
      { from: "2026-03-21" },
    ]);
  });

  it("goes on from a time, and reads a crowded day in parts", async () => {
    const { pages, asked } = listOf(every(600, 2));
    await read(oldestFirst(pages, "2026-03-19T16:00:00", NOW, civil));
    expect(asked.slice(0, 3)).toEqual([
      { from: "2026-03-19T16:00:00", before: "2026-03-20T16:00:00" },
      { from: "2026-03-19T16:00:00", before: "2026-03-20T04:00:00" },
      { from: "2026-03-19T16:00:00", before: "2026-03-19T22:00:00" },
    ]);
  });

  it("reads no window further than that it holds too much", async () => {
    const { pages, count } = listOf([...every(1_300, 1), NOW - 13 * 86_400_000]);
    const walk = oldestFirst(pages, "2026-03-06", NOW, civil);
    for (let i = 0; i < 4; i++) await walk.next();
    expect(count()).toBeLessThan(40);
  });

  it("takes requests in proportion to what is there", async () => {
    const { pages, count } = listOf(every(1_300, 15));
    await read(oldestFirst(pages, "2026-03-06", NOW, civil));
    expect(count()).toBeLessThan(1.5 * 1_300 / 25);
  });

  it("writes times as filters take them", () => {
    expect([civil(NOW), civil(NOW + 43_200_000), physical(NOW)])
      .toEqual(["2026-03-20T12:00:00", "2026-03-21", "2026-03-20T12:00:00Z"]);
  });
});
