import type { HealthSwitches } from "../../../local/sandbox";
import { at, between, type Health, type Json, openHealth, useHealth } from "./support";
import { expectMessage, itShows, type TypeCase } from "./tables";

const NIGHT = between("sample_time.civil_time", "2026-03-19T18:00:00", "2026-03-20T18:00:00");

/** The filter of a type for the last night, or for the days of the last month. */
const ofNight = (type: string) =>
  ({ filter: NIGHT.filter.replaceAll("sample_time", `${type.replaceAll("-", "_")}.sample_time`) });
const ofMonth = (type: string) =>
  between(`${type.replaceAll("-", "_")}.date`, "2026-02-20", "2026-03-21");

const TYPES: TypeCase[] = [
  {
    id: "daily-heart-rate-variability",
    key: "dailyHeartRateVariability",
    message: "DailyHeartRateVariability",
    civil: false,
  },
  {
    id: "daily-oxygen-saturation",
    key: "dailyOxygenSaturation",
    message: "DailyOxygenSaturation",
    civil: false,
  },
  {
    id: "daily-respiratory-rate",
    key: "dailyRespiratoryRate",
    message: "DailyRespiratoryRate",
    civil: false,
  },
  {
    id: "daily-sleep-temperature-derivations",
    key: "dailySleepTemperatureDerivations",
    message: "DailySleepTemperatureDerivations",
    civil: false,
  },
  { id: "daily-vo2-max", key: "dailyVo2Max", message: "DailyVO2Max", civil: false },
  { id: "heart-rate-variability", key: "heartRateVariability", message: "HeartRateVariability" },
  { id: "oxygen-saturation", key: "oxygenSaturation", message: "OxygenSaturation" },
  {
    id: "core-body-temperature",
    key: "coreBodyTemperature",
    message: "CoreBodyTemperature",
    named: true,
    rollUp: "CoreBodyTemperatureRollupValue",
    from: "2026-02-14",
  },
  {
    id: "blood-glucose",
    key: "bloodGlucose",
    message: "BloodGlucose",
    named: true,
    rollUp: "BloodGlucoseRollupValue",
    from: "2026-03-02",
  },
];

const listedAlone = async (health: Health, type: string): Promise<Json[]> =>
  (await health.list(type, { pageSize: 25 })).body.dataPoints as Json[];

describe("vitals on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  itShows(health, TYPES);

  it("reconciles breathing by stage under names without ids, as recorded", async () => {
    const type = "respiratory-rate-sleep-summary";
    const [point] = await health.all(type, ofNight(type), ":reconcile");
    expect(at(point, "dataPointName")).toMatch(/\/dataPoints\/$/);
    expectMessage("RespiratoryRateSleepSummary", at(point, "respiratoryRateSleepSummary"));
    const [listed = {}] = await health.all(type, ofNight(type));
    expect(listed).not.toHaveProperty("name");
  });

  it("has no baseline in the first thirty days, and says NaN", async () => {
    const type = "daily-sleep-temperature-derivations";
    const range = between(
      "daily_sleep_temperature_derivations.date", "2025-02-13", "2025-03-15",
    );
    const first = await health.all(type, range);
    expect(first.length).toBeGreaterThan(10);
    const baselines = first.map((point) =>
      at(point, "dailySleepTemperatureDerivations", "baselineTemperatureCelsius"));
    expect(new Set(baselines)).toEqual(new Set(["NaN"]));
  });

  it("lists ECGs by their beginning alone, with all of the waveform", async () => {
    const [{ name, electrocardiogram } = {}] = await listedAlone(health, "electrocardiogram");
    expect(name).toBeDefined();
    expectMessage("SessionTimeInterval", at({ electrocardiogram }, "electrocardiogram", "interval"));
    const samples = at({ electrocardiogram }, "electrocardiogram", "waveformSamples");
    expect(samples).toHaveLength(7500);
  });

  it("lists irregular rhythms, and tells whether the person takes part", async () => {
    const [{ irregularRhythmNotification } = {}]
      = await listedAlone(health, "irregular-rhythm-notification");
    expectMessage("IrregularRhythmNotification", irregularRhythmNotification);
    const body = await health.get("/irnProfile");
    expectMessage("IrnProfile", body);
    expect(body.name).toBe("users/me/irnProfile");
  });

  it("knows the same nights as the other door", async () => {
    const { hrv } = await health.client.get(
      "/1/user/-/hrv/date/2026-02-20/2026-03-20.json",
    ) as unknown as { hrv: { dateTime: string; value: { dailyRmssd: number } }[] };
    const type = "daily-heart-rate-variability";
    const points = await health.all(type, ofMonth(type));
    const told = points.reverse().map((point) =>
      at(point, "dailyHeartRateVariability", "averageHeartRateVariabilityMilliseconds"));
    expect(told).toEqual(hrv.map(({ value }) => value.dailyRmssd));
  });
});

