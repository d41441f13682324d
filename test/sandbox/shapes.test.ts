import { type Client, open } from "./support";

/** "a?" may be absent; [x] is a list of x; {"*": x} is any key with x. */
type Shape = string | Shape[] | { [key: string]: Shape };

const STAGE = { count: "int", minutes: "int", thirtyDayAvgMinutes: "int" };
const COUNT = { count: "int", minutes: "int" };
const SPAN = { dateTime: "local", level: "str", seconds: "int" };
const ZONE = { caloriesOut: "num", max: "int", min: "int", minutes: "int", name: "str" };
/** The answer to a new sleep log, and it alone, has no logType. */
const NEW_SLEEP = {
  dateOfSleep: "date", duration: "int", efficiency: "int", endTime: "local", infoCode: "int",
  isMainSleep: "bool", logId: "id", minutesAfterWakeup: "int",
  minutesAsleep: "int", minutesAwake: "int", minutesToFallAsleep: "int", startTime: "local",
  timeInBed: "int", type: "str",
};
const SLEEP = { ...NEW_SLEEP, logType: "str" };
const STAGES = {
  ...SLEEP,
  levels: {
    data: [SPAN],
    shortData: [SPAN],
    summary: { deep: STAGE, light: STAGE, rem: STAGE, wake: STAGE },
  },
};
const CLASSIC_LEVELS = {
  data: [SPAN], summary: { asleep: COUNT, awake: COUNT, restless: COUNT },
};
const CLASSIC = { ...SLEEP, levels: CLASSIC_LEVELS };
const SLEEP_SUMMARY = { totalMinutesAsleep: "int", totalSleepRecords: "int", totalTimeInBed: "int" };
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
  "source?": { id: "str", name: "str", trackerFeatures: ["str"], type: "str", url: "str" },
  "speed?": "num", "startTime": "zoned", "steps?": "int", "tcxLink": "link",
} satisfies Shape;
const PAGINATION = { limit: "int", next: "str", offset: "int", previous: "str", sort: "str" };
const PROFILE = {
  "aboutMe": "str", "age": "int", "ambassador": "bool", "autoStrideEnabled": "bool", "avatar": "str",
  "avatar150": "str", "avatar640": "str", "averageDailySteps": "int", "challengesBeta": "bool",
  "city": "str", "clockTimeDisplayFormat": "str", "corporate": "bool", "corporateAdmin": "bool",
  "country": "str", "dateOfBirth": "date", "displayName": "str", "displayNameSetting": "str",
  "distanceUnit": "str", "encodedId": "str", "features": { exerciseGoal: "bool" }, "firstName": "str",
  "foodsLocale": "str", "fullName": "str", "gender": "str", "glucoseUnit": "str", "height": "num",
  "heightUnit": "str", "isBugReportEnabled": "bool", "isChild": "bool", "isCoach": "bool",
  "languageLocale": "str", "lastName": "str", "legalTermsAcceptRequired": "bool", "locale": "str",
  "memberSince": "date", "mfaEnabled": "bool", "offsetFromUTCMillis": "int", "sdkDeveloper": "bool",
  "sleepTracking": "str", "startDayOfWeek": "str", "state?": "str", "strideLengthRunning": "num",
  "strideLengthRunningType": "str", "strideLengthWalking": "num", "strideLengthWalkingType": "str",
  "swimUnit": "str", "temperatureUnit": "str", "timezone": "str", "topBadges": [{}], "visibleUser": "bool",
  "waterUnit": "str", "waterUnitName": "str", "weight": "num", "weightUnit": "str",
} satisfies Shape;
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

const SCALARS: Record<string, (value: unknown) => boolean> = {
  int: Number.isSafeInteger,
  num: Number.isFinite,
  str: (value) => typeof value === "string",
  bool: (value) => typeof value === "boolean",
  id: (value) => typeof value === "bigint" || Number.isSafeInteger(value),
  date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
  local: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000$/.test(String(value)),
  zoned: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000[+-]\d\d:\d\d$/.test(String(value)),
  utc: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(String(value)),
  link: (value) => String(value).startsWith("https://api.fitbit.com/1/user/-/activities/"),
};
SCALARS["HH:mm"] = (value) => /^\d\d:\d\d$/.test(String(value));

/** Where a value is not of a shape. */
function misfits(value: unknown, shape: Shape, at = "$"): string[] {
  if (typeof shape === "string") return SCALARS[shape]?.(value) ? [] : [`${at} is not ${shape}`];
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${at} is no list`];
    return value.flatMap((item, i) => misfits(item, shape[0] ?? {}, `${at}[${i}]`));
  }
  if (typeof value !== "object" || value === null) return [`${at} is no object`];
  const fields = new Map(Object.entries(value));
  const wanted = Object.entries(shape).flatMap(([name, inner]) => {
    const key = name.replace("?", "");
    if (!fields.has(key)) return name.endsWith("?") ? [] : [`${at}.${key} is missing`];
    return misfits(fields.get(key), inner, `${at}.${key}`);
  });
  const known = new Set(Object.keys(shape).map((name) => name.replace("?", "")));
  const extra = [...fields.keys()].filter((key) => !known.has(key));
  return [...wanted, ...extra.map((key) => `${at}.${key} is extra`)];
}

const ROW = { dateTime: "date", value: "str" };
const AFTER = "afterDate=2026-03-01&sort=asc&limit=20&offset=0";
const WALK = "activityId=90013&date=2026-03-18&startTime=12:00&durationMillis=1800000&distance=2";

const CASES: [name: string, method: string, path: string, status: number, shape: Shape][] = [
  ["profile", "GET", "/1/user/-/profile.json", 200, { user: PROFILE }],
  ["profile update", "POST", "/1/user/-/profile.json?aboutMe=hi", 201, { user: PROFILE }],
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
];

describe("documented shapes", () => {
  let client: Client;
  beforeAll(async () => {
    client = await open();
  });
  afterAll(() => client.sandbox.close());

  it.each(CASES)("%s", async (_name, method, path, status, shape) => {
    const reply = await client.ask(path, { method });
    expect(reply.status).toBe(status);
    expect(misfits(reply.body, shape)).toEqual([]);
  });

  it("shows stages and classic sleeps, and exercises with and without distance", async () => {
    const { sleep } = await client.get("/1.2/user/-/sleep/date/2026-02-01/2026-03-19.json");
    const types = new Set(sleep.map(({ type, infoCode }) => `${type} ${infoCode}`));
    expect([...types].sort()).toEqual(["classic 0", "classic 1", "classic 2", "stages 0"]);
    const { activities } = await client.get(`/1/user/-/activities/list.json?beforeDate=2026-03-20&sort=desc&limit=100&offset=0`);
    const withDistance = activities.filter((activity) => "distance" in activity);
    expect(withDistance.length).toBeGreaterThan(10);
    expect(activities.length - withDistance.length).toBeGreaterThan(10);
    expect(new Set(activities.map(({ logType }) => logType)))
      .toEqual(new Set(["tracker", "auto_detected", "manual"]));
  });

  it("has about sixty types in its catalogue, with METs or levels", async () => {
    const { categories } = await client.get("/1/activities.json");
    const types = categories.flatMap((category) => category.activities);
    expect(types.length).toBeGreaterThanOrEqual(60);
    expect(types.filter((t) => "mets" in t === "activityLevels" in t)).toEqual([]);
    expect(types).toContainEqual(expect.objectContaining({ id: 90001, name: "Bike", hasSpeed: true }));
  });
});
