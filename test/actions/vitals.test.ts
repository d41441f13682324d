import nock from "nock";
import type { Fields } from "../../local/runtime/component";
import getBloodGlucose from "../../actions/get-blood-glucose/get-blood-glucose";
import getBreathingRate from "../../actions/get-breathing-rate/get-breathing-rate";
import getCardioFitnessScore from "../../actions/get-cardio-fitness-score/get-cardio-fitness-score";
import getCoreTemperature from "../../actions/get-core-temperature/get-core-temperature";
import getHeartRateVariability from "../../actions/get-heart-rate-variability/get-heart-rate-variability";
import getSkinTemperature from "../../actions/get-skin-temperature/get-skin-temperature";
import getSpo2 from "../../actions/get-spo2/get-spo2";
import { api, errors } from "../support/api";
import { HOSTS } from "../support/apis";
import { listed } from "../support/components";
import { run } from "../support/step";
import { stepsOf } from "../support/work";

const DAYS = { startDate: "2026-03-18", endDate: "2026-03-19" };
const range = (resource: string, end = ".json") =>
  `/1/user/-/${resource}/date/2026-03-18/2026-03-19${end}`;

const row = (day: number, value: unknown, more = {}) =>
  ({ dateTime: `2026-03-${day}`, value, ...more });

interface Case {
  action: unknown;
  path: string;
  props?: Fields;
  body: unknown;
  result: object;
  summary: string;
}

