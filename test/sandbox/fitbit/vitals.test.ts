import { type Asking, type Client, open, useSandbox } from "../support";
import { itAnswers, itRefuses, PAGINATION, type ShapeCase } from "./tables";

const USER = "/1/user/-";
const MONTH = "2026-02-19/2026-03-20";

const BREATHS = { breathingRate: "num" };
const HRV = { dateTime: "date", value: { dailyRmssd: "num", deepRmssd: "num" } };
const SPO2 = { dateTime: "date", value: { avg: "num", max: "num", min: "num" } };

const CASES: ShapeCase[] = [
  ["HRV", "GET", `${USER}/hrv/date/${MONTH}.json`, 200, { hrv: [HRV] }],
  ["HRV of today", "GET", `${USER}/hrv/date/today.json`, 200, { hrv: [HRV] }],
  ["HRV in the night", "GET", `${USER}/hrv/date/2026-03-20/all.json`, 200, {
    hrv: [{
      dateTime: "date",
      minutes: [{
        minute: "local", value: { coverage: "num", hf: "num", lf: "num", rmssd: "num" },
      }],
    }],
  }],
  ["SpO2 as a list", "GET", `${USER}/spo2/date/2025-02-14/2026-03-20.json`, 200, [SPO2]],
  ["SpO2 of a day as its row", "GET", `${USER}/spo2/date/2026-03-20.json`, 200, SPO2],
  ["SpO2 in the night", "GET", `${USER}/spo2/date/${MONTH}/all.json`, 200, [
    { dateTime: "date", minutes: [{ minute: "second", value: "num" }] },
  ]],
  ["breathing", "GET", `${USER}/br/date/${MONTH}.json`, 200, {
    br: [{ dateTime: "date", value: BREATHS }],
  }],
  ["breathing by stage", "GET", `${USER}/br/date/${MONTH}/all.json`, 200, {
    br: [{
      dateTime: "date",
      value: {
        deepSleepSummary: BREATHS,
        fullSleepSummary: BREATHS,
        lightSleepSummary: BREATHS,
        remSleepSummary: BREATHS,
      },
    }],
  }],
  ["skin temperature", "GET", `${USER}/temp/skin/date/${MONTH}.json`, 200, {
    tempSkin: [{ dateTime: "date", logType: "str", value: { nightlyRelative: "num" } }],
  }],
  ["body temperature", "GET", `${USER}/temp/core/date/${MONTH}.json`, 200, {
    tempCore: [{ dateTime: "second", value: "num" }],
  }],
  ["VO2 max as text", "GET", `${USER}/cardioscore/date/${MONTH}.json`, 200, {
    cardioScore: [{ dateTime: "date", value: { vo2Max: "str" } }],
  }],
  ["glucose", "GET", `${USER}/health/metrics/glucose/values/2025-02-14/2026-03-20.json`, 200, [{
    average: "num",
    date: "date",
    maxValue: "num",
    minValue: "num",
    numberOfValues: "int",
    sumOfValues: "num",
    values: [{ dateTime: "second", measurementType: "str", value: "num" }],
  }]],
  [
    "ECGs", "GET", `${USER}/ecg/list.json?beforeDate=2026-03-21&sort=desc&limit=2&offset=0`, 200, {
      ecgReadings: [{
        averageHeartRate: "int",
        deviceName: "str",
        featureVersion: "str",
        firmwareVersion: "str",
        leadNumber: "int",
        numberOfWaveformSamples: "int",
        resultClassification: "str",
        samplingFrequencyHz: "str",
        scalingFactor: "int",
        startTime: "str",
        waveformSamples: ["int"],
      }],
      pagination: { ...PAGINATION, beforeDate: "str" },
    },
  ],
  [
    "alerts", "GET",
    `${USER}/irn/alerts/list.json?beforeDate=2026-03-21&sort=desc&limit=10&offset=0`, 200, {
      alerts: [{
        alertTime: "local",
        algoVersion: "str",
        detectedTime: "local",
        deviceType: "str",
        serviceVersion: "str",
        windows: [{ bpmData: [{ dataTime: "str", value: "int" }], startTime: "local" }],
      }],
      pagination: { ...PAGINATION, beforeDate: "str" },
    },
  ],
  ["the profile of irregular rhythms", "GET", `${USER}/irn/profile.json`, 200, {
    enrolled: "bool", lastUpdated: "local", onboarded: "bool",
  }],
];

type Rows = { dateTime: string; value: Record<string, unknown> }[];

