import type { Reply } from "../support";
import {
  at, between, errorOf, type Json, NAP, openHealth, RUN, stored, useFreshHealth,
} from "./support";

const DAYS = ["2026-02-14", "2026-03-07", "2026-03-16", "2026-03-18"];

const next = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe("both doors", () => {
  const health = useFreshHealth();

  const rolled = async (type: string, date: string, field: string): Promise<number> => {
    const { body } = await health.daily(type, date, next(date));
    const key = type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    return Number(at(body, "rollupDataPoints", 0, key, field) ?? 0);
  };

  it.each(DAYS)("count the same on %s", async (date) => {
    const { client } = health;
    const { summary } = await client.get(`/1/user/-/activities/date/${date}.json`);
    expect(await rolled("steps", date, "countSum")).toBe(summary.steps);
    expect(await rolled("floors", date, "countSum")).toBe(summary.floors);
    expect(await rolled("altitude", date, "gainMillimetersSum") / 1000)
      .toBeCloseTo(summary.elevation, 3);
    expect(await rolled("distance", date, "millimetersSum") / 1e6)
      .toBeCloseTo(summary.distances[0]?.distance ?? NaN, 2);
    expect(Math.round(await rolled("total-calories", date, "kcalSum"))).toBe(summary.caloriesOut);
  });

  it("see the same minutes of activity and zones", async () => {
    const { summary } = await health.client.get("/1/user/-/activities/date/2026-03-18.json");
    const zones = at(
      (await health.daily("time-in-heart-rate-zone", "2026-03-18", "2026-03-19")).body,
      "rollupDataPoints", 0, "timeInHeartRateZone", "timeInHeartRateZones",
    ) as { duration: string }[];
    const minutesInZones = summary.heartRateZones.map(({ minutes }) => minutes)
      .filter((minutes) => minutes > 0);
    expect(zones.map(({ duration }) => parseInt(duration, 10) / 60)).toEqual(minutesInZones);
    const levels = at(
      (await health.daily("active-minutes", "2026-03-18", "2026-03-19")).body,
      "rollupDataPoints", 0, "activeMinutes", "activeMinutesRollupByActivityLevel",
    ) as { activityLevel: string; activeMinutesSum: string }[];
    const sum = (level: string) => levels
      .filter(({ activityLevel }) => activityLevel === level)
      .reduce((total, { activeMinutesSum }) => total + Number(activeMinutesSum), 0);
    expect([sum("LIGHT"), sum("MODERATE"), sum("VIGOROUS")]).toEqual([
      summary.lightlyActiveMinutes, summary.fairlyActiveMinutes, summary.veryActiveMinutes,
    ]);
  });

  it("know the same nights, reconciled", async () => {
    const { sleep } = await health.client.get("/1.2/user/-/sleep/date/2026-02-20/2026-03-19.json");
    const range = between("sleep.interval.civil_end_time", "2026-02-20", "2026-03-20");
    const points = await health.all("sleep", range, ":reconcile");
    const local = (point: Json): string => {
      const { startTime, startUtcOffset } = at(point, "sleep", "interval") as Record<string, string>;
      const wall = Date.parse(startTime ?? "") + parseInt(startUtcOffset ?? "", 10) * 1000;
      return new Date(wall).toISOString().slice(0, 23);
    };
    expect(points.map(local)).toEqual(sleep.map(({ startTime }) => startTime));
    expect(points.map((point) => Number(at(point, "sleep", "summary", "minutesInSleepPeriod"))))
      .toEqual(sleep.map(({ timeInBed }) => timeInBed));
    expect(points.map((point) => at(point, "sleep", "metadata", "mainSleep") === true))
      .toEqual(sleep.map(({ isMainSleep }) => isMainSleep));
  });

  it("know the same exercises, reconciled", async () => {
    const { activities } = await health.client.get(
      "/1/user/-/activities/list.json?beforeDate=2026-03-20&sort=desc&limit=20&offset=0",
    );
    const filter = 'exercise.interval.civil_start_time < "2026-03-20"';
    const query = { filter, pageSize: 20 };
    const { body } = await health.list("exercise", query, undefined, ":reconcile");
    const points = body.dataPoints as Json[];
    const starts = points.map((point) => (
      Date.parse(String(at(point, "exercise", "interval", "startTime")))
    ));
    expect(starts).toEqual(activities.map(({ startTime }) => Date.parse(startTime)));
    expect(points.map((point) => (
      Math.round(Number(at(point, "exercise", "metricsSummary", "caloriesKcal")))
    ))).toEqual(activities.map(({ calories }) => calories));
  });

  it("show at once what was written through either", async () => {
    const before = await rolled("steps", "2026-03-18", "countSum");
    const { name } = stored(await health.create("exercise", RUN));
    const { client } = health;
    const date = "2026-03-18";
    const { activities } = await client.get(`/1/user/-/activities/date/${date}.json`);
    expect(activities.find(({ calories }) => calories === 350)).toMatchObject({
      name: "Run", distance: 5, steps: 4800, duration: 1_800_000,
    });
    expect(await rolled("steps", date, "countSum")).toBe(before + 4800);
    await health.remove("exercise", [name]);
    const gone = await client.get(`/1/user/-/activities/date/${date}.json`);
    expect(gone.activities.some(({ calories }) => calories === 350)).toBe(false);
    await client.post("/1/user/-/activities.json?activityId=90009&startTime=12:00&date=2026-03-18"
      + "&durationMillis=1800000&distance=5&manualCalories=321");
    const { body } = await health.list("exercise", { pageSize: 25 });
    const [made] = (body.dataPoints as Json[]).filter((point) => (
      at(point, "exercise", "metricsSummary", "caloriesKcal") === 321
    ));
    expect(made).toMatchObject({
      dataSource: {
        recordingMethod: "MANUAL",
        platform: "FITBIT_WEB_API",
        application: { webClientId: "23SBX7" },
      },
      exercise: {
        exerciseType: "RUNNING",
        displayName: "Running",
        metricsSummary: { distanceMillimeters: 5e6 },
      },
    });
  });

  it("count what was written down, but not among what wearables measured", async () => {
    const family = { dataSourceFamily: "users/me/dataSourceFamilies/google-wearables" };
    const steps = async (more: Json) => {
      const { body } = await health.daily("steps", "2026-03-18", "2026-03-19", more);
      return Number(at(body, "rollupDataPoints", 0, "steps", "countSum"));
    };
    const worn = await steps(family);
    expect(await steps({})).toBe(worn);
    const { timeline } = health.client.sandbox.person;
    const noon = timeline.at(Date.UTC(2026, 2, 18) / 86_400_000, 12);
    const interval = {
      startTime: new Date(noon).toISOString(),
      startUtcOffset: `${timeline.offsetAt(noon) / 1000}s`,
      endTime: new Date(noon + 1_800_000).toISOString(),
      endUtcOffset: `${timeline.offsetAt(noon) / 1000}s`,
    };
    stored(await health.create("exercise", { exercise: { ...RUN.exercise, interval } }));
    expect(await steps({})).toBe(worn + 4800);
    expect(await steps(family)).toBe(worn);
    expect(await health.client.valueOf("steps", "2026-03-18")).toBe(String(worn + 4800));
    expect(await health.client.valueOf("tracker/steps", "2026-03-18")).toBe(String(worn));
  });

  it("refuse a sleep on top of another, whoever wrote it", async () => {
    stored(await health.create("sleep", NAP));
    const again = await health.create("sleep", NAP);
    expect([again.status, errorOf(again).status]).toEqual([400, "INVALID_ARGUMENT"]);
  });

  it("wait for the same sync", async () => {
    await health.client.control("clock", { now: "2026-03-21T20:00:00Z" });
    await health.client.control("records", [
      { type: "activity", start: "2026-03-20T18:00:00", minutes: 30, value: 222, synced: false },
    ]);
    const found = async () => {
      const { body } = await health.list("exercise", { pageSize: 25 });
      return JSON.stringify(body).includes('"caloriesKcal":222');
    };
    expect(await found()).toBe(false);
    expect(await rolled("steps", "2026-03-21", "countSum")).toBe(0);
    await health.client.control("sync", {});
    expect(await found()).toBe(true);
    expect(await rolled("steps", "2026-03-21", "countSum")).toBeGreaterThan(0);
    const { pairedDevices } = await health.get("/pairedDevices");
    expect(at(pairedDevices, 1, "lastSyncTime")).toBe("2026-03-21T20:00:00Z");
  });

  it("are broken apart: faults of google_health strike here alone", async () => {
    await health.client.control("faults", [
      { match: { app: "google_health" }, times: 1, answer: { status: 503, body: { error: {} } } },
    ]);
    const fitbit: Reply = await health.client.ask("/1/user/-/profile.json");
    expect(fitbit.status).toBe(200);
    expect((await health.ask("/identity")).status).toBe(503);
    expect((await health.ask("/identity")).status).toBe(200);
  });

  it("log what is asked, without tokens", async () => {
    await health.get("/identity");
    const { text } = await health.client.ask("/_sandbox/requests", { token: "" });
    expect(JSON.parse(text)).toEqual([
      { method: "GET", path: "/v4/users/me/identity", query: {}, status: 200 },
    ]);
  });
});

describe("travel", () => {
  it("shows in the offsets of every record", async () => {
    const health = await openHealth();
    const { person } = health.client.sandbox;
    const points = await health.all("sleep", { pageSize: 25 }, ":reconcile");
    const zones = new Set(points.map((point) => at(point, "sleep", "interval", "startUtcOffset")));
    expect(zones.size).toBeGreaterThan(2);
    for (const point of points.slice(0, 60)) {
      const { startTime = "", startUtcOffset } = at(point, "sleep", "interval") as Record<string, string>;
      const offset = person.timeline.offsetAt(Date.parse(startTime));
      expect(startUtcOffset).toBe(`${offset / 1000}s`);
    }
    await health.client.sandbox.close();
  });
});
