import type { Reading } from "../../common/polling/found";
import { byAlias, byInterval, byTimeAsleep } from "../../common/polling/identities";
import { changes, records } from "../../common/polling/records";
import { limitRequests, OutOfRequests, spendRequest } from "../../common/wire/budget";
import { ApiError } from "../../common/wire/errors";
import {
  DAY, HOUR, List, MINUTE, NOW, Platform, streamOf, thing, type Thing,
} from "./platform";

const QUARTER = 15 * MINUTE;

/** So many things, the oldest first, each so many minutes after the one before. */
const several = (count: number, every = 10, first = 0) =>
  Array.from({ length: count }, (_, n) => thing(first + n, (count - n) * every));

/** A platform on which a source was deployed when there was this. */
async function deployed(list: List, options = {}) {
  const platform = new Platform();
  await platform.start(records(streamOf(list, options)));
  return platform;
}

const limited = (seconds: number) =>
  new ApiError("rate_limited", "Used up.", { retryAt: NOW + seconds * 1_000 });

/** The first page alone, which leads back to itself. */
async function* ledBack(pages: ReturnType<List["recent"]>) {
  for await (const { items } of pages) {
    yield { items, more: true };
    return;
  }
}

/** A list that fails. */
const failing = (error: Error) => ({
  async* recent() {
    await Promise.resolve();
    throw error;
  },
});

describe("records that appear", () => {
  it("are told once each, at most 50 a poll, the oldest first, until none is left", async () => {
    const list = new List([], 100);
    const platform = await deployed(list);
    list.things = several(130);
    const polls = [];
    for (let i = 0; i < 4; i++) {
      polls.push((await platform.poll(records(streamOf(list)), QUARTER)).length);
    }
    expect(polls).toEqual([50, 50, 30, 0]);
    expect(platform.emitted).toEqual(list.things.map(({ id }) => id));
  });

  it("are written down once a poll, after the events", async () => {
    const list = new List([thing(1, 10), thing(2, 5)]);
    const platform = await deployed(list);
    list.things.push(thing(3, 1));
    await platform.poll(records(streamOf(list)));
    await platform.poll(records(streamOf(list)));
    expect(platform.writes).toEqual([2, 3, 3]);
  });

  it("are known for the window alone, over 1,000 polls", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    const sizes = [];
    for (let i = 0; i < 1_000; i++) {
      platform.now += 6 * HOUR;
      list.things = Array.from({ length: 70 }, (_, n) => thing(i - n, (n - i) * 360));
      await platform.poll(records(streamOf(list)));
      sizes.push(platform.bytes);
    }
    expect(new Set(platform.emitted).size).toBe(platform.emitted.length);
    expect(Math.max(...sizes)).toBeLessThan(4_000);
  });

  it("are found after a pause of months, from the last poll on", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [thing(1, -10 * 1_440), thing(2, -80 * 1_440), thing(3, 13 * 1_440)];
    expect(await platform.poll(records(streamOf(list)), 90 * DAY)).toEqual(["3", "1", "2"]);
  });

  it.each([
    ["on the day before the look-back in UTC, which may be the user's last", 15, ["9"]],
    ["a day before that", 16, []],
  ])("are looked for %s", async (_, daysAgo, ids) => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [thing(9, daysAgo * 1_440)];
    expect(await platform.poll(records(streamOf(list)))).toEqual(ids);
  });

  it("are not told when an API gives more days than were asked for", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    const everything = new List([thing(8, 30 * 1_440), thing(9, 5)]);
    const generous = { recent: () => everything.recent({}) };
    expect(await platform.poll(records(streamOf(generous)))).toEqual(["9"]);
  });

  it("are not told then in a backlog either", async () => {
    const list = new List([], 5);
    const platform = await deployed(list);
    list.things = [thing(900, 30 * 1_440), ...several(60)];
    const generous = {
      recent: ({ from, oldestFirst }: Reading) =>
        list.recent(oldestFirst ? { oldestFirst } : { from }),
    };
    for (let i = 0; i < 3; i++) await platform.poll(records(streamOf(generous)), QUARTER);
    expect(platform.emitted).toEqual(several(60).map(({ id }) => id));
  });

  it("are told of up to 25 of the newest on deploy, with however many before them", async () => {
    const list = new List(several(60), 25);
    const platform = await deployed(list);
    expect(platform.emitted).toEqual(list.things.slice(-25).map(({ id }) => id));
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toEqual([]);
  });

  it("are told by a first poll that no deploy came before, as on deploy", async () => {
    const platform = new Platform();
    const list = new List(several(60));
    expect(await platform.poll(records(streamOf(list)))).toHaveLength(25);
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toEqual([]);
  });

  it("are left out when they have no id or no time, which the log says, and stop nothing", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    const timeless = { ...thing(4, 3), mark: { spans: [{ start: NaN, end: NaN }] } };
    list.things = [{ ...thing(0, 9), id: "" }, timeless, thing(5, 1)];
    expect(await platform.poll(records(streamOf(list)))).toEqual(["5"]);
    expect(platform.logged).toEqual(["Records that lack an id or a time were left out: 2."]);
  });
});

