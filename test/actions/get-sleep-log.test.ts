import getSleepLog from "../../actions/get-sleep-log/get-sleep-log";
import { api, errors, fixture } from "../support/api";
import { noted } from "../support/noted";
import { refusal, run, skipWaits } from "../support/step";
import { nothingTells, PROFILE, refuses, seriesRefuse, TODAY, UNTOLD } from "../support/today";

const path = (date: string) => `/1.2/user/-/sleep/date/${date}.json`;
const PATH = path("2026-03-20");

const span = (startTime: string, endTime: string) =>
  ({ startTime: `2026-03-20T${startTime}:00.000`, endTime: `2026-03-20T${endTime}:00.000` });
const night = { ...span("00:10", "07:00"), isMainSleep: true, logId: 1, minutesAsleep: 400 };
const nap = {
  ...span("13:00", "13:40"), isMainSleep: false, logId: 2, minutesAsleep: 38, type: "classic",
};
const pending = (retryDuration?: number) => ({ meta: { retryDuration, state: "pending" } });

describe("get-sleep-log", () => {
  it("gives the night with its stages and the nap, ids exact", async () => {
    api({ path: PATH, body: fixture("sleep-night") });
    const { result, summary } = await run(getSleepLog, { date: "2026-03-20" });
    expect(summary).toBe("7 h 12 min asleep on 2026-03-20, 1 nap");
    expect(result).toMatchObject({
      date: "2026-03-20",
      sleep: [
        {
          logId: "2369048793018741424",
          type: "stages",
          levels: { data: { length: 3 }, shortData: { length: 1 } },
        },
        { logId: "26013218219", type: "classic" },
      ],
      summary: { stages: { rem: 96 }, totalMinutesAsleep: 470, totalSleepRecords: 2 },
    });
    expect(result).not.toHaveProperty("meta");
  });

  it.each([
    ["a classic night", [{ ...night, type: "classic" }], "6 h 40 min asleep on 2026-03-20"],
    ["two naps beside it", [nap, night, nap], "6 h 40 min asleep on 2026-03-20, 2 naps"],
    ["a nap alone", [nap], "1 nap on 2026-03-20, no main sleep"],
  ])("says what there is: %s", async (_, sleep, sentence) => {
    api({ path: PATH, body: { sleep, summary: { totalSleepRecords: sleep.length } } });
    const { summary } = await run(getSleepLog, { date: "2026-03-20" });
    expect(summary).toBe(sentence);
  });

  it.each([
    ["missing keys", {}],
    ["an empty body", ""],
    ["an empty list", { sleep: [] }],
  ])("says that data comes after a sync for %s", async (_, body) => {
    api({ path: PATH, body });
    const { result, summary } = await run(getSleepLog, { date: "2026-03-20" });
    expect(summary).toBe("No sleep on 2026-03-20. Data appears after the watch syncs.");
    expect(result).toMatchObject({ date: "2026-03-20", sleep: [] });
  });

  describe("while Fitbit works the sleep out", () => {
    it("waits as long as it is told and asks again", async () => {
      const waits = skipWaits();
      api({ path: PATH, body: pending(3000) });
      api({ path: PATH, body: fixture("sleep-night") });
      const { summary } = await run(getSleepLog, { date: "2026-03-20" });
      expect(summary).toBe("7 h 12 min asleep on 2026-03-20, 1 nap");
      expect(waits).toEqual([3000]);
    });

    it.each([
      ["too long a wait", 60_000],
      ["no time at all", undefined],
    ])("waits five seconds when it is told %s, and stops after three", async (_, duration) => {
      const waits = skipWaits();
      api({ path: PATH, body: pending(duration), times: 3 });
      const { error } = await run(getSleepLog, { date: "2026-03-20" });
      expect(waits).toEqual([5000, 5000]);
      expect(error).toMatchObject({
        name: "PendingError",
        message: "Fitbit is still working the sleep out: run the step again in a minute.",
      });
    });

    it("gives what there is in the end, and says that more may come", async () => {
      skipWaits();
      api({ path: PATH, body: { ...pending(3000), sleep: [] }, times: 3 });
      const { result, summary } = await run(getSleepLog, { date: "2026-03-20" });
      expect(summary).toBe(
        "Fitbit is still working out the sleep of 2026-03-20: run the step again in a minute.",
      );
      expect(result).toMatchObject({ date: "2026-03-20", sleep: [], meta: { state: "pending" } });
    });
  });

  it("means last night when no day is given", async () => {
    api({
      path: TODAY,
      body: { "activities-steps": [{ dateTime: "2026-03-21", value: "0" }] },
    });
    api({ path: path("2026-03-21") });
    const { result } = await run(getSleepLog);
    expect(result).toHaveProperty("date", "2026-03-21");
  });

  describe("without the scope that tells which day is today", () => {
    it("takes the time zone of the profile", async () => {
      seriesRefuse();
      api({ path: PROFILE, body: { user: { timezone: "Pacific/Kiritimati" } } });
      api({ path: path("2026-03-21") });
      expect((await run(getSleepLog)).result).toHaveProperty("date", "2026-03-21");
    });

    it.each([
      ["is refused, too", () => refuses(PROFILE)],
      ["names a zone that is unknown here", () => api({ path: PROFILE, body: { user: { timezone: "Mars/Base" } } })],
      ["names none", () => api({ path: PROFILE, body: { user: { age: 36 } } })],
    ])("asks the sleep itself for today where the profile %s, and takes its date", async (_, answer) => {
      seriesRefuse();
      answer();
      api({ path: path("today"), body: { sleep: [{ ...night, dateOfSleep: "2026-03-20" }] } });
      const { result, summary } = await run(getSleepLog);
      expect(result).toHaveProperty("date", "2026-03-20");
      expect(summary).toBe("6 h 40 min asleep on 2026-03-20");
    });

    it("makes no date up where there is no sleep to tell it", async () => {
      nothingTells();
      api({ path: path("today"), body: { sleep: [] } });
      const { result, summary } = await run(getSleepLog);
      expect(result).not.toHaveProperty("date");
      expect(summary).toBe("No sleep today. Data appears after the watch syncs.");
    });

    it.each([
      ["which takes no such word", 400, errors("validation", "Invalid date: today")],
      ["which has no such path", 404, errors("not_found", "Not found")],
    ])("names the Time Zone in the end: %s", async (_, status, body) => {
      nothingTells();
      api({ path: path("today"), status, body });
      expect(await refusal(getSleepLog, {})).toBe(UNTOLD);
    });

    it("names it at once for another day than today", async () => {
      nothingTells();
      expect(await refusal(getSleepLog, { date: "yesterday" })).toContain("set Time Zone");
    });

    it("says what is wrong with the sleep when that is refused", async () => {
      nothingTells();
      refuses(path("today"));
      expect((await run(getSleepLog)).error).toMatchObject({ code: "missing_scope", scope: "sleep" });
    });
  });

  describe("a record that cannot be read", () => {
    it.each([
      ["without an id", { ...night, logId: undefined }],
      ["without an end", { ...night, endTime: undefined }],
      ["with an end that is no time", { ...night, endTime: "2026-02-30T07:00:00.000" }],
      ["that is nothing", null],
      ["that is a list", [night]],
      ["that is a word", "night"],
      ["whose id has lost its last digits", { ...night, logId: 1.5 }],
    ])("is left out, which the log says: one %s", async (_, record) => {
      const lines = noted();
      api({ path: PATH, body: { sleep: [record, night] } });
      const { result } = await run(getSleepLog, { date: "2026-03-20" });
      expect(result).toMatchObject({ sleep: [{ logId: "1" }] });
      expect(lines).toEqual([
        "Left out of the sleep logs: 1 of 2, for want of an id or a time that can be read.",
      ]);
    });

    it("is read as far as it goes, and what is none of its fields stays", async () => {
      const junk = {
        ...night,
        minutesAsleep: "400",
        minutesAwake: { of: 3 },
        isMainSleep: "yes",
        levels: { data: [null, { dateTime: "2026-03-20T00:10:00.000", level: "light", seconds: 30 }], summary: { deep: null, light: { minutes: 3 } } },
        somethingNew: [{ a: null }],
      };
      api({ path: PATH, body: { sleep: [junk] } });
      const { result } = await run(getSleepLog, { date: "2026-03-20" });
      expect(result).toEqual({
        date: "2026-03-20",
        sleep: [{
          ...night,
          logId: "1",
          dateOfSleep: "2026-03-20",
          duration: 24_600_000,
          timeInBed: 410,
          isMainSleep: undefined,
          type: "classic",
          levels: { data: [junk.levels.data[1]], summary: { light: { minutes: 3 } } },
          somethingNew: [{ a: null }],
        }],
        summary: { totalMinutesAsleep: 400, totalSleepRecords: 1, totalTimeInBed: 410 },
      });
    });
  });

  it("takes today from the time zone given, without asking", async () => {
    api({ path: path("2026-03-21") });
    const { result } = await run(getSleepLog, { timeZone: "Pacific/Kiritimati" });
    expect(result).toHaveProperty("date", "2026-03-21");
  });
});
