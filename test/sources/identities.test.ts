import type { Identity, Other, Standing } from "../../common/polling/identities";
import {
  byAlias, byAmount, byInterval, byTimeAsleep, byTimeAtWork,
} from "../../common/polling/identities";
import { markOf, type Mark } from "../../common/polling/marks";

const MINUTE = 60_000;

/** The mark of a record from one minute to another. */
const at = (from: number, to: number, what: Omit<Mark, "spans"> = {}) =>
  markOf({ start: from * MINUTE, end: to * MINUTE }, what);

function known(id: string, mark: Mark, standing: Standing, source?: string): Other {
  return {
    id,
    known: { day: "2026-03-20", mark, isTold: true },
    standing,
    source: () => Promise.resolve(mark.source ?? source),
  };
}

/** The known records that one is kin to. */
async function kinOf(identity: Identity, mark: Mark, others: Other[], source?: string) {
  const kin = await identity.kin({ mark, source: () => Promise.resolve(source) }, others);
  return kin.map(({ other: { id } }) => id);
}

/** Spans in minutes. */
const minutes = (spans: { start: number; end: number }[] = []) =>
  spans.map(({ start, end }) => [start / MINUTE, end / MINUTE]);

describe("an activity on Fitbit", () => {
  const RUN = at(0, 30, { kind: "run" });

  it.each([
    ["one that is gone, of its minute, kind and duration", "gone", RUN, ["1"]],
    ["none of another duration", "gone", at(0, 60, { kind: "run" }), []],
    ["none of another kind", "gone", at(0, 30, { kind: "walk" }), []],
    ["one that begins some seconds later", "gone", at(0.5, 30.5, { kind: "run" }), ["1"]],
    ["none that begins in another minute", "gone", at(1, 31, { kind: "run" }), []],
    ["none that is there beside it", RUN, RUN, []],
    ["none that may lie on an unread page", "unread", RUN, []],
  ] as const)("is the same as %s", async (_, standing, mark, ids) => {
    expect(await kinOf(byAlias, mark, [known("1", RUN, standing)])).toEqual(ids);
  });

  it("stands for one that is gone, and not for two", async () => {
    const others = [known("1", RUN, "gone"), known("2", RUN, "gone")];
    expect(await kinOf(byAlias, RUN, others)).toEqual(["1"]);
  });
});

