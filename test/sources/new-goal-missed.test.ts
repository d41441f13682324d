import * as newGoalMissed from "../../sources/new-goal-missed/new-goal-missed";
import sample from "../../sources/new-goal-missed/test-event";
import { api } from "../support/api";
import { PlayedSource } from "../support/source";

const ROOT = "/1/user/-/activities";

type Steps = Record<string, number>;

const rowsOf = (days: Steps) => Object.entries(days)
  .map(([dateTime, value]) => ({ dateTime, value: String(value) }));

/** Answers what a poll takes that looks at steps: those of the watch, and all. */
function counted(since: string, to: string, watch: Steps, all = watch) {
  api({
    path: `${ROOT}/tracker/steps/date/${since}/today.json`,
    body: { "activities-tracker-steps": rowsOf(watch) },
  });
  api({
    path: `${ROOT}/steps/date/${since}/${to}.json`, body: { "activities-steps": rowsOf(all) },
  });
}

/** The goal is 10,000 steps by 20:00 in New York, which is 00:00 UTC in summer. */
const PROPS = { target: "10000", time: "20:00", timeZone: "America/New_York" };

/** Deployed on the afternoon of 20 March, when the 19th has been reached. */
async function deployed(props: object = PROPS) {
  const source = new PlayedSource(newGoalMissed.default, { ...props });
  counted("2026-03-05", "2026-03-21", { "2026-03-19": 11_000, "2026-03-20": 4_000 });
  expect((await source.deploy("2026-03-20T18:00:00Z")).ids).toEqual([]);
  return source;
}

