import {
  at, between, idOf, type Json, RUN, stored, useFreshHealth, useHealth,
} from "./support";
import { ANY_NUMBER } from "../support";
import { itRefuses, itShows, itWrites } from "./tables";

const interval = RUN.exercise.interval;
const timed = (change: Json) => (
  { exercise: { ...RUN.exercise, interval: { ...interval, ...change } } }
);
const without = (field: string) => ({
  exercise: { ...RUN.exercise, [field]: undefined },
});

describe("activity on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  itShows(health, [
    { id: "steps", key: "steps", message: "Steps", rollUp: "StepsRollupValue" },
    { id: "distance", key: "distance", message: "Distance", rollUp: "DistanceRollupValue" },
    {
      id: "floors", key: "floors", message: "Floors", rollUp: "FloorsRollupValue", listed: false,
    },
    { id: "altitude", key: "altitude", message: "Altitude", rollUp: "AltitudeRollupValue" },
    {
      id: "active-energy-burned",
      key: "activeEnergyBurned",
      message: "ActiveEnergyBurned",
      rollUp: "ActiveEnergyBurnedRollupValue",
    },
    { id: "total-calories", key: "totalCalories", rollUp: "TotalCaloriesRollupValue" },
    {
      id: "active-minutes",
      key: "activeMinutes",
      message: "ActiveMinutes",
      rollUp: "ActiveMinutesRollupValue",
    },
    {
      id: "active-zone-minutes",
      key: "activeZoneMinutes",
      message: "ActiveZoneMinutes",
      rollUp: "ActiveZoneMinutesRollupValue",
    },
    { id: "activity-level", key: "activityLevel", message: "ActivityLevel" },
    {
      id: "sedentary-period",
      key: "sedentaryPeriod",
      message: "SedentaryPeriod",
      rollUp: "SedentaryPeriodRollupValue",
    },
    {
      id: "swim-lengths-data",
      key: "swimLengthsData",
      message: "SwimLengthsData",
      rollUp: "SwimLengthsDataRollupValue",
      from: "2026-01-10",
    },
    { id: "exercise", key: "exercise", message: "Exercise", named: true, civil: false },
  ]);

  itWrites(health, [["exercise", "exercise", "Exercise", RUN]]);

  itRefuses(health, [
    ["an exercise without a type", "exercise", without("exerciseType"), "exercise_type"],
    ["an exercise without an offset", "exercise",
      timed({ startUtcOffset: undefined }), "start_utc_offset"],
    ["an unknown type of exercise", "exercise",
      { exercise: { ...RUN.exercise, exerciseType: "RUN" } }, "exercise_type"],
    ["an end before the start", "exercise", timed({ endTime: interval.startTime }),
      "Data point start time must be strictly earlier than end time"],
    ["a duration as a number", "exercise", { exercise: { ...RUN.exercise, activeDuration: 1800 } },
      "google.protobuf.Duration"],
  ]);

  it("writes midnight as an empty time, a true zero as nothing, ids above 2^53", async () => {
    const { body } = await health.daily("steps", "2026-03-17", "2026-03-18");
    expect(body).toMatchObject({
      rollupDataPoints: [{ civilStartTime: { time: {} }, civilEndTime: { time: {} } }],
    });
    const member = "steps.interval.civil_start_time";
    const points = await health.all("steps", between(member, "2026-03-18", "2026-03-19"));
    const zeros = points.filter(({ steps }) => (steps as Json).count === undefined);
    expect(zeros.length).toBeGreaterThan(0);
    const sleep = await health.list("sleep", { pageSize: 1 });
    const id = BigInt(String(at(sleep.body, "dataPoints", 0, "name")).split("/").at(-1) ?? "");
    expect(id > 2n ** 53n && id < 2n ** 63n && String(id) !== String(Number(id))).toBe(true);
  });

  it("has no key for the points of an empty page", async () => {
    expect(await health.get("/dataTypes/basal-energy-burned/dataPoints")).toEqual({});
    expect((await health.daily("run-vo2-max", "2026-03-01", "2026-03-03")).body).toEqual({});
  });
});