describe("the pages that a poll reads", () => {
  const crowd = several(130, 100);

  it("are one while nothing is new, whatever waits", async () => {
    const list = new List(crowd.map((item) => ({ ...item })), 100);
    const waiting = { ...thing(900, 5), settlesAfterMs: DAY };
    list.things.push(waiting);
    const platform = await deployed(list);
    await platform.poll(records(streamOf(list)), QUARTER);
    list.requests = 0;
    for (let i = 0; i < 20; i++) await platform.poll(records(streamOf(list)), QUARTER);
    expect(list.requests).toBe(20);
  });

  it("go on behind one that held something new", async () => {
    const list = new List([...crowd], 100);
    const platform = await deployed(list);
    list.things = [...crowd, thing(900, 5), thing(901, 99 * 100 + 30)];
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toEqual(["901", "900"]);
  });

  it("end where they lead back, and are looked behind again at each poll", async () => {
    const list = new List([...crowd], 100);
    const platform = await deployed(list);
    list.things = [...crowd, thing(900, 5), thing(901, 99 * 100 + 30)];
    const round = records(streamOf({ recent: (reading) => ledBack(list.recent(reading)) }));
    expect(await platform.poll(round, QUARTER)).toEqual(["900"]);
    list.requests = 0;
    expect(await platform.poll(round, QUARTER)).toEqual([]);
    expect(list.requests).toBe(1);
    list.things.push(thing(902, -20));
    expect(await platform.poll(round, QUARTER)).toEqual(["902"]);
    expect(await platform.poll(records(streamOf(list)), 6 * HOUR)).toEqual(["901"]);
  });

  it("lead back after all ids have changed, and the last of the page is known again", async () => {
    const list = new List(several(5, 60), 4);
    const platform = await deployed(list, { identity: byAlias });
    list.things = several(5, 60).map((found) => ({ ...found, id: `new-${found.id}` }));
    const recent = (reading: Reading) => ledBack(list.recent(reading));
    const round = records(streamOf({ recent }, { identity: byAlias }));
    expect(await platform.poll(round, QUARTER)).toEqual([]);
  });

  it("lead back in a backlog, which goes on at the next poll, until the newest is told", async () => {
    const list = new List([], 5);
    const platform = await deployed(list);
    list.things = several(44);
    const round = records(streamOf({
      recent: (reading) => reading.oldestFirst
        ? ledBack(list.recent(reading))
        : list.recent(reading),
    }));
    for (let i = 0; i < 13; i++) await platform.poll(round, QUARTER);
    expect(platform.emitted).toEqual(list.things.map(({ id }) => id));
  });

  it("go on behind an empty one", async () => {
    const list = new List([], 100);
    const platform = await deployed(list);
    list.things = [thing(900, 5)];
    const late = {
      async* recent(reading: object) {
        yield { items: [], more: true };
        yield* list.recent(reading);
      },
    };
    expect(await platform.poll(records(streamOf(late)), QUARTER)).toEqual(["900"]);
  });

  it.each([
    ["6 hours after the window was read, to the millisecond", 6 * HOUR, ["999"]],
    ["not a millisecond before", 6 * HOUR - 1, []],
  ])("are all of the window %s", async (_, later, ids) => {
    const list = new List([...crowd], 100);
    const platform = await deployed(list);
    list.things = [...crowd, thing(999, 12 * 1_440)];
    expect(await platform.poll(records(streamOf(list)), later)).toEqual(ids);
  });

  it("are all of it at every poll of a timer of 6 hours", async () => {
    const list = new List([...crowd], 100);
    const platform = await deployed(list);
    for (const n of [997, 998, 999]) {
      list.things.push(thing(n, 12 * 1_440 + n));
      expect(await platform.poll(records(streamOf(list)), 6 * HOUR)).toEqual([String(n)]);
    }
  });

  it.each([
    ["nothing else happens", []],
    ["it leaves the look-back between two polls", [3, 3]],
  ])("reach one that appears behind a full page, though %s", async (_, pauses) => {
    const list = new List([...crowd], 100);
    const platform = await deployed(list);
    await platform.poll(records(streamOf(list)));
    list.things.push(thing(999, 12 * 1_440));
    for (const days of pauses) await platform.poll(records(streamOf(list)), days * DAY);
    for (let i = 0; i < 24; i++) await platform.poll(records(streamOf(list)), QUARTER);
    expect(platform.emitted.slice(25)).toEqual(["999"]);
  });
});

