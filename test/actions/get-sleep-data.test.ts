import getSleepData from "../../actions/get-sleep-data/get-sleep-data";
import { api, errors, fixture } from "../support/api";
import { run } from "../support/step";

const path = "/1.2/user/-/sleep/date/2026-03-20.json";

const sleep = (logId: number, isMainSleep: boolean | undefined, minutes: number) => ({
  logId,
  dateOfSleep: "2026-03-20",
  startTime: "2026-03-20T01:00:00.000",
  endTime: "2026-03-20T02:00:00.000",
  duration: minutes * 60_000,
  timeInBed: minutes,
  isMainSleep,
  type: "classic",
});

describe("get-sleep-data", () => {
  it("gives the main sleep with its stages, and the day as it is", async () => {
    api({ path, body: fixture("sleep-night") });
    const { result, summary } = await run(getSleepData, { date: "2026-03-20" });
    expect(result).toMatchObject({
      date: "2026-03-20",
      mainSleep: {
        durationMs: 28800000,
        startTime: "2026-03-19T23:03:30.000",
        endTime: "2026-03-20T07:03:30.000",
        minutesAsleep: 432,
        timeInBed: 480,
        efficiency: 93,
        stages: { deep: 84, light: 252, rem: 96, wake: 48 },
        sleepScore: null,
      },
    });
    expect(result).toHaveProperty("entries.length", 2);
    expect(result).toHaveProperty("raw.sleep.length", 2);
    expect(result).toHaveProperty("summary.totalMinutesAsleep");
    expect(summary).toMatch(/^7 h 12 min asleep on 2026-03-20/);
  });

  it.each([
    ["the one that is called so, however long a nap is", [sleep(1, false, 300), sleep(2, true, 200)], 200],
    ["the longest where none is called anything", [sleep(1, undefined, 60), sleep(2, undefined, 90)], 90],
    ["none among naps", [sleep(1, false, 60)], undefined],
    ["none on a day without sleep", [], undefined],
  ])("takes for the main sleep %s", async (_, logs, minutes) => {
    api({ path, body: { sleep: logs, summary: {} } });
    const { result } = await run(getSleepData, { date: "2026-03-20" });
    const mainSleep = minutes === undefined
      ? null
      : expect.objectContaining({ timeInBed: minutes }) as object;
    expect(result).toMatchObject({ mainSleep });
    expect(result).toHaveProperty("entries.length", logs.length);
  });

  it("names its successor when it fails", async () => {
    api({ path, status: 403, body: errors("insufficient_scope", "No sleep.") });
    const { error } = await run(getSleepData, { date: "2026-03-20" });
    expect(String(error)).toContain("google_health-get-sleep-log");
  });
});