const CASES: [what: string, one: Case][] = [
  ["heart rate variability", {
    action: getHeartRateVariability,
    path: range("hrv"),
    body: {
      hrv: [
        row(18, { dailyRmssd: 34.938, deepRmssd: 31.567 }), row(19, { dailyRmssd: "36.1" }),
      ],
    },
    result: {
      hrv: [row(18, { dailyRmssd: 34.938, deepRmssd: 31.567 }), row(19, { dailyRmssd: 36.1 })],
      days: [
        { date: "2026-03-18", hrv: 34.938, deepHrv: 31.567 }, { date: "2026-03-19", hrv: 36.1 },
      ],
    },
    summary: "Heart rate variability 35.5 ms on average, 34.9 to 36.1, on 2 days from 2026-03-18 to 2026-03-19",
  }],
  ["variability that was not computed, null, or no number", {
    action: getHeartRateVariability,
    path: range("hrv"),
    body: {
      hrv: [row(18, { dailyRmssd: 0, deepRmssd: 31.5 }), row(19, { dailyRmssd: null, deepRmssd: "NaN" })],
    },
    result: {
      hrv: [row(18, { deepRmssd: 31.5 })],
      days: [{ date: "2026-03-18", deepHrv: 31.5 }],
    },
    summary: "No heart rate variability, but parts of it on 1 day from 2026-03-18 to 2026-03-19",
  }],
  ["readings of variability", {
    action: getHeartRateVariability,
    path: range("hrv", "/all.json"),
    props: { granularity: "5min" },
    body: {
      hrv: [{
        dateTime: "2026-03-19",
        minutes: [
          {
            minute: "2026-03-18T23:10:00.000",
            value: { rmssd: 26.617, coverage: 0.935, hf: 126.514, lf: 471.897 },
          },
          { minute: "2026-03-18T23:15:00.000", value: { rmssd: 30, coverage: 0.9, hf: 0, lf: 0 } },
          { minute: "2026-03-18T23:20:00.000", value: { rmssd: 0, coverage: 0 } },
        ],
      }],
    },
    result: {
      hrv: [{
        dateTime: "2026-03-19",
        minutes: [
          {
            minute: "2026-03-18T23:10:00.000",
            value: { rmssd: 26.617, coverage: 0.935, hf: 126.514, lf: 471.897 },
          },
          { minute: "2026-03-18T23:15:00.000", value: { rmssd: 30, coverage: 0.9 } },
        ],
      }],
      days: [{ date: "2026-03-19", readings: 2, minimum: 26.617, maximum: 30, mean: 28.3085 }],
    },
    summary: "2 readings of heart rate variability on 1 day from 2026-03-18 to 2026-03-19",
  }],
  ["oxygen saturation", {
    action: getSpo2,
    path: range("spo2"),
    body: [row(18, { avg: 97.5, min: 94, max: 100 }), row(19, { avg: 0, min: 0, max: 0 })],
    result: {
      spo2: [row(18, { avg: 97.5, min: 94, max: 100 })],
      days: [{ date: "2026-03-18", spo2: 97.5, spo2Min: 94, spo2Max: 100 }],
    },
    summary: "Oxygen saturation 97.5 % on 1 day from 2026-03-18 to 2026-03-19",
  }],
  ["readings of oxygen saturation", {
    action: getSpo2,
    path: range("spo2", "/all.json"),
    props: { granularity: "1min" },
    body: [{
      dateTime: "2026-03-18",
      minutes: [
        { value: 95.7, minute: "2026-03-18T04:02:17" }, { minute: "2026-03-18T04:03:17" },
      ],
    }],
    result: {
      spo2: [{
        dateTime: "2026-03-18", minutes: [{ minute: "2026-03-18T04:02:17", value: 95.7 }],
      }],
      days: [{ date: "2026-03-18", readings: 1, minimum: 95.7, maximum: 95.7, mean: 95.7 }],
    },
    summary: "1 reading of oxygen saturation on 1 day from 2026-03-18 to 2026-03-19",
  }],
  ["breathing rates", {
    action: getBreathingRate,
    path: range("br"),
    body: { br: [row(18, { breathingRate: 17.8 }), row(19, { breathingRate: -1 })] },
    result: {
      br: [row(18, { breathingRate: 17.8 })],
      days: [{ date: "2026-03-18", breathingRate: 17.8 }],
    },
    summary: "Breathing rate 17.8 breaths a minute on 1 day from 2026-03-18 to 2026-03-19",
  }],
  ["breathing rates by stage, without those that were not counted", {
    action: getBreathingRate,
    path: range("br", "/all.json"),
    props: { granularity: "stages" },
    body: {
      br: [row(18, {
        deepSleepSummary: { breathingRate: 16.8 },
        remSleepSummary: { breathingRate: -1 },
        fullSleepSummary: { breathingRate: 17.8 },
        lightSleepSummary: { breathingRate: 0 },
      })],
    },
    result: {
      br: [row(18, {
        fullSleepSummary: { breathingRate: 17.8 }, deepSleepSummary: { breathingRate: 16.8 },
      })],
      days: [{
        date: "2026-03-18", fullSleepBreathingRate: 17.8, deepSleepBreathingRate: 16.8,
      }],
    },
    summary: "Breathing rate 17.8 breaths a minute on 1 day from 2026-03-18 to 2026-03-19",
  }],
  ["skin temperatures, of which none may differ by nothing", {
    action: getSkinTemperature,
    path: range("temp/skin"),
    body: {
      tempSkin: [
        row(18, { nightlyRelative: 0 }, { logType: "other_sensors" }),
        row(19, { nightlyRelative: -0.4 }),
      ],
    },
    result: {
      tempSkin: [
        row(18, { nightlyRelative: 0 }, { logType: "other_sensors" }),
        row(19, { nightlyRelative: -0.4 }),
      ],
      days: [
        { date: "2026-03-18", skinTemperature: 0 }, { date: "2026-03-19", skinTemperature: -0.4 },
      ],
    },
    summary: "Skin temperature against its baseline -0.2 °C on average, -0.4 to 0, on 2 days from 2026-03-18 to 2026-03-19",
  }],
  ["body temperatures, several a day", {
    action: getCoreTemperature,
    path: range("temp/core"),
    body: {
      tempCore: [
        { dateTime: "2026-03-18T10:00:00", value: 37.5 },
        { dateTime: "2026-03-18T12:10:00", value: 38.1 },
        { dateTime: "2026-03-19T12:10:00", value: 36.9 },
      ],
    },
    result: {
      tempCore: [
        { dateTime: "2026-03-18T10:00:00", value: 37.5 },
        { dateTime: "2026-03-18T12:10:00", value: 38.1 },
        { dateTime: "2026-03-19T12:10:00", value: 36.9 },
      ],
      days: [
        {
          date: "2026-03-18",
          coreTemperature: 37.8,
          coreTemperatureMin: 37.5,
          coreTemperatureMax: 38.1,
        },
        {
          date: "2026-03-19",
          coreTemperature: 36.9,
          coreTemperatureMin: 36.9,
          coreTemperatureMax: 36.9,
        },
      ],
    },
    summary: "Body temperature 37.4 °C on average, 36.9 to 37.8, on 2 days from 2026-03-18 to 2026-03-19",
  }],
  ["VO2 max as a range, whose middle nothing tells, and as a number", {
    action: getCardioFitnessScore,
    path: range("cardioscore"),
    body: { cardioScore: [row(18, { vo2Max: "44-48" }), row(19, { vo2Max: "45" })] },
    result: {
      cardioScore: [row(18, { vo2Max: "44-48" }), row(19, { vo2Max: "45" })],
      days: [
        { date: "2026-03-18", vo2MaxLow: 44, vo2MaxHigh: 48 }, { date: "2026-03-19", vo2Max: 45 },
      ],
    },
    summary: "VO2 max 45 ml/kg/min on 2026-03-19, the last of 2 days from 2026-03-18 to 2026-03-19",
  }],
  ["blood glucose with its readings", {
    action: getBloodGlucose,
    path: "/1/user/-/health/metrics/glucose/values/2026-03-18/2026-03-19.json",
    props: { detail: "full" },
    body: [{
      date: "2026-03-18",
      minValue: 6.1,
      maxValue: 7.3,
      numberOfValues: 2,
      sumOfValues: 13.4,
      average: 6.7,
      values: [
        { dateTime: "2026-03-18T13:21:00", value: 7.3, measurementType: "UNSPECIFIED" },
        { dateTime: "2026-03-18T08:00:00", value: 6.1, measurementType: "SMBG" },
        { dateTime: "2026-03-18T07:00:00", value: null },
      ],
    }],
    result: {
      bloodGlucose: [{
        date: "2026-03-18",
        minValue: 6.1,
        maxValue: 7.3,
        numberOfValues: 2,
        sumOfValues: 13.4,
        average: 6.7,
        values: [
          { dateTime: "2026-03-18T13:21:00", value: 7.3, measurementType: "UNSPECIFIED" },
          { dateTime: "2026-03-18T08:00:00", value: 6.1, measurementType: "SMBG" },
        ],
      }],
      days: [{
        date: "2026-03-18",
        bloodGlucose: 6.7,
        bloodGlucoseMin: 6.1,
        bloodGlucoseMax: 7.3,
        readings: 2,
      }],
    },
    summary: "Blood glucose 6.7 mmol/L on 1 day from 2026-03-18 to 2026-03-19",
  }],
];