describe("the parts that a split leaves of a record", () => {
  const identity = byInterval;

  it.each([
    ["are told of each, where it was not", [], ["3", "2"]],
    ["are not, where it was", ["1"], []],
  ])("%s", async (_, heard, parts) => {
    const list = new List([]);
    const platform = await deployed(list, { identity });
    list.things = [{ ...thing(1, 600, 480), settlesAfterMs: heard.length ? 0 : DAY }];
    expect(await platform.poll(records(streamOf(list, { identity })))).toEqual(heard);
    list.things = [thing(2, 500, 380), thing(3, 600, 25)];
    expect(await platform.poll(records(streamOf(list, { identity })), QUARTER)).toEqual(parts);
  });
});

describe("a page that is not read", () => {
  const identity = byInterval;

  it("proves nothing: what it may hold is not gone", async () => {
    const list = new List([thing(1, 600, 600), thing(2, 540, 20)], 1);
    const platform = await deployed(list, { identity });
    list.things.push(thing(3, 400, 390));
    expect(await platform.poll(records(streamOf(list, { identity })), QUARTER)).toEqual(["3"]);
  });

  it("proves nothing where a backlog is read, before what is read or behind it", async () => {
    const behind = thing(902, 5_000, 300);
    const list = new List([behind], 10);
    const platform = await deployed(list, { identity });
    const before = thing(900, 19_000, 12_000);
    const small = Array.from({ length: 97 }, (_, n) => thing(n, 18_900 - n * 100, 5));
    const between = Array.from({ length: 20 }, (_, n) => thing(200 + n, 5_190 - n * 9, 2));
    // Each overlaps one that is told, and there, but not in the part that is read then.
    const over = [thing(901, 13_001, 5_000), thing(903, 5_201, 450)];
    list.things = [behind, before, ...small, ...between, ...over];
    for (let i = 0; i < 4; i++) {
      await platform.poll(records(streamOf(list, { identity })), QUARTER);
    }
    expect(platform.emitted).toHaveLength(121);
    expect(platform.emitted).toEqual(expect.arrayContaining(["900", "901", "903"]));
  });
});