describe("exercises on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  it("that the watch recorded have their pace, all zones and both events, but no speed", async () => {
    const exercises = await health.all("exercise", {}, ":reconcile");
    const walk = exercises.find((point) => at(point, "exercise", "displayName") === "Walking"
      && at(point, "exercise", "exerciseEvents") !== undefined);
    const { interval, metricsSummary, exerciseEvents } = walk?.exercise as Json & {
      interval: Json;
    };
    expect(metricsSummary).toMatchObject({
      averagePaceSecondsPerMeter: ANY_NUMBER,
      heartRateZoneDurations: { vigorousTime: "0s", peakTime: "0s" },
    });
    expect(metricsSummary).not.toHaveProperty("averageSpeedMillimetersPerSecond");
    expect(exerciseEvents).toEqual([
      {
        eventTime: interval.startTime,
        eventUtcOffset: interval.startUtcOffset,
        exerciseEventType: "START",
      },
      {
        eventTime: interval.endTime,
        eventUtcOffset: interval.endUtcOffset,
        exerciseEventType: "STOP",
      },
    ]);
  });
});

describe("exercises that are written on Google Health", () => {
  const health = useFreshHealth({ healthSwitches: { emptyFirstPage: "never" } });

  it("need no metrics, and are answered without them", async () => {
    const { interval, exerciseType } = RUN.exercise;
    const bare = { exercise: { interval, exerciseType } };
    const { exercise } = stored(await health.create("exercise", bare));
    expect(exercise).toMatchObject({ interval, exerciseType, displayName: "Running" });
    expect(exercise).not.toHaveProperty("metricsSummary");
  });

  it("are patched with success and without effect", async () => {
    const { name, exercise } = stored(await health.create("exercise", RUN));
    const path = `/dataTypes/exercise/dataPoints/${idOf(name)}`;
    const body = { exercise: { ...RUN.exercise, exerciseType: "WALKING", activeDuration: "9s" } };
    expect(stored(await health.ask(path, "PATCH", body))).toMatchObject({ name, exercise });
    expect(await health.get(path)).toMatchObject({ name, exercise });
  });

  it("come back with times in UTC, and the name of their type", async () => {
    const interval = {
      startTime: "2026-03-18T18:00:00.500+01:00",
      startUtcOffset: "3600s",
      endTime: "2026-03-18T18:30:00+01:00",
      endUtcOffset: "3600s",
    };
    const body = { exercise: { ...RUN.exercise, interval, displayName: "My loop", notes: "easy" } };
    const { exercise } = stored(await health.create("exercise", body));
    expect(exercise).toMatchObject({
      interval: {
        ...interval, startTime: "2026-03-18T17:00:00.500Z", endTime: "2026-03-18T17:30:00Z",
      },
      displayName: "Running",
      notes: "easy",
      metricsSummary: { caloriesKcal: 350, distanceMillimeters: 5e6, steps: "4800" },
      createTime: "2026-03-20T09:00:00Z",
      updateTime: "2026-03-20T09:00:00Z",
    });
  });

  it("of type OTHER keep the name they were given, on both doors", async () => {
    const body = {
      exercise: { ...RUN.exercise, exerciseType: "OTHER", displayName: "Slacklining" },
    };
    const { exercise } = stored(await health.create("exercise", body));
    expect(at(exercise, "displayName")).toBe("Slacklining");
    const { activities } = await health.client.get(
      "/1/user/-/activities/list.json?beforeDate=2026-03-20&sort=desc&limit=1&offset=0",
    );
    expect(activities[0].activityName).toBe("Slacklining");
  });
});

describe("tracks", () => {
  const health = useHealth();

  const find = async (gps: boolean): Promise<string> => {
    const points = await health.all("exercise", {}, ":reconcile");
    const found = points.find((point) => (
      (at(point, "exercise", "exerciseMetadata", "hasGps") === true) === gps
    ));
    return `/dataTypes/exercise/dataPoints/${idOf(found?.dataPointName ?? "")}:exportExerciseTcx`;
  };

  it("are text as media, else a field", async () => {
    const path = await find(true);
    const media = await health.ask(`${path}?alt=media`);
    expect(media.status).toBe(200);
    expect(media.headers.get("content-type")).toContain("xml");
    expect(media.text).toMatch(/^<\?xml[^]*<Position>[^]*<HeartRateBpm>/);
    expect(await health.get(path)).toEqual({ tcxData: media.text });
  });

  it("need the scopes of activity and of location", async () => {
    const path = await find(true);
    for (const [scopes, status] of [
      ["managed", 403], ["activity", 403], ["location", 403], ["activity,location", 200],
    ] as const) {
      expect((await health.ask(path, "GET", undefined, `sandbox:${scopes}`)).status).toBe(status);
    }
  });

  it("are there without GPS only as partial data", async () => {
    const path = await find(false);
    expect((await health.ask(path)).status).toBe(400);
    const partial = await health.ask(`${path}?alt=media&partialData=true`);
    expect(partial.text).not.toContain("<Position>");
  });
});