describe("a sleep on Fitbit", () => {
  it("stands for both sleeps of two flights, whose local times overlap, once it joins them", async () => {
    const [first, second] = [at(135, 702), at(522, 1_531)];
    const others = [known("1", first, "gone"), known("2", second, "gone")];
    expect(await kinOf(byInterval, at(315, 2_131), others)).toEqual(["2", "1"]);
  });

  it("stands for one of two that are mostly one, and not for both", async () => {
    const others = [known("1", at(0, 480), "gone"), known("2", at(60, 540), "gone")];
    expect(await kinOf(byInterval, at(0, 480), others)).toEqual(["1"]);
  });

  it.each([
    ["one of two that are mostly one", at(100, 400), at(0, 400), ["1"]],
    ["one of two that are one by half", at(150, 450), at(0, 400), ["1"]],
    ["both of two that are one by less", at(151, 451), at(0, 401), ["1", "2"]],
  ])("stands for %s, where it goes over both", async (_, second, mark, ids) => {
    const others = [known("1", at(0, 300), "gone"), known("2", second, "gone")];
    expect(await kinOf(byInterval, mark, others)).toEqual(ids);
  });

  it.each([
    ["lasts no time", at(50, 50)], ["has no time at all", { spans: [] }],
  ])("that %s stands for none", async (_, mark) => {
    expect(await kinOf(byInterval, mark, [known("1", at(0, 480), "gone")])).toEqual([]);
    expect(byInterval.fit?.(mark, [known("1", at(0, 480), "gone")])).toBe(0);
  });

  it.each([
    ["half of the shorter, itself", at(0, 100), "gone", at(95, 105), ["1"]],
    ["half of the shorter, the known one", at(0, 10), "gone", at(5, 100), ["1"]],
    ["less than half of the shorter", at(0, 100), "gone", at(95, 106), []],
    ["nothing of it", at(0, 100), "gone", at(200, 300), []],
    ["what the known one covers less than before", at(0, 480), at(0, 180), at(270, 480), ["1"]],
    ["half of what that gave up", at(0, 480), at(0, 180), at(300, 660), ["1"]],
    ["less than half of itself of that", at(0, 480), at(0, 180), at(301, 662), []],
    ["what the known one still covers", at(0, 480), at(0, 480), at(100, 400), []],
    ["what may be there on an unread page", at(0, 480), "unread", at(0, 480), []],
  ] as const)("that covers %s", async (_, was, standing, mark, ids) => {
    expect(await kinOf(byInterval, mark, [known("1", was, standing)])).toEqual(ids);
  });

  it.each([
    ["as a whole where it covers half of it", at(0, 240), [[0, 480]]],
    ["in part where it covers less", at(0, 239), [[0, 239]]],
  ])("takes over what was given up %s", async (_, mark, taken) => {
    const newcomer = { mark, source: () => Promise.resolve(undefined) };
    const [kin] = await byInterval.kin(newcomer, [known("1", at(0, 480), "gone")]);
    expect(minutes(kin?.taken)).toEqual(taken);
  });

  it("takes from each that it covers, but what fits from one it takes from no other", async () => {
    const halves = [known("1", at(0, 180), "gone"), known("2", at(270, 480), "gone")];
    expect(await kinOf(byInterval, at(0, 480), halves)).toEqual(["2", "1"]);
    const overlapping = [known("1", at(0, 480), "gone"), known("2", at(120, 420), "gone")];
    expect(await kinOf(byInterval, at(120, 420), overlapping)).toEqual(["2"]);
  });

  it("leaves a known one what that still covers", async () => {
    const newcomer = { mark: at(150, 480), source: () => Promise.resolve(undefined) };
    const [kin] = await byInterval.kin(newcomer, [known("1", at(0, 480), at(0, 120))]);
    expect(minutes(kin?.taken)).toEqual([[120, 480]]);
  });

  it("never shrinks, and stands for all places that it had", () => {
    const grown = byInterval.renewed(at(0, 480), at(20, 470));
    expect(minutes(grown.spans)).toEqual([[0, 480]]);
    const moved = byInterval.renewed(grown, at(5_000, 5_060));
    expect(minutes(moved.spans)).toEqual([[0, 480], [5_000, 5_060]]);
    const joined = byInterval.renewed(moved, at(400, 600));
    expect(minutes(joined.spans)).toEqual([[0, 600], [5_000, 5_060]]);
    const touched = byInterval.renewed(joined, at(600, 700));
    expect(minutes(touched.spans)).toEqual([[0, 700], [5_000, 5_060]]);
  });

  it("fits best where it lies as the known one did", () => {
    const others = [known("1", at(60, 360), "gone")];
    expect(byInterval.fit?.(at(60, 360), others)).toBe(1);
    expect(byInterval.fit?.(at(0, 330), others)).toBeCloseTo(270 / 360);
    expect(byInterval.fit?.(at(400, 500), others)).toBe(0);
  });
});

describe("a sleep on Google Health", () => {
  it.each([
    ["half of the shorter", at(0, 100), at(95, 105), ["1"]],
    ["less than that", at(0, 100), at(95, 106), []],
  ])("that shares %s with one beside it", async (_, was, mark, ids) => {
    for (const standing of [was, "gone", "unread"] as const) {
      expect(await kinOf(byTimeAsleep, mark, [known("1", was, standing)])).toEqual(ids);
    }
  });

  it("is known by each of its times, and takes none away", async () => {
    const mark = { spans: [...at(700, 760).spans, ...at(0, 100).spans] };
    const other = known("1", at(0, 100), at(0, 100));
    const newcomer = { mark, source: () => Promise.resolve(undefined) };
    expect(await byTimeAsleep.kin(newcomer, [other])).toEqual([{ other, taken: [] }]);
  });
});

