import { dayText } from "../../../local/sandbox/person/days";
import { kindOf } from "../../../local/sandbox/person/exercise-kinds";
import { type Client, useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses, ZONE } from "./tables";

const HEART = "/1/user/-/activities/heart/date";

interface Row { time: string; value: number }
interface Zone { name: string; minutes?: number; caloriesOut?: number }
interface Day {
  dateTime: string;
  value: { restingHeartRate?: number; heartRateZones: Zone[]; customHeartRateZones: [] };
}
interface Heart {
  "activities-heart": Day[];
  "activities-heart-intraday": { dataset: Row[]; datasetInterval: number; datasetType: string };
}

const heartOf = async (client: Client, rest: string): Promise<Heart> =>
  await client.get(`${HEART}/${rest}.json`) as unknown as Heart;

const rowsOf = async (client: Client, rest: string): Promise<Row[]> =>
  (await heartOf(client, rest))["activities-heart-intraday"].dataset;

const daysOf = async (client: Client, rest: string): Promise<Day[]> =>
  (await heartOf(client, rest))["activities-heart"];

const DAYS = [{
  dateTime: "date",
  value: { "customHeartRateZones": [{}], "heartRateZones": [ZONE], "restingHeartRate?": "int" },
}];
const WITH_ROWS = {
  "activities-heart": DAYS,
  "activities-heart-intraday": {
    dataset: [{ time: "HH:mm:ss", value: "int" }], datasetInterval: "int", datasetType: "str",
  },
};
const YEAR = `${HEART}/2025-03-21/2026-03-20.json`;

