import { ApiError } from "../../common/wire/errors";
import { sizedPages } from "../../common/google-health/walks";
import {
  api, app, call, failureOf, points, read, skipWaits,
} from "./support";

const tooMuch = { status: 504, body: "" };

const HUNDRED = Array.from({ length: 100 }, (_, i) => String(100 - i));

interface Record {
  name?: string;
  is: string;
}

/** Reads records fifty by fifty; before the second page one more arrives, and a 504. */
async function readWhileOneArrives(first: Record[], arriving: Record): Promise<string[]> {
  const store = [...first];
  let asked = 0;
  const { items } = await read(sizedPages(50, (size, token) => {
    const from = Number(token ?? 0);
    if (++asked === 2) {
      store.unshift(arriving);
      return Promise.reject(new ApiError("server_error", "Too much.", { status: 504 }));
    }
    const next = from + size < store.length ? String(from + size) : "";
    return Promise.resolve({ items: store.slice(from, from + size), next });
  }, {}));
  return items.map(({ is }) => is);
}

describe("a walk that a 504 makes begin again", () => {
  it("gives no record twice when another one arrives meanwhile, and gives that too", async () => {
    const named = HUNDRED.map((is) => ({ name: `dataPoints/${is}`, is }));
    const given = await readWhileOneArrives(named, { name: "dataPoints/e", is: "e" });
    expect(given).toEqual([...HUNDRED.slice(0, 50), "e", ...HUNDRED.slice(50)]);
  });

  it("knows what has no name by its place, whatever has one in between", async () => {
    const nameless = HUNDRED.map((is) => ({ is }));
    const given = await readWhileOneArrives(nameless, { name: "dataPoints/e", is: "e" });
    expect(given).toEqual([...HUNDRED.slice(0, 50), "e", ...HUNDRED.slice(50)]);
  });
});

it("a walk that is led back to where it was ends there, which the log says", async () => {
  const note = jest.fn();
  const ask = () => Promise.resolve({ items: [{ name: "1" }], next: "a" });
  const { pages: count } = await read(sizedPages(50, ask, { note }));
  expect(count).toBe(2);
  expect(note).toHaveBeenCalledTimes(1);
  expect(note).toHaveBeenCalledWith(expect.stringContaining("led back to where it was read"));
});

describe("a roll-up that is too much for the server", () => {
  const HEART = `${points("heart-rate")}:rollUp`;

  function windows(from: string, before: string, pageSize: number, answer: object = {}) {
    const range = { startTime: `2026-03-01T${from}:00.000Z`, endTime: `2026-03-01T${before}:00.000Z` };
    api({ method: "POST", path: HEART, sent: { range, windowSize: "60s", pageSize }, ...answer });
  }

  const minutes = (before: string) => app.getRollUp("heart-rate", {
    from: "2026-03-01T00:00:00Z", before: `2026-03-01T${before}:00Z`, windowSeconds: 60,
  }, call());

  const row = (minute: string) => ({ startTime: `2026-03-01T00:${minute}:00Z` });

  it("is asked for by halves, newest first, and not three times the same", async () => {
    const waits = skipWaits();
    windows("00:00", "00:05", 5, tooMuch);
    windows("00:03", "00:05", 2, { body: { rollupDataPoints: [row("04"), row("03")] } });
    windows("00:00", "00:03", 3, tooMuch);
    windows("00:02", "00:03", 1, { body: { rollupDataPoints: [row("02")] } });
    windows("00:00", "00:02", 2, { body: { rollupDataPoints: [row("01"), row("00")] } });
    const { items } = await read(minutes("00:05"));
    expect(items).toEqual(["04", "03", "02", "01", "00"].map(row));
    expect(waits).toEqual([]);
  });

  it("says that there is more until the last half", async () => {
    windows("00:00", "00:04", 4, tooMuch);
    windows("00:02", "00:04", 2, tooMuch);
    windows("00:03", "00:04", 1);
    windows("00:02", "00:03", 1);
    windows("00:00", "00:02", 2);
    const more: boolean[] = [];
    for await (const page of minutes("00:04")) more.push(page.more);
    expect(more).toEqual([true, true, false]);
  });

  it("is asked again where it is one window, and then fails", async () => {
    const waits = skipWaits();
    windows("00:00", "00:01", 1, { ...tooMuch, times: 3 });
    const error = await failureOf(read(minutes("00:01")));
    expect(error).toMatchObject({ name: "ServerError", status: 504 });
    expect(waits).toHaveLength(2);
  });

  it("goes on where it was after its first page, or fails, so that nothing comes twice", async () => {
    skipWaits();
    const range = { startTime: "2026-03-01T00:00:00.000Z", endTime: "2026-03-01T00:02:00.000Z" };
    const sent = { range, windowSize: "60s", pageSize: 2, pageToken: "a" };
    const first = { body: { rollupDataPoints: [row("01")], nextPageToken: "a" } };
    windows("00:00", "00:02", 2, first);
    api({ method: "POST", path: HEART, sent, ...tooMuch });
    api({ method: "POST", path: HEART, sent, body: { rollupDataPoints: [row("00")] } });
    expect((await read(minutes("00:02"))).items).toEqual([row("01"), row("00")]);

    windows("00:00", "00:02", 2, first);
    api({ method: "POST", path: HEART, sent, ...tooMuch, times: 3 });
    expect(await failureOf(read(minutes("00:02")))).toMatchObject({ status: 504 });
  });

  it("of days is cut where its windows begin", async () => {
    const date = (day: number) => ({ date: { year: 2026, month: 3, day } });
    const asked = (start: number, end: number, answer: object = {}) => api({
      method: "POST",
      path: `${points("steps")}:dailyRollUp`,
      sent: { range: { start: date(start), end: date(end) }, windowSizeDays: 7 },
      ...answer,
    });
    asked(1, 21, tooMuch);
    asked(15, 21);
    asked(1, 15);
    const range = { from: "2026-03-01", to: "2026-03-20", windowDays: 7 };
    await read(app.getDailyRollUp("steps", range, call()));
  });
});