describe("a workout on Google Health", () => {
  const RUN = { kind: "run" };
  const MILL = { kind: "mill", family: "run" };

  it.each([
    ["half of the longer, from another source", at(0, 100, RUN), at(0, 50, RUN), "b", ["1"]],
    ["half of both", at(0, 100, RUN), at(50, 150, RUN), "b", ["1"]],
    ["less than half of the longer", at(0, 101, RUN), at(0, 50, RUN), "b", []],
    ["all of it, from the same source", at(0, 100, RUN), at(0, 100, RUN), "a", []],
    ["all of it, from nobody knows where", at(0, 100, RUN), at(0, 100, RUN), undefined, ["1"]],
    ["all of it, of another kind", at(0, 100, RUN), at(0, 100, { kind: "yoga" }), "b", []],
    ["all of it, of its family", at(0, 100, RUN), at(0, 100, MILL), "b", ["1"]],
  ])("that shares %s", async (_, was, mark, source, ids) => {
    expect(await kinOf(byTimeAtWork, mark, [known("1", was, was, "a")], source)).toEqual(ids);
  });

  it.each([
    ["of its alias, whatever its source", at(0, 30, RUN), ["1"]],
    ["of its alias but for the duration, from its source", at(0, 40, RUN), []],
  ])("is the same as one that is gone %s", async (_, mark, ids) => {
    const gone = known("1", at(0, 30, { ...RUN, source: "a" }), "gone");
    expect(await kinOf(byTimeAtWork, mark, [gone], "a")).toEqual(ids);
  });

  it("is the same at each of the last four times of one that was moved", async () => {
    const times = [0, 30, 60, 90, 120].map((from) => at(from, from + 40, RUN));
    const [first = at(0, 0), ...moves] = times;
    const mark = moves.reduce((was, now) => byTimeAtWork.renewed(was, now), first);
    expect(minutes(mark.spans)).toEqual([[120, 160], [90, 130], [60, 100], [30, 70]]);
    const other = known("1", mark, at(120, 160, RUN), "a");
    const found = await Promise.all(times.map((time) => kinOf(byTimeAtWork, time, [other], "b")));
    expect(found).toEqual([[], ["1"], ["1"], ["1"], ["1"]]);
    expect(byTimeAtWork.renewed(mark, at(120, 160, RUN)).spans).toEqual(mark.spans);
  });

  it("that began or ended at another time was moved", () => {
    const longer = byTimeAtWork.renewed(at(0, 40, RUN), at(0, 50, RUN));
    expect(minutes(longer.spans)).toEqual([[0, 50], [0, 40]]);
    expect(minutes(byTimeAtWork.renewed(longer, at(10, 50, RUN)).spans))
      .toEqual([[10, 50], [0, 50], [0, 40]]);
  });

  it("takes no time away from one beside it, and may be it while nobody says whose it is", async () => {
    const other = known("1", at(0, 100, RUN), at(0, 100, RUN));
    const newcomer = { mark: at(0, 100, RUN), source: () => Promise.resolve(undefined) };
    expect(await byTimeAtWork.kin(newcomer, [other])).toEqual([{ other, taken: [] }]);
  });

  it("asks where it comes from only where that decides", async () => {
    const source = jest.fn(() => Promise.resolve("b"));
    const far = known("1", at(0, 100, RUN), at(0, 100, RUN), "a");
    await byTimeAtWork.kin({ mark: at(300, 400, RUN), source }, [far]);
    expect(source).not.toHaveBeenCalled();
  });
});

describe("a measurement on Google Health", () => {
  const HEAVY = at(10, 10, { kind: "80000" });

  it.each<[string, Mark, Standing, string[]]>([
    ["one of its amount, two minutes before it", at(8, 8, { kind: "80000" }), HEAVY, ["1"]],
    ["one of its amount, two minutes after it", at(12, 12, { kind: "80000" }), HEAVY, ["1"]],
    ["one of its amount that is gone", HEAVY, "gone", ["1"]],
    ["none that is further away", at(7, 7, { kind: "80000" }), HEAVY, []],
    ["none of another amount", at(10, 10, { kind: "80100" }), HEAVY, []],
  ])("is one with %s", async (_, mark, standing, ids) => {
    expect(await kinOf(byAmount, HEAVY, [known("1", mark, standing)])).toEqual(ids);
  });

  it("takes no time away, and is what it was found to be last", async () => {
    const other = known("1", HEAVY, HEAVY);
    const newcomer = { mark: HEAVY, source: () => Promise.resolve(undefined) };
    expect(await byAmount.kin(newcomer, [other])).toEqual([{ other, taken: [] }]);
    const corrected = at(10, 10, { kind: "81000" });
    expect(byAmount.renewed(HEAVY, corrected)).toBe(corrected);
  });
});
