import * as newNightlyHealthMetrics
  from "../../sources/new-nightly-health-metrics/new-nightly-health-metrics";
import { PlayedSource } from "../support/source";
import { api, apiRefuses, between, date, points, twin } from "./support";

/** What Google Health has of a night, by data type: the key of a point, and what it holds. */
const TYPES: Record<string, readonly [string, object]> = {
  "daily-resting-heart-rate": ["dailyRestingHeartRate", { beatsPerMinute: "58" }],
  "daily-heart-rate-variability": [
    "dailyHeartRateVariability", { averageHeartRateVariabilityMilliseconds: 41.24 },
  ],
  "daily-oxygen-saturation": ["dailyOxygenSaturation", { averagePercentage: 96.4 }],
  "daily-respiratory-rate": ["dailyRespiratoryRate", { breathsPerMinute: 14.6 }],
  "daily-sleep-temperature-derivations": [
    "dailySleepTemperatureDerivations",
    { nightlyTemperatureCelsius: 34.1, baselineTemperatureCelsius: 34.4 },
  ],
  "daily-vo2-max": ["dailyVo2Max", { vo2Max: 45.62 }],
};

const query = (type: string, from: string, before: string) => ({
  path: `${points(type)}:reconcile`,
  query: { pageSize: "10000", filter: between(`${type.replaceAll("-", "_")}.date`, from, before) },
});

/** Answers one request for a type with the nights that have it. */
function answers(type: string, nights: string[], from = "2026-03-05", before = "2026-03-22") {
  const [key, value] = TYPES[type] ?? ["", {}];
  const dataPoints = nights.map((night) => ({ [key]: { date: date(night), ...value } }));
  api({ ...query(type, from, before), body: { dataPoints } });
}

describe("New Nightly Health Metrics", () => {
  async function deployed() {
    const source = new PlayedSource(twin(newNightlyHealthMetrics));
    Object.keys(TYPES).forEach((type) => answers(type, ["2026-03-19"]));
    const first = await source.deploy("2026-03-20T05:00:00Z");
    expect(first).toMatchObject({ ids: ["2026-03-19"], error: undefined });
    return source;
  }

  it("asks for one type a poll, and for the others when that has news", async () => {
    const source = await deployed();
    answers("daily-oxygen-saturation", ["2026-03-19"]);
    expect((await source.poll("2026-03-20T05:30:00Z")).ids).toEqual([]);
    Object.keys(TYPES).forEach((type) => answers(type, ["2026-03-19", "2026-03-20"]));
    const { ids, events } = await source.poll("2026-03-20T06:00:00Z");
    expect(ids).toEqual(["2026-03-20"]);
    expect(events).toMatchObject([{
      row: {
        date: "2026-03-20", restingHeartRate: 58, hrv: 41.2, spo2: 96.4, breathingRate: 14.6,
        skinTemperature: -0.3, vo2Max: 45.6, steps: null,
      },
    }]);
  });

  it("does not wait for a type that may not be read", async () => {
    const source = await deployed();
    apiRefuses(query("daily-oxygen-saturation", "2026-03-05", "2026-03-22"));
    Object.keys(TYPES).filter((type) => type !== "daily-oxygen-saturation")
      .forEach((type) => answers(type, ["2026-03-20"]));
    const { events } = await source.poll("2026-03-20T06:00:00Z");
    expect(events).toMatchObject([{ missing: [{ part: "oxygen saturation", why: "scope" }] }]);
  });
});
