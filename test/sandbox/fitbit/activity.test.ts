import { LIST, type Reply, useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses, PAGINATION, type Shape, ZONE } from "./tables";

const ACTIVITIES = "/1/user/-/activities.json";
const STEPS = "/1/user/-/activities/steps/date";
const PAGE = "sort=asc&limit=10&offset=0";
const WALK = "activityId=90013&date=2026-03-18&startTime=12:00&durationMillis=1800000&distance=2";

const DAY_ITEM = {
  "activityId": "int", "activityParentId": "int", "activityParentName": "str", "calories": "int",
  "description": "str", "distance?": "num", "duration": "int", "hasActiveZoneMinutes": "bool",
  "hasStartTime": "bool", "isFavorite": "bool", "lastModified": "utc", "logId": "id", "name": "str",
  "startDate": "date", "startTime": "HH:mm", "steps?": "int",
};
const LIST_ITEM = {
  "activeDuration": "int",
  "activeZoneMinutes?": {
    minutesInHeartRateZones: [
      { minuteMultiplier: "int", minutes: "int", order: "int", type: "str", zoneName: "str" },
    ],
    totalMinutes: "int",
  },
  "activityLevel": [{ minutes: "int", name: "str" }],
  "activityName": "str", "activityTypeId": "int", "averageHeartRate?": "int", "calories": "int",
  "caloriesLink": "link", "distance?": "num", "distanceUnit?": "str", "duration": "int",
  "elevationGain?": "num", "hasActiveZoneMinutes": "bool", "heartRateLink?": "link",
  "heartRateZones?": [ZONE], "lastModified": "utc", "logId": "id", "logType": "str",
  "manualValuesSpecified": { calories: "bool", distance: "bool", steps: "bool" },
  "originalDuration": "int", "originalStartTime": "zoned", "pace?": "num",
  "source?": {
    "id?": "str", "name?": "str", "trackerFeatures?": ["str"], "type": "str", "url?": "str",
  },
  "speed?": "num", "startTime": "zoned", "steps?": "int", "tcxLink": "link",
} satisfies Shape;
const GOALS = { activeZoneMinutes: "int", distance: "num", floors: "int", steps: "int" } satisfies Shape;
const DAILY_GOALS = { ...GOALS, activeMinutes: "int", caloriesOut: "int" } satisfies Shape;
const DAY = {
  activities: [DAY_ITEM],
  goals: { activeMinutes: "int", caloriesOut: "int", distance: "num", floors: "int", steps: "int" },
  summary: {
    activeScore: "int", activityCalories: "int", caloriesBMR: "int", caloriesOut: "int",
    distances: [{ activity: "str", distance: "num" }], elevation: "num",
    fairlyActiveMinutes: "int", floors: "int", heartRateZones: [ZONE],
    lightlyActiveMinutes: "int", marginalCalories: "int", restingHeartRate: "int",
    sedentaryMinutes: "int", steps: "int", veryActiveMinutes: "int",
  },
} satisfies Shape;
const CATALOGUE_TYPE = {
  "accessLevel": "str",
  "activityLevels?": [
    { id: "int", maxSpeedMPH: "num", mets: "num", minSpeedMPH: "num", name: "str" },
  ],
  "hasSpeed": "bool", "id": "int", "mets?": "num", "name": "str",
} satisfies Shape;
const ROW = { dateTime: "date", value: "str" };
const AFTER = "afterDate=2026-03-01&sort=asc&limit=20&offset=0";

