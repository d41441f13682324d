import { type Client, LIST, open, type Reply } from "./support";

const ACTIVITIES = "/1/user/-/activities.json";
const SLEEP = "/1.2/user/-/sleep";
const PROFILE = "/1/user/-/profile.json";

describe("writes", () => {
  let client: Client;
  beforeEach(async () => {
    client = await open();
  });
  afterEach(() => client.sandbox.close());

  const log = (changes: Record<string, string>): Promise<Reply> => {
    const parameters = new URLSearchParams({
      activityId: "90013", date: "2026-03-18", startTime: "12:00", durationMillis: "1800000",
      distance: "2", ...changes,
    });
    return client.post(`${ACTIVITIES}?${parameters.toString()}`);
  };

  const day = (date: string) => client.get(`/1/user/-/activities/date/${date}.json`);

  it("puts a new activity into the list and into the day", async () => {
    const before = await day("2026-03-18");
    const { status, body: { activityLog } } = await log({ manualCalories: "300" });
    expect(status).toBe(201);
    expect(activityLog).toMatchObject({
      activityId: 90013, activityParentName: "Walk", calories: 300, distance: 2,
      duration: 1_800_000, name: "Walk", startDate: "2026-03-18", startTime: "12:00",
    });
    const stride = client.sandbox.person.profile.strideWalkingMetres;
    expect(activityLog.steps).toBe(Math.round(2000 / stride));

    const after = await day("2026-03-18");
    expect(after.activities).toContainEqual(activityLog);
    expect(after.summary.steps).toBe(before.summary.steps + activityLog.steps);
    const distances = new Map(after.summary.distances.map((d) => [d.activity, d.distance]));
    expect([distances.get("loggedActivities"), distances.get("Walk")]).toEqual([2, 2]);
    expect(distances.get("total")).toBeCloseTo((distances.get("tracker") ?? 0) + 2, 2);
    expect(after.summary.caloriesOut).toBeGreaterThan(before.summary.caloriesOut + 200);

    const { activities } = await client.get(
      `${LIST.activities}?afterDate=2026-03-18&sort=asc&limit=100&offset=0`,
    );
    const listed = activities.find(({ logId }) => logId === activityLog.logId);
    expect(listed).toMatchObject({
      logType: "manual", activityName: "Walk", steps: activityLog.steps,
      startTime: "2026-03-18T12:00:00.000+01:00", source: { type: "app" },
    });
    expect(listed).not.toHaveProperty("averageHeartRate");
    expect(listed?.tcxLink)
      .toBe(`https://api.fitbit.com/1/user/-/activities/${activityLog.logId}.tcx`);
  });

  it("leaves what the tracker counted as it was", async () => {
    const series = (resource: string) => client.valueOf(resource, "2026-03-18");
    const tracker = await series("tracker/steps");
    expect(await series("steps")).toBe(tracker);
    const { body } = await log({});
    expect(await series("tracker/steps")).toBe(tracker);
    expect(Number(await series("steps"))).toBe(Number(tracker) + body.activityLog.steps);
  });

  it.each([
    ["Steps", "3000", undefined], ["mile", "1", 1.609344], ["yards", "1000", 0.9144],
    ["Meter", "1500", 1.5], ["kilometer", "3", 3], ["feet", "1000", 0.3048],
  ])("takes a distance in %s", async (distanceUnit, distance, km) => {
    const { body: { activityLog } } = await log({ distanceUnit, distance });
    const stride = client.sandbox.person.profile.strideWalkingMetres;
    expect(activityLog.distance).toBeCloseTo(km ?? (3000 * stride) / 1000, 5);
    if (km === undefined) expect(activityLog.steps).toBe(3000);
  });

  it("takes an activity by its own name, with its calories", async () => {
    const { status, body: { activityLog } } = await client.post(
      `${ACTIVITIES}?activityName=Wood%20chopping&manualCalories=250`
      + "&date=2026-03-18&startTime=15:00&durationMillis=1800000",
    );
    expect(status).toBe(201);
    expect(activityLog).toMatchObject({ name: "Wood chopping", calories: 250 });
    expect(activityLog).not.toHaveProperty("distance");
    expect(activityLog).not.toHaveProperty("steps");
  });

  it("takes a level of the catalogue, and estimates its calories", async () => {
    const { body: { activityLog } } = await log({ activityId: "1020", distance: "10" });
    expect(activityLog).toMatchObject({
      activityId: 1020, activityParentId: 90001, activityParentName: "Bike",
      description: "10-11.9 mph",
    });
    const { weightKg } = client.sandbox.person.who;
    expect(activityLog.calories).toBe(Math.round(6 * weightKg * 0.5));
  });

  it("stores what is written twice twice", async () => {
    const { records } = await client.state();
    const [a, b] = [await log({}), await log({})];
    expect(a.body.activityLog.logId).not.toBe(b.body.activityLog.logId);
    expect((await client.state()).records.activity).toBe(records.activity + 2);
  });

  it("deletes an activity by its exact id, once", async () => {
    const { body: { activityLog: { logId } } } = await log({});
    const path = `/1/user/-/activities/${logId}.json`;
    const rounded = `/1/user/-/activities/${BigInt(Number(logId))}.json`;
    expect((await client.ask(rounded, { method: "DELETE" })).status).toBe(404);
    const gone = await client.ask(path, { method: "DELETE" });
    expect([gone.status, gone.text]).toEqual([204, ""]);
    expect((await client.ask(path, { method: "DELETE" })).status).toBe(404);
  });

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

  it("changes every part of the profile that can be changed", async () => {
    const changes = {
      aboutMe: "new", birthday: "1980-05-06", city: "Rome", clockTimeDisplayFormat: "24hour",
      country: "IT", foodsLocale: "it_IT", fullName: "Ada de Vries", gender: "NA",
      glucoseUnit: "any", heightUnit: "any", locale: "de_DE", startDayOfWeek: "Monday",
      state: "NY", strideLengthRunning: "101.5", strideLengthWalking: "71.5",
      timezone: "Asia/Tokyo", waterUnit: "any", weightUnit: "en_GB",
    };
    const reply = await client.post(`${PROFILE}?${new URLSearchParams(changes).toString()}`);
    expect(reply.status).toBe(201);
    const { user } = await client.get(PROFILE);
    expect(reply.body.user).toEqual(user);
    expect(user).toMatchObject({
      aboutMe: "new", age: 45, dateOfBirth: "1980-05-06", city: "Rome", country: "IT",
      clockTimeDisplayFormat: "24hour", foodsLocale: "it_IT", firstName: "Ada",
      lastName: "de Vries", gender: "NA", glucoseUnit: "METRIC", heightUnit: "METRIC",
      locale: "de_DE", startDayOfWeek: "MONDAY", state: "NY", strideLengthRunning: 101.5,
      strideLengthRunningType: "manual", strideLengthWalking: 71.5, timezone: "Asia/Tokyo",
      offsetFromUTCMillis: 9 * 3_600_000, waterUnit: "METRIC", waterUnitName: "ml",
      weightUnit: "en_GB",
    });
    const split = await client.post(`${PROFILE}?localeLang=fr&localeCountry=FR`);
    expect(split.body.user.locale).toBe("fr_FR");
  });

  it("lets today follow a changed time zone, and leaves the past alone", async () => {
    const today = async () => (await client.series("steps/date/today/1d"))[0]?.dateTime;
    const before = await client.get(`${SLEEP}/date/2026-02-20/2026-03-19.json`);
    await client.control("clock", { now: "2026-03-20T22:00:00Z" });
    expect(await today()).toBe("2026-03-20");
    await client.post(`${PROFILE}?timezone=Asia/Tokyo`);
    expect(await today()).toBe("2026-03-21");
    expect(await client.get(`${SLEEP}/date/2026-02-20/2026-03-19.json`)).toEqual(before);
  });
});
