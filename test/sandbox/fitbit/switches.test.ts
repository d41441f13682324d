import type { Switches } from "../../../local/sandbox";
import { LIST, type Reply, useFreshSandbox } from "../support";

const EMPTY = "?afterDate=2027-01-01&sort=asc&limit=1&offset=0";
const DAY = "/1/user/-/activities/date/2026-03-14.json";
const FLOORS = "/1/user/-/activities/floors/date/today/7d.json";
const RECENT = `${LIST.activities}?beforeDate=2026-03-20&sort=desc&limit=1&offset=0`;
const WALK = "/1/user/-/activities.json?activityId=90013&date=2026-03-18&startTime=12:34:56"
  + "&durationMillis=1800000&distance=2";
const ONE_DAY = "/1/user/-/activities/heart/date/2026-03-02/2026-03-02.json";
const CALORIES = "/1/user/-/activities/calories/date/2026-03-18/1d/15min.json";
const MINUTES = "/1/user/-/activities/steps/date/2026-03-18/1d/15min.json";
const TWO_DAYS = "/1/user/-/activities/active-zone-minutes/date/2026-03-17/2026-03-18/1min.json";
const WINDOW = "/1/user/-/activities/heart/date/today/1d/15min/time/08:00/09:00.json";
const WINDOW_OF_STEPS = WINDOW.replace("heart", "steps");
const FOODS = "/1/user/-/foods/log/date/2026-03-19.json";
const EATEN = "/1/user/-/foods/log/caloriesIn/date/2026-03-19/1d.json";
const OUNCES = "/1/user/-/foods/log/water.json?date=2026-03-19&amount=8&unit=fl%20oz";
const LONG = "/1.2/user/-/sleep/date/2025-01-01/2026-01-01.json";

const status = (reply: Reply): unknown => reply.status;
const at = (...path: string[]) => (reply: Reply): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key], reply.body,
  );
const has = (key: string, ...path: string[]) => (reply: Reply): unknown =>
  key in (at(...path)(reply) as object);

const FIRST_ROW = ["activities-calories-intraday", "dataset", "0"];
const FIRST_DAY = ["activities-heart", "0"];
const STEPS = ["activities-steps", "0"];
const STEPS_OF_DAY = "/1/user/-/activities/steps/date/today/1d.json";
const TODAY = "2026-03-20";
const REFUSED = "insufficient_permissions";
const TOO_LONG = "Time range should not be bigger than 24 hours.";

const minutesIn = (...path: string[]) => (reply: Reply): number => {
  const zones = at(...path)(reply) as { minutes: number }[];
  return zones.reduce((sum, { minutes }) => sum + minutes, 0);
};
const minutesInZones = minutesIn(...FIRST_DAY, "value", "heartRateZones");
const minutesOfDay = minutesIn("summary", "heartRateZones");

type Case = [
  name: keyof Switches, value: Switches[keyof Switches], path: string,
  look: (reply: Reply) => unknown, usual: unknown, turned: unknown, method?: string,
];

const CASES: Case[] = [
  ["listKeyMissingWhenEmpty", true, LIST.activities + EMPTY, has("activities"), true, false],
  ["listKeyMissingWhenEmpty", true, LIST.sleep + EMPTY, has("sleep"), true, false],
  ["goalsDistanceInMillimetres", true, DAY, at("goals", "distance"), 8.05, 8_050_000],
  ["deleteAnswers200", true, "", status, 204, 200, "DELETE"],
  ["heartRateZonesInActivities", false, RECENT, has("heartRateZones", "activities", "0"), true, false],
  ["errorEnvelope", "google", "/1/nope", at("error", "status"), undefined, "NOT_FOUND"],
  ...[LIST.activities, LIST.sleep].flatMap((list) => ["20:15", "20:15:00.000"].map((time): Case => [
    "listDatesLenient", false, `${list}?afterDate=2026-03-10T${time}&sort=asc&limit=9&offset=0`,
    status, 200, 400,
  ])),
  ["altimeter", false, FLOORS, status, 200, 400],
  ["altimeter", false, DAY, has("floors", "goals"), true, false],
  ["altimeter", false, RECENT, has("elevationGain", "activities", "0"), true, false],
  ["floorsInSummary", false, DAY, has("floors", "summary"), true, false],
  ["estimationInSummary", true, DAY, has("useEstimation", "summary"), false, true],
  ["todayEverywhere", false, "/1.2/user/-/sleep/date/today.json", status, 200, 400],
  ["todayEverywhere", false, "/1/user/-/activities/date/today.json", status, 200, 400],
  ["secondsAccepted", true, WALK, at("activityLog", "startTime"), undefined, "00:12", "POST"],
  [
    "manualCaloriesRequired", true, WALK.replace("12:34:56", "12:34"), status, 201, 400, "POST",
  ],
  ["rangeTooLongStatus", 400, LONG, status, 422, 400],
  ["outOfRangeUnworn", false, ONE_DAY, minutesInZones, 1440, 1411],
  ["outOfRangeUnworn", false, DAY.replace("14", "02"), minutesOfDay, 1440, 1411],
  ["intradayAccess", "missing", MINUTES, has("activities-steps-intraday"), true, false],
  ["intradayAccess", "refused", MINUTES, at("errors", "0", "errorType"), undefined, REFUSED],
  ["intradayTooLong", "refused", TWO_DAYS, at("errors", "0", "message"), undefined, TOO_LONG],
  ["intradayLevels", false, CALORIES, has("mets", ...FIRST_ROW), true, false],
  ["intradayWindowShows", "window", WINDOW, has("heartRateZones", ...FIRST_DAY), false, true],
  ["intradayWindowShows", "window", WINDOW_OF_STEPS, at(...STEPS, "dateTime"), TODAY, "today"],
  ["intradayInSeries", true, ONE_DAY, has("activities-heart-intraday"), false, true],
  ["foodsInSnakeCase", true, FOODS, has("logged_food", "foods", "0"), false, true],
  ["nutritionSeriesAsText", true, EATEN, at("foods-log-caloriesIn", "0", "value"), 736, "736"],
  ["waterEchoed", true, OUNCES, at("waterLog", "amount"), Math.fround(236.588236), 8, "POST"],
  ["intradayInSeries", true, STEPS_OF_DAY, has("activities-steps-intraday"), false, true],
];

