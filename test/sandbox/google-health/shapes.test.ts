import { SCHEMAS } from "../../../local/sandbox/google-health/resources";
import {
  at, between, type Health, type Json, openHealth, BODY_FAT, DRINK, FOOD, HEIGHT, NAP, NOTES,
  RUN, stored, WEIGHT,
} from "./support";

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

const SCALARS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string" && value !== "",
  boolean: (value) => value === true,
  int32: (value) => Number.isInteger(value) && value !== 0,
  int64: (value) => typeof value === "string" && /^-?\d+$/.test(value),
  double: (value) => typeof value === "number",
  timestamp: (value) => typeof value === "string" && UTC.test(value),
  duration: (value) => typeof value === "string" && /^-?\d+(\.\d+)?s$/.test(value),
};

/** Every way in which a value differs from its message: keys it may not have, wrong types. */
function faults(type: string, value: unknown, path: string): string[] {
  const bare = type.replace(/[!~]$/, "");
  const item = /^\[(.*)\]$/.exec(bare)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value) || value.length === 0) return [`${path}: no list`];
    return value.flatMap((one, i) => faults(item, one, `${path}[${i}]`));
  }
  const scalar = SCALARS[bare];
  if (scalar) return scalar(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${bare}`];
  const schema = SCHEMAS[bare] ?? bare;
  if (typeof schema === "string") {
    const word = typeof value === "string" && schema.split("|").includes(value);
    return word ? [] : [`${path}: ${JSON.stringify(value)} is none of ${bare}`];
  }
  if (typeof value !== "object" || value === null) return [`${path}: no ${bare}`];
  return Object.entries(value).flatMap(([key, part]) => {
    const field = schema[key];
    return field === undefined
      ? [`${path}.${key}: not in ${bare}`]
      : faults(field, part, `${path}.${key}`);
  });
}

const expectMessage = (type: string, value: unknown): void => {
  expect(faults(type, value, type)).toEqual([]);
};

/** Data types, their keys in a point, and the messages of value and roll-up. */
const TYPES: [id: string, key: string, message?: string, rollUp?: string][] = [
  ["steps", "steps", "Steps", "StepsRollupValue"],
  ["distance", "distance", "Distance", "DistanceRollupValue"],
  ["floors", "floors", "Floors", "FloorsRollupValue"],
  ["altitude", "altitude", "Altitude", "AltitudeRollupValue"],
  ["active-energy-burned", "activeEnergyBurned", "ActiveEnergyBurned", "ActiveEnergyBurnedRollupValue"],
  ["total-calories", "totalCalories", undefined, "TotalCaloriesRollupValue"],
  ["calories-in-heart-rate-zone", "caloriesInHeartRateZone", undefined,
    "CaloriesInHeartRateZoneRollupValue"],
  ["active-minutes", "activeMinutes", "ActiveMinutes", "ActiveMinutesRollupValue"],
  ["active-zone-minutes", "activeZoneMinutes", "ActiveZoneMinutes", "ActiveZoneMinutesRollupValue"],
  ["activity-level", "activityLevel", "ActivityLevel"],
  ["sedentary-period", "sedentaryPeriod", "SedentaryPeriod", "SedentaryPeriodRollupValue"],
  ["time-in-heart-rate-zone", "timeInHeartRateZone", "TimeInHeartRateZone",
    "TimeInHeartRateZoneRollupValue"],
  ["swim-lengths-data", "swimLengthsData", "SwimLengthsData", "SwimLengthsDataRollupValue"],
  ["heart-rate", "heartRate", "HeartRate", "HeartRateRollupValue"],
  ["daily-resting-heart-rate", "dailyRestingHeartRate", "DailyRestingHeartRate"],
  ["daily-heart-rate-zones", "dailyHeartRateZones", "DailyHeartRateZones"],
  ["exercise", "exercise", "Exercise"],
  ["sleep", "sleep", "Sleep"],
  ["weight", "weight", "Weight", "WeightRollupValue"],
  ["body-fat", "bodyFat", "BodyFat", "BodyFatRollupValue"],
  ["height", "height", "Height"],
  ["hydration-log", "hydrationLog", "HydrationLog", "HydrationLogRollupValue"],
  ["nutrition-log", "nutritionLog", "NutritionLog", "NutritionLogRollupValue"],
];

const FOURTEEN_DAYS = [
  "total-calories", "calories-in-heart-rate-zone", "active-minutes", "heart-rate",
];
const NAMED = [
  "exercise", "sleep", "weight", "body-fat", "height", "hydration-log", "nutrition-log",
];
const WITHOUT_CIVIL = ["exercise", "sleep"];

/** What is written of a lunch, some days before. */
const moved = (key: string, value: Json): Json => {
  const interval = JSON.stringify(value.interval).replaceAll("-19T", "-01T");
  return { [key]: { ...value, interval: JSON.parse(interval) as Json } };
};

describe("the answers of the Google Health API", () => {
  let health: Health;
  beforeAll(async () => {
    health = await openHealth({ healthSwitches: { emptyFirstPage: "never" } });
    // Nobody eats or drinks by plan.
    await health.client.control("records", ["food", "water"].map((type) => (
      { type, start: "2026-03-02T08:00:00", synced: true }
    )));
    await health.create("nutrition-log", moved("nutritionLog", FOOD.nutritionLog));
    await health.create("hydration-log", moved("hydrationLog", DRINK.hydrationLog));
  });
  afterAll(() => health.client.sandbox.close());

  const lasting = TYPES.filter(([id, , message]) => message !== undefined && id !== "floors");

  it.each(lasting)("list %s with provenance, and a name where there is one", async (id, key, message = "") => {
    const { body } = await health.list(id, { pageSize: 20 });
    const points = body.dataPoints as Json[];
    expect(points.length).toBeGreaterThan(0);
    for (const { [key]: value, dataSource, name, ...rest } of points) {
      expectMessage(message, value);
      expectMessage("DataSource", dataSource);
      expect(typeof name === "string").toBe(NAMED.includes(id));
      expect(rest).toEqual({});
      expect(JSON.stringify(value).includes('"civil')).toBe(
        !WITHOUT_CIVIL.includes(id) && !id.startsWith("daily-"),
      );
    }
  });

  const reconcilable = TYPES.filter(([, , message]) => message !== undefined);

  it.each(reconcilable)("reconcile %s without provenance", async (id, key, message = "") => {
    const { body } = await health.list(id, { pageSize: 20 }, undefined, ":reconcile");
    const points = body.dataPoints as Json[];
    expect(points.length).toBeGreaterThan(0);
    for (const { [key]: value, dataPointName, ...rest } of points) {
      expectMessage(message, value);
      expect(typeof dataPointName === "string").toBe(NAMED.includes(id));
      expect(rest).toEqual({});
    }
  });

  const rolling = TYPES.filter(([, , , rollUp]) => rollUp !== undefined);

  it.each(rolling)("roll %s up by civil days and by windows", async (id, key, _, rollUp = "") => {
    const short = FOURTEEN_DAYS.includes(id);
    const [from, pageSize] = short ? ["2026-02-20", 28] : ["2025-12-06", 180];
    const daily = await health.daily(id, from, "2026-03-06");
    const rows = daily.body.rollupDataPoints as Json[];
    expect(rows.length).toBeGreaterThan(0);
    for (const { civilStartTime, civilEndTime, [key]: value, ...rest } of rows) {
      expectMessage("CivilDateTime", civilStartTime);
      expectMessage("CivilDateTime", civilEndTime);
      expectMessage(rollUp, value);
      expect(rest).toEqual({});
    }
    const windows = await health.rollUp(
      id, `${from}T00:00:00Z`, "2026-03-06T00:00:00Z", "43200s", { pageSize },
    );
    const parts = windows.body.rollupDataPoints as Json[];
    for (const { startTime, endTime, [key]: value, ...rest } of parts) {
      expectMessage("Interval", { startTime, endTime });
      expectMessage(rollUp, value);
      expect(rest).toEqual({});
    }
  });

  it.each([
    ["identity", "Identity"], ["profile", "Profile"], ["settings", "Settings"],
    ["irnProfile", "IrnProfile"],
  ])("give users/me/%s", async (path, message) => {
    const body = await health.get(`/${path}`);
    expectMessage(message, body);
    expect(body.name).toBe(`users/me/${path}`);
  });

  it("list paired devices, one by one if asked, and get one by its id", async () => {
    const { pairedDevices, nextPageToken } = await health.get("/pairedDevices?pageSize=1");
    const [tracker] = pairedDevices as Json[];
    expectMessage("PairedDevice", tracker);
    expect(await health.get(`/pairedDevices/${String(tracker?.name).split("/").at(-1)}`))
      .toEqual(tracker);
    const rest = await health.get(`/pairedDevices?pageSize=1&pageToken=${String(nextPageToken)}`);
    expect(rest.pairedDevices).toHaveLength(1);
    expect(rest.nextPageToken).toBeUndefined();
  });

  it.each([
    ["exercise", "exercise", "Exercise", RUN], ["sleep", "sleep", "Sleep", NAP],
    ["weight", "weight", "Weight", WEIGHT], ["body-fat", "bodyFat", "BodyFat", BODY_FAT],
    ["height", "height", "Height", HEIGHT],
    ["hydration-log", "hydrationLog", "HydrationLog", DRINK],
    ["nutrition-log", "nutritionLog", "NutritionLog", FOOD],
  ] as const)("answer a new %s with an operation that is done", async (id, key, message, body) => {
    const reply = await health.create(id, body);
    expect(Object.keys(reply.body)).toEqual(["done", "response"]);
    const { "@type": type, name, dataSource, [key]: value, ...rest } = stored(reply);
    expect(type).toBe("type.googleapis.com/google.devicesandservices.health.v4.DataPoint");
    expect(rest).toEqual({});
    expectMessage(message, value);
    expect(dataSource).toMatchObject({ recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API" });
    expect(await health.get(`/dataTypes/${id}/dataPoints/${name.split("/").at(-1) ?? ""}`))
      .toEqual({ name, dataSource, [key]: value });
  });

  it.each(NOTES)("give back a new %s, with a name, once", async (id, _, body) => {
    const { "@type": type, name, dataSource, ...rest } = stored(await health.create(id, body));
    expect(type).toMatch(/DataPoint$/);
    expect(name).toMatch(new RegExp(`^users/\\d+/dataTypes/${id}/dataPoints/\\d+$`));
    expectMessage("DataSource", dataSource);
    const [[key, value] = []] = Object.entries(rest);
    expect(Object.keys(body)).toEqual([key]);
    expectMessage(String(key).replace(/^./, (letter) => letter.toUpperCase()), value);
    expect(JSON.stringify(value)).toContain('"civil');
  });

  it("write midnight as an empty time, a true zero as nothing, ids above 2^53", async () => {
    const { body } = await health.daily("steps", "2026-03-17", "2026-03-18");
    expect(body).toMatchObject({
      rollupDataPoints: [{ civilStartTime: { time: {} }, civilEndTime: { time: {} } }],
    });
    const member = "steps.interval.civil_start_time";
    const points = await health.all("steps", between(member, "2026-03-18", "2026-03-19"));
    const zeros = points.filter(({ steps }) => (steps as Json).count === undefined);
    expect(zeros.length).toBeGreaterThan(0);
    const sleep = await health.list("sleep", { pageSize: 1 });
    const id = BigInt(String(at(sleep.body, "dataPoints", 0, "name")).split("/").at(-1) ?? "");
    expect(id > 2n ** 53n && id < 2n ** 63n && String(id) !== String(Number(id))).toBe(true);
  });

  it("have no key for the points of an empty page", async () => {
    expect(await health.get("/dataTypes/basal-energy-burned/dataPoints")).toEqual({});
    expect((await health.daily("run-vo2-max", "2026-03-01", "2026-03-03")).body).toEqual({});
  });
});
