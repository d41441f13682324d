import { type Client, useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses, type ShapeCase } from "./tables";

const ACTIVITIES = "/1/user/-/activities";
const DATE = "2026-03-18";

interface Row { time: string; value: number; level?: number; mets?: number }

/** What is under each key of an answer: the days, and the rows of a day. */
async function intraday(client: Client, resource: string, rest: string) {
  const body = await client.get(`${ACTIVITIES}/${resource}/date/${rest}.json`);
  const { [`activities-${resource}`]: days, [`activities-${resource}-intraday`]: dataset }
    = body as unknown as Record<string, unknown>;
  return {
    days: days as { dateTime: string; value: string }[],
    rows: (dataset as { dataset: Row[] } | undefined)?.dataset ?? [],
  };
}

const sum = (rows: Row[]): number => rows.reduce((total, { value }) => total + value, 0);

const shapeOf = (resource: string, more = {}) => ({
  [`activities-${resource}`]: [{ dateTime: "date", value: "str" }],
  [`activities-${resource}-intraday`]: {
    dataset: [{ ...more, time: "HH:mm:ss", value: "num" }],
    datasetInterval: "int",
    datasetType: "str",
  },
});

interface Earned {
  activeZoneMinutes: number;
  fatBurnActiveZoneMinutes?: number;
  cardioActiveZoneMinutes?: number;
  peakActiveZoneMinutes?: number;
}
interface AzmRow { minute: string; value: Earned }
interface AzmDay { dateTime: string; value: Earned; minutes: AzmRow[] }

async function azm(client: Client, rest: string, key = ""): Promise<AzmDay[]> {
  const body = await client.get(`${ACTIVITIES}/active-zone-minutes/date/${rest}.json`);
  expect(Object.keys(body)).toEqual([`activities-active-zone-minutes${key}`]);
  return (Object.values(body) as [AzmDay[]])[0];
}

const zonesOf = ({ activeZoneMinutes: _, ...zones }: Earned): number[] => Object.values(zones);
const plus = (values: number[]): number => values.reduce((a, b) => a + b, 0);

const EARNED = {
  "activeZoneMinutes": "int", "fatBurnActiveZoneMinutes?": "int",
  "cardioActiveZoneMinutes?": "int", "peakActiveZoneMinutes?": "int",
};
const AZM = `${ACTIVITIES}/active-zone-minutes/date`;

