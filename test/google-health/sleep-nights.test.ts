import * as getSleepLog from "../../actions/get-sleep-log/get-sleep-log";
import * as deleteSleepLog from "../../actions/delete-sleep-log/delete-sleep-log";
import { toSleepLog, type Sleep } from "../../common/sleep/google-health-log";
import { nightsOf } from "../../common/sleep/google-health-nights";
import type { Timed } from "../../common/google-health/times";
import { options } from "../support/step";
import { googleSummary, stagedNight, type Part } from "./nights";
import { interval, listed, reconciled, WATCH } from "./records";
import { api, between, OWN, points, read, run, twin } from "./support";

type Found = [id: string, sleep: Timed<Sleep>];

const MAIN = { processed: true, mainSleep: true };
const NAP = { processed: true, nap: true, stagesStatus: "REJECTED_NAP" };
/** What the API says of a sleep that was written by hand. */
const BY_HAND = { processed: true, stagesStatus: "REJECTED_SERVER" };

/** A sleep of 20 March at Greenwich, from and to a time of that day or the evening before. */
function asleep(from: string, to: string, metadata = {}, type = "CLASSIC"): Timed<Sleep> {
  const at = (time: string) => `2026-03-${time >= "18:00" ? "19" : "20"}T${time}:00Z`;
  const span = interval(at(from), at(to), "0s");
  const minutes = (Date.parse(span.endTime) - Date.parse(span.startTime)) / 60_000;
  return {
    interval: span, type, metadata,
    stages: [{ ...span, type: type === "STAGES" ? "LIGHT" : "ASLEEP" }],
    summary: { minutesInSleepPeriod: String(minutes), minutesAsleep: String(minutes) },
  };
}

const staged = (from: string, to: string, metadata = {}) =>
  asleep(from, to, metadata, "STAGES");

/** The same on days before. */
function daysBefore(days: number, sleep: Timed<Sleep>): Timed<Sleep> {
  const before = (time: string) =>
    new Date(Date.parse(time) - days * 86_400_000).toISOString().replace(".000Z", "Z");
  const { startTime, endTime } = sleep.interval;
  const span = { ...sleep.interval, startTime: before(startTime), endTime: before(endTime) };
  return { ...sleep, interval: span, stages: [] };
}

/** What is made of pages of sleeps, and how many pages were read until so many were there. */
async function made(
  pages: Found[][], limit = Infinity, isWhole?: (day: string) => boolean,
) {
  let asked = 0;
  async function* given() {
    for (const page of pages) {
      asked++;
      await Promise.resolve();
      const items = page.map(([id, value]) =>
        ({ id, value, source: () => Promise.resolve(undefined) }));
      yield { items, more: asked < pages.length };
    }
  }
  const logs: [string, boolean | undefined][] = [];
  for await (const { items } of nightsOf(given(), isWhole)) {
    for (const { id, value } of items) logs.push([id, toSleepLog(id, value).isMainSleep]);
    if (logs.length >= limit) break;
  }
  return { logs, asked };
}

/** The one day of 20 March, as the action gives it. */
async function day(found: Found[]) {
  const query = {
    pageSize: "25", filter: between("sleep.interval.civil_end_time", "2026-03-20", "2026-03-21"),
  };
  const dataPoints = found.map(([id, value]) => reconciled("sleep", id, value));
  api({ path: `${points("sleep")}:reconcile`, query, body: { dataPoints } });
  const sources = found.map(([id]) => listed("sleep", id, WATCH));
  api({ path: points("sleep"), query, body: { dataPoints: sources } });
  return await run(getSleepLog, { date: "2026-03-20" });
}