const rowsOf = async (client: Client, resource: string, days: string): Promise<Rows> => {
  const body: object = await client.get(`${USER}/${resource}/date/${days}.json`);
  return Object.values(body)[0] as Rows;
};

describe("vitals on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, CASES);

  itRefuses(client, [
    ["GET", `${USER}/hrv/date/2026-02-18/2026-03-20.json`, 422, "n/a"],
    ["GET", `${USER}/spo2/date/2026-02-18/2026-03-20/all.json`, 422, "n/a"],
    ["GET", `${USER}/hrv/date/2026-03-20/1m.json`, 400, "period"],
    ["GET", `${USER}/br/date/yesterday.json`, 400, "date"],
    ["GET", `${USER}/cardioscore/date/2026-03-01/2026-03-21.json`, 400, "end-date"],
    ["GET", `${USER}/ecg/list.json?beforeDate=2026-03-21&sort=desc&limit=11&offset=0`, 400, "limit"],
  ]);

  it("has nothing of a night that the watch was off, or that came to nothing", async () => {
    const measured = await rowsOf(client, "hrv", MONTH);
    const slept = new Set(client.sandbox.person.sleeps()
      .map(({ end }) => client.sandbox.person.timeline.local(end).slice(0, 10)));
    expect(measured.every(({ dateTime }) => slept.has(dateTime))).toBe(true);
    expect(measured.length).toBeGreaterThan(12);
    expect(measured.length).toBeLessThan(27);
    const others = await Promise.all(["br", "temp/skin"].map((one) => rowsOf(client, one, MONTH)));
    expect(others.map((rows) => rows.map(({ dateTime }) => dateTime)))
      .toEqual([0, 1].map(() => measured.map(({ dateTime }) => dateTime)));
  });

  it("has no skin temperature before there is a baseline of thirty days", async () => {
    expect(await rowsOf(client, "temp/skin", "2025-02-13/2025-03-14")).toEqual([]);
    expect(await rowsOf(client, "hrv", "2025-02-13/2025-03-14")).not.toEqual([]);
    expect(await rowsOf(client, "temp/skin", "2025-03-15/2025-04-13")).not.toEqual([]);
  });

  it("has VO2 max as a range, but for days after runs", async () => {
    const scores = await rowsOf(client, "cardioscore", MONTH);
    const texts = new Set(scores.map(({ value }) => /-/.test(String(value.vo2Max))));
    expect(texts).toEqual(new Set([true, false]));
  });

  it("answers in degrees Fahrenheit and in milligrams in the United States", async () => {
    const headers = { "accept-language": "en_US" };
    const firstOf = async (asking: Asking): Promise<number> => {
      const body: object = await client.get(`${USER}/temp/core/date/${MONTH}.json`, asking);
      const [first] = Object.values(body)[0] as [{ value: number }];
      return first.value;
    };
    expect(await firstOf({ headers })).toBeCloseTo(await firstOf({}) * 1.8 + 32, 1);
    const glucose = `${USER}/health/metrics/glucose/values/2025-02-14/2026-03-20.json`;
    const [day] = await client.get(glucose, { headers }) as unknown as [{ average: number }];
    expect(day.average).toBeGreaterThan(60);
  });

  it("needs the scope of each", async () => {
    for (const [, , path] of CASES) {
      const reply = await client.ask(path, { token: "sandbox:activity" });
      expect([path, reply.status]).toEqual([path, 403]);
    }
  });
});

describe("where the API was seen to answer otherwise", () => {
  const empty = [["object", "{}"], ["nothing", ""]] as const;
  it.each(empty)("days without any: %s", async (how, text) => {
    const client = await open({ switches: { vitalsWithoutData: how } });
    const answer = await client.read(`${USER}/hrv/date/2027-01-01/2027-01-02.json`);
    expect([answer.status, answer.text]).toEqual([200, text]);
    await client.sandbox.close();
  });

  it("skin temperature comes later than the rest of a night", async () => {
    const path = `${USER}/temp/skin/date/2026-03-19/2026-03-20.json`;
    const client = await open({ switches: { skinMinutes: 24 * 60 } });
    const { text } = await client.read(path);
    expect(text).toContain("2026-03-19");
    expect(text).not.toContain("2026-03-20");
    await client.sandbox.close();
  });

  it("what a night holds is refused to who may not have samples", async () => {
    const client = await open({ switches: { intradayAccess: "missing" } });
    expect((await client.ask(`${USER}/hrv/date/today/all.json`)).status).toBe(403);
    expect((await client.ask(`${USER}/hrv/date/today.json`)).status).toBe(200);
    await client.sandbox.close();
  });
});