describe("a backlog", () => {
  /** Polls until all has arrived; gives how many requests each poll made. */
  async function workedOff(count: number, list: List) {
    const platform = await deployed(list);
    list.things = several(count, 15);
    const costs = [];
    while (platform.emitted.length < count && costs.length < 100) {
      list.requests = 0;
      const ids = await platform.poll(records(streamOf(list)), QUARTER);
      expect(ids.length).toBeLessThanOrEqual(50);
      costs.push(list.requests);
    }
    expect(platform.emitted).toEqual(list.things.map(({ id }) => id));
    return { platform, costs, sum: costs.reduce((a, b) => a + b, 0) };
  }

  it.each([[25, 3], [100, 2]])(
    "of any size costs requests in proportion, in pages of %i",
    async (pageSize, most) => {
      const sums = [];
      for (const count of [325, 650, 1_300]) {
        const { costs, sum } = await workedOff(count, new List([], pageSize));
        expect(Math.max(...costs)).toBeLessThanOrEqual(12);
        expect(sum).toBeLessThan(most * count / 25 + 20);
        sums.push(sum);
      }
      expect(sums[2]).toBeLessThan(2.2 * (sums[1] ?? 0));
    },
  );

  it("fits into one day, too", async () => {
    const list = new List([], 25);
    const platform = await deployed(list);
    list.things = several(600, 1);
    const costs = [];
    while (platform.emitted.length < 600 && costs.length < 20) {
      list.requests = 0;
      await platform.poll(records(streamOf(list)), MINUTE);
      costs.push(list.requests);
    }
    expect(platform.emitted).toHaveLength(600);
    expect(Math.max(...costs)).toBeLessThanOrEqual(12);
  });

  it("loses nothing that syncs meanwhile, before or behind where it is read", async () => {
    const list = new List([], 25);
    const platform = await deployed(list);
    list.things = several(400, 15);
    const late = [thing(900, 10 * 1_440), thing(901, 3 * 1_440 + 7), thing(902, 1)];
    for (let i = 0; i < 60; i++) {
      const [next] = late;
      if (i === 3 && next) list.things.push(next, ...late.slice(1));
      await platform.poll(records(streamOf(list)), QUARTER);
    }
    expect(new Set(platform.emitted).size).toBe(403);
    expect(platform.emitted).toHaveLength(403);
  });

  it("goes on where it was after a rate limit in the middle", async () => {
    const list = new List([], 25);
    const platform = await deployed(list);
    list.things = several(400, 15);
    await platform.poll(records(streamOf(list)));
    await platform.poll(records(streamOf(list)));
    const error = limited(600);
    await expect(platform.poll(records(streamOf(failing(error))))).rejects.toBe(error);
    platform.now += 600_000;
    const before = platform.emitted.length;
    list.requests = 0;
    await platform.poll(records(streamOf(list)));
    expect(platform.emitted.slice(before)).toEqual(
      list.things.slice(before, before + 50).map(({ id }) => id),
    );
    expect(list.requests).toBeLessThan(6);
  });

  it("keeps what a poll has come to when its requests are used up", async () => {
    const list = new List([], 25);
    const platform = await deployed(list);
    list.things = several(60, 15).map((item) => ({
      ...item,
      complete: () => Number(item.id) % 20 === 19
        ? Promise.reject(new OutOfRequests())
        : Promise.resolve(item.record),
    }));
    expect(await platform.poll(records(streamOf(list)))).toHaveLength(19);
    list.things = several(60, 15);
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toHaveLength(41);
  });

  it("never makes a poll ask for more than it may", async () => {
    const list = new List([], 25);
    const platform = await deployed(list);
    list.things = several(2_000, 9);
    const stream = streamOf(list);
    limitRequests(stream.call.$, 50);
    let spent = 0;
    const costly = {
      async* recent(reading: object) {
        for await (const page of list.recent(reading)) {
          for (let i = 0; i < 30; i++) {
            spendRequest(stream.call.$);
            spent += 1;
          }
          yield page;
        }
      },
    };
    await platform.poll(records({ ...stream, recent: costly.recent }));
    expect(spent).toBeLessThanOrEqual(50);
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toHaveLength(50);
  });
});

describe("a poll that is killed between its events and its write", () => {
  /** What the platform lets through: it remembers the last 100 ids. */
  function unique(emitted: string[]) {
    let cache: string[] = [];
    return emitted.filter((id) => {
      if (cache.includes(id)) return false;
      cache = [...cache, id].slice(-100);
      return true;
    });
  }

  it("repeats nothing, though an older record syncs before the next", async () => {
    const list = new List([], 100);
    const platform = await deployed(list);
    list.things = several(130);
    const before = structuredClone(platform.stored);
    await platform.poll(records(streamOf(list)));
    platform.stored = before;
    list.things.push(thing(900, 5_000));
    for (let i = 0; i < 6; i++) await platform.poll(records(streamOf(list)), QUARTER);
    const arrived = unique(platform.emitted);
    expect(arrived).toHaveLength(131);
    expect(new Set(arrived).size).toBe(131);
  });
});