describe("New Goal Missed", () => {
  it("asks for nothing until the time has come, and for nothing more once the day is judged", async () => {
    const source = await deployed();
    expect((await source.poll("2026-03-20T23:59:00Z")).ids).toEqual([]);
    counted("2026-03-05", "2026-03-22", { "2026-03-19": 11_000, "2026-03-20": 6_200 });
    const { ids, events, summaries, times } = await source.poll("2026-03-21T00:00:00Z");
    expect(ids).toEqual(["2026-03-20-steps-10000"]);
    expect(times).toEqual(["2026-03-20T20:00:00.000Z"]);
    expect(summaries).toEqual(["6,200 steps on 2026-03-20, the goal is 10,000"]);
    expect(events).toEqual([{ date: "2026-03-20", metric: "steps", value: 6_200, goal: 10_000 }]);
    expect(Object.keys(sample)).toEqual([...Object.keys(events[0] as object), "unit"]);
    for (const now of ["2026-03-21T00:15:00Z", "2026-03-21T12:00:00Z", "2026-03-21T23:59:00Z"]) {
      expect((await source.poll(now)).ids).toEqual([]);
    }
  });

  it("tells of no day that was reached in time", async () => {
    const source = await deployed();
    counted("2026-03-05", "2026-03-22", { "2026-03-20": 10_000 });
    expect((await source.poll("2026-03-21T01:00:00Z")).ids).toEqual([]);
    expect((await source.poll("2026-03-21T05:00:00Z")).ids).toEqual([]);
  });

  it("waits for the final total of a day of which nothing had synced in time", async () => {
    const source = await deployed();
    counted("2026-03-05", "2026-03-22", { "2026-03-19": 11_000, "2026-03-20": 0 });
    expect((await source.poll("2026-03-21T01:00:00Z")).ids).toEqual([]);
    // The morning after, a part of it has.
    counted("2026-03-06", "2026-03-22", { "2026-03-20": 5_000, "2026-03-21": 0 });
    expect((await source.poll("2026-03-21T12:00:00Z")).ids).toEqual([]);
    counted("2026-03-06", "2026-03-22", { "2026-03-20": 9_000, "2026-03-21": 10 });
    const { events } = await source.poll("2026-03-21T13:00:00Z");
    expect(events).toMatchObject([{ date: "2026-03-20", value: 9_000 }]);
  });

  it("tells of days that sync later by their final totals, and of none that was not worn", async () => {
    const source = await deployed();
    const days = {
      "2026-03-20": 9_000, "2026-03-21": 12_000, "2026-03-22": 0, "2026-03-23": 3_000,
    };
    counted("2026-03-05", "2026-03-25", days);
    expect((await source.poll("2026-03-24T00:30:00Z")).ids).toEqual([
      "2026-03-20-steps-10000", "2026-03-23-steps-10000",
    ]);
  });

  it("does not tell of the day before as it is while a part of it has not synced", async () => {
    const source = await deployed();
    counted("2026-03-05", "2026-03-23", { "2026-03-20": 9_000, "2026-03-21": 0 });
    expect((await source.poll("2026-03-22T00:30:00Z")).ids).toEqual([]);
    counted("2026-03-07", "2026-03-23", { "2026-03-20": 10_500, "2026-03-21": 2_000 });
    expect((await source.poll("2026-03-22T02:00:00Z")).ids).toEqual(["2026-03-21-steps-10000"]);
  });

  it("counts a goal for floors on a worn day of which none are told", async () => {
    const source = new PlayedSource(newGoalMissed.default, {
      ...PROPS, metric: "floors", target: "10",
    });
    const floors = (since: string, to: string, days: Steps) => api({
      path: `${ROOT}/floors/date/${since}/${to}.json`, body: { "activities-floors": rowsOf(days) },
    });
    const watch = (since: string, days: Steps) => api({
      path: `${ROOT}/tracker/steps/date/${since}/today.json`,
      body: { "activities-tracker-steps": rowsOf(days) },
    });
    watch("2026-03-05", { "2026-03-18": 7_000, "2026-03-19": 8_000, "2026-03-20": 4_000 });
    floors("2026-03-05", "2026-03-21", { "2026-03-18": 12 });
    const { events } = await source.deploy("2026-03-20T18:00:00Z");
    expect(events).toEqual([{ date: "2026-03-19", metric: "floors", value: 0, goal: 10 }]);
  });

  it("judges a day once, whichever way a flight brings its evening back", async () => {
    const source = await deployed();
    const moved = new PlayedSource(newGoalMissed.default, { ...PROPS, timeZone: "Pacific/Honolulu" });
    counted("2026-03-05", "2026-03-22", { "2026-03-20": 6_200 });
    expect((await source.poll("2026-03-21T00:00:00Z")).ids).toHaveLength(1);
    moved.state = source.state;
    expect((await moved.poll("2026-03-21T06:30:00Z")).ids).toEqual([]);
    counted("2026-03-06", "2026-03-23", { "2026-03-20": 7_000, "2026-03-21": 4_000 });
    expect((await moved.poll("2026-03-22T06:00:00Z")).ids).toEqual(["2026-03-21-steps-10000"]);
  });

  it("keeps its hour over a change of clocks", async () => {
    const source = new PlayedSource(newGoalMissed.default, PROPS);
    counted("2026-02-20", "2026-03-08", { "2026-03-06": 11_000, "2026-03-07": 12_000 });
    // 20:00 on the evening before is 01:00 UTC, on the day itself 00:00.
    expect((await source.deploy("2026-03-07T18:00:00Z")).ids).toEqual([]);
    counted("2026-02-20", "2026-03-09", { "2026-03-07": 12_000 });
    expect((await source.poll("2026-03-08T01:00:00Z")).ids).toEqual([]);
    expect((await source.poll("2026-03-08T23:59:00Z")).ids).toEqual([]);
    counted("2026-02-21", "2026-03-10", { "2026-03-07": 12_000, "2026-03-08": 900 });
    expect((await source.poll("2026-03-09T00:00:00Z")).ids).toEqual(["2026-03-08-steps-10000"]);
  });

  it("waits until the time has come everywhere where nothing tells the user's clock", async () => {
    const { timeZone, ...props } = PROPS;
    expect(timeZone).toBeDefined();
    const list = `${ROOT}/list.json`;
    const query = { sort: "desc", limit: "1", offset: "0", beforeDate: "2026-03-22" };
    api({ path: list, query, body: { activities: [], pagination: {} } });
    const source = await deployed(props);
    api({
      path: list, query: { ...query, beforeDate: "2026-03-23" },
      body: { activities: [], pagination: {} },
    });
    expect((await source.poll("2026-03-21T07:59:00Z")).ids).toEqual([]);
    counted("2026-03-06", "2026-03-22", { "2026-03-20": 6_200 });
    expect((await source.poll("2026-03-21T08:00:00Z")).ids).toEqual(["2026-03-20-steps-10000"]);
  });
});