describe("heart rate on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    ["days of a period", "GET", `${HEART}/today/1m.json`, 200, { "activities-heart": DAYS }],
    ["days of a year", "GET", YEAR, 200, { "activities-heart": DAYS }],
    ["minutes of a day", "GET", `${HEART}/today/1d/1min.json`, 200, WITH_ROWS],
    ["seconds of a day", "GET", `${HEART}/2026-03-18/1d/1sec.json`, 200, WITH_ROWS],
    [
      "a window over midnight", "GET",
      `${HEART}/2026-03-17/2026-03-18/5min/time/22:00/06:00.json`, 200, WITH_ROWS,
    ],
  ]);

  itRefuses(client, [
    ["GET", `${HEART}/today/3m.json`, 400, "period"],
    ["GET", `${HEART}/yesterday/1d.json`, 400, "date"],
    ["GET", `${HEART}/2026-03-02/2026-03-01.json`, 400, "end-date"],
    ["GET", `${HEART}/2025-03-20/2026-03-20.json`, 422, "n/a"],
    ["GET", `${HEART}/today/1d.json?timezone=Europe/Berlin`, 400, "timezone"],
    ["GET", `${HEART}/today/1d/1hour.json`, 400, "detail-level"],
    ["GET", `${HEART}/today/7d/1min.json`, 400, "end-date"],
    ["GET", `${HEART}/2026-03-02/2026-03-01/1min.json`, 400, "end-date"],
    ["GET", `${HEART}/today/1d/1min/time/24:00/24:30.json`, 400, "start-time"],
    ["GET", `${HEART}/today/1d/1min/time/08:00/8.json`, 400, "end-time"],
    ["GET", `${HEART}/2026-03-17/1d/1min/time/22:00/06:00.json`, 400, "end-time"],
  ]);

  it("lists every day, also of those of which nothing is known", async () => {
    const days = await daysOf(client, "2025-02-10/2025-02-14");
    expect(days.map(({ dateTime }) => dateTime)).toEqual([
      "2025-02-10", "2025-02-11", "2025-02-12", "2025-02-13", "2025-02-14",
    ]);
    const [before, , , , after] = days;
    expect(before?.value.heartRateZones.map((zone) => Object.keys(zone)))
      .toEqual(Array(4).fill(["max", "min", "name"]));
    expect(before?.value).not.toHaveProperty("restingHeartRate");
    // The first day has minutes, and no resting heart rate yet.
    expect(await daysOf(client, "2025-02-13/1d")).toMatchObject([
      { value: { heartRateZones: [{ minutes: expect.any(Number) as number }, {}, {}, {}] } },
    ]);
    expect(days[3]?.value).not.toHaveProperty("restingHeartRate");
    expect(after?.value.restingHeartRate).toBeGreaterThan(50);
  });

  it("counts a day without the watch as out of range, without a resting heart rate", async () => {
    const { person } = client.sandbox;
    const off = Array.from({ length: 300 }, (_, i) => person.today - i)
      .find((day) => person.dayTotals(day).wornMinutes === 0) ?? NaN;
    const [{ value }] = await daysOf(client, `${dayText(off)}/1d`) as [Day];
    const [out, ...rest] = value.heartRateZones;
    expect(out?.minutes).toBe(1440);
    expect(out?.caloriesOut).toBeCloseTo(person.dayTotals(off).basalKcal, 3);
    expect(rest.map(({ minutes }) => minutes)).toEqual([0, 0, 0]);
    expect(value).not.toHaveProperty("restingHeartRate");
    expect(await rowsOf(client, `${dayText(off)}/1d/1min`)).toEqual([]);
  });

  it("has no rows for the minutes in which the watch is charged, and no steps", async () => {
    const rows = await rowsOf(client, "2026-03-02/1d/1min");
    expect(rows.length).toBeGreaterThan(1380);
    expect(rows.length).toBeLessThan(1440);
    const known = new Set(rows.map(({ time }) => time));
    const { body } = await client.ask("/1/user/-/activities/steps/date/2026-03-02/1d/1min.json");
    const steps = Object.values(body)[1] as { dataset: Row[] };
    expect(steps.dataset).toHaveLength(1440);
    const unseen = steps.dataset.filter(({ time }) => !known.has(time));
    expect(unseen.every(({ value }) => value === 0)).toBe(true);
  });

  it("has rows of five minutes that are the means of their seconds", async () => {
    const seconds = await rowsOf(client, "2026-03-18/1d/1sec");
    expect(seconds.length).toBeGreaterThan(5000);
    const rows = await rowsOf(client, "2026-03-18/1d/5min");
    for (const { time, value } of rows.filter((_, i) => i % 40 === 0)) {
      const [hour = 0, minute = 0] = time.split(":").map(Number);
      const within = seconds.filter((one) => {
        const [h = 0, m = 0] = one.time.split(":").map(Number);
        return h === hour && m >= minute && m < minute + 5;
      });
      const mean = within.reduce((sum, one) => sum + one.value, 0) / within.length;
      expect(value).toBe(Math.round(mean));
    }
    const gaps = seconds.slice(1).map(({ time }, i) =>
      (Date.parse(`2026-01-01T${time}Z`) - Date.parse(`2026-01-01T${seconds[i]?.time}Z`)) / 1000);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1);
  });

  it("beats faster in exercise and slower asleep than by day", async () => {
    const { person } = client.sandbox;
    const run = person.exercises().filter(({ kind, by }) => kind === "run" && !by).at(-1);
    const sleep = person.sleeps().filter(({ kind }) => kind === "stages").at(-1);
    const rateDuring = async (record: { start: number; end: number } | undefined) => {
      const local = (at = 0): string => person.timeline.local(at);
      const [from, to] = [local(record?.start), local(record?.end)];
      const rows = await rowsOf(client, `${from.slice(0, 10)}/${to.slice(0, 10)}/1min`
        + `/time/${from.slice(11, 16)}/${to.slice(11, 16)}`);
      return rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
    };
    const most = person.who.maxHeartRate;
    expect(await rateDuring(run)).toBeGreaterThan((kindOf("run").heart[0] - 0.05) * most);
    expect(await rateDuring(sleep)).toBeLessThan(person.who.restingHeartRate + 8);
  });

  it("gives both ends of a window, and times alone over midnight", async () => {
    const rows = await rowsOf(client, "2026-03-17/2026-03-18/15min/time/22:00/06:00");
    expect([rows.length, rows[0]?.time, rows[8]?.time, rows.at(-1)?.time])
      .toEqual([33, "22:00:00", "00:00:00", "06:00:00"]);
    const link = await rowsOf(client, "2026-03-18/2026-03-18/1sec/time/08:00:10/08:01:20");
    expect(link.every(({ time }) => time >= "08:00:10" && time <= "08:01:20")).toBe(true);
    expect(link.length).toBeGreaterThan(4);
  });

  it("gives the days alone of more than 24 hours", async () => {
    for (const times of ["", "/time/08:00/08:01"]) {
      const body = await heartOf(client, `2026-03-16/2026-03-17/1min${times}`);
      expect(Object.keys(body)).toEqual(["activities-heart"]);
      expect(body["activities-heart"]).toHaveLength(2);
    }
    const whole = await heartOf(client, "2026-03-18/2026-03-19/1min/time/08:00/08:00");
    expect(whole["activities-heart-intraday"].dataset.length).toBeGreaterThan(1300);
  });

  it("needs the scope heartrate", async () => {
    for (const rest of ["today/1d", "today/1d/1min"]) {
      const reply = await client.ask(`${HEART}/${rest}.json`, { token: "sandbox:activity" });
      expect([reply.status, reply.body.errors[0].errorType]).toEqual([403, "insufficient_scope"]);
      const path = `${HEART}/${rest}.json`;
      expect((await client.ask(path, { token: "sandbox:heartrate" })).status).toBe(200);
    }
  });
});

describe("what the watch has not synced", () => {
  const client = useFreshSandbox();

  it("has zones without minutes, and no rows, until it is synced", async () => {
    await client.control("clock", { now: "2026-03-22T09:00:00Z" });
    const [{ value }] = await daysOf(client, "2026-03-21/1d") as [Day];
    expect(value.heartRateZones[0]).not.toHaveProperty("minutes");
    expect(value).not.toHaveProperty("restingHeartRate");
    expect(await rowsOf(client, "2026-03-21/1d/1min")).toEqual([]);
    await client.control("sync", {});
    expect((await daysOf(client, "2026-03-21/1d"))[0]?.value.restingHeartRate).toBeDefined();
    expect((await rowsOf(client, "2026-03-21/1d/1min")).length).toBeGreaterThan(1000);
  });
});