describe("what is stored", () => {
  /** More than there is room for: ids are as long as the APIs' own. */
  const crowd = () => several(2_400, 8).map((item) => ({
    ...item, id: `880851835817${item.id.padStart(7, "0")}`,
  }));

  it("forgets the oldest days when it is full, and says so once", async () => {
    const list = new List(crowd());
    const platform = await deployed(list);
    expect(platform.bytes).toBeLessThanOrEqual(64_000);
    for (let i = 0; i < 3; i++) {
      list.things.push(thing(9_000 + i, -i));
      await platform.poll(records(streamOf(list)), QUARTER);
    }
    expect(platform.bytes).toBeLessThanOrEqual(64_000);
    expect(platform.emitted.slice(25)).toEqual(["9000", "9001", "9002"]);
    expect(platform.logged).toEqual([
      expect.stringMatching(/^So many records that only those from 2026-03-\d\d on /),
    ]);
  });

  it("is measured in bytes", async () => {
    const list = new List(several(1_300, 15).map((item) => ({
      ...item, id: `${item.id}-時計時計時計時計時計時計`,
    })));
    const platform = await deployed(list);
    expect(platform.bytes).toBeLessThanOrEqual(64_000);
    expect(platform.logged).toHaveLength(1);
  });

  /** A platform on which a first poll could read no more than five days. */
  async function cutShort(list: List) {
    const platform = new Platform();
    const stream = streamOf(list);
    limitRequests(stream.call.$, 15);
    const costly = {
      async* recent(reading: object) {
        for await (const page of list.recent(reading)) {
          spendRequest(stream.call.$);
          yield page;
        }
      },
    };
    await platform.start(records({ ...stream, recent: costly.recent }));
    return platform;
  }

  /** Four a day, at 11, 9, 7 and 5 o'clock, for ten days. */
  const fourADay = () => Array.from({ length: 40 }, (_, n) =>
    thing(n, Math.floor(n / 4) * 1_440 + 60 + (n % 4) * 120));

  it("begins behind the day that a first poll could not read to its end", async () => {
    const list = new List(fourADay(), 3);
    const platform = await cutShort(list);
    expect(platform.logged).toEqual([
      "So many records that only those from 2026-03-18 on are still looked at.",
    ]);
    list.things.push(thing(90, 3 * 1_440 + 30), thing(91, 2 * 1_440 + 30));
    expect(await platform.poll(records(streamOf(list)), 6 * HOUR)).toEqual(["91"]);
    list.things.push(thing(92, 3 * 1_440 + 40));
    expect(await platform.poll(records(streamOf(list)), 6 * HOUR)).toEqual([]);
  });

  it("goes on to begin there while a backlog is worked off", async () => {
    const list = new List(fourADay(), 3);
    const platform = await cutShort(list);
    list.things.push(...Array.from({ length: 70 }, (_, n) => thing(100 + n, 50 - n)));
    const polls = [];
    for (let i = 0; i < 4; i++) {
      polls.push((await platform.poll(records(streamOf(list)), 6 * HOUR)).length);
    }
    expect(polls).toEqual([50, 20, 0, 0]);
  });

  it("is not asked again about the days that it forgot", async () => {
    const list = new List(crowd());
    const platform = await deployed(list);
    list.things.push(thing(9_000, 13 * 1_440));
    expect(await platform.poll(records(streamOf(list)), 6 * HOUR)).toEqual([]);
  });

  it.each([
    [{ at: "x", seen: 5 }], ["text"], [{ kept: { at: "x", days: {} } }], [{ kept: 5 }],
    [{ kept: { at: NOW, days: { "2026-03-20": { 1: "?!" } } } }],
    [{ kept: { at: NOW, days: { "2026-02-30": {} } } }],
    [{ kept: { at: NOW, days: { "2026-03-20": 5 } } }], [{ kept: { at: 1e300, days: {} } }],
    [{ kept: { at: NOW, days: {}, walk: { from: "x", reach: NOW } } }],
    [{ kept: { at: NOW, days: {}, floor: 7 } }], [{ kept: null }], [{ kept: [] }], [[1]],
    [{ kept: { at: NOW, days: [] } }],
    [{ kept: { at: NOW, days: {}, offset: { at: "x" } } }],
  ])("is said and begun anew, as on deploy, when it cannot be read: %j", async (odd) => {
    const platform = new Platform();
    platform.stored = odd;
    const list = new List(several(30));
    expect(await platform.poll(records(streamOf(list)))).toHaveLength(25);
    expect(platform.logged).toEqual([expect.stringContaining("cannot be read: it starts anew")]);
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toEqual([]);
  });

  it("is read whole again: what waits, what was let go, and where a backlog is", async () => {
    const list = new List([], 25);
    const isWanted = ({ size = 0 }: Thing) => size > 1;
    const platform = await deployed(list, { isWanted });
    list.things = [
      thing(1, 30, 1), { ...thing(2, 20, 2), settlesAfterMs: HOUR }, ...several(60, 40, 100),
    ];
    await platform.poll(records(streamOf(list, { isWanted })));
    const { kept } = platform.stored as { kept: { days: Record<string, object> } };
    const all = Object.assign({}, ...Object.values(kept.days)) as Record<string, string>;
    expect(all[1]).toMatch(/^-s1 /);
    expect(all[2]).toMatch(/^~/);
    expect(await platform.poll(records(streamOf(list, { isWanted })), HOUR)).toEqual(["2"]);
  });

  it("holds what lies just before the window, which another app may tell of within it", async () => {
    const identity = byTimeAsleep;
    const list = new List([]);
    const platform = await deployed(list, { identity });
    const midnight = 14 * 1_440 + 12 * 60;
    list.things = [thing(1, midnight + 1, 60)];
    expect(await platform.poll(records(streamOf(list, { identity })))).toEqual(["1"]);
    await platform.poll(records(streamOf(list, { identity })), DAY);
    await platform.poll(records(streamOf(list, { identity })), QUARTER);
    list.things.push(thing(2, midnight - 1, 60));
    expect(await platform.poll(records(streamOf(list, { identity })), QUARTER)).toEqual([]);
  });

  it("outlives a clock that is set back", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    platform.now -= 2 * DAY;
    list.things = [thing(1, 3 * 1_440)];
    expect(await platform.poll(records(streamOf(list)))).toEqual(["1"]);
    list.things.push(thing(2, 16 * 1_440));
    expect(await platform.poll(records(streamOf(list)))).toEqual(["2"]);
  });
});