describe("intraday activity on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    ["calories", "GET", `${ACTIVITIES}/calories/date/${DATE}/1d/1min.json`, 200,
      shapeOf("calories", { level: "int", mets: "int" })],
    ...["steps", "distance", "floors", "elevation", "swimming-strokes"].map((one): ShapeCase => (
      [one, "GET", `${ACTIVITIES}/${one}/date/${DATE}/${DATE}/15min.json`, 200, shapeOf(one)]
    )),
    ["days of active zone minutes", "GET", `${AZM}/today/1m.json`, 200,
      { "activities-active-zone-minutes": [{ dateTime: "date", value: EARNED }] }],
    ["active zone minutes", "GET", `${AZM}/${DATE}/1d/5min.json`, 200, {
      "activities-active-zone-minutes-intraday": [{
        dateTime: "date", minutes: [{ minute: "second", value: EARNED }],
      }],
    }],
  ]);

  itRefuses(client, [
    ["GET", `${ACTIVITIES}/steps/date/${DATE}/1d/1sec.json`, 400, "detail-level"],
    ["GET", `${ACTIVITIES}/steps/date/${DATE}/7d/1min.json`, 400, "end-date"],
    ["GET", `${ACTIVITIES}/steps/date/2026-02-30/1d/1min.json`, 400, "date"],
    ["GET", `${ACTIVITIES}/steps/date/${DATE}/1d/1min/time/9/10.json`, 400, "start-time"],
    ["GET", `${ACTIVITIES}/steps/date/${DATE}/1d/1min/time/09:00/08:00.json`, 400, "end-time"],
    ["GET", `${ACTIVITIES}/steps/date/${DATE}/1d/1min.json?timezone=CET`, 400, "timezone"],
    ["GET", `${ACTIVITIES}/caloriesBMR/date/${DATE}/1d/1min.json`, 400, "resource path"],
    ["GET", `${ACTIVITIES}/nonsense/date/${DATE}/1d/1min.json`, 400, "resource path"],
    ["GET", `${AZM}/today/2d.json`, 400, "period"],
    ["GET", `${AZM}/2026-03-02/2026-03-01.json`, 400, "end-date"],
    ["GET", `${AZM}/2023-03-01/2026-03-01.json`, 422, "n/a"],
    ["GET", `${AZM}/${DATE}/1d/1sec.json`, 400, "detail-level"],
    ["GET", `${AZM}/${DATE}/1d/1min.json?timezone=UTC`, 400, "timezone"],
  ]);

  it.each(["steps", "floors", "elevation", "distance", "calories", "swimming-strokes"])(
    "has rows of %s that add up to the day, at every detail", async (resource) => {
      for (const [detail, count] of [["1min", 1440], ["5min", 288], ["15min", 96]] as const) {
        const { days, rows } = await intraday(client, resource, `${DATE}/1d/${detail}`);
        const value = await client.valueOf(resource, DATE);
        expect(days).toEqual([{ dateTime: DATE, value }]);
        expect(rows).toHaveLength(count);
        const half = resource === "calories" ? 0.51 : 0.002;
        expect(Math.abs(sum(rows) - Number(days[0]?.value))).toBeLessThan(half);
      }
    },
  );

  it("has a row for each minute lived, on days with an hour less or more", async () => {
    for (const [date, count] of [["2025-03-30", 1380], ["2025-10-26", 1500]] as const) {
      expect((await intraday(client, "steps", `${date}/1d/1min`)).rows).toHaveLength(count);
    }
  });

  it("gives both ends of a window, and the rows up to now of today", async () => {
    const { rows } = await intraday(client, "steps", `${DATE}/1d/1min/time/08:00/08:30`);
    expect([rows.length, rows[0]?.time, rows.at(-1)?.time]).toEqual([31, "08:00:00", "08:30:00"]);
    const night = await intraday(client, "steps", `2026-03-17/${DATE}/5min/time/23:50/00:10`);
    expect(night.rows.map(({ time }) => time))
      .toEqual(["23:50:00", "23:55:00", "00:00:00", "00:05:00", "00:10:00"]);
    const today = await intraday(client, "steps", "today/1d/15min");
    expect(today.rows.at(-1)?.time).toBe("09:45:00");
  });

  it("has zeros and no row of the day before the account", async () => {
    const { days, rows } = await intraday(client, "calories", "2024-05-01/1d/1min");
    expect(days).toEqual([]);
    expect(rows).toHaveLength(1440);
    expect(new Set(rows.map(({ value, mets, level }) => [value, mets, level].join())))
      .toEqual(new Set(["0,0,0"]));
    const [row] = await client.series("calories/date/2024-05-01/2024-05-01");
    const basal = (client.sandbox.person.who.basalMilliKcal * 1440) / 1000;
    expect(row?.value).toBe(String(Math.round(basal)));
    expect(await client.valueOf("minutesSedentary", "2024-05-01")).toBe("1440");
    expect(await client.valueOf("distance", "2024-05-01")).toBe("0.0");
  });

  it("gives the days alone of more than 24 hours", async () => {
    const { days, rows } = await intraday(client, "steps", "2026-03-17/2026-03-18/1min");
    expect([days.length, rows]).toEqual([2, []]);
    expect(await azm(client, "2026-03-14/2026-03-15/1min")).not.toEqual([]);
  });

  it("counts by UTC days where that is asked", async () => {
    const { body } = await client.ask(
      `${ACTIVITIES}/steps/date/${DATE}/1d/1min/time/08:00/08:10.json?timezone=UTC`,
    );
    const local = await intraday(client, "steps", `${DATE}/1d/1min/time/09:00/09:10`);
    const utc = (Object.values(body)[1] as { dataset: Row[] }).dataset;
    expect(utc[0]?.time).toBe("08:00:00");
    expect(utc.map(({ value }) => value)).toEqual(local.rows.map(({ value }) => value));
  });

  it("earns twice in cardio and peak, and leaves out days and zones without any", async () => {
    const { person } = client.sandbox;
    const days = await azm(client, "2026-01-01/2026-03-19");
    expect(days.length).toBeGreaterThan(10);
    expect(days.length).toBeLessThan(78);
    for (const { value } of days) {
      expect(plus(zonesOf(value))).toBe(value.activeZoneMinutes);
      expect(zonesOf(value)).not.toContain(0);
    }
    const [{ dateTime, value } = { dateTime: "", value: { activeZoneMinutes: 0 } }]
      = days.filter((one) => one.value.cardioActiveZoneMinutes !== undefined);
    const day = Date.parse(dateTime) / 86_400_000;
    const [, fatBurn, cardio, peak] = person.dayTotals(day).zoneMinutes;
    expect(value.activeZoneMinutes).toBe(fatBurn + 2 * (cardio + peak));
    const minutes = (await azm(client, `${dateTime}/1d/1min`, "-intraday"))[0]?.minutes ?? [];
    expect(plus(minutes.map((one) => one.value.activeZoneMinutes)))
      .toBe(value.activeZoneMinutes);
    expect(minutes).toHaveLength(fatBurn + cardio + peak);
    const quarters = (await azm(client, `${dateTime}/1d/15min`, "-intraday"))[0]?.minutes ?? [];
    expect(plus(quarters.map((one) => one.value.activeZoneMinutes)))
      .toBe(value.activeZoneMinutes);
  });

  it("needs the scope activity", async () => {
    for (const path of [`${ACTIVITIES}/steps/date/today/1d/1min.json`, `${AZM}/today/1d.json`]) {
      const reply = await client.ask(path, { token: "sandbox:heartrate" });
      expect([reply.status, reply.body.errors[0].errorType]).toEqual([403, "insufficient_scope"]);
    }
  });
});

describe("what the watch has not synced", () => {
  const client = useFreshSandbox();

  it("is rest in the rows, and earns nothing", async () => {
    await client.control("clock", { now: "2026-03-22T09:00:00Z" });
    const basal = client.sandbox.person.who.basalMilliKcal / 1000;
    const { rows } = await intraday(client, "calories", "2026-03-21/1d/1min");
    expect(new Set(rows.map(({ value }) => value))).toEqual(new Set([basal]));
    expect(await client.valueOf("minutesSedentary", "2026-03-21")).toBe("1440");
    expect(await client.valueOf("steps", "2026-03-21")).toBe("0");
    expect(await azm(client, "2026-03-21/2026-03-21")).toEqual([]);
  });
});