describe("activity on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    ["daily goals", "GET", "/1/user/-/activities/goals/daily.json", 200, { goals: DAILY_GOALS }],
    ["weekly goals", "GET", "/1/user/-/activities/goals/weekly.json", 200, { goals: GOALS }],
    ["daily summary", "GET", "/1/user/-/activities/date/2026-03-14.json", 200, DAY],
    [
      "activity list", "GET", `/1/user/-/activities/list.json?${AFTER}`, 200,
      { activities: [LIST_ITEM], pagination: { ...PAGINATION, afterDate: "date" } },
    ],
    ["new activity", "POST", `/1/user/-/activities.json?${WALK}`, 201, { activityLog: DAY_ITEM }],
    [
      "catalogue", "GET", "/1/activities.json", 200,
      { categories: [{ activities: [CATALOGUE_TYPE], id: "int", name: "str", subCategories: [{}] }] },
    ],
    [
      "series of a period", "GET", "/1/user/-/activities/steps/date/today/7d.json", 200,
      { "activities-steps": [ROW] },
    ],
    [
      "series of a range", "GET",
      "/1/user/-/activities/tracker/distance/date/2026-03-01/today.json", 200,
      { "activities-tracker-distance": [ROW] },
    ],
  ]);

  itRefuses(client, [
    ["GET", "/1/user/-/activities/goals/monthly.json", 400, "period"],
    ["GET", `${LIST.activities}?${PAGE}`, 400, "beforeDate/afterDate"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&beforeDate=2026-02-01&${PAGE}`, 400, "beforeDate/afterDate"],
    ["GET", `${LIST.activities}?beforeDate=2026-01-01&${PAGE}`, 400, "sort"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=10&offset=10`, 400, "offset"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=101&offset=0`, 400, "limit"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=0&offset=0`, 400, "limit"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&limit=ten&offset=0`, 400, "limit"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&sort=asc&offset=0`, 400, "limit"],
    ["GET", `${LIST.activities}?afterDate=2026-02-30&${PAGE}`, 400, "afterDate"],
    ["GET", `${LIST.activities}?afterDate=today&${PAGE}`, 400, "afterDate"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01T10:00:00Z&${PAGE}`, 400, "afterDate"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01T10:00:00.1&${PAGE}`, 400, "afterDate"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01T10&${PAGE}`, 400, "afterDate"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01T25:00:00&${PAGE}`, 400, "afterDate"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&${PAGE}&extra=1`, 400, "extra"],
    ["GET", `${LIST.activities}?afterDate=2026-01-01&${PAGE}&limit=10`, 400, "limit"],
    ["GET", "/1/user/-/activities/date/2026-3-1.json", 400, "date"],
    ["GET", "/1/user/-/activities/date/2025-02-29.json", 400, "date"],
    ["GET", "/1/user/-/activities/date/yesterday.json", 400, "date"],
    ["GET", `${STEPS}/today/max.json`, 400, "period"],
    ["GET", `${STEPS}/today/2d.json`, 400, "period"],
    ["GET", `${STEPS}/yesterday/7d.json`, 400, "date"],
    ["GET", `${STEPS}/2026-01-02/2026-01-01.json`, 400, "end-date"],
    ["GET", `${STEPS}/2023-03-01/2026-03-01.json`, 422, "n/a"],
    ["GET", `${STEPS}/today/7d.json?timezone=Europe/Berlin`, 400, "timezone"],
    ["GET", "/1/user/-/activities/activityCalories/date/2026-01-01/2026-01-31.json", 422, "n/a"],
    ["GET", "/1/user/-/activities/tracker/activityCalories/date/today/3m.json", 400, "period"],
    ["GET", "/1/user/-/activities/nonsense/date/today/7d.json", 400, "resource path"],
    ["GET", "/1/user/-/activities/constructor/date/today/7d.json", 400, "resource path"],
    ["GET", "/1/user/-/activities/tracker/caloriesBMR/date/today/7d.json", 400, "resource path"],
    ["POST", ACTIVITIES, 400, "activityName"],
    ["POST", `${ACTIVITIES}?${WALK}&activityName=Stroll`, 400, "activityId"],
    ["POST", `${ACTIVITIES}?${WALK.replace("activityId=90013", "activityName=Stroll")}`, 400, "manualCalories"],
    ["POST", `${ACTIVITIES}?${WALK.replace("90013", "123")}`, 400, "activityId"],
    ["POST", `${ACTIVITIES}?${WALK.replace("&distance=2", "")}`, 400, "distance"],
    ["POST", `${ACTIVITIES}?${WALK.replace("distance=2", "distance=0")}`, 400, "distance"],
    ["POST", `${ACTIVITIES}?${WALK.replace("distance=2", "distance=-2")}`, 400, "distance"],
    ["POST", `${ACTIVITIES}?${WALK}&distanceUnit=furlong`, 400, "distanceUnit"],
    ["POST", `${ACTIVITIES}?${WALK.replace("90013", "90001")}&distanceUnit=Steps`, 400, "distanceUnit"],
    ["POST", `${ACTIVITIES}?${WALK.replace("12:00", "12:00:30")}`, 400, "startTime"],
    ["POST", `${ACTIVITIES}?${WALK.replace("12:00", "24:00")}`, 400, "startTime"],
    ["POST", `${ACTIVITIES}?${WALK.replace("1800000", "0")}`, 400, "durationMillis"],
    ["POST", `${ACTIVITIES}?${WALK.replace("1800000", "1.5")}`, 400, "durationMillis"],
    ["POST", `${ACTIVITIES}?${WALK}&manualCalories=some`, 400, "manualCalories"],
    ["POST", `${ACTIVITIES}?${WALK.replace("&date=2026-03-18", "")}`, 400, "date"],
    ["POST", `${ACTIVITIES}?${WALK.replace("2026-03-18", "today")}`, 400, "date"],
  ]);

  it("shows exercises with and without distance", async () => {
    const { activities } = await client.get(`/1/user/-/activities/list.json?beforeDate=2026-03-20&sort=desc&limit=100&offset=0`);
    const withDistance = activities.filter((activity) => "distance" in activity);
    expect(withDistance.length).toBeGreaterThan(10);
    expect(activities.length - withDistance.length).toBeGreaterThan(10);
    expect(new Set(activities.map(({ logType }) => logType)))
      .toEqual(new Set(["tracker", "auto_detected", "manual", "mobile_run"]));
  });

  it("has about sixty types in its catalogue, with METs or levels", async () => {
    const { categories } = await client.get("/1/activities.json");
    const types = categories.flatMap((category) => category.activities);
    expect(types.length).toBeGreaterThanOrEqual(60);
    expect(types.filter((t) => "mets" in t === "activityLevels" in t)).toEqual([]);
    expect(types).toContainEqual(expect.objectContaining({ id: 90001, name: "Bike", hasSpeed: true }));
  });

  it("takes the longest ranges that are documented", async () => {
    expect(await client.series("steps/date/2023-03-21/2026-03-19")).toHaveLength(1095);
    expect(await client.series("activityCalories/date/2026-01-01/2026-01-30")).toHaveLength(30);
  });

  it.each([
    ["1d", 1, "2026-03-20"], ["7d", 7, "2026-03-14"], ["1w", 7, "2026-03-14"],
    ["30d", 30, "2026-02-19"], ["1m", 28, "2026-02-21"], ["3m", 90, "2025-12-21"],
    ["6m", 181, "2025-09-21"], ["1y", 365, "2025-03-21"],
  ])("counts the period %s back from its end", async (period, days, first) => {
    const rows = await client.series(`steps/date/today/${period}`);
    expect(rows).toHaveLength(days);
    expect(rows[0]?.dateTime).toBe(first);
    expect(rows.at(-1)?.dateTime).toBe("2026-03-20");
  });
});

describe("activities that are written on the Fitbit door", () => {
  const client = useFreshSandbox();

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
});
