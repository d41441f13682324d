import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { addDays } from "../../common/dates";
import {
  cut, extentOf, inOrder, inWords, rangeSoFar, type Stop,
} from "../../common/ranges";
import { OutOfRequests } from "../../common/wire/budget";
import { ApiError } from "../../common/wire/errors";
import fc from "../support/properties";

const RESETS = Date.parse("2026-03-20T12:45:00Z");
const NOW = Date.parse("2026-03-20T12:15:00Z");
const usedUp = () => new ApiError("rate_limited", "Used up.", { status: 429, retryAt: RESETS });

/** The days from one to another, one by one. */
function eachDay(from: string, to: string): string[] {
  const length = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  return Array.from({ length }, (_, i) => addDays(from, i));
}

describe("a range in pieces", () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));
  const range = fc.tuple(day, fc.integer({ min: 0, max: 1_200 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) }));

  it("covers each day once, the oldest first, in the fewest pieces", () => {
    fc.assert(fc.property(range, fc.integer({ min: 1, max: 1_095 }), ({ from, to }, most) => {
      const pieces = cut({ from, to }, most);
      const days = eachDay(from, to);
      expect([pieces.flatMap((piece) => eachDay(piece.from, piece.to)), pieces.length])
        .toEqual([days, Math.ceil(days.length / most)]);
    }));
  });

  it("is one piece where a request takes any number of days", () => {
    const range = { from: "2001-01-01", to: "2026-03-20" };
    expect(cut(range)).toEqual([range]);
  });

  it("that ends before it begins has none", () => {
    const range = { from: "2026-03-21", to: "2026-03-20" };
    expect([cut(range), cut(range, 7)]).toEqual([[], []]);
  });
});

/** A request under way. */
interface Open {
  answer: (text: string) => void;
  fail: (error: Error) => void;
}