describe("a rate limit", () => {
  it("pauses the polls until it ends, which the log says at each, and changes nothing", async () => {
    const list = new List([thing(1, 5)]);
    const platform = await deployed(list);
    const before = structuredClone(platform.stored);
    const error = limited(1_800);
    await expect(platform.poll(records(streamOf(failing(error))))).rejects.toBe(error);
    list.things.push(thing(2, 1));
    list.requests = 0;
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toEqual([]);
    expect(await platform.poll(records(streamOf(list)), QUARTER - 1)).toEqual([]);
    expect(list.requests).toBe(0);
    expect(platform.logged).toEqual([
      "The rate limit resets at 12:30 UTC (in 15 minutes): nothing is asked before.",
      "The rate limit resets at 12:30 UTC (in 1 second): nothing is asked before.",
    ]);
    expect(platform.stored).toMatchObject(before as object);
    expect(await platform.poll(records(streamOf(list)), 1)).toEqual(["2"]);
  });

  it("on deploy puts the beginning off, and no poll asks before", async () => {
    const platform = new Platform();
    await platform.start(records(streamOf(failing(limited(2_700)))));
    expect(platform.logged).toEqual([expect.stringContaining("begins with the first poll")]);
    const list = new List(several(30));
    for (const later of [QUARTER, QUARTER]) {
      expect(await platform.poll(records(streamOf(list)), later)).toEqual([]);
    }
    expect(list.requests).toBe(0);
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toHaveLength(25);
  });

  it("that is met by a first poll pauses those after it", async () => {
    const platform = new Platform();
    await expect(platform.poll(records(streamOf(failing(limited(600)))))).rejects.toThrow();
    const list = new List([thing(1, 5)]);
    expect(await platform.poll(records(streamOf(list)), 599_999)).toEqual([]);
    expect(await platform.poll(records(streamOf(list)), 1)).toEqual(["1"]);
  });

  it("pauses for an hour at most, whatever the API says", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    const endless = records(streamOf(failing(limited(999_999_999))));
    await expect(platform.poll(endless)).rejects.toThrow();
    list.things.push(thing(1, 5));
    expect(await platform.poll(records(streamOf(list)), HOUR)).toEqual(["1"]);
  });

  it.each([
    ["an hour ahead", HOUR, []], ["an hour ahead, by a clock that went back", HOUR + MINUTE, []],
    ["further ahead than any", HOUR + MINUTE + 1, ["1"]],
    ["at no time", "soon", ["1"]],
  ])("holds where what was stored ends %s", async (_, ahead, ids) => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things.push(thing(1, 5));
    const pausedUntil = typeof ahead === "number" ? NOW + ahead : ahead;
    Object.assign(platform.stored as object, { pausedUntil });
    expect(await platform.poll(records(streamOf(list)))).toEqual(ids);
  });

  it("fails a poll as it is where it does not say when it ends", async () => {
    const platform = await deployed(new List([]));
    const error = new ApiError("rate_limited", "Used up.");
    await expect(platform.poll(records(streamOf(failing(error))))).rejects.toBe(error);
    const list = new List([thing(1, 5)]);
    expect(await platform.poll(records(streamOf(list)), 1)).toEqual(["1"]);
  });
});

