import { useHealth } from "./support";
import { expectMessage, itShows } from "./tables";

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

  it("gives users/me/irnProfile", async () => {
    const body = await health.get("/irnProfile");
    expectMessage("IrnProfile", body);
    expect(body.name).toBe("users/me/irnProfile");
  });
});
