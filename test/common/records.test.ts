import { readActivityLog, readDayActivity, readDaySummary } from "../../common/activity/records";
import { readSleepLog, readSums } from "../../common/sleep/records";
import { localTimeOf, readEach, recordId, timeOf } from "../../common/wire/records";

const NONE = [undefined, null, true, "", 5, "x", [], [[]], {}, { a: null }, () => 1];

describe("a reader of records", () => {
  it.each([
    ["activity logs", readActivityLog],
    ["activities of a day", readDayActivity],
    ["sleep logs", readSleepLog],
  ])("of %s survives whatever is no record", (_, read) => {
    for (const value of NONE) expect(read(value)).toBeUndefined();
  });

  it.each(NONE)("of a day's sums survives %p", (value) => {
    expect(readSums(value, [])).toMatchObject({ totalSleepRecords: 0 });
    expect(readDaySummary(value)).not.toHaveProperty("steps");
  });

  it("says once what it left out, and nothing where that is nothing", () => {
    const lines: string[] = [];
    const call = { note: (line: string) => void lines.push(line) };
    const read = (value: unknown) => typeof value === "object" && value ? value : undefined;
    expect(readEach([{ a: 1 }, null, 5, { b: 2 }], "things", read, call)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(readEach([{ a: 1 }], "things", read, call)).toEqual([{ a: 1 }]);
    expect(readEach(undefined, "things", read, call)).toEqual([]);
    expect(readEach([null], "things", read, {})).toEqual([]);
    expect(lines).toEqual(["Left out of the things: 2 of 4, for want of an id or a time that can be read."]);
  });
});

describe("an id", () => {
  it.each([
    [26013218219, "26013218219"],
    ["2369048793018741424", "2369048793018741424"],
    [0, "0"],
    [2 ** 53, undefined],
    [1.5, undefined],
    [NaN, undefined],
    [-1, undefined],
    ["", undefined],
    ["undefined", undefined],
    ["12 34", undefined],
    [null, undefined],
    [undefined, undefined],
    [{}, undefined],
  ])("of %p is %p: none is made up", (value, id) => {
    expect(recordId(value)).toBe(id);
  });
});

describe("a time", () => {
  it.each([
    ["2026-03-20T07:03:30.000", "2026-03-20T07:03:30.000"],
    ["2026-03-20T07:03:30.000-07:00", "2026-03-20T07:03:30.000"],
    ["2026-03-20T07:03:30.000Z", "2026-03-20T07:03:30.000"],
    ["2026-03-20T07:03", "2026-03-20T07:03"],
    ["2026-03-20", undefined],
    ["2026-02-30T07:03:30.000", undefined],
    ["2026-03-20T25:03:30.000", undefined],
    ["soon", undefined],
    [1_773_990_000_000, undefined],
    [null, undefined],
  ])("%p is local at %p", (value, local) => {
    expect(localTimeOf(value)).toBe(local);
    expect(timeOf(value)).toBe(local === undefined ? undefined : value);
  });
});

describe("a sleep", () => {
  const ends = { startTime: "2026-03-19T23:00:00.000", endTime: "2026-03-20T07:00:00.000" };

  it("lacks nothing that it can be told by", () => {
    expect(readSleepLog({ logId: 7, ...ends })).toEqual({
      logId: "7",
      ...ends,
      dateOfSleep: "2026-03-20",
      duration: 28_800_000,
      timeInBed: 480,
      type: "classic",
      levels: { data: [], summary: {} },
    });
  });

  it("is one of stages where its levels say so", () => {
    const levels = { summary: { deep: { minutes: 60, count: "2" } }, shortData: [null] };
    expect(readSleepLog({ logId: 7, ...ends, levels })).toMatchObject({
      type: "stages",
      levels: { data: [], shortData: [], summary: { deep: { minutes: 60, count: 2 } } },
    });
  });

  it("has its day's sums over the sleeps where they are not given, and none where one lacks it", () => {
    const [night, nap] = [{ ...ends, minutesAsleep: 400 }, { ...ends, minutesAsleep: 30 }]
      .map((sleep, logId) => readSleepLog({ ...sleep, logId }));
    const unknown = readSleepLog({ ...ends, logId: 9 });
    if (!night || !nap || !unknown) throw new Error("They can be read.");
    const sums = { totalSleepRecords: 2, totalTimeInBed: 960 };
    expect(readSums(undefined, [night, nap])).toEqual({ ...sums, totalMinutesAsleep: 430 });
    expect(readSums({}, [night, unknown])).toEqual(sums);
    expect(readSums({ totalMinutesAsleep: "431", stages: { deep: 60 } }, [night, nap]))
      .toEqual({ ...sums, totalMinutesAsleep: 431, stages: { deep: 60 } });
  });
});