describe("what a filter lets go", () => {
  const isWanted = ({ size = 0 }: Thing) => size >= 30;

  it("is told once when it changes so that it is wanted", async () => {
    const list = new List([]);
    const platform = await deployed(list, { isWanted });
    list.things = [thing(1, 60, 16)];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual([]);
    list.things = [thing(1, 60, 20)];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual([]);
    list.things = [thing(1, 60, 62)];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual(["1"]);
    list.things = [thing(1, 60, 16)];
    await platform.poll(records(streamOf(list, { isWanted })), QUARTER);
    list.things = [thing(1, 60, 62)];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual([]);
  });

  it("is not told because an option changes", async () => {
    const list = new List([]);
    const platform = await deployed(list, { isWanted });
    list.things = [thing(1, 60, 16)];
    await platform.poll(records(streamOf(list, { isWanted })), QUARTER);
    expect(await platform.poll(records(streamOf(list)), QUARTER)).toEqual([]);
  });

  it("is done with when it was there on deploy", async () => {
    const list = new List([thing(1, 60, 16)]);
    const platform = await deployed(list, { isWanted });
    list.things = [thing(1, 60, 62)];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual([]);
  });

  it("costs no request to complete it where the list says enough", async () => {
    const complete = jest.fn();
    const list = new List([]);
    const platform = await deployed(list, { isWanted });
    list.things = [{ ...thing(1, 60, 16), complete }];
    await platform.poll(records(streamOf(list, { isWanted })), QUARTER);
    expect(complete).not.toHaveBeenCalled();
  });
});

describe("where a record comes from", () => {
  const isWanted = ({ size }: Thing) => size === 7 ? true : undefined;

  it("is waited for while the API does not say so, and asked for again", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    const unsaid = { ...thing(1, 600), source: () => Promise.resolve(undefined) };
    list.things = [unsaid];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual([]);
    const complete = () => Promise.resolve({ n: 1, size: 7 });
    list.things = [{ ...unsaid, complete, source: () => Promise.resolve("w") }];
    expect(await platform.poll(records(streamOf(list, { isWanted })), QUARTER)).toEqual(["1"]);
  });

  it("is not waited for longer than a day", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [{ ...thing(1, 600), source: () => Promise.resolve(undefined) }];
    expect(await platform.poll(records(streamOf(list, { isWanted })))).toEqual([]);
    expect(await platform.poll(records(streamOf(list, { isWanted })), DAY - 1)).toEqual([]);
    expect(await platform.poll(records(streamOf(list, { isWanted })), 1)).toEqual(["1"]);
  });

  it("is not waited for where the API has said all that it knows", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [thing(2, 700), { ...thing(1, 600), source: () => Promise.resolve("w") }];
    expect(await platform.poll(records(streamOf(list, { isWanted })))).toEqual(["2", "1"]);
  });
});

