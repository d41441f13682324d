import { toSleepLog } from "../../common/sleep/google-health-log";
import { interval, stage } from "./records";
import { googleSummary, halvesOf, stagedNight, type Awakening, type Part } from "./nights";

const EVENING = "2026-03-19T22:00:00Z";

const level = (count: number, minutes: number) => ({ count, minutes });

/**
 * After a night that was recorded: 35 short awakenings, 25.5 minutes, all in light sleep, that
 * Google counts as sleep. Deep sleep is 53.5 minutes, and Google says 53.
 */
const RESTLESS: Part[] = [
  ["AWAKE", 5], ["LIGHT", 94], ["DEEP", 57], ["LIGHT", 140], ["REM", 68], ["AWAKE", 10],
  ["LIGHT", 150], ["DEEP", 50], ["LIGHT", 120], ["REM", 100], ["LIGHT", 1], ["REM", 100],
  ["LIGHT", 130], ["LIGHT", 129],
];
const IN_LIGHT = [1, 3, 6, 8, 12, 13];
const AWAKENINGS: Awakening[] = [
  // 31 in the middle of a stage, each of which makes two of it,
  ...Array.from({ length: 31 }, (_, i): Awakening =>
    [IN_LIGHT[i % 6] ?? 1, 10 + 15 * Math.floor(i / 6), i < 17 ? 1 : 2]),
  // three at an edge, which make one, and one that takes a stage whole.
  [3, 0, 2], [6, 148, 2], [8, 0, 1], [10, 0, 1],
];

describe("a night with short awakenings", () => {
  const restless = stagedNight(EVENING, RESTLESS, AWAKENINGS);

  it("has them cut out of its stages, as Fitbit counts them", () => {
    const summary = googleSummary(RESTLESS);
    expect(summary).toMatchObject({ minutesAsleep: "569", minutesAwake: "8" });
    const log = toSleepLog("1", { ...restless, summary });
    expect(log).toMatchObject({ timeInBed: 577, minutesAsleep: 543, minutesAwake: 33 });
    expect(log.levels.summary).toEqual({
      deep: level(2, 53),
      light: level(7 + 31 - 1, 356),
      rem: level(3, 134),
      wake: level(2 + 35, 33),
    });
  });

  it("has them beside its stages, which stay whole", () => {
    const { data, shortData } = toSleepLog("1", restless).levels;
    expect(data).toHaveLength(RESTLESS.length);
    expect(shortData).toHaveLength(AWAKENINGS.length);
    expect(new Set(shortData?.map((short) => short.level))).toEqual(new Set(["wake"]));
  });

  it("counts the same where the summary comes twice", () => {
    const summary = googleSummary(RESTLESS);
    const { stagesSummary } = summary;
    const doubled = { ...summary, stagesSummary: [...stagesSummary, ...stagesSummary] };
    expect(toSleepLog("1", { ...restless, summary: doubled }))
      .toEqual(toSleepLog("1", { ...restless, summary }));
  });
});

describe("whole minutes", () => {
  /** After another night: awakenings in deep and REM sleep, halves left in both. */
  const parts: Part[] = [
    ["AWAKE", 11], ["LIGHT", 200], ["DEEP", 100], ["LIGHT", 208], ["DEEP", 59], ["REM", 200],
    ["AWAKE", 29], ["LIGHT", 27],
  ];
  const awakenings: Awakening[] = [
    [1, 20, 4], [1, 196, 4], [2, 40, 6], [3, 30, 5], [3, 90, 14], [5, 0, 2], [5, 60, 7],
  ];
  const levels = {
    deep: level(3, 76), light: level(3 + 3, 204), rem: level(2, 96), wake: level(2 + 7, 41),
  };
  const broken = stagedNight(EVENING, parts, awakenings);

  it("are rounded once, at the end, of two as near the even one", () => {
    const log = toSleepLog("1", broken);
    expect(log.levels.summary).toEqual(levels);
    expect(log).toMatchObject({ timeInBed: 417, minutesAsleep: 376, minutesAwake: 41 });
  });

  it.each([
    ["down", Math.floor], ["up", Math.ceil],
  ])("are the same where the summary is rounded %s", (_, round) => {
    const summary = googleSummary(parts);
    const stagesSummary = summary.stagesSummary.map(({ type, count }) =>
      ({ type, count, minutes: String(round(halvesOf(parts, [type]) / 2)) }));
    const log = toSleepLog("1", { ...broken, summary: { ...summary, stagesSummary } });
    expect(log.levels.summary).toEqual(levels);
    expect(log).toMatchObject({ timeInBed: 417, minutesAsleep: 376, minutesAwake: 41 });
  });
});

