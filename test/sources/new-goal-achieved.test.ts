import * as newGoalAchieved from "../../sources/new-goal-achieved/new-goal-achieved";
import sample from "../../sources/new-goal-achieved/test-event";
import { api as google, points } from "../google-health/support";
import { api } from "../support/api";
import { twin } from "../support/components";
import { keysOf, PlayedSource } from "../support/source";

const ROOT = "/1/user/-/activities";
const SINCE = "2026-03-05";
const NOON = "2026-03-20T12:00:00Z";

interface Asked {
  since?: string;
  to?: string;
  unitSystem?: string;
}

/** Answers the one request for a series of Fitbit's. */
function series(metric: string, days: Record<string, number>, asked: Asked = {}) {
  const { since = SINCE, to = "2026-03-21", ...rest } = asked;
  const rows = Object.entries(days)
    .map(([dateTime, value]) => ({ dateTime, value: String(value) }));
  api({
    path: `${ROOT}/${metric}/date/${since}/${to}.json`,
    body: { [`activities-${metric}`]: rows },
    ...rest,
  });
}

function goals(figures: object, unitSystem?: string) {
  api({ path: `${ROOT}/goals/daily.json`, body: { goals: figures }, unitSystem });
}

describe("New Goal Achieved on Fitbit", () => {
  it("tells of the person's own goal, which it asks for once in six hours", async () => {
    const source = new PlayedSource(newGoalAchieved.default);
    goals({ steps: 10_000 });
    series("steps", { "2026-03-19": 10_412, "2026-03-20": 3_000 });
    const { ids, events, summaries, times } = await source.deploy(NOON);
    expect(ids).toEqual(["2026-03-19-steps"]);
    expect(times).toEqual(["2026-03-19T12:00:00.000Z"]);
    expect(summaries).toEqual(["10,412 steps on 2026-03-19, the goal is 10,000"]);
    expect(events).toEqual([{ date: "2026-03-19", metric: "steps", value: 10_412, goal: 10_000 }]);
    series("steps", { "2026-03-20": 9_999 });
    expect((await source.poll("2026-03-20T17:00:00Z")).ids).toEqual([]);
    goals({ steps: 10_000 });
    series("steps", { "2026-03-20": 10_000 });
    expect((await source.poll("2026-03-20T18:30:00Z")).ids).toEqual(["2026-03-20-steps"]);
  });

  it("tells of a day once, though its total falls and rises, and one that syncs late", async () => {
    const source = new PlayedSource(newGoalAchieved.default, { target: "8000" });
    series("steps", {});
    await source.deploy(NOON);
    const polls = [];
    for (const steps of [8_000, 7_000, 9_000]) {
      series("steps", { "2026-03-10": 0, "2026-03-20": steps });
      polls.push((await source.poll("2026-03-20T13:00:00Z")).ids);
    }
    series("steps", { "2026-03-10": 12_000, "2026-03-20": 9_000 });
    polls.push((await source.poll("2026-03-20T14:00:00Z")).ids);
    expect(polls).toEqual([["2026-03-20-steps-8000"], [], [], ["2026-03-10-steps-8000"]]);
  });

  it("replays nothing when the goal is another", async () => {
    const source = new PlayedSource(newGoalAchieved.default, { target: 12_000 });
    const days = { "2026-03-18": 9_000, "2026-03-19": 11_000, "2026-03-20": 8_500 };
    series("steps", days);
    await source.deploy(NOON);
    const lower = new PlayedSource(newGoalAchieved.default, { target: 8_000 });
    lower.state = source.state;
    series("steps", days);
    expect((await lower.poll("2026-03-20T13:00:00Z")).ids).toEqual([]);
    series("steps", { ...days, "2026-03-21": 8_100 });
    expect((await lower.poll("2026-03-20T22:00:00Z")).ids).toEqual(["2026-03-21-steps-8000"]);
  });

  it("replays nothing when the person's own goal is another", async () => {
    const source = new PlayedSource(newGoalAchieved.default);
    goals({ steps: 12_000 });
    series("steps", { "2026-03-19": 11_000 });
    await source.deploy(NOON);
    goals({ steps: 8_000 });
    series("steps", { "2026-03-19": 11_000 });
    expect((await source.poll("2026-03-20T19:00:00Z")).ids).toEqual([]);
    series("steps", { "2026-03-19": 11_000, "2026-03-20": 8_000 });
    expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual(["2026-03-20-steps"]);
  });

  it("goes by the units of the person", async () => {
    const unitSystem = "en_US";
    const source = new PlayedSource(newGoalAchieved.default, { metric: "distance", unitSystem });
    goals({ distance: 5 }, unitSystem);
    series("distance", { "2026-03-19": 5.123 }, { unitSystem });
    const { ids, events, summaries } = await source.deploy(NOON);
    expect(ids).toEqual(["2026-03-19-distance"]);
    expect(events).toEqual([
      { date: "2026-03-19", metric: "distance", value: 5.12, goal: 5, unit: "mi" },
    ]);
    expect(summaries).toEqual(["distance 5.12 mi on 2026-03-19, the goal is 5"]);
    expect(Object.keys(sample)).toEqual(keysOf(events[0]));
  });

  it("adds up active minutes of both levels", async () => {
    const source = new PlayedSource(newGoalAchieved.default, { metric: "activeMinutes", target: "30" });
    series("minutesFairlyActive", { "2026-03-19": 11, "2026-03-20": 12 });
    series("minutesVeryActive", { "2026-03-19": 18, "2026-03-20": 18 });
    const { events } = await source.deploy(NOON);
    expect(events).toEqual([
      { date: "2026-03-20", metric: "activeMinutes", value: 30, goal: 30, unit: "min" },
    ]);
  });

  it("takes what is burned at rest for no goal", async () => {
    const source = new PlayedSource(newGoalAchieved.default, { metric: "calories", target: "1500" });
    series("calories", { "2026-03-18": 2_300, "2026-03-19": 1_600, "2026-03-20": 1_600 });
    series("steps", { "2026-03-18": 5_000, "2026-03-19": 0, "2026-03-20": 0 });
    expect((await source.deploy(NOON)).ids).toEqual(["2026-03-18-calories-1500"]);
  });

  it("asks for a number where the person has no such goal", async () => {
    const source = new PlayedSource(newGoalAchieved.default, { metric: "floors" });
    goals({ steps: 10_000 });
    expect((await source.deploy(NOON)).error).toContain("Target is missing");
  });

  it("fails where the series may not be read in whole", async () => {
    const source = new PlayedSource(newGoalAchieved.default, { metric: "activeMinutes", target: "30" });
    series("minutesFairlyActive", { "2026-03-19": 40 });
    const refusal = { errors: [{ errorType: "insufficient_scope", message: "No." }] };
    api({ path: `${ROOT}/minutesVeryActive/date/${SINCE}/2026-03-21.json`, status: 403, body: refusal });
    expect((await source.deploy(NOON)).error).toContain("activity");
  });
});

