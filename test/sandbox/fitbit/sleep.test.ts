import { LIST, useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses, PAGINATION } from "./tables";

const SLEEP = "/1.2/user/-/sleep";
const PAGE = "sort=asc&limit=10&offset=0";

const STAGE = { count: "int", minutes: "int", thirtyDayAvgMinutes: "int" };
const COUNT = { count: "int", minutes: "int" };
const SPAN = { dateTime: "local", level: "str", seconds: "int" };
/** The answer to a new sleep log, and it alone, has no logType. */
const NEW_SLEEP = {
  dateOfSleep: "date", duration: "int", efficiency: "int", endTime: "local", infoCode: "int",
  isMainSleep: "bool", logId: "id", minutesAfterWakeup: "int",
  minutesAsleep: "int", minutesAwake: "int", minutesToFallAsleep: "int", startTime: "local",
  timeInBed: "int", type: "str",
};
const LOG = { ...NEW_SLEEP, logType: "str" };
const STAGES = {
  ...LOG,
  levels: {
    data: [SPAN],
    shortData: [SPAN],
    summary: { deep: STAGE, light: STAGE, rem: STAGE, wake: STAGE },
  },
};
const CLASSIC_LEVELS = {
  data: [SPAN], summary: { asleep: COUNT, awake: COUNT, restless: COUNT },
};
const CLASSIC = { ...LOG, levels: CLASSIC_LEVELS };
const SLEEP_SUMMARY = { totalMinutesAsleep: "int", totalSleepRecords: "int", totalTimeInBed: "int" };

describe("sleep on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    [
      "sleep of a day", "GET", "/1.2/user/-/sleep/date/2026-03-17.json", 200,
      {
        sleep: [STAGES],
        summary: {
          ...SLEEP_SUMMARY, stages: { deep: "int", light: "int", rem: "int", wake: "int" },
        },
      },
    ],
    [
      "sleep of a range, classic", "GET", "/1.2/user/-/sleep/date/2026-03-18/2026-03-18.json", 200,
      { sleep: [CLASSIC] },
    ],
    [
      "sleep list", "GET", "/1.2/user/-/sleep/list.json?afterDate=2026-03-18&sort=asc&limit=1&offset=0",
      200, { pagination: { ...PAGINATION, afterDate: "date" }, sleep: [STAGES] },
    ],
    [
      "new sleep", "POST", "/1.2/user/-/sleep.json?date=2026-03-16&startTime=20:00&duration=720000",
      201, { sleep: { ...NEW_SLEEP, levels: CLASSIC_LEVELS } },
    ],
    [
      "empty sleep", "GET", "/1.2/user/-/sleep/date/2027-01-01.json", 200,
      { sleep: [CLASSIC], summary: SLEEP_SUMMARY },
    ],
  ]);

  itRefuses(client, [
    ["GET", `${LIST.sleep}?${PAGE}`, 400, "beforeDate/afterDate"],
    ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=desc&limit=10&offset=0`, 400, "sort"],
    ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=up&limit=10&offset=0`, 400, "sort"],
    ["GET", `${LIST.sleep}?afterDate=2026-01-01&limit=10&offset=0`, 400, "sort"],
    ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=asc&limit=10&offset=10`, 400, "offset"],
    ["GET", `${LIST.sleep}?afterDate=2026-01-01&sort=asc&limit=10`, 400, "offset"],
    ["GET", `${SLEEP}/date/2026-01-01/today.json`, 400, "endDate"],
    ["GET", `${SLEEP}/date/2026-01-02/2026-01-01.json`, 400, "endDate"],
    ["GET", `${SLEEP}/date/2025-12-01/2026-03-11.json`, 422, "endDate"],
    ["POST", `${SLEEP}.json?date=2026-03-18&duration=600000`, 400, "startTime"],
    ["POST", `${SLEEP}.json?date=2026-03-18&startTime=20:00`, 400, "duration"],
    ["POST", `${SLEEP}.json?date=2026-03-17&startTime=04:00&duration=600000`, 400, "startTime"],
  ]);

  it("shows stages and classic sleeps", async () => {
    const { sleep } = await client.get("/1.2/user/-/sleep/date/2026-02-01/2026-03-19.json");
    const types = new Set(sleep.map(({ type, infoCode }) => `${type} ${infoCode}`));
    expect([...types].sort()).toEqual(["classic 0", "classic 1", "classic 2", "stages 0"]);
  });

  it("takes the longest range that is documented", async () => {
    const { sleep } = await client.get(`${SLEEP}/date/2025-12-11/2026-03-20.json`);
    expect(sleep.length).toBeGreaterThan(90);
  });
});

describe("sleeps that are written on the Fitbit door", () => {
  const client = useFreshSandbox();

  it("stores a sleep as classic and manual, and refuses one that overlaps", async () => {
    const nap = `${SLEEP}.json?date=2026-03-17&startTime=20:00&duration=720000`;
    const { status, body } = await client.post(nap);
    expect(status).toBe(201);
    expect(body.sleep).toMatchObject({
      dateOfSleep: "2026-03-17", duration: 720_000, endTime: "2026-03-17T20:12:00.000",
      startTime: "2026-03-17T20:00:00.000", isMainSleep: false, minutesAsleep: 12, type: "classic",
    });
    expect(body.sleep).not.toHaveProperty("logType");
    expect((await client.post(nap)).body.errors[0].fieldName).toBe("startTime");
    const { sleep, summary } = await client.get(`${SLEEP}/date/2026-03-17.json`);
    expect(sleep[0]).toEqual(Object.assign({ logType: "manual" }, body.sleep));
    expect(summary.totalSleepRecords).toBe(sleep.length);
    expect((await client.ask(`${SLEEP}/${body.sleep.logId}.json`, { method: "DELETE" })).status)
      .toBe(204);
    expect((await client.post(nap)).status).toBe(201);
  });

  it("dates a sleep over midnight by its end", async () => {
    const late = await client.post(`${SLEEP}.json?date=2026-03-16&startTime=22:30&duration=7200000`);
    expect(late.body.sleep.dateOfSleep).toBe("2026-03-17");
  });
});
