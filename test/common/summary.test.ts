import type { Cells } from "../../common/rows";
import { daysTaken, figuresOver } from "../../common/summary/figures";
import { nightsOf } from "../../common/summary/nights";
import { mayGoOn } from "../../common/summary/summary";
import { summarySentence, summaryText } from "../../common/summary/text";
import { isWorn, meant } from "../../common/summary/worn";
import { addDays } from "../../common/dates";
import type { SleepLog } from "../../common/sleep/shapes";

const LAST = "2026-03-20";

/** Days that end on one, each with its cells, the last first. */
function days(...cells: Cells[]): Map<string, Cells> {
  const entries = cells.map((known, i): [string, Cells] => [addDays(LAST, -i), known]);
  return new Map(entries.reverse());
}

const week = { from: "2026-03-14", to: LAST, isUnfinished: false };
const steps = (...counts: number[]) => days(...counts.map((count) => ({ steps: count })));

describe("the days that a summary takes", () => {
  it.each([
    ["a day", LAST, LAST, "2026-02-20"],
    ["a week", "2026-03-14", LAST, "2026-02-20"],
    ["a month: as many before it", "2026-02-19", LAST, "2026-01-20"],
    ["a year: none before it", "2025-03-21", LAST, "2025-03-21"],
  ])("of %s", (_, from, to, first) => {
    expect(daysTaken({ from, to })).toEqual({ from: first, to });
  });
});

describe("what figures come to", () => {
  it("is a total, a mean, and the change against as many days before", () => {
    const { steps: figure } = figuresOver(
      steps(...Array.from({ length: 14 }, (_, i) => i < 7 ? 9000 : 6000)), week,
    );
    expect(figure).toMatchObject({ total: 63000, mean: 9000, n: 7, change: 50 });
  });

  it("rests on the days that have it, and leaves out what none has", () => {
    const known = days({ steps: 9000 }, {}, { steps: 3000, hrv: 40 });
    const figures = figuresOver(known, week);
    expect(figures.steps).toMatchObject({ mean: 6000, n: 2 });
    expect(figures.hrv).toEqual({ mean: 40, n: 1 });
    expect(figures).not.toHaveProperty("weight");
    expect(figures.hrv).not.toHaveProperty("total");
  });

  it("counts a day that is not over in the total of what adds up alone", () => {
    const known = days(
      { steps: 100, restingHeartRate: 60 }, { steps: 9000, restingHeartRate: 58 },
    );
    const figures = figuresOver(known, { ...week, isUnfinished: true });
    expect(figures.steps).toMatchObject({ total: 9100, mean: 9000, n: 1 });
    expect(figures.restingHeartRate).toMatchObject({ mean: 59, n: 2 });
    const today = { from: LAST, to: LAST, isUnfinished: true };
    expect(figuresOver(known, today).steps).toEqual({ total: 100, mean: 100, n: 1 });
  });

  it("is held against what is usual in the 28 days before the last", () => {
    const usual = Array.from({ length: 28 }, (_, i) => 50 + 2 * (i % 2));
    const known = days(...[56, ...usual, 99].map((hrv) => ({ hrv })));
    const { hrv } = figuresOver(known, { from: LAST, to: LAST, isUnfinished: false });
    expect(hrv?.usual).toEqual({ mean: 51, sd: 1, n: 28, off: 4.9 });
    const few = figuresOver(days(...[56, 50, 51].map((rate) => ({ hrv: rate }))), week);
    expect(few.hrv).not.toHaveProperty("usual");
  });

  it("has no percentage of what is a difference itself", () => {
    const known = days(...Array.from({ length: 14 }, (_, i) => ({ skinTemperature: i / 10 })));
    expect(figuresOver(known, week).skinTemperature).not.toHaveProperty("change");
  });
});

