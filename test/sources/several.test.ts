import { records } from "../../common/polling/records";
import { several } from "../../common/polling/several";
import type { Stream } from "../../common/polling/stream";
import { ApiError } from "../../common/wire/errors";
import { DAY, HOUR, List, MINUTE, NOW, Platform, streamOf, thing } from "./platform";

const things = (from: number, count: number, minutesAgo = 0) =>
  Array.from({ length: count }, (_, n) => thing(from + n, minutesAgo + 10 * (count - n)));

/** A list that may refuse to be read. */
class Guarded extends List {
  error: Error | undefined;

  override async* recent(...args: Parameters<List["recent"]>) {
    if (this.error) throw this.error;
    yield* super.recent(...args);
  }
}

const refused = () => new ApiError("missing_scope", "The scope is missing.", { status: 403 });

/** Two kinds, each with its list. */
class Pair {
  readonly walks = new Guarded([]);
  readonly naps = new Guarded([]);

  get stream(): Stream {
    return several({
      walk: records(streamOf(this.walks)), nap: records(streamOf(this.naps)),
    });
  }
}

async function deployed() {
  const pair = new Pair();
  const platform = new Platform();
  await platform.start(pair.stream);
  return { pair, platform };
}

describe("several kinds in one source", () => {
  it("are told with their kind, each record once, the oldest of all first", async () => {
    const { pair, platform } = await deployed();
    pair.walks.things = [thing(1, 30), thing(2, 10)];
    pair.naps.things = [thing(1, 20)];
    expect(await platform.poll(pair.stream)).toEqual(["walk-1", "nap-1", "walk-2"]);
    expect(platform.events[1]).toMatchObject({
      ts: NOW - 20 * MINUTE, summary: "1", event: { kind: "nap", record: { n: 1 } },
    });
    expect(await platform.poll(pair.stream, MINUTE)).toEqual([]);
  });

  it("tell of the newest 25 of all on deploy, and know the rest", async () => {
    const pair = new Pair();
    pair.walks.things = things(100, 30, 500);
    pair.naps.things = things(200, 20);
    const platform = new Platform();
    await platform.start(pair.stream);
    expect(platform.emitted).toHaveLength(25);
    expect(platform.emitted.slice(-20).every((id) => id.startsWith("nap-"))).toBe(true);
    expect(platform.emitted[0]).toBe("walk-125");
    expect(await platform.poll(pair.stream, HOUR)).toEqual([]);
  });

  it("tell of fifty a poll together, the oldest first, and lose none", async () => {
    const { pair, platform } = await deployed();
    pair.walks.things = things(100, 70);
    pair.naps.things = things(200, 70);
    const polls: string[][] = [];
    for (let i = 0; i < 4; i++) polls.push(await platform.poll(pair.stream, MINUTE));
    expect(polls.map(({ length }) => length)).toEqual([50, 50, 40, 0]);
    expect(new Set(polls.flat()).size).toBe(140);
    const walks = polls[0]?.filter((id) => id.startsWith("walk-"));
    expect(walks).toEqual(Array.from({ length: 25 }, (_, n) => `walk-${100 + n}`));
  });

  it("are read once in a poll that has more to tell than fits", async () => {
    const { pair, platform } = await deployed();
    pair.walks.things = things(100, 40);
    pair.naps.things = things(200, 40);
    const before = pair.walks.requests + pair.naps.requests;
    expect(await platform.poll(pair.stream, MINUTE)).toHaveLength(50);
    expect(pair.walks.requests + pair.naps.requests - before).toBe(2);
  });

  it("go on without one whose scope is missing, which the log says, until it is there", async () => {
    const { pair, platform } = await deployed();
    pair.naps.error = refused();
    pair.walks.things = [thing(1, 10)];
    pair.naps.things = [thing(2, 10)];
    expect(await platform.poll(pair.stream, MINUTE)).toEqual(["walk-1"]);
    expect(platform.logged).toEqual(["nap: The scope is missing. The other kinds go on."]);
    pair.naps.error = undefined;
    expect(await platform.poll(pair.stream, MINUTE)).toEqual(["nap-2"]);
  });

  it("fail where none may be read", async () => {
    const { pair, platform } = await deployed();
    const stored = structuredClone(platform.stored);
    pair.walks.error = refused();
    pair.naps.error = refused();
    await expect(platform.poll(pair.stream, MINUTE)).rejects.toThrow("The scope is missing.");
    expect(platform.stored).toEqual(stored);
  });

  it("tell of no history of a kind that could not be read on deploy, or is chosen later", async () => {
    const pair = new Pair();
    pair.naps.error = refused();
    pair.naps.things = [thing(1, 60)];
    const platform = new Platform();
    await platform.start(pair.stream);
    pair.naps.error = undefined;
    expect(await platform.poll(pair.stream, MINUTE)).toEqual([]);
    pair.naps.things.push(thing(2, -1));
    expect(await platform.poll(pair.stream, 2 * MINUTE)).toEqual(["nap-2"]);
  });

  it("forget one that is chosen no longer, so that it begins anew when it is chosen again", async () => {
    const { pair, platform } = await deployed();
    const walks = several({ walk: records(streamOf(pair.walks)) });
    await platform.poll(walks, MINUTE);
    pair.naps.things = [thing(1, 0)];
    await platform.poll(walks, DAY);
    expect(await platform.poll(pair.stream, MINUTE)).toEqual([]);
  });

  it("all wait for the end of a rate limit that one meets, and lose nothing", async () => {
    const { pair, platform } = await deployed();
    pair.walks.things = [thing(1, 10)];
    pair.naps.error = new ApiError("rate_limited", "Used up.", { retryAt: NOW + HOUR / 2 });
    await expect(platform.poll(pair.stream)).rejects.toThrow("Used up.");
    const { requests } = pair.walks;
    pair.naps.error = undefined;
    expect(await platform.poll(pair.stream, HOUR / 4)).toEqual([]);
    expect(pair.walks.requests).toBe(requests);
    expect(await platform.poll(pair.stream, HOUR / 4)).toEqual(["walk-1"]);
  });

  it("share 64 kB, however many records each has", async () => {
    const { pair, platform } = await deployed();
    for (let i = 0; i < 60; i++) {
      const now = (platform.now - NOW) / MINUTE;
      pair.walks.things.push(...things(1_000_000_000 + 100 * i, 25, -now));
      pair.naps.things.push(...things(2_000_000_000 + 100 * i, 25, -now));
      await platform.poll(pair.stream, 4 * HOUR);
      expect(platform.bytes).toBeLessThan(64_000);
    }
    expect(new Set(platform.emitted).size).toBe(platform.emitted.length);
    expect(platform.logged.some((line) => line.includes("still looked at"))).toBe(true);
  });

  it.each([[{ kept: [] }], [{ kept: { walk: "x" } }]])(
    "begin anew when what was stored cannot be read: %j", async (odd) => {
      const { pair, platform } = await deployed();
      pair.walks.things = [thing(1, 10)];
      platform.stored = odd;
      await platform.poll(pair.stream);
      pair.walks.things.push(thing(2, -1));
      expect(await platform.poll(pair.stream, 2 * MINUTE)).toEqual(["walk-2"]);
      expect(platform.logged).toEqual([expect.stringContaining("cannot be read")]);
    },
  );
});
