import { at, between, type Json, useHealth } from "./support";
import { itShows } from "./tables";

describe("heart on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  itShows(health, [
    { id: "heart-rate", key: "heartRate", message: "HeartRate", rollUp: "HeartRateRollupValue" },
    {
      id: "time-in-heart-rate-zone",
      key: "timeInHeartRateZone",
      message: "TimeInHeartRateZone",
      rollUp: "TimeInHeartRateZoneRollupValue",
    },
    {
      id: "calories-in-heart-rate-zone",
      key: "caloriesInHeartRateZone",
      rollUp: "CaloriesInHeartRateZoneRollupValue",
    },
    {
      id: "daily-resting-heart-rate",
      key: "dailyRestingHeartRate",
      message: "DailyRestingHeartRate",
      civil: false,
    },
    {
      id: "daily-heart-rate-zones",
      key: "dailyHeartRateZones",
      message: "DailyHeartRateZones",
      civil: false,
    },
  ]);

  /** What Fitbit says under a key of a path. */
  const fitbit = async (path: string, key: string) => {
    const body: unknown = await health.client.get(`/1/user/-/activities/${path}.json`);
    return at(body, key);
  };
  const DAY = "2026-03-18";
  /** A day on Berlin's clocks. */
  const RANGE = ["2026-03-17T23:00:00Z", "2026-03-18T23:00:00Z"] as const;

  it.each([["1min", 60, 1440], ["5min", 300, 288], ["15min", 900, 96]] as const)(
    "has windows whose means are Fitbit's rows of %s", async (detail, seconds, pageSize) => {
      const { body } = await health.rollUp("heart-rate", ...RANGE, `${seconds}s`, { pageSize });
      const windows = (body.rollupDataPoints as Json[]).reverse();
      const rows = windows.map(({ startTime, heartRate }) => ({
        time: new Date(Date.parse(String(startTime)) + 3_600_000).toISOString().slice(11, 19),
        value: Math.round(Number(at(heartRate, "beatsPerMinuteAvg"))),
      }));
      const path = `heart/date/${DAY}/1d/${detail}`;
      expect(rows).toEqual(at(await fitbit(path, "activities-heart-intraday"), "dataset"));
    },
  );

  it("lists the same readings as Fitbit's seconds, as strings", async () => {
    const member = "heart_rate.sample_time.civil_time";
    const range = between(member, `${DAY}T08:00:00`, `${DAY}T09:00:00`);
    const points = await health.all("heart-rate", { ...range, pageSize: 10_000 });
    const dataset = at(
      await fitbit(`heart/date/${DAY}/1d/1sec/time/08:00/08:59:59`, "activities-heart-intraday"),
      "dataset",
    ) as { time: string; value: number }[];
    expect(points.map((point) => at(point, "heartRate", "beatsPerMinute")).reverse())
      .toEqual(dataset.map(({ value }) => String(value)));
    const bounds = points.map((point) => at(point, "heartRate", "sampleTime", "physicalTime"));
    expect(dataset[0]?.time.slice(3)).toBe(String(bounds.at(-1)).slice(14, 19));
  });

  it("knows the same resting heart rates and zones as Fitbit, day by day", async () => {
    interface Day { dateTime: string; value: { restingHeartRate?: number } }
    const days = await fitbit("heart/date/2025-12-01/2026-03-19", "activities-heart") as Day[];
    const range = between("daily_resting_heart_rate.date", "2025-12-01", "2026-03-20");
    const points = await health.all("daily-resting-heart-rate", { ...range, pageSize: 200 });
    const rates = points.reverse()
      .map((point) => Number(at(point, "dailyRestingHeartRate", "beatsPerMinute")));
    expect(rates).toEqual(days.flatMap(({ value }) => value.restingHeartRate ?? []));
    expect(rates.length).toBeLessThan(days.length);
  });

  it("earns the same active zone minutes as Fitbit", async () => {
    interface Day { dateTime: string; value: Record<string, number> }
    const days = await fitbit(
      "active-zone-minutes/date/2026-01-01/2026-03-19", "activities-active-zone-minutes",
    ) as Day[];
    const { body } = await health.daily("active-zone-minutes", "2026-01-01", "2026-03-20");
    const sums = (body.rollupDataPoints as Json[]).reverse().map(({ activeZoneMinutes }) => [
      "sumInFatBurnHeartZone", "sumInCardioHeartZone", "sumInPeakHeartZone",
    ].map((name) => Number(at(activeZoneMinutes, name) ?? 0)));
    expect(sums).toEqual(days.map(({ value }) => [
      "fatBurnActiveZoneMinutes", "cardioActiveZoneMinutes", "peakActiveZoneMinutes",
    ].map((name) => value[name] ?? 0)));
  });
});
