import { crossings, type Crossing, type CrossingStream } from "../../common/polling/crossings";
import { OutOfRequests } from "../../common/wire/budget";
import { ApiError } from "../../common/wire/errors";
import { DAY, HOUR, NOW, Platform } from "./platform";

interface Goal {
  date: string;
  steps: number;
}

const GOAL = 10_000;
const noon = (date: string) => Date.parse(`${date}T12:00:00Z`);

/** Days on which enough steps were made, out of a series that a test changes. */
class Steps {
  readonly asked: string[] = [];
  readonly reported: string[] = [];

  constructor(public series: Record<string, number>) {}

  get stream() {
    return crossings(this.streamOf());
  }

  streamOf(): CrossingStream<Goal> {
    return {
      lookBackDays: 14,
      crossed: ({ since }) => {
        this.asked.push(since);
        const reached = Object.entries(this.series).filter(([, steps]) => steps >= GOAL);
        return Promise.resolve({
          crossings: reached.map(([date, steps]) => this.crossing(date, steps)),
        });
      },
      summary: ({ date, steps }) => `${steps} steps on ${date}`,
    };
  }

  private crossing(date: string, steps: number): Crossing<Goal> {
    return {
      id: `${date}-steps`,
      day: date,
      ts: noon(date),
      report: () => {
        this.reported.push(date);
        return { date, steps };
      },
    };
  }
}

describe("a day that crosses a line", () => {
  async function deployed(series: Record<string, number>) {
    const steps = new Steps(series);
    const platform = new Platform();
    await platform.start(steps.stream);
    return { steps, platform };
  }

  it("is told once, whenever its figures arrive, though they are corrected", async () => {
    const { steps, platform } = await deployed({ "2026-03-20": 4_000 });
    const polls = [];
    for (const count of [9_999, 10_000, 12_000, 8_000, 15_000]) {
      steps.series["2026-03-20"] = count;
      polls.push(await platform.poll(steps.stream, HOUR));
    }
    expect(polls).toEqual([[], ["2026-03-20-steps"], [], [], []]);
    expect(platform.events).toMatchObject([{
      ts: noon("2026-03-20"),
      summary: "10000 steps on 2026-03-20",
      event: { date: "2026-03-20", steps: 10_000 },
    }]);
  });

  it("is told on deploy if it is the newest, and no other", async () => {
    const { steps, platform } = await deployed({ "2026-03-18": 11_000, "2026-03-19": 12_000 });
    expect(platform.emitted).toEqual(["2026-03-19-steps"]);
    steps.series["2026-03-17"] = 13_000;
    expect(await platform.poll(steps.stream, HOUR)).toEqual(["2026-03-17-steps"]);
    expect(steps.reported).toEqual(["2026-03-19", "2026-03-17"]);
  });

  it("is told for the days between two polls, the oldest first", async () => {
    const { steps, platform } = await deployed({});
    platform.now += 30 * DAY;
    for (const day of ["10", "01", "05"]) steps.series[`2026-04-${day}`] = GOAL;
    steps.series["2026-03-01"] = GOAL;
    expect(await platform.poll(steps.stream)).toEqual([
      "2026-04-01-steps", "2026-04-05-steps", "2026-04-10-steps",
    ]);
    expect(steps.asked).toEqual(["2026-03-05", "2026-03-05"]);
  });

  it("is remembered as long as it is looked for", async () => {
    const { steps, platform } = await deployed({});
    for (let i = 0; i < 100; i++) {
      const day = new Date(platform.now).toISOString().slice(0, 10);
      steps.series = { ...steps.series, [day]: GOAL };
      await platform.poll(steps.stream, DAY / 2);
    }
    expect(new Set(platform.emitted).size).toBe(platform.emitted.length);
    expect(platform.bytes).toBeLessThan(1_000);
  });

  it("is told of no day that is across a line only since that was moved", async () => {
    const { steps, platform } = await deployed({ "2026-03-18": 9_000 });
    const lower = (line: string): CrossingStream<Goal> => ({
      lookBackDays: 14,
      crossed: () => Promise.resolve({
        line,
        crossings: Object.entries(steps.series).map(([date, count]) => (
          { id: `${date}-${line}`, day: date, ts: noon(date), report: () => ({ date, steps: count }) }
        )),
      }),
      summary: String,
    });
    expect(await platform.poll(crossings(lower("9000")), HOUR)).toEqual([]);
    steps.series["2026-03-20"] = 9_500;
    expect(await platform.poll(crossings(lower("9000")), HOUR)).toEqual(["2026-03-20-9000"]);
    expect(await platform.poll(crossings(lower("8000")), HOUR)).toEqual([]);
    expect(await platform.poll(crossings(lower("8000")), HOUR)).toEqual([]);
  });

  it("is told by 50 a poll, and lost by none", async () => {
    const many: CrossingStream<Goal> = {
      lookBackDays: 14,
      crossed: () => Promise.resolve({
        crossings: Array.from({ length: 120 }, (_, n) => ({
          id: String(n), day: "2026-03-20", ts: NOW + n, report: () => ({ date: "", steps: n }),
        })),
      }),
      summary: String,
    };
    const platform = new Platform();
    const none = () => Promise.resolve({ crossings: [] });
    await platform.start(crossings({ ...many, crossed: none }));
    const polls = [];
    for (let i = 0; i < 4; i++) polls.push((await platform.poll(crossings(many))).length);
    expect(polls).toEqual([50, 50, 20, 0]);
  });

  it("is told whenever there are requests for it, however old it is by then", async () => {
    const { steps, platform } = await deployed({});
    let left = 0;
    const short = () => crossings<Goal>({
      ...steps.streamOf(),
      crossed: async (looking) => {
        const { crossings: all } = await steps.streamOf().crossed(looking);
        return { crossings: all.map((one) => ({ ...one, report: () => costly(one) })) };
      },
    });
    const costly = ({ report }: Crossing<Goal>) => {
      if (left-- === 0) throw new OutOfRequests();
      return report();
    };
    const days = Array.from({ length: 7 }, (_, i) => `2026-03-2${i + 1}`);
    days.forEach((day) => (steps.series[day] = GOAL));
    platform.now += 12 * DAY;
    const polls = [];
    for (let i = 0; i < 4; i++) {
      left = 3;
      polls.push(await platform.poll(short(), 10 * DAY));
    }
    expect(polls.map(({ length }) => length)).toEqual([3, 3, 1, 0]);
    expect(platform.emitted).toEqual(days.map((day) => `${day}-steps`));
  });

  it("finds by what was noted before what was left", async () => {
    const platform = new Platform();
    const seen: unknown[] = [];
    const noting = (count: number, noted: string) => crossings<Goal>({
      lookBackDays: 14,
      crossed: ({ note }) => {
        seen.push(note);
        return Promise.resolve({
          crossings: Array.from({ length: count }, (_, n) => ({
            id: String(n), day: "2026-03-20", ts: NOW + n, report: () => ({ date: "", steps: n }),
          })),
          note: noted,
        });
      },
      summary: String,
    });
    await platform.start(noting(0, "a"));
    await platform.poll(noting(60, "b"));
    await platform.poll(noting(60, "c"));
    await platform.poll(noting(60, "d"));
    expect(seen).toEqual([undefined, "a", "a", "c"]);
  });

  it("fails where the requests do not do for one", async () => {
    const { steps, platform } = await deployed({});
    const none = crossings<Goal>({
      ...steps.streamOf(),
      crossed: () => Promise.resolve({
        crossings: [{
          id: "1", day: "2026-03-20", ts: NOW, report: () => Promise.reject(new OutOfRequests()),
        }],
      }),
    });
    await expect(platform.poll(none)).rejects.toThrow(OutOfRequests);
  });

  it("is asked about no more once it was told, or was there on deploy", async () => {
    const { steps, platform } = await deployed({ "2026-03-19": GOAL });
    const known: boolean[] = [];
    const asking = crossings<Goal>({
      ...steps.streamOf(),
      crossed: ({ isTold }) => {
        known.push(isTold("2026-03-19-steps"), isTold("2026-03-20-steps"));
        return steps.streamOf().crossed({ since: "", now: NOW, note: undefined, isTold });
      },
    });
    steps.series["2026-03-20"] = GOAL;
    await platform.poll(asking, HOUR);
    await platform.poll(asking, HOUR);
    expect(known).toEqual([true, false, true, true]);
  });

  it("waits for the end of a rate limit", async () => {
    const { steps, platform } = await deployed({});
    const limited = new ApiError("rate_limited", "Used up.", { retryAt: NOW + HOUR / 2 });
    const failing = crossings<Goal>({
      lookBackDays: 14, crossed: () => Promise.reject(limited), summary: String,
    });
    await expect(platform.poll(failing)).rejects.toBe(limited);
    steps.series["2026-03-20"] = GOAL;
    expect(await platform.poll(steps.stream, HOUR / 4)).toEqual([]);
    expect(await platform.poll(steps.stream, HOUR / 4)).toEqual(["2026-03-20-steps"]);
  });

  it.each([
    [{ kept: { at: "x", told: {} } }], [{ kept: { at: NOW, told: { "2026-03-20": "x" } } }],
    [{ kept: { at: NOW, told: { monday: [] } } }], [{ kept: [] }],
  ])("begins anew when what was stored cannot be read: %j", async (odd) => {
    const { steps, platform } = await deployed({ "2026-03-19": GOAL });
    platform.stored = odd;
    expect(await platform.poll(steps.stream)).toEqual(["2026-03-19-steps"]);
    expect(platform.logged).toEqual([expect.stringContaining("cannot be read")]);
  });
});

