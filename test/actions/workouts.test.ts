import * as getWorkoutSummary from "../../actions/get-workout-summary/get-workout-summary";
import * as listFrequentActivities
  from "../../actions/list-frequent-activities/list-frequent-activities";
import * as listRecentActivities
  from "../../actions/list-recent-activities/list-recent-activities";
import { api as googleApi, points, run as runOnGoogle } from "../google-health/support";
import { api, errors } from "../support/api";
import { run } from "../support/step";

const ID = "2369048793018741424";
const SUMMARY = `/1/user/-/activities/${ID}/workout-summary`;

describe("get-workout-summary", () => {
  const mobilityMetrics = {
    avgCadenceStepsPerMinute: 178, avgGroundContactTimeMilliseconds: 245,
  };
  const workoutSummary = { logId: ID, mobilityMetrics };

  it("gives how the person moved, and its id exact", async () => {
    const body = { workoutSummary: { logId: 2369048793018741424n, mobilityMetrics } };
    api({ path: SUMMARY, body });
    const { result, summary } = await run(getWorkoutSummary.default, { activityLogId: ID });
    expect(result).toEqual({ workoutSummary });
    expect(summary).toBe("178 steps a minute, 245 ms on the ground");
  });

  it("asks with the other ending where the first one is not found", async () => {
    api({ path: SUMMARY, status: 404, body: errors("not_found", "The API you are requesting could not be found.") });
    api({ path: `${SUMMARY}.json`, body: { workoutSummary } });
    const { result } = await run(getWorkoutSummary.default, { activityLogId: ID });
    expect(result).toEqual({ workoutSummary });
  });

  it("says so where the watch measured nothing of it", async () => {
    api({ path: SUMMARY, body: { workoutSummary: { logId: 1 } } });
    const { result, summary } = await run(getWorkoutSummary.default, { activityLogId: ID });
    expect(result).toEqual({ workoutSummary: { logId: ID } });
    expect(summary).toMatch(/^The watch did not measure how you moved/);
  });

  it("is Fitbit's on Google Health, in its units", async () => {
    const measured = {
      avgCadenceStepsPerMinute: 178.4,
      avgGroundContactTimeDuration: "0.245s",
      avgStrideLengthMillimeters: "1100",
      avgVerticalOscillationMillimeters: "91",
      avgVerticalRatio: 8.3,
    };
    const path = `${points("exercise")}/${ID}`;
    const exercise = { exerciseType: "RUNNING", metricsSummary: { mobilityMetrics: measured } };
    googleApi({ path, body: { name: `users/1${path.slice(12)}`, exercise } });
    const { result } = await runOnGoogle(getWorkoutSummary, { activityLogId: ID });
    expect(result).toEqual({
      workoutSummary: {
        logId: ID,
        mobilityMetrics: {
          avgCadenceStepsPerMinute: 178.4,
          avgGroundContactTimeMilliseconds: 245,
          avgStrideLengthMillimeters: 1100,
          avgVerticalOscillationMillimeters: 91,
          avgVerticalRatio: 8.3,
        },
      },
    });
    googleApi({ path, body: { name: `users/1${path.slice(12)}`, exercise: { exerciseType: "YOGA" } } });
    const bare = await runOnGoogle(getWorkoutSummary, { activityLogId: ID });
    expect(bare.result).toEqual({ workoutSummary: { logId: ID } });
  });
});

describe.each([
  ["frequent", listFrequentActivities],
  ["recent", listRecentActivities],
])("list-%s-activities", (which, module) => {
  it("gives the kinds as Fitbit does; what is not known is absent", async () => {
    api({
      path: `/1/user/-/activities/${which}.json`,
      unitSystem: "en_US",
      body: [
        { activityId: 90013, calories: -1, description: "Walking", distance: 1.61, duration: 1178000, name: "Walk" },
        { activityId: 52001, calories: 0, description: "", distance: 0, duration: 0, name: "Yoga" },
        { activityId: 1 },
        null,
      ],
    });
    const { result, summary } = await run(module.default, { unitSystem: "en_US" });
    expect(result).toEqual({
      activities: [
        { activityId: 90013, description: "Walking", name: "Walk", distance: 1.61, duration: 1178000 },
        { activityId: 52001, name: "Yoga" },
      ],
      count: 2,
    });
    expect(summary).toBe(`2 kinds of ${which} activities: Walk, Yoga`);
  });

  it("says so where there are none", async () => {
    api({ path: `/1/user/-/activities/${which}.json`, body: [] });
    const { result, summary } = await run(module.default);
    expect(result).toEqual({ activities: [], count: 0 });
    expect(summary).toBe(`No ${which} activities. Data appears after the watch syncs.`);
  });
});

describe("the kinds of exercise on Google Health", () => {
  const workout = (id: number, exerciseType: string, day: string, kcal: number) => ({
    dataPointName: `users/1/dataTypes/exercise/dataPoints/${id}`,
    exercise: {
      exerciseType,
      interval: {
        startTime: `${day}T07:00:00Z`, startUtcOffset: "3600s",
        endTime: `${day}T07:30:00Z`, endUtcOffset: "3600s",
      },
      activeDuration: "1800s",
      metricsSummary: { caloriesKcal: kcal },
    },
  });
  const answers = (...dataPoints: object[]) => googleApi({
    path: `${points("exercise")}:reconcile`,
    query: { filter: 'exercise.interval.civil_start_time >= "2025-12-20"', pageSize: "25" },
    body: { dataPoints },
  });
  const THREE = [
    workout(1, "RUNNING", "2026-03-18", 300),
    workout(2, "WALKING", "2026-03-19", 120),
    workout(3, "RUNNING", "2026-03-17", 280),
  ];
  const run30 = { name: "Run", calories: 300, duration: 1_800_000 };
  const walk30 = { name: "Walk", calories: 120, duration: 1_800_000 };

  it("are those of the last 90 days, the latest first, with the figures of the newest", async () => {
    answers(...THREE);
    const { result } = await runOnGoogle(listRecentActivities);
    expect(result).toEqual({ activities: [walk30, run30], count: 2 });
  });

  it("are the same by how often", async () => {
    answers(...THREE);
    const { result } = await runOnGoogle(listFrequentActivities);
    expect(result).toEqual({ activities: [run30, walk30], count: 2 });
  });

  it("are none without exercises", async () => {
    answers();
    const { summary } = await runOnGoogle(listRecentActivities);
    expect(summary).toBe("No recent activities. Data appears after the watch syncs.");
  });
});