describe("a short awakening", () => {
  const parts: Part[] = [["LIGHT", 60], ["AWAKE", 20], ["REM", 60]];
  const counted = (...awakenings: Awakening[]) =>
    toSleepLog("1", stagedNight(EVENING, parts, awakenings)).levels.summary;

  it.each<[string, Awakening, object]>([
    ["in the middle of a stage", [0, 20, 4], { light: level(2, 28), wake: level(2, 12) }],
    ["at the beginning of a stage", [0, 0, 4], { light: level(1, 28), wake: level(2, 12) }],
    ["at the end of a night", [2, 56, 4], { rem: level(1, 28), wake: level(2, 12) }],
    ["that goes on as a stage", [0, 56, 4], { light: level(1, 28), wake: level(1, 12) }],
    ["that is a stage of its own", [1, 5, 4], { light: level(1, 30), wake: level(1, 10) }],
    ["that reaches out of a night", [2, 58, 6], { rem: level(1, 29), wake: level(2, 11) }],
    ["that lies outside of it", [2, 90, 4], { rem: level(1, 30), wake: level(1, 10) }],
  ])("%s", (_, awakening, expected) => {
    expect(counted(awakening)).toMatchObject(expected);
  });

  it("that comes twice, or overlaps another, is one", () => {
    expect(counted([0, 20, 4], [0, 20, 4], [0, 22, 4]))
      .toMatchObject({ light: level(2, 27), wake: level(2, 13) });
    expect(counted([0, 20, 8], [0, 22, 2], [0, 26, 4]))
      .toMatchObject({ light: level(2, 25), wake: level(2, 15) });
  });

  it("across two stages is one, cut out of both", () => {
    const night = stagedNight(EVENING, [["LIGHT", 60], ["DEEP", 60]], [[0, 58, 4]]);
    expect(toSleepLog("1", night).levels.summary).toMatchObject({
      light: level(1, 29), deep: level(1, 29), wake: level(1, 2),
    });
  });

  it("takes nothing from a summary of which the stages are not told", () => {
    const night = { ...stagedNight(EVENING, parts, [[0, 20, 4]]), stages: [] };
    expect(toSleepLog("1", { ...night, summary: googleSummary(parts) })).toMatchObject({
      minutesAsleep: 60, minutesAwake: 10, levels: { summary: { light: level(1, 30) } },
    });
  });

  it.each([
    ["nor the levels", "57", 57], ["nor how long one was awake", undefined, 60],
  ])("leaves the minutes where neither the stages are told %s", (_, minutesAwake, awake) => {
    const night = { ...stagedNight(EVENING, [["LIGHT", 920]], [[0, 20, 4]]), stages: [] };
    const summary = { minutesInSleepPeriod: "460", minutesAsleep: "400", minutesAwake };
    expect(toSleepLog("1", { ...night, summary })).toMatchObject({
      minutesAsleep: 400, minutesAwake: awake, levels: { summary: {} },
    });
  });

  it("is taken from what is stated, where the stages are a minute off", () => {
    const night = stagedNight(EVENING, [["LIGHT", 62]], [[0, 20, 2]]);
    const stagesSummary = [{ type: "LIGHT", minutes: "30", count: "1" }];
    expect(toSleepLog("1", { ...night, summary: { stagesSummary } }).levels.summary)
      .toMatchObject({ light: level(2, 29) });
  });

  it("takes from a summary what it takes from the stages that are told of it", () => {
    const night = stagedNight(EVENING, parts.slice(0, 1), [[0, 20, 2]]);
    expect(toSleepLog("1", { ...night, summary: googleSummary(parts) })).toMatchObject({
      minutesAsleep: 59,
      minutesAwake: 11,
      levels: { summary: { light: level(2, 29), wake: level(2, 11), rem: level(1, 30) } },
    });
  });

  it("is none in a classic sleep", () => {
    const span = interval("2026-03-20T06:00:00Z", "2026-03-20T07:00:00Z");
    const awake = stage("AWAKE", interval("2026-03-20T06:10:00Z", "2026-03-20T06:12:00Z"));
    const log = toSleepLog("1", {
      interval: span, type: "CLASSIC", stages: [stage("ASLEEP", span)], shortAwakenings: [awake],
    });
    expect(log).toMatchObject({ minutesAsleep: 60, minutesAwake: 0 });
    expect(log.levels).not.toHaveProperty("shortData");
  });
});

