import getSleepLog from "../../actions/get-sleep-log/get-sleep-log";
import { api, fixture } from "../support/api";
import { run, skipWaits } from "../support/step";

const path = (date: string) => `/1.2/user/-/sleep/date/${date}.json`;
const PATH = path("2026-03-20");

const night = { isMainSleep: true, logId: 1, minutesAsleep: 400 };
const nap = { isMainSleep: false, logId: 2, minutesAsleep: 38, type: "classic" };
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
      path: "/1/user/-/activities/steps/date/today/1d.json",
      body: { "activities-steps": [{ dateTime: "2026-03-21", value: "0" }] },
    });
    api({ path: path("2026-03-21") });
    const { result } = await run(getSleepLog);
    expect(result).toHaveProperty("date", "2026-03-21");
  });

  it("takes today from the time zone given, without asking", async () => {
    api({ path: path("2026-03-21") });
    const { result } = await run(getSleepLog, { timeZone: "Pacific/Kiritimati" });
    expect(result).toHaveProperty("date", "2026-03-21");
  });
});
