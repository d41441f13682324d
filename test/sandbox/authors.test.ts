import { AUTHORS } from "../../local/sandbox/person/truth";
import { at, type Json, useFreshHealth } from "./google-health/support";
import { type Activity, LIST, open } from "./support";

const AFTER = `${LIST.activities}?afterDate=2026-03-20&sort=asc&limit=10&offset=0`;
const app = (id: string, name: string) => ({ id, name, type: "app" });

describe("what the watch did not record", () => {
  const health = useFreshHealth({ healthSwitches: { healthConnect: "none" } });
  const { client } = health;

  /** A record of the morning, as the API lists it. */
  const recorded = async (by: string): Promise<Activity & Json> => {
    const start = "2026-03-20T08:00:00";
    const record = { type: "activity", start, minutes: 16, by, synced: true };
    expect((await client.control("records", [record])).status).toBe(200);
    const [first] = (await client.get(AFTER)).activities;
    return first as Activity & Json;
  };

  it.each([
    ["phone", "mobile_run", app("228VSR", "Fitbit for Android")],
    ["hand", "manual", app("228TSL", "Fitbit for iPhone")],
    ["web", "manual", undefined],
    ["api", "manual", { type: "api" }],
    ["strava", "manual", app("22997K", "Fitbit + Strava")],
  ])("is listed with who it is by: %s", async (by, logType, source) => {
    const { logType: told, source: named } = await recorded(by);
    expect(told).toBe(logType);
    if (source) expect(named).toMatchObject(source);
    else expect(named).toBeUndefined();
  });

  it("has of the first years what every log has, and no more", async () => {
    const { logId } = await recorded("old");
    const list = `${LIST.activities}?beforeDate=2026-03-21&sort=desc&limit=1&offset=0`;
    expect((await client.get(list)).activities).toEqual([
      { logId, duration: 960_000, startTime: "2026-03-20T08:00:00.000+01:00" },
    ]);
    const day = await client.get("/1/user/-/activities/date/today.json");
    const [item] = day.activities.filter((activity) => activity.logId === logId);
    expect(item).toMatchObject({ activityId: 90013, startTime: "08:00" });
    for (const key of ["calories", "duration", "distance", "steps"]) {
      expect(item).not.toHaveProperty(key);
    }
  });

  it("feels no pulse where it is a phone", async () => {
    const run = await recorded("phone");
    expect(run).toMatchObject({ activityName: "Run", hasActiveZoneMinutes: false });
    expect(run.distance).toBeGreaterThan(1);
    expect(run).not.toHaveProperty("averageHeartRate");
    const { body } = await health.list("exercise");
    const metrics = at(body, "dataPoints", 0, "exercise", "metricsSummary");
    expect(metrics).toHaveProperty("steps");
    expect(metrics).not.toHaveProperty("averageHeartRateBeatsPerMinute");
  });

  it.each([
    [
      "phone",
      {
        recordingMethod: "ACTIVELY_MEASURED",
        device: { displayName: "MobileTrack" },
        platform: "FITBIT",
      },
    ],
    ["hand", { recordingMethod: "MANUAL", platform: "FITBIT" }],
    ["web", { recordingMethod: "MANUAL", platform: "FITBIT" }],
    ["old", { recordingMethod: "MANUAL", platform: "FITBIT" }],
    ["api", { recordingMethod: "MANUAL", platform: "FITBIT_WEB_API" }],
    [
      "strava",
      {
        recordingMethod: "MANUAL",
        application: { webClientId: "22997K" },
        platform: "FITBIT_WEB_API",
      },
    ],
  ])("comes on Google Health from where it was written: %s", async (by, source) => {
    await recorded(by);
    const { body } = await health.list("exercise");
    expect(at(body, "dataPoints", 0, "dataSource")).toEqual(source);
  });

  it("may be a sleep that was typed in, which is no nap and has no main sleep", async () => {
    const record = { type: "sleep", start: "2026-03-19T14:00:00", minutes: 480, synced: true };
    await client.control("records", [{ ...record, by: "hand" }]);
    const points = await health.all("sleep");
    const typed = points.find((point) => (
      at(point, "sleep", "interval", "startTime") === "2026-03-19T13:00:00Z"
    ));
    expect(typed).toMatchObject({
      dataSource: { recordingMethod: "MANUAL", platform: "FITBIT" },
      sleep: {
        type: "CLASSIC", metadata: { stagesStatus: "REJECTED_SERVER", processed: true },
      },
    });
    expect(at(typed, "sleep", "metadata")).not.toHaveProperty("mainSleep");
  });

  it.each([
    ["activity", "nobody"], ["sleep", "strava"], ["weight", "hand"],
  ])("is not anything: %s by %s", async (type, by) => {
    const record = { type, start: "2026-03-20T08:00:00", by, synced: true };
    expect((await client.control("records", [record])).status).toBe(400);
  });

  it("is in everybody's history, whoever it is by", () => {
    const known = new Set(client.sandbox.person.exercises().map(({ by }) => by));
    expect([...known].sort()).toEqual([...AUTHORS, undefined].sort());
  });
});

describe("a person at UTC", () => {
  it("has times with Z in the list of activities", async () => {
    const client = await open({ seed: 3, now: "2026-01-20T09:00:00Z" });
    const { activities } = await client.get(
      `${LIST.activities}?beforeDate=2026-01-20&sort=desc&limit=1&offset=0`,
    );
    expect(activities[0].startTime).toMatch(/^2026-01-\d\dT[\d:]{8}\.000Z$/);
    await client.sandbox.close();
  });
});