describe("the main sleep of a day", () => {
  it.each<[string, Found[], [string, boolean][]]>([
    ["is a night written by hand, alone", [["1", asleep("22:00", "06:00", BY_HAND)]], [["1", true]]],
    [
      "is the longest where the API says nothing",
      [["2", asleep("13:00", "14:00", BY_HAND)], ["1", asleep("23:00", "06:00", BY_HAND)]],
      [["2", false], ["1", true]],
    ],
    [
      "has stages, if one has, however long another is",
      [["2", staged("12:00", "16:00")], ["1", asleep("23:00", "06:00", BY_HAND)]],
      [["2", true], ["1", false]],
    ],
    [
      "is the one that the API calls so, however short",
      [["2", asleep("12:00", "17:00", BY_HAND)], ["1", staged("02:00", "05:00", MAIN)]],
      [["2", false], ["1", true]],
    ],
    [
      "is the one that the API calls so, whatever stages others have",
      [["2", staged("12:00", "17:00")], ["1", asleep("02:00", "05:00", MAIN)]],
      [["2", false], ["1", true]],
    ],
    [
      "is never one that the API calls a nap",
      [["2", asleep("12:00", "14:00", NAP)], ["1", asleep("05:00", "06:00", BY_HAND)]],
      [["2", false], ["1", true]],
    ],
    ["is not there where all are naps", [["1", asleep("12:00", "14:00", NAP)]], [["1", false]]],
    [
      "is both where the API calls two so",
      [["2", staged("12:00", "16:00", MAIN)], ["1", staged("23:00", "06:00", MAIN)]],
      [["2", true], ["1", true]],
    ],
    [
      "is the earlier of two that are as long",
      [["2", asleep("12:00", "14:00", BY_HAND)], ["1", asleep("02:00", "04:00", BY_HAND)]],
      [["2", false], ["1", true]],
    ],
    [
      "is one of each day, by the clock that the person woke to",
      [
        ["2", { interval: interval("2026-03-20T16:00:00Z", "2026-03-20T22:00:00Z", "32400s") }],
        ["1", { interval: interval("2026-03-20T06:00:00Z", "2026-03-20T13:00:00Z", "32400s") }],
      ],
      [["2", true], ["1", true]],
    ],
  ])("%s", async (_, found, logs) => {
    expect((await made([found])).logs).toEqual(logs);
  });

  it("waits for the page that its day goes on with, and takes no page more", async () => {
    const nap: Found = ["3", asleep("13:00", "14:00", BY_HAND)];
    const night: Found = ["2", asleep("23:00", "06:00", BY_HAND)];
    const before: Found = ["1", daysBefore(1, staged("23:00", "06:00", MAIN))];
    expect(await made([[nap], [night, before], [["0", daysBefore(2, before[1])]]], 3))
      .toEqual({ logs: [["3", false], ["2", true], ["1", true]], asked: 2 });
  });

  it("keeps nothing waiting that the API calls a nap", async () => {
    const nap: Found = ["2", asleep("13:00", "14:00", NAP)];
    const night: Found = ["1", asleep("23:00", "06:00", BY_HAND)];
    expect(await made([[nap], [night]], 1)).toEqual({ logs: [["2", false]], asked: 1 });
    expect((await made([[nap], [night]])).logs).toEqual([["2", false], ["1", true]]);
  });

  it("needs no further page where the API calls it so", async () => {
    const nap: Found = ["3", asleep("13:00", "14:00", BY_HAND)];
    const night: Found = ["2", staged("23:00", "06:00", MAIN)];
    const before: Found = ["1", daysBefore(1, night[1])];
    expect(await made([[nap, night], [before]], 2))
      .toEqual({ logs: [["3", false], ["2", true]], asked: 1 });
  });

  it("is known on the pages that come after it, which wait for nothing then", async () => {
    const night: Found = ["3", staged("04:00", "06:00", MAIN)];
    const nap: Found = ["2", asleep("02:00", "03:00", NAP)];
    const evening: Found = ["1", asleep("20:00", "01:00", BY_HAND)];
    const before: Found = ["0", daysBefore(1, night[1])];
    expect(await made([[night, nap], [evening], [before]], 3))
      .toEqual({ logs: [["3", true], ["2", false], ["1", false]], asked: 2 });
  });

  it("keeps no source waiting for a page: what only that could tell is left open", async () => {
    const nap: Found = ["3", asleep("13:00", "14:00", BY_HAND)];
    const night: Found = ["2", asleep("23:00", "06:00", BY_HAND)];
    const before: Found = ["1", daysBefore(1, night[1])];
    expect(await made([[nap, night, before], []], 3, () => true)).toEqual({
      logs: [["3", false], ["2", true], ["1", undefined]], asked: 1,
    });
  });

  it("is left open on a day that the pages may not hold whole, unless the API says it", async () => {
    const found: Found[] = [
      ["2", asleep("13:00", "14:00", BY_HAND)], ["1", staged("23:00", "06:00", MAIN)],
    ];
    expect((await made([found], Infinity, () => false)).logs).toEqual([["2", undefined], ["1", true]]);
  });
});

describe("a night that the watch and another app both report", () => {
  it.each<[string, Found[], string[]]>([
    [
      "is the one that the API calls the main sleep",
      [["2", staged("23:30", "06:00", MAIN)], ["1", staged("23:00", "06:30")]],
      ["2"],
    ],
    [
      "is the longer, where the API calls neither so",
      [["2", staged("23:30", "06:00")], ["1", staged("23:00", "06:30")]],
      ["1"],
    ],
    [
      "has stages, where both are as long",
      [["2", asleep("23:00", "06:00")], ["1", staged("23:00", "06:00")]],
      ["1"],
    ],
    [
      "is one, where the other tells it in two pieces",
      [["3", staged("03:00", "06:00")], ["2", staged("23:00", "06:30", MAIN)], ["1", staged("22:50", "02:30")]],
      ["2"],
    ],
    [
      "is one, where both share half of the shorter",
      [["2", staged("05:00", "07:00")], ["1", staged("23:00", "06:00", MAIN)]],
      ["1"],
    ],
    [
      "is two, where they share less",
      [["2", staged("05:01", "07:01")], ["1", staged("23:00", "06:00", MAIN)]],
      ["2", "1"],
    ],
  ])("%s", async (_, found, ids) => {
    expect((await made([found])).logs.map(([id]) => id)).toEqual(ids);
  });

  it("is one across pages, whichever comes first", async () => {
    const watch: Found = ["2", staged("23:30", "06:00", MAIN)];
    const app: Found = ["1", staged("23:00", "06:30")];
    const late: Found = ["3", asleep("23:40", "06:00")];
    expect((await made([[watch], [app]])).logs).toEqual([["2", true]]);
    expect((await made([[late], [watch]])).logs).toEqual([["2", true]]);
  });

  it("is one in a day, in its sums and in what is said of it", async () => {
    const { result, summary } = await day([
      ["2", staged("23:30", "06:00", MAIN)], ["1", staged("23:00", "06:30")],
    ]);
    expect(summary).toBe("6 h 30 min asleep on 2026-03-20");
    expect(result).toMatchObject({
      sleep: [{ logId: "2" }],
      summary: { totalMinutesAsleep: 390, totalSleepRecords: 1, totalTimeInBed: 390 },
    });
  });

  it("is two where this app wrote both, so that either can be deleted", async () => {
    const sleep = asleep("23:00", "06:00", BY_HAND);
    api({
      path: `${points("sleep")}:reconcile`,
      query: { pageSize: "25", dataSourceFamily: OWN },
      body: { dataPoints: ["2", "1"].map((id) => reconciled("sleep", id, sleep)) },
    });
    const { options: found } = await options(twin(deleteSleepLog), "sleepLogId");
    const label = "7 h 0 min asleep on 2026-03-20";
    expect(found).toEqual([{ label, value: "2" }, { label, value: "1" }]);
  });
});

