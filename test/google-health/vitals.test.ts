import * as getBloodGlucose from "../../actions/get-blood-glucose/get-blood-glucose";
import * as getBreathingRate from "../../actions/get-breathing-rate/get-breathing-rate";
import * as getCardioFitnessScore from "../../actions/get-cardio-fitness-score/get-cardio-fitness-score";
import * as getCoreTemperature from "../../actions/get-core-temperature/get-core-temperature";
import * as getHeartRateVariability from "../../actions/get-heart-rate-variability/get-heart-rate-variability";
import * as getSkinTemperature from "../../actions/get-skin-temperature/get-skin-temperature";
import * as getSpo2 from "../../actions/get-spo2/get-spo2";
import type { Fields } from "../../local/runtime/component";
import type { Module } from "../support/components";
import { api, apiRefuses, between, date, points, run } from "./support";
import { stepsOf } from "../support/work";

const DAYS = { startDate: "2026-03-18", endDate: "2026-03-19" };
const EVENINGS = ["2026-03-17T18:00:00", "2026-03-19T18:00:00"] as const;
const MIDNIGHTS = ["2026-03-18", "2026-03-20"] as const;

const camel = (type: string) =>
  type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const snake = (type: string) => type.replace(/-/g, "_");

const daily = (type: string, ...values: [day: string, value: object][]) => ({
  dataPoints: values.map(([day, value]) => (
    { [camel(type)]: { date: date(day), ...value } }
  )),
});

/** A sample, and the offset that it was taken under; none where it tells none. */
const sample = (type: string, physicalTime: string, value: object, utcOffset?: string) => ({
  // The id is empty, as recorded.
  dataPointName: `users/1/dataTypes/${type}/dataPoints/`,
  [camel(type)]: { sampleTime: { physicalTime, ...utcOffset && { utcOffset } }, ...value },
});

interface Asked { type: string; member: string; bounds: readonly [string, string] }

const onDays = (type: string): Asked => ({ type, member: "date", bounds: MIDNIGHTS });
const taken = (type: string, bounds: readonly [string, string] = MIDNIGHTS): Asked =>
  ({ type, member: "sample_time.civil_time", bounds });

const request = ({ type, member, bounds }: Asked) => ({
  path: `${points(type)}:reconcile`,
  query: { filter: between(`${snake(type)}.${member}`, ...bounds), pageSize: "10000" },
});

const HRV = "daily-heart-rate-variability";
const OXYGEN = "oxygen-saturation";
const BREATHS = "respiratory-rate-sleep-summary";
const SKIN = "daily-sleep-temperature-derivations";
const ZONE = "-14400s";

interface Case {
  module: Module;
  props?: Fields;
  asked: Asked;
  body: object;
  result: object;
}

const row = (day: string, value: object) => ({ dateTime: `2026-03-${day}`, value });