describe("switches: each behaviour both ways", () => {
  const client = useFreshSandbox();

  /** What is answered as it usually is, and with a switch turned. */
  async function both<K extends keyof Switches, T>(
    name: K, value: Switches[K], ask: () => Promise<T>,
  ): Promise<[usual: T, turned: T]> {
    const { switches } = client.sandbox;
    const usual = switches[name];
    const before = await ask();
    switches[name] = value;
    return [before, await ask().finally(() => {
      switches[name] = usual;
    })];
  }

  it.each(CASES)("%s: %j on %s", async (name, value, path, look, usual, turned, method = "GET") => {
    const newest = async () => String((await client.get(RECENT)).activities[0].logId);
    const answers = await both(name, value, async () => {
      const target = path || `/1/user/-/activities/${await newest()}.json`;
      return look(await client.ask(target, { method }));
    });
    expect(answers).toEqual([usual, turned]);
  });

  it("sleepListDateMeans: the night's start, or the day it belongs to", async () => {
    // The night that ends on this day begins on the evening before.
    const path = `${LIST.sleep}?afterDate=2026-03-20&sort=asc&limit=1&offset=0`;
    const [bare, belonging] = await both("sleepListDateMeans", "dateOfSleep", async () =>
      (await client.get(path)).sleep);
    expect(bare).toEqual([]);
    expect(belonging[0].dateOfSleep).toBe("2026-03-20");
  });

  it("tcxWithoutTrack: no lap, or one without a track", async () => {
    const { activities } = await client.get(`${LIST.activities}?beforeDate=2026-03-20&sort=desc&limit=50&offset=0`);
    const walk = activities.find(({ logType }) => logType === "auto_detected");
    const texts = await both("tcxWithoutTrack", "lap", async () =>
      (await client.read(`/1/user/-/activities/${walk?.logId}.tcx`)).text);
    expect(texts.map((text) => [text.includes("<Lap"), text.includes("<Track>")]))
      .toEqual([[false, false], [true, false]]);
  });

  it("workoutSummaryEnds: either way, and not the other", async () => {
    const { logId } = (await client.get(RECENT)).activities[0];
    const statuses = await both("workoutSummaryEnds", "workout-summary.json", () =>
      Promise.all(["", ".json"].map(async (ending) =>
        (await client.ask(`/1/user/-/activities/${logId}/workout-summary${ending}`)).status)));
    expect(statuses).toEqual([[200, 404], [404, 200]]);
  });

  it("retryAfterOn429: without it the reset alone tells", async () => {
    await client.control("reset", { rateLimit: true });
    for (let i = 0; i < 150; i += 1) await client.read("/1/nope");
    const [usual, reply] = await both("retryAfterOn429", false, () => client.ask("/1/nope"));
    expect([usual.status, usual.headers.get("retry-after")]).toEqual([429, "3600"]);
    expect(reply.status).toBe(429);
    expect(reply.headers.get("retry-after")).toBeNull();
    expect(reply.headers.get("fitbit-rate-limit-reset")).toBe("3600");
  });
});

describe("untoldCaloriesEstimated: the energy of what was written on Google without any", () => {
  const LOG = WALK.replace("90013", "90009").replace("12:34:56", "12:34");
  const AFTER = `${LIST.activities}?afterDate=2026-03-18T17:59:59&sort=asc&limit=2&offset=0`;

  const client = useFreshSandbox();
  afterEach(() => {
    client.sandbox.switches.untoldCaloriesEstimated = false;
  });

  /** A run and a sport that the catalogue does not know, logged without their energy. */
  async function logged() {
    const { activityLog } = (await client.post(LOG)).body;
    const offset = { startUtcOffset: "3600s", endUtcOffset: "3600s" };
    for (const [exerciseType, hour] of [["RUNNING", "17"], ["WATER_POLO", "19"]]) {
      const interval = {
        ...offset, startTime: `2026-03-18T${hour}:00:00Z`, endTime: `2026-03-18T${hour}:30:00Z`,
      };
      const exercise = { interval, exerciseType, displayName: "Sport", metricsSummary: {} };
      const path = "/v4/users/me/dataTypes/exercise/dataPoints";
      const reply = await client.post(path, { body: JSON.stringify({ exercise }) });
      expect(reply.status).toBe(200);
    }
    const { activities } = await client.get(AFTER);
    const specified = { manualValuesSpecified: { calories: false } };
    expect(activities).toMatchObject([specified, specified]);
    return { own: activityLog.calories, shown: activities.map(({ calories }) => calories) };
  }

  it("is 0, Fitbit's word for unknown, so that the doors tell the same of the day", async () => {
    expect((await logged()).shown).toEqual([0, 0]);
  });

  it("is estimated as for Fitbit's own logs, where the catalogue knows the activity", async () => {
    client.sandbox.switches.untoldCaloriesEstimated = true;
    const { own, shown } = await logged();
    expect(own).toBeGreaterThan(200);
    expect(shown).toEqual([own, 0]);
  });
});