describe("what is said of a day", () => {
  it("calls nothing a nap that the API does not", async () => {
    const { result, summary } = await day([
      ["3", asleep("15:00", "15:30", NAP)], ["2", asleep("13:00", "14:00", BY_HAND)],
      ["1", asleep("22:00", "06:00", BY_HAND)],
    ]);
    expect(summary).toBe("8 h 0 min asleep on 2026-03-20, 1 nap, 1 more sleep");
    expect(result).toMatchObject({
      sleep: [{ isMainSleep: false }, { isMainSleep: false }, { isMainSleep: true }],
      summary: { totalMinutesAsleep: 570, totalSleepRecords: 3 },
    });
  });

  it("names the longer of two main sleeps", async () => {
    const { summary } = await day([
      ["2", staged("12:00", "15:00", MAIN)], ["1", staged("23:00", "06:00", MAIN)],
    ]);
    expect(summary).toBe("7 h 0 min asleep on 2026-03-20, 1 more sleep");
  });
});

describe("a night that is still being worked out", () => {
  const nap: Found = ["2", asleep("13:00", "14:00", NAP)];
  const bare = (metadata: object): Found =>
    ["1", { interval: asleep("22:00", "06:00").interval, type: "STAGES", metadata }];

  it.each<[string, object]>([
    ["before it is processed", {}],
    ["for the server did not manage to", { stagesStatus: "TIMEOUT", processed: true }],
    ["and the main sleep already", { mainSleep: true }],
  ])("has no minutes asleep, and its day no sum of them, %s", async (_, metadata) => {
    const { result, summary } = await day([nap, bare(metadata)]);
    expect(summary)
      .toBe("8 h 0 min in bed, still being worked out, on 2026-03-20, 1 nap");
    const night = { isMainSleep: true, timeInBed: 480, levels: { data: [], summary: {} } };
    expect(result).toMatchObject({ sleep: [{ minutesAsleep: 60 }, night] });
    expect(result).toHaveProperty("summary", { totalSleepRecords: 2, totalTimeInBed: 540 });
    for (const field of ["minutesAsleep", "minutesAwake", "minutesToFallAsleep"]) {
      expect(result).not.toHaveProperty(`sleep.1.${field}`);
    }
  });

  it.each([
    ["nothing", {}],
    ["zeros", { minutesInSleepPeriod: "480", minutesAsleep: "0", minutesAwake: "0" }],
    [
      "levels of nothing",
      { stagesSummary: [{ type: "LIGHT", minutes: "0", count: "0" }, { type: "REM" }] },
    ],
  ])("is known by a summary that says %s", async (_, summary) => {
    const [id, sleep] = bare({});
    const { result } = await day([nap, [id, { ...sleep, summary }]]);
    expect(result).toHaveProperty("summary", { totalSleepRecords: 2, totalTimeInBed: 540 });
  });

  it("takes the sums of the stages from those of another night as well", async () => {
    const parts: Part[] = [["LIGHT", 600], ["REM", 120]];
    const night = { ...stagedNight("2026-03-20T06:00:00Z", parts), metadata: MAIN };
    const { result, summary } = await day([
      ["2", { interval: asleep("13:00", "15:00").interval, type: "STAGES" }],
      ["1", { ...night, summary: googleSummary(parts) }],
    ]);
    expect(summary)
      .toBe("6 h 0 min asleep on 2026-03-20, 1 more sleep, 1 still being worked out");
    expect(result).not.toHaveProperty("summary.stages");
    expect(result).not.toHaveProperty("summary.totalMinutesAsleep");
  });
});

it("pages without a sleep are given as they come", async () => {
  const pages = await read(nightsOf((async function* () {
    yield await Promise.resolve({ items: [], more: true });
    yield { items: [], more: false };
  })()));
  expect(pages).toEqual({ items: [], pages: 2 });
});