describe("a local time of an unknown offset", () => {
  const local = (minutesAgo: number) => ({
    ...thing(1, minutesAgo), at: { local: NOW - minutesAgo * MINUTE }, settlesAfterMs: HOUR,
  });

  it("counts as past once it is past everywhere", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [local(0)];
    expect(await platform.poll(records(streamOf(list)), 13 * HOUR - 1)).toEqual([]);
    expect(await platform.poll(records(streamOf(list)), 1)).toEqual(["1"]);
  });

  it.each([
    ["at most once in 6 hours", 6 * HOUR - 1, 1], ["anew after 6 hours", 6 * HOUR, 2],
  ])("has the offset asked for %s", async (_, later, times) => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [local(0)];
    const utcOffset = jest.fn(() => Promise.resolve(undefined));
    await platform.poll(records(streamOf(list, { utcOffset })));
    await platform.poll(records(streamOf(list, { utcOffset })), later);
    expect(utcOffset).toHaveBeenCalledTimes(times);
  });

  it("is told at once where nothing has to settle, and of no later than now", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    list.things = [{ ...thing(1, 0), at: { local: NOW + 9 * HOUR } }];
    expect(await platform.poll(records(streamOf(list)))).toEqual(["1"]);
    expect(platform.events).toMatchObject([{ ts: NOW }]);
  });

  it("has it asked for when it matters, and not for what is known", async () => {
    const list = new List([local(600)]);
    const utcOffset = jest.fn(() => Promise.resolve(0));
    const platform = await deployed(list, { utcOffset });
    expect(platform.events).toMatchObject([{ ts: NOW - 600 * MINUTE }]);
    await platform.poll(records(streamOf(list, { utcOffset })), 7 * HOUR);
    expect(utcOffset).toHaveBeenCalledTimes(1);
  });

  it("does not go by an offset from before a change of clocks", async () => {
    const list = new List([]);
    const platform = await deployed(list);
    platform.now = Date.parse("2026-03-29T00:30:00Z");
    const wall = (time: string) => (
      { ...thing(1, 0), at: { local: Date.parse(time) }, settlesAfterMs: 0 }
    );
    list.things = [wall("2026-03-29T03:00:00Z")];
    const offsets = [3_600_000, undefined];
    const utcOffset = () => Promise.resolve(offsets.shift());
    expect(await platform.poll(records(streamOf(list, { utcOffset })))).toEqual([]);
    // Berlin's 03:00 is 01:00 UTC that day; by the offset of before it would be 02:00.
    expect(await platform.poll(records(streamOf(list, { utcOffset })), 2 * HOUR)).toEqual([]);
    expect(offsets).toEqual([]);
  });

  it.each([
    ["2026-03-28T07:00:00Z", "2026-03-28T06:00:00.000Z"],
    ["2026-03-29T07:00:00Z", "2026-03-29T05:00:00.000Z"],
  ])("is that of a time zone on its own day: %s in Berlin", async (time, instant) => {
    const list = new List([]);
    const platform = await deployed(list);
    platform.now = Date.parse("2026-03-30T12:00:00Z");
    list.things = [{ ...thing(1, 0), at: { local: Date.parse(time) } }];
    const call = { $: { export: () => undefined }, timeZone: "Europe/Berlin" };
    await platform.poll(records(streamOf(list, { call })));
    expect(platform.events.map(({ ts }) => new Date(ts).toISOString())).toEqual([instant]);
  });
});

describe("records that change", () => {
  it("are told when they appear and at each change, and not between", async () => {
    const list = new List([thing(1, 60)]);
    const platform = new Platform();
    await platform.start(changes(streamOf(list)));
    const polls = [];
    for (const things of [
      [thing(1, 60)],
      [thing(1, 60, 2)],
      [thing(1, 60, 2), thing(2, 9)],
      [thing(1, 60, 2), thing(2, 9)],
      [thing(1, 60, 3), thing(2, 9, 5)],
    ]) {
      list.things = things;
      polls.push(await platform.poll(changes(streamOf(list)), QUARTER));
    }
    expect(platform.emitted.slice(0, 1)).toEqual(["1"]);
    expect(polls).toEqual([[], ["1-s2"], ["2"], [], ["1-s3", "2-s5"]]);
  });
});