describe("an episode that crosses a line", () => {
  interface Gap {
    since: string;
    isOver: boolean;
  }

  const LONGEST = 4 * HOUR;
  /** No data for four hours, and its end: the newest point tells, and is noted meanwhile. */
  const gaps = (newest: () => number) => crossings<Gap>({
    lookBackDays: 14,
    crossed: ({ now, note }) => {
      const since = new Date(newest()).toISOString();
      const told = (begun: string, isOver: boolean, ts: number): Crossing<Gap> => ({
        id: isOver ? `${begun}-over` : begun,
        day: begun.slice(0, 10),
        ts,
        report: () => ({ since: begun, isOver }),
      });
      if (now - newest() >= LONGEST) {
        return Promise.resolve({ crossings: [told(since, false, now)], note: since });
      }
      const isOpen = typeof note === "string";
      return Promise.resolve({ crossings: isOpen ? [told(note, true, newest())] : [] });
    },
    summary: ({ since, isOver }) => `${isOver ? "Data again" : "No data"} since ${since}`,
  });

  it("is told once while it lasts, and once when it is over", async () => {
    let newest = NOW - HOUR;
    const platform = new Platform();
    await platform.start(gaps(() => newest));
    const polls = [];
    for (let i = 0; i < 12; i++) {
      polls.push(await platform.poll(gaps(() => newest), HOUR));
      if (i === 6) newest = platform.now;
    }
    expect(polls.flat()).toEqual([
      "2026-03-20T11:00:00.000Z", "2026-03-20T11:00:00.000Z-over", "2026-03-20T19:00:00.000Z",
    ]);
    expect(polls[2]).toHaveLength(1);
    expect(polls[7]).toHaveLength(1);
  });
});