describe("what the watch measures, and what people log, on Fitbit", () => {
  it.each(CASES)("%s", async (_, { action, path, props, body, result, summary }) => {
    api({ path, body });
    const ran = await run(action, { ...DAYS, ...props });
    const { days } = result as { days: unknown[] };
    expect(ran.result).toEqual({
      ...result,
      startDate: DAYS.startDate,
      endDate: DAYS.endDate,
      count: days.length,
      truncated: false,
    });
    expect(ran.summary).toBe(summary);
  });

  const nothings = CASES.flatMap(([what, one]) => {
    // Only where the answer is a list itself may it be an empty one.
    const bodies = Array.isArray(one.body) ? ["{}", "", "[]"] : ["{}", ""];
    return bodies.map((body) => ({ what, ...one, body }));
  });

  it.each(nothings)(
    "no $what: $body", async ({ action, path, props, body }) => {
      api({ path, body });
      const { result, summary } = await run(action, { ...DAYS, ...props });
      expect(result).toMatchObject({ days: [], count: 0, truncated: false });
      expect(summary).toMatch(/^No .*Data appears after the watch syncs\.$/);
    },
  );

  it.each(CASES)("%s, refused for want of a scope", async (_, { action, path, props }) => {
    api({ path, status: 403, body: errors("insufficient_scope", "No permission") });
    const { error } = await run(action, { ...DAYS, ...props });
    expect(String(error)).toMatch(/scope `\w+`|scope \w+/);
  });
});