describe("New Goal Achieved on Google Health", () => {
  const day = (date: string) => {
    const [year, month, day] = date.split("-").map(Number);
    return { date: { year, month, day } };
  };

  function summed(type: string, key: string, days: Record<string, object>) {
    google({
      method: "POST",
      path: `${points(type)}:dailyRollUp`,
      sent: { range: { start: day(SINCE), end: day("2026-03-22") } },
      body: {
        rollupDataPoints: Object.entries(days)
          .map(([date, value]) => ({ civilStartTime: day(date), [key]: value })),
      },
    });
  }

  it("tells of a number, in one request", async () => {
    const source = new PlayedSource(twin(newGoalAchieved), { target: "10000" });
    summed("steps", "steps", { "2026-03-19": { countSum: "9000" } });
    expect((await source.deploy(NOON)).ids).toEqual([]);
    summed("steps", "steps", { "2026-03-20": { countSum: "10412" } });
    const { ids, events } = await source.poll("2026-03-20T20:00:00Z");
    expect(ids).toEqual(["2026-03-20-steps-10000"]);
    expect(events).toEqual([{ date: "2026-03-20", metric: "steps", value: 10_412, goal: 10_000 }]);
  });

  it("asks for a number, since there are no goals", () => {
    expect(twin(newGoalAchieved)).toHaveProperty("props.target.optional", false);
  });
});
