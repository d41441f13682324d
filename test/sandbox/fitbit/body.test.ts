import { at, Health, useHealth } from "../google-health/support";
import { type Client, useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses } from "./tables";

const BODY = "/1/user/-/body";
const WEIGHTS = `${BODY}/log/weight/date`;
const FATS = `${BODY}/log/fat/date`;

const LOG = {
  "bmi": "num", "date": "date", "fat?": "num", "logId": "int", "source": "str",
  "time": "HH:mm:ss", "weight": "num",
};
const FAT_LOG = { date: "date", fat: "num", logId: "int", source: "str", time: "HH:mm:ss" };
const ROWS = [{ dateTime: "date", value: "str" }];

interface Log { logId: number; date: string; time: string; weight: number; fat: number }
interface Row { dateTime: string; value: string }

const list = async <T>(client: Client, path: string, root: string, language?: string) => {
  const headers = language ? { "accept-language": language } : undefined;
  const { body } = await client.ask(`${path}.json`, { headers });
  return (body as unknown as Record<string, T[]>)[root] ?? [];
};

describe("the body on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    ["weights of a day", "GET", `${WEIGHTS}/2026-03-20.json`, 200, { weight: [LOG] }],
    ["weights of a range", "GET", `${WEIGHTS}/2026-02-18/2026-03-20.json`, 200, { weight: [LOG] }],
    ["weights of a month", "GET", `${WEIGHTS}/today/1m.json`, 200, { weight: [LOG] }],
    ["body fat of a day", "GET", `${FATS}/2026-03-20.json`, 200, { fat: [FAT_LOG] }],
    ["body fat of a range", "GET", `${FATS}/2026-02-19/2026-03-20.json`, 200, { fat: [FAT_LOG] }],
    ["body fat of a month", "GET", `${FATS}/today/1m.json`, 200, { fat: [FAT_LOG] }],
    ["a series of weights", "GET", `${BODY}/weight/date/2023-03-22/2026-03-20.json`, 200, { "body-weight": ROWS }],
    ["a series of body fat", "GET", `${BODY}/fat/date/today/1y.json`, 200, { "body-fat": ROWS }],
    ["a series of BMI", "GET", `${BODY}/bmi/date/today/max.json`, 200, { "body-bmi": ROWS }],
  ]);

  itRefuses(client, [
    ["GET", `${WEIGHTS}/2026-02-17/2026-03-20.json`, 422, "n/a"],
    ["GET", `${FATS}/2026-02-18/2026-03-20.json`, 422, "n/a"],
    ["GET", `${WEIGHTS}/today/3m.json`, 400, "period"],
    ["GET", `${WEIGHTS}/yesterday.json`, 400, "date"],
    ["GET", `${BODY}/weight/date/2023-03-21/2026-03-20.json`, 422, "n/a"],
    ["GET", `${BODY}/height/date/today/1d.json`, 400, "resource path"],
    ["POST", `${BODY}/log/weight.json?date=2026-03-20`, 400, "weight"],
    ["POST", `${BODY}/log/weight.json?weight=72.5`, 400, "date"],
    ["POST", `${BODY}/log/weight.json?weight=-72.5&date=2026-03-20`, 400, "weight"],
    ["POST", `${BODY}/log/weight.json?weight=72.5&date=2026-03-20&time=08:41`, 400, "time"],
    ["POST", `${BODY}/log/weight.json?weight=72.5&date=2026-03-20&unit=kg`, 400, "unit"],
    ["POST", `${BODY}/log/fat.json?fat=101&date=2026-03-20`, 400, "fat"],
  ]);

  it("weighs in kilograms, pounds and stones", async () => {
    const weightIn = async (language?: string) => {
      const [log] = await list<Log>(client, `${WEIGHTS}/2026-03-20`, "weight", language);
      const [row] = await list<Row>(client, `${BODY}/weight/date/today/1d`, "body-weight", language);
      return [log?.weight, Number(row?.value)] as const;
    };
    const [kilograms = 0] = await weightIn();
    for (const [language, kg] of [["en_US", 0.45359237], ["en_GB", 6.35029318]] as const) {
      for (const weight of await weightIn(language)) {
        expect(Number(weight) * kg).toBeCloseTo(kilograms, 1);
      }
    }
  });

  it("carries the last known figure over days without one, in single precision", async () => {
    const rows = await list<Row>(client, `${BODY}/weight/date/2026-03-01/2026-03-20`, "body-weight");
    expect(rows).toHaveLength(20);
    const logs = await list<Log>(client, `${WEIGHTS}/2026-03-01/2026-03-20`, "weight");
    expect(logs.length).toBeLessThan(20);
    for (const { date, weight } of logs) {
      const { value } = rows.find(({ dateTime }) => dateTime === date) ?? { value: "" };
      expect(Number(value)).toBe(Math.fround(weight));
    }
    expect(rows.some(({ value }) => value.length > 10)).toBe(true);
    expect(rows.every(({ value }) => value.includes("."))).toBe(true);
  });
});