it("gives blood glucose without its readings, unless all detail is wanted", async () => {
  const values = [{ dateTime: "2026-03-18T13:21:00", value: 7.3 }];
  api({
    path: "/1/user/-/health/metrics/glucose/values/2026-03-18/2026-03-19.json",
    body: [{ date: "2026-03-18", values }],
    unitSystem: "en_US",
  });
  const { result, summary } = await run(getBloodGlucose, { ...DAYS, unitSystem: "en_US" });
  expect(result).toMatchObject({ bloodGlucose: [{ date: "2026-03-18", average: 7.3 }] });
  expect(result).not.toHaveProperty("bloodGlucose.0.values");
  expect(summary).toContain("7.3 mg/dL");
});

describe("body temperatures of one day", () => {
  const stepsFor = (readings: number) => stepsOf(async () => {
    const tempCore = Array.from({ length: readings }, (_, i) => {
      const at = new Date(Date.UTC(2026, 2, 18) + i * 30_000);
      return { dateTime: at.toISOString().slice(0, 19), value: 37 };
    });
    api({ path: range("temp/core"), body: { tempCore } });
    const { result } = await run(getCoreTemperature, DAYS);
    expect(result).toHaveProperty(`tempCore.${readings - 1}`);
  });

  it("are read by as much work each, however many they are", async () => {
    expect(await stepsFor(2_000)).toBeLessThan(2.5 * await stepsFor(1_000));
  });
});

describe("cardio fitness scores, whose API refuses days to come", () => {
  it.each([
    ["2026-03-01", "2026-12-31", "2026-03-01/today"],
    ["2026-03-01", "2026-03-20", "2026-03-01/today"],
    ["2026-03-21", "2026-03-21", "today/today"],
    ["2026-03-01", "2026-03-19", "2026-03-01/2026-03-19"],
  ])("of %s to %s are asked for as %s", async (startDate, endDate, days) => {
    const body = { cardioScore: [{ dateTime: "2026-03-22", value: { vo2Max: "45" } }] };
    api({ path: `/1/user/-/cardioscore/date/${days}.json`, body });
    const { result } = await run(getCardioFitnessScore, { startDate, endDate });
    // A day beyond those that were asked for is none of them.
    expect(result).toMatchObject({ startDate, count: 0 });
  });
});

describe("a year takes the fewest requests that each API allows", () => {
  const YEAR = { startDate: "2025-03-20", endDate: "2026-03-19" };

  const FEWEST: [name: string, props: Fields, fitbit: number, google: number][] = [
    ["get-heart-rate-variability", {}, 13, 1],
    ["get-heart-rate-variability", { granularity: "5min" }, 13, 13],
    ["get-spo2", {}, 1, 1],
    ["get-spo2", { granularity: "1min" }, 13, 13],
    ["get-breathing-rate", {}, 13, 1],
    ["get-breathing-rate", { granularity: "stages" }, 13, 13],
    ["get-skin-temperature", {}, 13, 1],
    ["get-core-temperature", {}, 13, 1],
    ["get-cardio-fitness-score", {}, 13, 1],
    ["get-blood-glucose", {}, 1, 1],
    ["list-ecg-readings", {}, 1, 1],
    ["list-irregular-rhythm-alerts", {}, 1, 1],
  ];

  const cases = FEWEST.flatMap(([name, props, fitbit, google]) => listed("actions")
    .filter((one) => one.name === name)
    .map(({ app, component }) => (
      { key: component.key, app, component, props, most: app === "fitbit" ? fitbit : google }
    )));

  it.each(cases)("$key with $props: $most", async ({ app, component, props, most }) => {
    let asked = 0;
    nock(HOSTS[app]).persist().get(/./).query(true).reply(() => {
      asked++;
      return [200, "{}"];
    });
    const { error } = await run(component, { ...YEAR, ...props });
    expect(error).toBeUndefined();
    expect(asked).toBe(most);
  });
});
