import logSleep from "../../actions/log-sleep/log-sleep";
import { api, errors, fixture } from "../support/api";
import { run, skipWaits } from "../support/step";

const PATH = "/1.2/user/-/sleep.json";
/** Written without a look: write-once.test.ts proves that. */
const night = {
  date: "2026-03-19", startTime: "22:45", durationMinutes: 450, skipIfLogged: false,
};
const query = { date: "2026-03-19", startTime: "22:45", duration: "27000000" };

describe("log-sleep", () => {
  it("stores a sleep in one request and gives what was stored", async () => {
    api({ method: "POST", path: PATH, query, body: fixture("sleep-logged") });
    const { result, summary } = await run(logSleep, night);
    expect(result).toMatchObject({ sleep: { logId: "26589710670", minutesAsleep: 450 } });
    expect(summary).toBe("Logged 7 h 30 min of sleep from 2026-03-19 22:45");
  });

  it("pads the hour", async () => {
    const padded = { date: "2026-03-19", startTime: "07:05", duration: "60000" };
    api({ method: "POST", path: PATH, query: padded, body: fixture("sleep-logged") });
    const { summary } = await run(logSleep, { ...night, startTime: "7:05", durationMinutes: 1 });
    expect(summary).toBe("Logged 1 min of sleep from 2026-03-19 07:05");
  });

  it("is content with an answer without a body", async () => {
    api({ method: "POST", path: PATH, query });
    const { result } = await run(logSleep, night);
    expect(result).toEqual({});
  });

  it("takes yesterday from the time zone given, without asking", async () => {
    api({ method: "POST", path: PATH, query, body: fixture("sleep-logged") });
    const { summary } = await run(logSleep, {
      ...night, date: "yesterday", timeZone: "Europe/Berlin",
    });
    expect(summary).toContain("2026-03-19");
  });

  it("tells what Fitbit has against it", async () => {
    const body = errors("validation", "Sleep log overlaps with another", "startTime");
    api({ method: "POST", path: PATH, query, status: 400, body });
    const { error } = await run(logSleep, night);
    expect(error).toMatchObject({ name: "BadRequestError", field: "startTime", status: 400 });
  });

  it("is sent once, and a 500 says where to look", async () => {
    skipWaits();
    api({ method: "POST", path: PATH, query, status: 500 });
    const { error } = await run(logSleep, night);
    expect(error).toHaveProperty("message", expect.stringContaining(
      "The sleep may have been stored or changed all the same: look at Get Sleep Log",
    ));
  });

  it.each([0, 1441, 1.5])("is not offered to take %s minutes", async (durationMinutes) => {
    await expect(run(logSleep, { ...night, durationMinutes })).rejects.toThrow("durationMinutes");
  });
});
