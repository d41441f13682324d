import type { Switches } from "../../local/sandbox";
import { type Client, LIST, open, type Reply } from "./support";

const EMPTY = "?afterDate=2027-01-01&sort=asc&limit=1&offset=0";
const DAY = "/1/user/-/activities/date/2026-03-14.json";
const FLOORS = "/1/user/-/activities/floors/date/today/7d.json";
const RECENT = `${LIST.activities}?beforeDate=2026-03-20&sort=desc&limit=1&offset=0`;
const WALK = "/1/user/-/activities.json?activityId=90013&date=2026-03-18&startTime=12:34:56"
  + "&durationMillis=1800000&distance=2";
const LONG = "/1.2/user/-/sleep/date/2025-01-01/2026-01-01.json";

const status = (reply: Reply): unknown => reply.status;
const at = (...path: string[]) => (reply: Reply): unknown =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key], reply.body,
  );
const has = (key: string, ...path: string[]) => (reply: Reply): unknown =>
  key in (at(...path)(reply) as object);

type Case = [
  name: keyof Switches, value: Switches[keyof Switches], path: string,
  look: (reply: Reply) => unknown, usual: unknown, switched: unknown, method?: string,
];

const CASES: Case[] = [
  ["listKeyMissingWhenEmpty", true, LIST.activities + EMPTY, has("activities"), true, false],
  ["listKeyMissingWhenEmpty", true, LIST.sleep + EMPTY, has("sleep"), true, false],
  ["goalsDistanceInMillimetres", true, DAY, at("goals", "distance"), 8.05, 8_050_000],
  ["deleteAnswers200", true, "", status, 204, 200, "DELETE"],
  ["heartRateZonesInActivities", false, RECENT, has("heartRateZones", "activities", "0"), true, false],
  ["errorEnvelope", "google", "/1/nope", at("error", "status"), undefined, "NOT_FOUND"],
  ["altimeter", false, FLOORS, status, 200, 400],
  ["altimeter", false, DAY, has("floors", "goals"), true, false],
  ["altimeter", false, RECENT, has("elevationGain", "activities", "0"), true, false],
  ["floorsInSummary", false, DAY, has("floors", "summary"), true, false],
  ["estimationInSummary", true, DAY, has("useEstimation", "summary"), false, true],
  ["todayEverywhere", true, "/1.2/user/-/sleep/date/today.json", status, 400, 200],
  ["todayEverywhere", true, "/1/user/-/activities/date/today.json", status, 400, 200],
  ["secondsAccepted", true, WALK, at("activityLog", "startTime"), undefined, "00:12", "POST"],
  [
    "manualCaloriesRequired", true, WALK.replace("12:34:56", "12:34"), status, 201, 400, "POST",
  ],
  ["rangeTooLongStatus", 400, LONG, status, 422, 400],
];

describe("switches: each behaviour both ways", () => {
  it.each(CASES)("%s: %j on %s", async (name, value, path, look, usual, switched, method = "GET") => {
    const answer = async (client: Client): Promise<unknown> => {
      const { logId } = (await client.get(RECENT)).activities[0];
      const target = path || `/1/user/-/activities/${logId}.json`;
      const reply = await client.ask(target, { method });
      await client.sandbox.close();
      return look(reply);
    };
    expect(await answer(await open())).toEqual(usual);
    expect(await answer(await open({ switches: { [name]: value } }))).toEqual(switched);
  });

  it("sleepListDateMeans: the night's start, or the day it belongs to", async () => {
    // The night that ends on this day begins on the evening before.
    const path = `${LIST.sleep}?afterDate=2026-03-20&sort=asc&limit=1&offset=0`;
    const client = await open();
    expect((await client.get(path)).sleep).toEqual([]);
    await client.sandbox.close();
    const other = await open({ switches: { sleepListDateMeans: "dateOfSleep" } });
    expect((await other.get(path)).sleep[0].dateOfSleep).toBe("2026-03-20");
    await other.sandbox.close();
  });

  it("retryAfterOn429: without it the reset alone tells", async () => {
    const client = await open({ rateLimit: true, switches: { retryAfterOn429: false } });
    for (let i = 0; i < 150; i += 1) await client.ask("/1/nope");
    const reply = await client.ask("/1/nope");
    expect(reply.status).toBe(429);
    expect(reply.headers.get("retry-after")).toBeNull();
    expect(reply.headers.get("fitbit-rate-limit-reset")).toBe("3600");
    await client.sandbox.close();
  });
});