const CASES: [what: string, one: Case][] = [
  ["heart rate variability, with whole numbers", {
    module: getHeartRateVariability,
    asked: onDays(HRV),
    body: daily(HRV, ["2026-03-18", {
      averageHeartRateVariabilityMilliseconds: 63.3,
      nonRemHeartRateBeatsPerMinute: "58",
      entropy: 2.986,
      deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds: 56,
    }]),
    result: {
      hrv: [row("18", { dailyRmssd: 63.3, deepRmssd: 56 })],
      days: [{ date: "2026-03-18", hrv: 63.3, deepHrv: 56 }],
    },
  }],
  ["an average of 0, which was not computed, beside what deep sleep had", {
    module: getHeartRateVariability,
    asked: onDays(HRV),
    body: daily(HRV, ["2026-03-18", {
      averageHeartRateVariabilityMilliseconds: 0,
      deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds: 41.2,
    }]),
    result: {
      hrv: [row("18", { deepRmssd: 41.2 })], days: [{ date: "2026-03-18", deepHrv: 41.2 }],
    },
  }],
  ["a day that was revised, as it is now", {
    module: getHeartRateVariability,
    asked: onDays(HRV),
    body: daily(HRV, ["2026-03-18", { averageHeartRateVariabilityMilliseconds: 84.5 }]),
    result: {
      hrv: [row("18", { dailyRmssd: 84.5 })], days: [{ date: "2026-03-18", hrv: 84.5 }],
    },
  }],
  ["readings of variability, of the night that ended on a day", {
    module: getHeartRateVariability,
    props: { granularity: "5min" },
    asked: taken("heart-rate-variability", EVENINGS),
    body: {
      dataPoints: [
        ["2026-03-18T08:05:00Z", { rootMeanSquareOfSuccessiveDifferencesMilliseconds: 30.5 }],
        ["2026-03-18T02:40:00Z", {
          rootMeanSquareOfSuccessiveDifferencesMilliseconds: 26.6,
          standardDeviationMilliseconds: 0,
          metadata: { highFrequencyPower: 126.5, lowFrequencyPower: 0 },
        }],
        ["2026-03-18T02:45:00Z", { rootMeanSquareOfSuccessiveDifferencesMilliseconds: 0 }],
      ].map(([at, value]) =>
        sample("heart-rate-variability", at as string, value as object, ZONE)),
    },
    result: {
      hrv: [{
        dateTime: "2026-03-18",
        minutes: [
          { minute: "2026-03-17T22:40:00.000", value: { rmssd: 26.6, hf: 126.5 } },
          { minute: "2026-03-18T04:05:00.000", value: { rmssd: 30.5 } },
        ],
      }],
      days: [{ date: "2026-03-18", readings: 2, minimum: 26.6, maximum: 30.5, mean: 28.55 }],
    },
  }],
  ["oxygen saturation", {
    module: getSpo2,
    asked: onDays("daily-oxygen-saturation"),
    body: daily("daily-oxygen-saturation", ["2026-03-19", {
      averagePercentage: 99.3, lowerBoundPercentage: 97.9, upperBoundPercentage: 100,
    }], ["2026-03-18", { averagePercentage: "NaN" }]),
    result: {
      spo2: [row("19", { avg: 99.3, min: 97.9, max: 100 })],
      days: [{ date: "2026-03-19", spo2: 99.3, spo2Min: 97.9, spo2Max: 100 }],
    },
  }],
  ["one instant under two offsets once, and no point without a percentage", {
    module: getSpo2,
    props: { granularity: "1min" },
    asked: taken(OXYGEN, EVENINGS),
    body: {
      dataPoints: [
        sample(OXYGEN, "2026-03-19T09:46:33Z", {}),
        sample(OXYGEN, "2026-03-19T09:46:33Z", { percentage: 96.5 }, "7200s"),
        sample(OXYGEN, "2026-03-19T09:46:33Z", { percentage: 96.5 }, "3600s"),
        sample(OXYGEN, "2026-03-19T09:47:33Z", {}, "7200s"),
        sample(OXYGEN, "2026-03-19T08:51:04Z", { percentage: 90.4 }, "7200s"),
      ],
    },
    result: {
      spo2: [{
        dateTime: "2026-03-19",
        minutes: [
          { minute: "2026-03-19T10:51:04", value: 90.4 },
          { minute: "2026-03-19T11:46:33", value: 96.5 },
        ],
      }],
      days: [{ date: "2026-03-19", readings: 2, minimum: 90.4, maximum: 96.5, mean: 93.45 }],
    },
  }],
  ["breathing rates", {
    module: getBreathingRate,
    asked: onDays("daily-respiratory-rate"),
    body: daily("daily-respiratory-rate", ["2026-03-19", { breathsPerMinute: 19 }], [
      "2026-03-18", { breathsPerMinute: 0.0184 },
    ]),
    result: {
      br: [row("19", { breathingRate: 19 })],
      days: [{ date: "2026-03-19", breathingRate: 19 }],
    },
  }],
  ["rates a thousand times too small, negative ones and zeros as absent", {
    module: getBreathingRate,
    props: { granularity: "stages" },
    asked: taken(BREATHS, EVENINGS),
    body: {
      dataPoints: [
        sample(BREATHS, "2026-03-18T07:20:00Z", {
          deepSleepStats: { breathsPerMinute: 0.0124 },
          remSleepStats: { breathsPerMinute: -0.001 },
          fullSleepStats: { breathsPerMinute: 0.0124 },
        }, ZONE),
        sample(BREATHS, "2026-03-19T07:20:00Z", {
          deepSleepStats: { breathsPerMinute: 18.4 },
          lightSleepStats: { breathsPerMinute: 0 },
          remSleepStats: "none",
          fullSleepStats: { breathsPerMinute: 18 },
        }, ZONE),
      ],
    },
    result: {
      br: [row("19", {
        fullSleepSummary: { breathingRate: 18 }, deepSleepSummary: { breathingRate: 18.4 },
      })],
      days: [{ date: "2026-03-19", fullSleepBreathingRate: 18, deepSleepBreathingRate: 18.4 }],
    },
  }],
  ["of several summaries of a night the one that tells most, of equals the last", {
    module: getBreathingRate,
    props: { granularity: "stages" },
    asked: taken(BREATHS, EVENINGS),
    body: {
      dataPoints: [
        ["2026-03-18T09:20:00Z", { fullSleepStats: { breathsPerMinute: 15 } }],
        ["2026-03-18T07:20:00Z", {
          fullSleepStats: { breathsPerMinute: 16 }, remSleepStats: { breathsPerMinute: 17 },
        }],
        ["2026-03-19T05:20:00Z", { fullSleepStats: { breathsPerMinute: 14 } }],
        ["2026-03-19T09:20:00Z", { fullSleepStats: { breathsPerMinute: 13 } }],
      ].map(([at, value]) => sample(BREATHS, at as string, value as object, ZONE)),
    },
    result: {
      br: [
        row("18", {
          fullSleepSummary: { breathingRate: 16 }, remSleepSummary: { breathingRate: 17 },
        }),
        row("19", { fullSleepSummary: { breathingRate: 13 } }),
      ],
      days: [
        { date: "2026-03-18", fullSleepBreathingRate: 16, remSleepBreathingRate: 17 },
        { date: "2026-03-19", fullSleepBreathingRate: 13 },
      ],
    },
  }],
  ["skin temperatures against the baseline, to a tenth, and none in the first weeks", {
    module: getSkinTemperature,
    asked: onDays(SKIN),
    body: daily(SKIN, ["2026-03-19", {
      nightlyTemperatureCelsius: 34.407,
      baselineTemperatureCelsius: 33.95,
      relativeNightlyStddev30dCelsius: 0.31,
    }], ["2026-03-18", {
      nightlyTemperatureCelsius: 34.407,
      baselineTemperatureCelsius: "NaN",
      relativeNightlyStddev30dCelsius: "NaN",
    }]),
    result: {
      tempSkin: [row("19", { nightlyRelative: 0.5 })],
      days: [{ date: "2026-03-19", skinTemperature: 0.5 }],
    },
  }],
  ["a skin that was no warmer as 0, in degrees Fahrenheit", {
    module: getSkinTemperature,
    props: { unitSystem: "en_US" },
    asked: onDays(SKIN),
    body: daily(SKIN, ["2026-03-18", {
      nightlyTemperatureCelsius: 34, baselineTemperatureCelsius: 34.02,
    }], ["2026-03-19", {
      nightlyTemperatureCelsius: 35, baselineTemperatureCelsius: 34,
    }]),
    result: {
      tempSkin: [row("18", { nightlyRelative: 0 }), row("19", { nightlyRelative: 1.8 })],
      days: [
        { date: "2026-03-18", skinTemperature: 0 }, { date: "2026-03-19", skinTemperature: 1.8 },
      ],
    },
  }],
  ["VO2 max as text and as a number", {
    module: getCardioFitnessScore,
    asked: onDays("daily-vo2-max"),
    body: daily("daily-vo2-max", ["2026-03-19", { vo2Max: 54.28, vo2MaxCovariance: 6.03 }], [
      "2026-03-18", { vo2Max: 52.72084217366443, cardioFitnessLevel: "VERY_GOOD" },
    ]),
    result: {
      cardioScore: [row("18", { vo2Max: "52.7208" }), row("19", { vo2Max: "54.28" })],
      days: [{ date: "2026-03-18", vo2Max: 52.7208 }, { date: "2026-03-19", vo2Max: 54.28 }],
    },
  }],
  ["body temperatures in degrees Fahrenheit", {
    module: getCoreTemperature,
    props: { unitSystem: "en_US" },
    asked: taken("core-body-temperature"),
    body: {
      dataPoints: [
        ["2026-03-19T02:10:00Z", { temperatureCelsius: 38.1 }],
        ["2026-03-18T14:00:00Z", { temperatureCelsius: 37.5 }],
        ["2026-03-18T15:00:00Z", { temperatureCelsius: "NaN" }],
      ].map(([at, value]) => sample("core-body-temperature", at as string, value as object, ZONE)),
    },
    result: {
      tempCore: [
        { dateTime: "2026-03-18T10:00:00", value: 99.5 },
        { dateTime: "2026-03-18T22:10:00", value: 100.6 },
      ],
      days: [{
        date: "2026-03-18",
        coreTemperature: 100.05,
        coreTemperatureMin: 99.5,
        coreTemperatureMax: 100.6,
      }],
    },
  }],
  ["blood glucose with ids, in millimoles", {
    module: getBloodGlucose,
    props: { detail: "full" },
    asked: taken("blood-glucose"),
    body: {
      dataPoints: [
        {
          dataPointName: "users/1/dataTypes/blood-glucose/dataPoints/8808518358174752984",
          bloodGlucose: {
            sampleTime: { physicalTime: "2026-03-18T12:00:00Z", utcOffset: ZONE },
            bloodGlucoseMilligramsPerDeciliter: 120,
            measurementSource: "CONTINUOUS_GLUCOSE_MONITORING",
          },
        },
        sample("blood-glucose", "2026-03-18T17:21:00Z", {
          bloodGlucoseMilligramsPerDeciliter: 140,
        }, ZONE),
      ],
    },
    result: {
      bloodGlucose: [{
        date: "2026-03-18",
        minValue: 6.7,
        maxValue: 7.8,
        numberOfValues: 2,
        sumOfValues: 14.5,
        average: 7.25,
        values: [
          { dateTime: "2026-03-18T13:21:00", value: 7.8, measurementType: "UNSPECIFIED" },
          {
            logId: "8808518358174752984",
            dateTime: "2026-03-18T08:00:00",
            value: 6.7,
            measurementType: "CGM",
          },
        ],
      }],
      days: [{
        date: "2026-03-18",
        bloodGlucose: 7.25,
        bloodGlucoseMin: 6.7,
        bloodGlucoseMax: 7.8,
        readings: 2,
      }],
    },
  }],
];