describe("a day without the watch", () => {
  it("has no figures of what a watch counts, and keeps what people log", () => {
    const idle = { steps: 0, distance: 0, calories: 1600, activeMinutes: 0, weight: 70 };
    expect(isWorn(idle)).toBe(false);
    expect(meant(idle)).toEqual({ weight: 70 });
  });

  it.each<[string, Cells]>([
    ["steps", { steps: 1 }],
    ["a resting heart rate", { restingHeartRate: 60 }],
    ["sleep", { sleepMinutes: 400 }],
  ])("is none where there is %s", (_, told) => {
    const cells = { steps: 0, calories: 1600, ...told };
    expect(meant(cells)).toEqual(cells);
  });
});

describe("a night", () => {
  const log = (more: Partial<SleepLog>): SleepLog => ({
    logId: "1",
    dateOfSleep: LAST,
    startTime: "2026-03-19T23:10:30.000",
    endTime: "2026-03-20T06:40:00.000",
    duration: 27_000_000,
    timeInBed: 450,
    minutesAsleep: 400,
    minutesAwake: 50,
    type: "stages",
    levels: {
      summary: { deep: { minutes: 70 }, light: { minutes: 230 }, rem: { minutes: 100 } },
    },
    ...more,
  });

  it("is the main sleep of its day with its stages", () => {
    const nap = log({ isMainSleep: false, minutesAsleep: 40, timeInBed: 600 });
    const night = nightsOf([nap, log({ isMainSleep: true })]).get(LAST);
    expect(night).toEqual({
      sleepMinutes: 400, deepMinutes: 70, lightMinutes: 230, remMinutes: 100, awakeMinutes: 50,
      sleepStart: "2026-03-19T23:10", sleepEnd: "2026-03-20T06:40",
    });
  });

  it("is the longer one where none is called the main one", () => {
    const short = log({ minutesAsleep: 90, timeInBed: 100 });
    expect(nightsOf([short, log({})]).get(LAST)).toMatchObject({ sleepMinutes: 400 });
  });
});

describe("a day that is named", () => {
  const noon = Date.parse("2026-03-20T12:00:00Z");

  it.each([
    ["today", { daysAgo: 0 }, true],
    ["left out", undefined, true],
    ["yesterday", { daysAgo: 1 }, false],
    ["written out, and not over everywhere", { date: LAST }, true],
    ["written out, and long over", { date: "2026-03-18" }, false],
  ])("%s", (_, day, goesOn) => {
    const date = day && "date" in day ? day.date : LAST;
    expect(mayGoOn(day, date, noon)).toBe(goesOn);
  });
});

describe("the words of a summary", () => {
  const told = (range: { from: string; to: string }, known: Map<string, Cells>) => ({
    range,
    days: known,
    figures: figuresOver(known, { ...range, isUnfinished: false }),
    system: undefined,
  });

  it("are a sentence and a few lines", () => {
    const known = days(
      { sleepMinutes: 432, steps: 9412, restingHeartRate: 58, weight: 70.25 },
    );
    const day = told({ from: LAST, to: LAST }, known);
    expect(summarySentence(day)).toBe("7 h 12 min asleep, 9,412 steps, resting heart rate 58 bpm on 2026-03-20");
    expect(summaryText(day).split("\n")).toEqual([
      "**2026-03-20**",
      "- 7 h 12 min asleep",
      "- resting heart rate 58 bpm",
      "- 9,412 steps",
      "- weight 70.3 kg",
    ]);
  });

  it("name a change that is more than chance", () => {
    const known = steps(...Array.from({ length: 14 }, (_, i) => i < 7 ? 9000 : 6000));
    expect(summaryText(told(week, known))).toContain("- against the days before: steps 50 % more");
    expect(summarySentence(told(week, known)))
      .toBe("9,000 steps a day on average from 2026-03-14 to 2026-03-20");
  });

  it("say so where there is nothing", () => {
    const nothing = told(week, new Map());
    expect(summarySentence(nothing))
      .toBe("No health data from 2026-03-14 to 2026-03-20. Data appears after the watch syncs.");
    expect(summaryText(nothing)).toContain("- nothing was recorded");
  });
});
