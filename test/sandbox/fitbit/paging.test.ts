import { type Activity, LIST, pages, type Sleep, textLike, useSandbox } from "../support";

const FROM = "2025-02-01";
const UNTIL = "2026-03-21";

const query = (sort: string, limit: number): string => {
  const date = sort === "asc" ? `afterDate=${FROM}` : `beforeDate=${UNTIL}`;
  return `${date}&sort=${sort}&limit=${limit}&offset=0`;
};

describe("lists", () => {
  const client = useSandbox();
  beforeAll(async () => {
    // Three that start in one second, and one more on that day.
    await client.control("records", [
      ...Array.from({ length: 3 }, () => (
        { type: "activity", start: "2026-03-10T21:15:30", minutes: 10, synced: true }
      )),
      { type: "activity", start: "2026-03-10T21:45:00", minutes: 5, synced: true },
    ]);
  });

  describe.each([
    ["activities", LIST.activities, "activity"],
    ["sleep", LIST.sleep, "sleep"],
  ] as const)("of %s", (key, path, type) => {
    it.each([["asc", 100], ["asc", 7], ["desc", 100], ["desc", 9]])(
      "give every record exactly once, %s by %i", async (sort, limit) => {
        const all = await pages(client, `${path}?${query(sort, limit)}`);
        const entries: (Activity | Sleep)[] = all.flatMap((p): (Activity | Sleep)[] => p[key]);
        const { records } = await client.state();
        expect(records[type]).toBeGreaterThan(200);
        expect(entries).toHaveLength(records[type]);
        expect(new Set(entries.map(({ logId }) => logId)).size).toBe(records[type]);
        const starts = entries.map(({ startTime }) => startTime.slice(0, 19));
        const sorted = [...starts].sort();
        expect(starts).toEqual(sort === "asc" ? sorted : sorted.reverse());
        expect(all.slice(0, -1).every((p) => p[key].length === limit)).toBe(true);
      });
  });

  it("does not split what starts in one second, wherever the page ends", async () => {
    for (const limit of [1, 2, 3]) {
      const first = `${LIST.activities}?afterDate=2026-03-10&sort=asc&limit=${limit}&offset=0`;
      const all = await pages(client, first);
      const entries: (Activity | Sleep)[] = all.flatMap((p) => p.activities);
      const here = entries.filter(({ startTime }) => startTime.startsWith("2026-03-10T21:15:30"));
      expect(new Set(here.map(({ logId }) => logId)).size).toBe(3);
      expect(here).toHaveLength(3);
    }
  });

  it("tell only the date that was sent, and an absolute next with offset 0 or n", async () => {
    const activities = await client.get(`${LIST.activities}?${query("asc", 3)}`);
    expect(activities.pagination).toEqual({
      afterDate: FROM,
      limit: 3,
      next: textLike(new RegExp(
        "^https://api\\.fitbit\\.com/1/user/-/activities/list\\.json"
        + "\\?offset=0&limit=3&sort=asc&afterDate=2025-\\d\\d-\\d\\dT[\\d:]{8}$",
      )),
      offset: 0,
      previous: "",
      sort: "asc",
    });
    const sleep = await client.get(`${LIST.sleep}?${query("desc", 3)}`);
    expect(sleep.pagination).toEqual({
      beforeDate: UNTIL,
      limit: 3,
      next: `https://api.fitbit.com${LIST.sleep}?offset=3&limit=3&sort=desc&beforeDate=${UNTIL}`,
      offset: 0,
      previous: "",
      sort: "desc",
    });
  });

  describe("of activities that move the offset", () => {
    const first = `${LIST.activities}?beforeDate=${UNTIL}&sort=desc&limit=4&offset=0`;
    beforeAll(() => {
      client.sandbox.switches.activityListMoves = "offset";
    });
    afterAll(() => {
      client.sandbox.switches.activityListMoves = "date";
    });

    it("keep the date that was sent, and give every record once", async () => {
      const { pagination } = await client.get(first);
      expect(pagination.next).toBe(`https://api.fitbit.com${first.replace(/\?.*/, "")}`
        + `?offset=4&limit=4&sort=desc&beforeDate=${UNTIL}`);
      const all = await pages(client, first);
      const ids = all.flatMap((p): Activity[] => p.activities).map(({ logId }) => logId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength((await client.state()).records.activity);
    });

    it("give one twice when another came between two pages", async () => {
      const { activities, pagination } = await client.get(first);
      const start = "2026-03-20T09:40:00";
      await client.control("records", [{ type: "activity", start, minutes: 9, synced: true }]);
      const next = await client.get(pagination.next.replace("https://api.fitbit.com", ""));
      expect(next.activities[0].logId).toBe(activities.at(-1)?.logId);
    });
  });

  it("follow a next whose parameters were encoded and ordered anew", async () => {
    const { pagination } = await client.get(`${LIST.sleep}?${query("asc", 5)}`);
    const parameters = [...new URL(pagination.next).searchParams].reverse();
    const again = await client.get(`${LIST.sleep}?${new URLSearchParams(parameters).toString()}`);
    expect(again.sleep).toHaveLength(5);
  });

  it("include the day of a date-only afterDate and exclude that of beforeDate", async () => {
    const day = "2026-03-14";
    const after = await client.get(`${LIST.activities}?afterDate=${day}&sort=asc&limit=1&offset=0`);
    expect(after.activities[0].startTime).toMatch(day);
    const before = await client.get(`${LIST.activities}?beforeDate=${day}&sort=desc&limit=1&offset=0`);
    expect(before.activities[0].startTime < day).toBe(true);
    const { startTime } = after.activities[0];
    const stamp = startTime.slice(0, 19);
    const later = await client.get(`${LIST.activities}?afterDate=${stamp}&sort=asc&limit=1&offset=0`);
    expect(later.activities[0].startTime > startTime).toBe(true);
  });

  it("begin at the same log with a minute, a second or milliseconds", async () => {
    const firstAfter = async (time: string): Promise<string> => (await client.get(
      `${LIST.activities}?afterDate=2026-03-10T${time}&sort=asc&limit=1&offset=0`,
    )).activities[0].startTime.slice(0, 16);
    for (const time of ["21:15", "21:15:00", "21:15:00.000", "21:15:29.999"]) {
      expect(await firstAfter(time)).toBe("2026-03-10T21:15");
    }
    expect(await firstAfter("21:15:30.500")).toBe("2026-03-10T21:45");
  });

  it("give the newest sleep of a range first", async () => {
    const { sleep } = await client.get("/1.2/user/-/sleep/date/2026-02-01/2026-03-19.json");
    const starts = sleep.map(({ startTime }) => startTime);
    expect(starts).toEqual([...starts].sort().reverse());
  });

  it("have exact ids: 11 digits before 2025-09-26, 64 bits since", async () => {
    const all = await pages(client, `${LIST.activities}?${query("asc", 100)}`);
    for (const { logId, startTime } of all.flatMap((p): Activity[] => p.activities)) {
      const old = startTime < "2025-09-25";
      if (old) expect(String(logId)).toMatch(/^\d{11}$/);
      else if (startTime > "2025-09-27") expect(String(logId)).toMatch(/^\d{19}$/);
      if (typeof logId === "bigint") expect(BigInt(Number(logId))).not.toBe(logId);
    }
  });
});