describe("what is stated of a night without short awakenings", () => {
  const parts: Part[] = [["AWAKE", 5], ["LIGHT", 60], ["AWAKE", 10]];

  it("stands", () => {
    const night = stagedNight(EVENING, parts);
    expect(toSleepLog("1", { ...night, summary: googleSummary(parts) })).toMatchObject({
      timeInBed: 37, minutesAsleep: 30, minutesAwake: 7,
      levels: { summary: { wake: level(2, 7) } },
    });
  });

  it("counts by its first entry where a level has two", () => {
    const stagesSummary = [
      { type: "LIGHT", minutes: "31", count: "2" }, { type: "LIGHT", minutes: "62", count: "4" },
    ];
    const summary = { ...googleSummary(parts), stagesSummary };
    expect(toSleepLog("1", { ...stagedNight(EVENING, parts), summary }).levels.summary)
      .toMatchObject({ light: level(2, 31) });
  });

  it("stands without counts, which then are none", () => {
    const stagesSummary = [{ type: "LIGHT", minutes: "32" }];
    const summary = { minutesInSleepPeriod: "37", stagesSummary };
    expect(toSleepLog("1", { ...stagedNight(EVENING, parts), summary }).levels.summary)
      .toMatchObject({ light: level(0, 32), wake: level(0, 0) });
  });

  it.each([["0"], [0], [undefined]])(
    "is the length of the night where the time in bed is %p",
    (minutesInSleepPeriod) => {
      const summary = { ...googleSummary(parts), minutesInSleepPeriod };
      expect(toSleepLog("1", { ...stagedNight(EVENING, parts), summary }).timeInBed).toBe(38);
    },
  );

  it("says how long the person was awake, but not of a classic sleep, which is restless", () => {
    const span = interval("2026-03-20T06:00:00Z", "2026-03-20T07:00:00Z");
    const summary = { minutesInSleepPeriod: "60", minutesAsleep: "50", minutesAwake: "3" };
    const log = (type: string, more = {}) =>
      toSleepLog("1", { interval: span, type, summary: { ...summary, ...more } });
    expect(log("STAGES").minutesAwake).toBe(3);
    expect(log("CLASSIC").minutesAwake).toBe(10);
    expect(log("CLASSIC", { minutesToFallAsleep: "4" }).minutesAwake).toBe(6);
    expect(log("CLASSIC", { minutesAfterWakeUp: "2" }).minutesAwake).toBe(8);
  });

  it("leaves nobody awake for less than no time", () => {
    // 40 min 20 s in bed are 40, of which 40 min 40 s asleep are 41.
    const span = interval("2026-03-20T06:00:00Z", "2026-03-20T06:40:20Z");
    const stages = [
      stage("ASLEEP", interval("2026-03-20T05:59:40Z", "2026-03-20T06:40:20Z")),
    ];
    expect(toSleepLog("1", { interval: span, type: "CLASSIC", stages }))
      .toMatchObject({ timeInBed: 40, minutesAsleep: 41, minutesAwake: 0 });
  });
});
