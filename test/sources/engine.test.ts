import { byId } from "../../common/polling/identities";
import { poll, start, type Found, type Stream } from "../../common/polling/engine";

interface Thing {
  n: number;
}

const NOW = Date.parse("2026-03-20T12:00:00Z");
const DAY = 86_400_000;

/** A thing that happened so many minutes before NOW. */
function thing(n: number, minutesAgo: number): Found<Thing> {
  const ts = NOW - minutesAgo * 60_000;
  const local = new Date(ts).toISOString();
  return {
    id: String(n),
    mark: `${local.slice(0, 16)} ${n}`,
    date: local.slice(0, 10),
    ts,
    record: { n },
  };
}

class Platform {
  readonly emitted: string[] = [];
  readonly logged: string[] = [];
  readonly writes: number[] = [];
  stored: unknown;
  now = NOW;

  get host() {
    return {
      now: this.now,
      db: {
        get: () => structuredClone(this.stored),
        set: (_: string, value: unknown) => {
          this.writes.push(this.emitted.length);
          this.stored = structuredClone(value);
        },
      },
      emit: (_: object, { id }: { id: string }) => void this.emitted.push(id),
      log: (line: string) => void this.logged.push(line),
    };
  }
}

function streamOf(things: Found<Thing>[], pageSize = 1_000): Stream<Thing> {
  return {
    lookBackDays: 14,
    async* recent(since) {
      const listed = [...things]
        .sort((a, b) => b.ts - a.ts)
        .filter(({ date }) => since === undefined || date >= since);
      for (let i = 0; i < Math.max(1, listed.length); i += pageSize) {
        yield await Promise.resolve({
          items: listed.slice(i, i + pageSize),
          more: i + pageSize < listed.length,
        });
      }
    },
    wasSeen: byId,
    isWanted: () => true,
    summary: ({ n }) => String(n),
  };
}

describe("the polling engine", () => {
  it("emits at most 100 a poll, oldest first, each once, until none is left", async () => {
    const platform = new Platform();
    await start(platform.host, streamOf([]));
    const things = Array.from({ length: 250 }, (_, n) => thing(n, 250 - n));
    const counts = [];
    for (let i = 0; i < 4; i++) {
      await poll(platform.host, streamOf(things, 100));
      counts.push(platform.emitted.length);
      platform.now += 900_000;
    }
    expect(counts).toEqual([100, 200, 250, 250]);
    expect(platform.emitted).toEqual(things.map(({ id }) => id));
  });

  it("writes once a poll, after the events", async () => {
    const platform = new Platform();
    await start(platform.host, streamOf([thing(1, 10), thing(2, 5)]));
    await poll(platform.host, streamOf([thing(1, 10), thing(2, 5), thing(3, 1)]));
    await poll(platform.host, streamOf([thing(3, 1)]));
    expect(platform.writes).toEqual([2, 3, 3]);
  });

  it("keeps its state within the window over 1,000 polls", async () => {
    const platform = new Platform();
    await start(platform.host, streamOf([]));
    const sizes = [];
    for (let i = 0; i < 1_000; i++) {
      platform.now += 6 * 3_600_000;
      const recent = Array.from({ length: 70 }, (_, n) => thing(i - n, (n - i) * 360));
      await poll(platform.host, streamOf(recent));
      sizes.push(JSON.stringify(platform.stored).length);
    }
    expect(new Set(platform.emitted).size).toBe(platform.emitted.length);
    expect(Math.max(...sizes)).toBeLessThan(4_000);
  });

  it("finds what comes after a pause of months, from the last poll on", async () => {
    const platform = new Platform();
    await start(platform.host, streamOf([]));
    platform.now += 90 * DAY;
    const things = [thing(1, -10 * 1_440), thing(2, -80 * 1_440), thing(3, 13 * 1_440)];
    await poll(platform.host, streamOf(things));
    expect(platform.emitted).toEqual(["3", "1", "2"]);
  });

  it.each([
    ["nothing else happens", []],
    ["it leaves the look-back between two polls", [3, 3]],
  ])("finds one that appears behind a full page, though %s", async (_, pauses) => {
    const platform = new Platform();
    const crowd = Array.from({ length: 130 }, (__, n) => thing(n, (130 - n) * 100));
    await start(platform.host, streamOf(crowd, 100));
    await poll(platform.host, streamOf(crowd, 100));
    const all = [...crowd, thing(999, 12 * 1_440)];
    const polls = [...pauses.map((days) => days * DAY), ...Array<number>(24).fill(900_000)];
    for (const later of polls) {
      platform.now += later;
      await poll(platform.host, streamOf(all, 100));
    }
    expect(platform.emitted.slice(25)).toEqual(["999"]);
  });

  it("forgets the oldest days, and says so, when the state is full", async () => {
    const platform = new Platform();
    const crowd = Array.from({ length: 2_400 }, (_, n) => thing(n, (2_400 - n) * 8));
    await start(platform.host, streamOf(crowd));
    expect(JSON.stringify(platform.stored).length).toBeLessThanOrEqual(60_000);
    expect(platform.logged.join()).toMatch(/only those from 2026-03-\d\d on/);
    platform.now += 900_000;
    await poll(platform.host, streamOf(crowd));
    expect(platform.emitted).toHaveLength(25);
    expect(platform.logged).toHaveLength(1);
  });
});