describe("what the watch measures, and what people log, on Google Health", () => {
  it.each(CASES)("%s", async (_, { module, props, asked, body, result }) => {
    api({ ...request(asked), body });
    const ran = await run(module, { ...DAYS, ...props });
    const { days } = result as { days: unknown[] };
    expect(ran.result).toEqual({
      ...result,
      startDate: DAYS.startDate,
      endDate: DAYS.endDate,
      count: days.length,
      truncated: false,
    });
  });

  it.each(CASES)("nothing in place of %s", async (_, { module, props, asked }) => {
    api({ ...request(asked), body: {} });
    const { result, summary } = await run(module, { ...DAYS, ...props });
    expect(result).toMatchObject({ days: [], count: 0, truncated: false });
    expect(summary).toMatch(/^No .*Data appears after the watch syncs\.$/);
  });

  it.each(CASES)("refused for want of a scope: %s", async (_, { module, props, asked }) => {
    apiRefuses(request(asked));
    const { error } = await run(module, { ...DAYS, ...props });
    expect(String(error)).toContain(".readonly");
  });
});

describe("body temperatures of one day", () => {
  const stepsFor = (readings: number) => stepsOf(async () => {
    const dataPoints = Array.from({ length: readings }, (_, i) => {
      const at = new Date(Date.UTC(2026, 2, 18, 12) + i * 15_000).toISOString();
      return sample("core-body-temperature", at, { temperatureCelsius: 37 }, ZONE);
    });
    api({ ...request(taken("core-body-temperature")), body: { dataPoints } });
    const { result } = await run(getCoreTemperature, DAYS);
    expect(result).toHaveProperty(`tempCore.${readings - 1}`);
  });

  it("are read by as much work each, however many they are", async () => {
    expect(await stepsFor(2_000)).toBeLessThan(2.5 * await stepsFor(1_000));
  });
});

describe("a sample that tells no offset", () => {
  const glucose = taken("blood-glucose");
  const at = "2026-03-18T12:00:00Z";
  const value = { bloodGlucoseMilligramsPerDeciliter: 120 };
  const read = async () => {
    const { result } = await run(getBloodGlucose, { ...DAYS, detail: "full" });
    return result;
  };

  it("is placed by its civil time", async () => {
    const civilTime = { date: date("2026-03-18"), time: { hours: 17, minutes: 30 } };
    const bloodGlucose = { sampleTime: { physicalTime: at, civilTime }, ...value };
    api({ ...request(glucose), body: { dataPoints: [{ bloodGlucose }] } });
    expect(await read())
      .toMatchObject({ bloodGlucose: [{ values: [{ dateTime: "2026-03-18T17:30:00" }] }] });
  });

  it("is placed by the user's own clock, which is asked for that alone", async () => {
    api({ ...request(glucose), body: { dataPoints: [sample("blood-glucose", at, value)] } });
    api({ path: "/v4/users/me/settings", body: { timeZone: "Asia/Tokyo" } });
    expect(await read())
      .toMatchObject({ bloodGlucose: [{ values: [{ dateTime: "2026-03-18T21:00:00" }] }] });
  });
});