describe("what is written of the body at one door", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  it("as a weight without a time is of the last second of its day, and read at the other", async () => {
    const { client } = health;
    const path = `${BODY}/log/weight.json?weight=72.57&date=2026-03-19`;
    const { status, body } = await client.ask(path, { method: "POST" });
    const weightLog = at(body, "weightLog");
    expect([status, weightLog]).toEqual([201, expect.objectContaining({
      date: "2026-03-19", time: "23:59:59", weight: 72.57, source: "API", logId: Date.parse("2026-03-19T23:59:59Z"),
    })]);
    const points = (await health.list("weight")).body.dataPoints;
    expect(points).toContainEqual(expect.objectContaining({
      dataSource: expect.objectContaining({ platform: "FITBIT_WEB_API" }) as unknown,
      weight: expect.objectContaining({ weightGrams: 72_570 }) as unknown,
    }));
  });

  it("of one moment shares its id, and the weight shows the body fat", async () => {
    const { client } = health;
    const add = (what: string) => client.ask(`${BODY}/log/${what}&date=2026-03-17`, { method: "POST" });
    await add("weight.json?weight=72");
    await add("fat.json?fat=18.4");
    const [weight] = await list<Log>(client, `${WEIGHTS}/2026-03-17`, "weight");
    const [fat] = (await list<Log>(client, `${FATS}/2026-03-17`, "fat"))
      .filter(({ time }) => time === "23:59:59");
    expect(weight).toMatchObject({ logId: fat?.logId, fat: 18.4 });
  });

  it("is deleted there, each of the two by itself", async () => {
    const { client } = health;
    const [scale] = await list<Log>(client, `${WEIGHTS}/2026-03-20`, "weight");
    const id = String(scale?.logId);
    const remove = async (kind: string) =>
      (await client.ask(`${BODY}/log/${kind}/${id}.json`, { method: "DELETE" })).status;
    expect(await remove("fat")).toBe(204);
    expect(await list(client, `${FATS}/2026-03-20`, "fat")).toEqual([]);
    const [bare] = await list<Log>(client, `${WEIGHTS}/2026-03-20`, "weight");
    expect(bare).not.toHaveProperty("fat");
    expect([await remove("weight"), await remove("weight")]).toEqual([204, 404]);
  });
});

describe("odd answers about the body", () => {
  const client = useFreshSandbox({
    switches: { weightLogListed: true, bodyLogSource: false, bodyBeforeFirst: "zero" },
    healthSwitches: { weightCopies: true, emptyFirstPage: "never" },
  });

  it("lists what was written, leaves sources out and writes 0 before the first weighing", async () => {
    const { body } = await client.ask(`${BODY}/log/fat.json?fat=18.4&date=2026-03-19`, { method: "POST" });
    expect(at(body, "fatLog")).toMatchObject([{ fat: 18.4 }]);
    expect(at(body, "fatLog", 0)).not.toHaveProperty("source");
    const rows = await list<Row>(client, `${BODY}/weight/date/2024-01-01/2024-01-02`, "body-weight");
    expect(rows).toEqual([
      { dateTime: "2024-01-01", value: "0" }, { dateTime: "2024-01-02", value: "0" },
    ]);
  });

  it("tells of a weighing three times in lists, and once where sources are reconciled", async () => {
    const health = new Health(client);
    const count = async (method: string) =>
      (await health.pages("weight", {}, method)).flat().length;
    expect(await count("")).toBe(3 * await count(":reconcile"));
  });
});