/** Requests that are answered when, and in the order that, a test likes. */
function desk() {
  const open = new Map<number, Open>();
  const asked: number[] = [];
  let most = 0;
  const ask = (piece: number) => new Promise<string>((resolve, reject) => {
    asked.push(piece);
    const closing = <T>(end: (value: T) => void) => (value: T) => {
      open.delete(piece);
      end(value);
    };
    open.set(piece, { answer: closing(resolve), fail: closing(reject) });
    most = Math.max(most, open.size);
  });
  return { ask, open, asked, mostAtOnce: () => most };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Lets everything happen that waits for nobody. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

interface Read {
  answers: string[];
  stop?: Stop<number>;
  error?: unknown;
  isOver?: boolean;
}

/** Reads pieces in the background, and shows how far it got. */
function reading(pieces: readonly number[], ask: (piece: number) => Promise<string>): Read {
  const read: Read = { answers: [] };
  const go = async () => {
    for await (const part of inOrder(pieces, ask)) {
      if ("stop" in part) read.stop = part.stop;
      else read.answers.push(part.answer);
    }
  };
  const failed = (error: unknown) => Object.assign(read, { error });
  void go().catch(failed).then(() => Object.assign(read, { isOver: true }));
  return read;
}

const SEVEN = [0, 1, 2, 3, 4, 5, 6];

describe("pieces that are asked for", () => {
  it("begin with the first alone, then four are under way at once", async () => {
    const { ask, open, asked } = desk();
    reading(SEVEN, ask);
    await settle();
    expect(asked).toEqual([0]);
    open.get(0)?.answer("a");
    await settle();
    expect(asked).toEqual([0, 1, 2, 3, 4]);
    open.get(1)?.answer("b");
    await settle();
    expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("are given in their order, and at most four at once, in whatever order they are answered", async () => {
    const draws = fc.tuple(fc.nat(12), fc.infiniteStream(fc.nat(3)));
    await fc.assert(fc.asyncProperty(draws, async ([count, choices]) => {
      const pieces = Array.from({ length: count }, (_, i) => i);
      const { ask, open, mostAtOnce } = desk();
      const read = reading(pieces, ask);
      await settle();
      while (open.size) {
        const waiting = [...open.keys()];
        const piece = waiting[(choices.next().value ?? 0) % waiting.length] ?? 0;
        open.get(piece)?.answer(String(piece));
        await settle();
      }
      const whole = [pieces.map(String), true, true];
      expect([read.answers, read.isOver, mostAtOnce() <= 4]).toEqual(whole);
    }));
  });

  it.each<[string, Error]>([
    ["the API's limit", usedUp()],
    ["a failure of the API", new ApiError("server_error", "Down.", { status: 503 })],
    ["the limit of the step", new OutOfRequests()],
  ])("end without a gap at %s, whatever came in behind it", async (_, error) => {
    const { ask, open, asked } = desk();
    const read = reading(SEVEN, ask);
    await settle();
    open.get(0)?.answer("a");
    await settle();
    open.get(3)?.answer("d");
    open.get(2)?.fail(error);
    open.get(4)?.answer("e");
    await settle();
    expect(read).toEqual({ answers: ["a"] });
    open.get(1)?.answer("b");
    await settle();
    // What was under way by then is waited for.
    for (const request of open.values()) request.answer("late");
    await settle();
    expect(read).toEqual({ answers: ["a", "b"], stop: { piece: 2, error }, isOver: true });
    expect(asked).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("fail where the first one does, and nothing else is asked", async () => {
    const { ask, open, asked } = desk();
    const read = reading(SEVEN, ask);
    await settle();
    open.get(0)?.fail(usedUp());
    await settle();
    expect(read).toMatchObject({ answers: [], error: { name: "RateLimitError" }, isOver: true });
    expect(asked).toEqual([0]);
  });

  it("fail with what is no fault of the API", async () => {
    const { ask, open } = desk();
    const read = reading([0, 1], ask);
    await settle();
    open.get(0)?.answer("a");
    await settle();
    open.get(1)?.fail(new TypeError("Oops."));
    await settle();
    expect(read).toMatchObject({ answers: ["a"], error: { message: "Oops." } });
  });

  it("are let go of once they are given", async () => {
    const answers: WeakRef<object>[] = [];
    const ask = (piece: number) => {
      const answer = { piece };
      answers.push(new WeakRef(answer));
      return Promise.resolve(answer);
    };
    const pieces = Array.from({ length: 20 }, (_, i) => i);
    let most = 0;
    for await (const { piece } of inOrder(pieces, ask) as AsyncIterable<{ piece: number }>) {
      await settle();
      collectGarbage();
      const kept = answers.filter((answer) => answer.deref());
      most = Math.max(most, kept.length);
      if (piece === 19) expect(answers).toHaveLength(20);
    }
    // The one that is read, and those that are under way or wait for it.
    expect(most).toBeLessThanOrEqual(6);
  });

  it("are no more than are read", async () => {
    const { ask, open, asked } = desk();
    const all = inOrder(SEVEN, ask);
    const first = all.next();
    await settle();
    open.get(0)?.answer("a");
    expect(await first).toEqual({ done: false, value: { piece: 0, answer: "a" } });
    await all.return(undefined);
    expect(asked).toEqual([0]);
  });
});

describe("what a range action says", () => {
  const range = { from: "2026-03-01", to: "2026-03-20" };
  const [startDate, endDate] = [range.from, range.to];

  it("of the whole range is what it covers", () => {
    const extent = extentOf(range, 20, {});
    expect(extent).toEqual({ startDate, endDate, count: 20, truncated: false });
    expect(rangeSoFar("9 steps", extent, NOW)).toBe("9 steps");
  });

  it.each([
    [
      "the API's limit", usedUp(), { retryAt: "2026-03-20T12:45:00.000Z" },
      "The API's limit of requests cut the range short: go on with 2026-03-08 as Start Date when it resets, at 12:45 UTC (in 30 minutes).",
    ],
    ["the limit of the step", new OutOfRequests(), {}, "There is more: go on with 2026-03-08 as Start Date."],
    ["its size", undefined, {}, "There is more: go on with 2026-03-08 as Start Date."],
    ["a failure", new ApiError("server_error", "It is down."), {}, "From 2026-03-08 on it failed: It is down."],
  ])("cut short by %s is where to go on, and when", (_, error, more, rest) => {
    const extent = extentOf(range, 7, { next: "2026-03-08", error });
    expect(extent).toEqual({
      startDate, endDate, count: 7, truncated: true, nextStartDate: "2026-03-08", ...more,
    });
    expect(rangeSoFar("9 steps.", extent, NOW, error)).toBe(`9 steps. ${rest}`);
  });

  it("names one day alone", () => {
    expect(inWords({ startDate, endDate })).toBe("from 2026-03-01 to 2026-03-20");
    expect(inWords({ startDate, endDate: startDate })).toBe("on 2026-03-01");
  });
});