describe("where the API was seen to answer otherwise", () => {
  const seen = async (
    healthSwitches: Partial<HealthSwitches>, type: string, query: { filter: string },
  ): Promise<Json[]> => {
    const health = await openHealth({ healthSwitches: { emptyFirstPage: "never", ...healthSwitches } });
    const points = await health.all(type, query);
    await health.client.sandbox.close();
    return points;
  };

  const BREATHS = "respiratory-rate-sleep-summary";
  const HRV = "heart-rate-variability";
  const OXYGEN = "oxygen-saturation";

  it("averages of variability are 0 on every other night", async () => {
    const type = "daily-heart-rate-variability";
    const points = await seen({ hrvZeros: true }, type, ofMonth(type));
    const averages = points.map((point) =>
      at(point, "dailyHeartRateVariability", "averageHeartRateVariabilityMilliseconds"));
    expect(averages.includes(0) && averages.some((value) => value !== 0)).toBe(true);
  });

  it("skin temperature comes later than the rest of a night", async () => {
    const type = "daily-sleep-temperature-derivations";
    const soon = await seen({}, type, ofMonth(type));
    const late = await seen({ skinMinutes: 24 * 60 }, type, ofMonth(type));
    expect(late).toEqual(soon.slice(1));
  });

  it("readings of variability carry powers", async () => {
    const [point = {}] = await seen({ hrvPowers: true }, HRV, ofNight(HRV));
    expectMessage("HeartRateVariabilityMetadata", at(point, "heartRateVariability", "metadata"));
  });

  it("breathing is a thousand times too small, or below nothing, or told twice", async () => {
    const switches = { breathsScaled: true, breathsTwice: true, breathsUnknown: "negative" } as const;
    const points = await seen(switches, BREATHS, ofNight(BREATHS));
    const rates = points.map((point) =>
      at(point, "respiratoryRateSleepSummary", "fullSleepStats", "breathsPerMinute"));
    expect(rates).toHaveLength(2);
    expect(rates.every((rate) => Number(rate) > 0 && Number(rate) < 0.1)).toBe(true);
  });

  it("an instant of oxygen is told under two offsets, and once more without a figure", async () => {
    const points = await seen({ oxygenTwice: true }, OXYGEN, ofNight(OXYGEN));
    const once = await seen({}, OXYGEN, ofNight(OXYGEN));
    expect(points.length).toBeGreaterThan(2.8 * once.length);
    expect(points.some(({ oxygenSaturation }) => !("percentage" in (oxygenSaturation as Json)))).toBe(true);
  });

  it("glucose from Health Connect and old ECGs tell no offset", async () => {
    const switches = { glucoseWithoutOffset: true, ecgWithoutOffset: true };
    const glucose = await seen(switches, "blood-glucose", between(
      "blood_glucose.sample_time.physical_time", "2026-01-01T00:00:00Z", "2026-03-20T00:00:00Z",
    ));
    expect(Object.keys(at(glucose[0], "bloodGlucose", "sampleTime") as Json)).toEqual(["physicalTime"]);
    const ecgs = await seen(switches, "electrocardiogram", {
      filter: 'electrocardiogram.interval.start_time >= "2026-01-01T00:00:00Z"',
    });
    expect(Object.keys(at(ecgs[0], "electrocardiogram", "interval") as Json))
      .toEqual(["startTime", "endTime"]);
  });
});
