import * as newActivityLog from "../../sources/new-activity-log/new-activity-log";
import * as newSleepLog from "../../sources/new-sleep-log/new-sleep-log";
import { PlayedSource } from "../support/source";
import { interval, listed, reconciled, WATCH } from "./records";
import { api, points, rpcError, skipWaits, twin } from "./support";

const SINCE = "2026-03-05";

describe("New Activity Log", () => {
  const EXERCISE = points("exercise");
  const STARTS = "exercise.interval.civil_start_time";

  interface Workout {
    id: string;
    start: string;
    minutes?: number;
    type?: string;
    name?: string;
    offset?: string;
  }

  const later = (start: string, minutes: number) =>
    new Date(Date.parse(start) + minutes * 60_000).toISOString();

  const exercise = ({ start, minutes = 30, type = "RUNNING", name = "x", offset }: Workout) => ({
    interval: interval(start, later(start, minutes), offset),
    exerciseType: type,
    displayName: name,
    metricsSummary: { distanceMillimeters: 5_200_000 },
  });

  /** One page of exercises, newest first; without a day, of all there are. */
  function found(since: string | undefined, workouts: Workout[], nextPageToken?: string) {
    const filter = since === undefined ? undefined : `${STARTS} >= "${since}"`;
    api({
      path: `${EXERCISE}:reconcile`,
      query: { pageSize: "25", ...filter && { filter } },
      body: {
        dataPoints: workouts.map((workout) => reconciled("exercise", workout.id, exercise(workout))),
        nextPageToken,
      },
    });
  }

  /** The list of the same days, which tells where exercises come from. */
  function comeFrom(since: string | undefined, sources: Record<string, object>) {
    const filter = since === undefined ? undefined : `${STARTS} >= "${since}"`;
    api({
      path: EXERCISE,
      query: { pageSize: "25", ...filter && { filter } },
      body: {
        dataPoints: Object.entries(sources).map(([id, source]) => listed("exercise", id, source)),
      },
    });
  }

  const FIRST: Workout = { id: "11", start: "2026-03-18T14:00:00Z" };
  const SECOND: Workout = { id: "12", start: "2026-03-19T14:00:00Z" };
  const OURS = { platform: "GOOGLE_WEB_API", application: { googleWebClientId: "1-x" } };

  async function deployed(props = {}) {
    const source = new PlayedSource(twin(newActivityLog), props);
    found(undefined, [FIRST]);
    comeFrom(undefined, { 11: WATCH });
    const first = await source.deploy("2026-03-20T06:00:00Z");
    return { source, first };
  }

  it("tells of recent exercises on deploy, with where they come from", async () => {
    const { first } = await deployed();
    expect(first.summaries).toEqual(["Run, 5.2 km in 30 min"]);
    expect(first.events).toMatchObject([{
      logId: "11",
      startTime: "2026-03-18T07:00:00.000-07:00",
      logType: "auto_detected",
      source: { name: "Pixel Watch 4" },
    }]);
  });

  it("asks once when there is nothing new, and twice when there is", async () => {
    const { source } = await deployed();
    found(SINCE, [FIRST]);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    found(SINCE, [SECOND, FIRST]);
    comeFrom(SINCE, { 12: WATCH, 11: WATCH });
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["12"]);
    found(SINCE, [SECOND, FIRST]);
    expect((await source.poll("2026-03-20T06:45:00Z")).ids).toEqual([]);
  });

  it("does not take an exercise that a second app reports for a new one", async () => {
    const { source } = await deployed();
    found(SINCE, [{ ...FIRST, id: "99", start: "2026-03-18T14:00:20Z" }]);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it.each([["0s"], ["32400s"]])(
    "nor one of the same instant to which that app gives another offset: %s",
    async (offset) => {
      const { source } = await deployed();
      found(SINCE, [{ ...FIRST, id: "99", offset }]);
      expect(await source.poll("2026-03-20T06:15:00Z"))
        .toMatchObject({ ids: [], error: undefined });
    },
  );

  it("knows it at the edge of the window, too, which lies at midnight UTC", async () => {
    const { source } = await deployed();
    const edge: Workout = { id: "13", start: "2026-03-05T00:30:00Z", offset: "32400s" };
    const before: Workout = { id: "14", start: "2026-03-04T23:30:00Z", offset: "32400s" };
    found(SINCE, [FIRST, edge, before]);
    comeFrom(SINCE, {});
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["13"]);
    found(SINCE, [FIRST, { ...edge, id: "99", offset: "0s" }, before]);
    expect(await source.poll("2026-03-20T06:30:00Z"))
      .toMatchObject({ ids: [], error: undefined });
  });

  it("goes on past an exercise that does not say when it was", async () => {
    const { source } = await deployed();
    api({
      path: `${EXERCISE}:reconcile`,
      query: { pageSize: "25", filter: `${STARTS} >= "${SINCE}"` },
      body: {
        dataPoints: [
          reconciled("exercise", "14", { exerciseType: "RUNNING", interval: {} }),
          reconciled("exercise", "12", exercise(SECOND)),
        ],
      },
    });
    comeFrom(SINCE, {});
    expect(await source.poll("2026-03-20T06:15:00Z"))
      .toMatchObject({ ids: ["12"], error: undefined });
    expect(source.logged).toEqual([expect.stringContaining("exercise records: 1 of 2")]);
  });

  it("tells of another kind of exercise at the same minute", async () => {
    const { source } = await deployed();
    found(SINCE, [{ ...FIRST, id: "99", type: "YOGA" }]);
    comeFrom(SINCE, { 99: WATCH });
    expect((await source.poll("2026-03-20T06:15:00Z")).summaries)
      .toEqual(["Yoga, 5.2 km in 30 min"]);
  });

  const GYM = { platform: "HEALTH_CONNECT", application: { packageName: "com.example.gym" } };
  const MORNING: Workout = { id: "12", start: "2026-03-19T14:08:26Z", minutes: 42 };
  /** The same as the gym's app has it: four seconds earlier, and shorter. */
  const COPY: Workout = { id: "13", start: "2026-03-19T14:08:22Z", minutes: 39 };

  describe("tells once of a workout that the watch and another app report", () => {
    it.each([
      ["of one kind", {}], ["over a minute's boundary", { start: "2026-03-19T14:07:58Z" }],
      ["as a kind that the other may take it for", { type: "TREADMILL" }],
    ])("when the copy comes beside it later, %s", async (_, changes) => {
      const { source } = await deployed();
      found(SINCE, [MORNING, FIRST]);
      comeFrom(SINCE, { 12: WATCH, 11: WATCH });
      expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["12"]);
      const copy = { ...COPY, ...changes };
      found(SINCE, [MORNING, copy, FIRST]);
      comeFrom(SINCE, { 12: WATCH, 13: GYM, 11: WATCH });
      expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
      found(SINCE, [copy, FIRST]);
      expect((await source.poll("2026-03-20T06:45:00Z")).ids).toEqual([]);
    });

    it("when the copy takes its place", async () => {
      const { source } = await deployed();
      found(SINCE, [MORNING, FIRST]);
      comeFrom(SINCE, { 12: WATCH, 11: WATCH });
      expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["12"]);
      found(SINCE, [COPY, FIRST]);
      comeFrom(SINCE, { 13: GYM, 11: WATCH });
      expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
    });

    it("when both come at once", async () => {
      const { source } = await deployed();
      found(SINCE, [MORNING, COPY, FIRST]);
      comeFrom(SINCE, { 12: WATCH, 13: GYM, 11: WATCH });
      expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["13"]);
    });

    it("and by the watch when apps are skipped, though the app tells first", async () => {
      const { source } = await deployed({ skipWrittenByApps: true });
      found(SINCE, [COPY, FIRST]);
      comeFrom(SINCE, { 13: GYM, 11: WATCH });
      expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
      found(SINCE, [MORNING, COPY, FIRST]);
      comeFrom(SINCE, { 12: WATCH, 13: GYM, 11: WATCH });
      expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["12"]);
      found(SINCE, [MORNING, COPY, FIRST]);
      expect((await source.poll("2026-03-20T06:45:00Z")).ids).toEqual([]);
    });
  });

  it.each([
    ["from the same source at the same time", MORNING, { 12: WATCH, 13: WATCH }],
    ["from another source that shares less than half", { ...COPY, minutes: 90 }, { 13: GYM }],
    ["of another kind from another source", { ...COPY, type: "YOGA" }, { 13: GYM }],
  ])("tells of a second workout %s", async (_, other, sources) => {
    const { source } = await deployed();
    found(SINCE, [MORNING, FIRST]);
    comeFrom(SINCE, { 12: WATCH, 11: WATCH });
    await source.poll("2026-03-20T06:15:00Z");
    found(SINCE, [MORNING, { ...other, id: "13" }, FIRST]);
    comeFrom(SINCE, sources);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["13"]);
  });

  it("tells of one of another name, where the type says nothing, at the minute of one deleted", async () => {
    const source = new PlayedSource(twin(newActivityLog));
    const garden = { ...FIRST, type: "OTHER", name: "Gardening" };
    found(undefined, [garden]);
    comeFrom(undefined, { 11: OURS });
    await source.deploy("2026-03-20T06:00:00Z");
    found(SINCE, [{ ...garden, id: "14", name: "Moving house" }]);
    comeFrom(SINCE, { 14: OURS });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["14"]);
    found(SINCE, [{ ...garden, id: "15", name: "Moving house" }]);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
  });

  it("waits to hear where one comes from when apps are skipped", async () => {
    const { source } = await deployed({ skipWrittenByApps: true });
    found(SINCE, [SECOND, FIRST]);
    comeFrom(SINCE, { 11: WATCH });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    found(SINCE, [SECOND, FIRST]);
    comeFrom(SINCE, { 12: WATCH, 11: WATCH });
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["12"]);
  });

  it.each([
    ["an app", OURS], ["an app that is not named", { platform: "GOOGLE_WEB_API" }],
  ])("skips what %s wrote when told to, so that no workflow starts itself", async (_, by) => {
    const { source } = await deployed({ skipWrittenByApps: true });
    found(SINCE, [SECOND, FIRST]);
    comeFrom(SINCE, { 12: by, 11: WATCH });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    found(SINCE, [SECOND, FIRST]);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
  });

  it("takes names as Fitbit gives them, and asks nothing more of the others", async () => {
    const source = new PlayedSource(twin(newActivityLog), { activityNames: ["walk"] });
    found(undefined, [FIRST]);
    expect((await source.deploy("2026-03-20T06:00:00Z")).ids).toEqual([]);
    found(SINCE, [{ ...SECOND, type: "WALKING" }, FIRST]);
    comeFrom(SINCE, {});
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["12"]);
  });

  it("keeps still until a used-up quota is free again, and changes nothing else", async () => {
    skipWaits();
    const { source } = await deployed();
    api({
      path: `${EXERCISE}:reconcile`,
      query: { pageSize: "25", filter: `${STARTS} >= "${SINCE}"` },
      status: 429,
      headers: { "Retry-After": "600" },
      body: rpcError(429, "RESOURCE_EXHAUSTED", "Quota exceeded"),
    });
    expect((await source.poll("2026-03-20T06:15:00Z")).error).toMatch(/limit of requests/);
    expect(await source.poll("2026-03-20T06:24:00Z")).toMatchObject({ ids: [], error: undefined });
    found(SINCE, [SECOND, FIRST]);
    comeFrom(SINCE, {});
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["12"]);
  });

  it("keeps still as well when the quota ends on the second request of a poll", async () => {
    skipWaits();
    const { source } = await deployed();
    found(SINCE, [SECOND, FIRST]);
    api({
      path: EXERCISE,
      query: { pageSize: "25", filter: `${STARTS} >= "${SINCE}"` },
      status: 429,
      headers: { "Retry-After": "600" },
      body: rpcError(429, "RESOURCE_EXHAUSTED", "Quota exceeded"),
    });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    expect(await source.poll("2026-03-20T06:24:00Z")).toMatchObject({ ids: [], error: undefined });
    found(SINCE, [SECOND, FIRST]);
    comeFrom(SINCE, {});
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["12"]);
  });
});

describe("New Sleep Log", () => {
  const SLEEP = points("sleep");
  const ENDS = "sleep.interval.end_time";

  interface Night {
    id: string;
    from: string;
    to: string;
    processed?: boolean;
    nap?: boolean;
    /** Whether the API calls it a nap, which it seldom does. */
    isCalledNap?: boolean;
  }

  const sleepOf = ({ from, to, processed = true, nap = false, isCalledNap }: Night) => ({
    interval: interval(`${from}:00Z`, `${to}:00Z`),
    type: nap ? "CLASSIC" : "STAGES",
    metadata: { processed, mainSleep: !nap, ...isCalledNap && { nap: true } },
    summary: { minutesAsleep: String((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000) },
  });

  function found(since: string | undefined, nights: Night[]) {
    const filter = since === undefined ? undefined : `${ENDS} >= "${since}T00:00:00Z"`;
    api({
      path: `${SLEEP}:reconcile`,
      query: { pageSize: "25", ...filter && { filter } },
      body: { dataPoints: nights.map((night) => reconciled("sleep", night.id, sleepOf(night))) },
    });
  }

  /** The list of the same days, which tells where nights come from. */
  function comeFrom(since: string | undefined, nights: Night[]) {
    const filter = since === undefined ? undefined : `${ENDS} >= "${since}T00:00:00Z"`;
    api({
      path: SLEEP,
      query: { pageSize: "25", ...filter && { filter } },
      body: { dataPoints: nights.map(({ id }) => listed("sleep", id, WATCH)) },
    });
  }

  const NIGHT: Night = { id: "21", from: "2026-03-19T06:00", to: "2026-03-19T14:00" };
  const LAST: Night = { id: "22", from: "2026-03-20T06:00", to: "2026-03-20T14:00" };

  async function deployed(props = {}) {
    const source = new PlayedSource(twin(newSleepLog), props);
    found(undefined, [NIGHT]);
    comeFrom(undefined, [NIGHT]);
    const first = await source.deploy("2026-03-20T06:00:00Z");
    return { source, first };
  }

  it("tells of recent nights on deploy, by the day they ended", async () => {
    const { first } = await deployed();
    expect(first.summaries).toEqual(["8 h 0 min asleep on 2026-03-19"]);
    expect(first.events).toMatchObject([{ logId: "21", logType: "auto_detected" }]);
  });

  it("tells of a processed night at once", async () => {
    const { source } = await deployed();
    found(SINCE, [LAST, NIGHT]);
    comeFrom(SINCE, [LAST, NIGHT]);
    expect((await source.poll("2026-03-20T14:05:00Z")).ids).toEqual(["22"]);
  });

  it("tells once of a night with a stage of no type, and of no night without a name", async () => {
    const { source } = await deployed();
    const night = {
      ...sleepOf(LAST), stages: [interval("2026-03-20T06:00:00Z", "2026-03-20T14:00:00Z")],
    };
    const odd = () => api({
      path: `${SLEEP}:reconcile`,
      query: { pageSize: "25", filter: `${ENDS} >= "${SINCE}T00:00:00Z"` },
      body: {
        dataPoints: [
          { sleep: night }, reconciled("sleep", LAST.id, night),
          reconciled("sleep", NIGHT.id, sleepOf(NIGHT)),
        ],
      },
    });
    odd();
    comeFrom(SINCE, [LAST, NIGHT]);
    const { ids, events, error } = await source.poll("2026-03-20T14:05:00Z");
    expect({ ids, error }).toEqual({ ids: [LAST.id], error: undefined });
    expect(events).toMatchObject([{ minutesAsleep: 480, levels: { data: [] } }]);
    odd();
    expect((await source.poll("2026-03-20T14:20:00Z")).ids).toEqual([]);
    expect(source.logged).toEqual(Array(2).fill(expect.stringContaining("sleep records: 1 of 3")));
  });

  it("waits for one that is not processed, in one request a poll", async () => {
    const { source } = await deployed();
    found(SINCE, [{ ...LAST, processed: false }, NIGHT]);
    expect((await source.poll("2026-03-20T14:05:00Z")).ids).toEqual([]);
    found(SINCE, [LAST, NIGHT]);
    comeFrom(SINCE, [LAST, NIGHT]);
    expect((await source.poll("2026-03-20T14:20:00Z")).ids).toEqual(["22"]);
  });

  it("waits no longer than a day: some are never processed", async () => {
    const { source } = await deployed();
    const never = { ...LAST, processed: false };
    found(SINCE, [never, NIGHT]);
    expect((await source.poll("2026-03-21T13:59:00Z")).ids).toEqual([]);
    found("2026-03-06", [never, NIGHT]);
    comeFrom("2026-03-06", [never, NIGHT]);
    expect((await source.poll("2026-03-21T14:00:00Z")).ids).toEqual(["22"]);
  });

  it.each([
    ["by a second provider", [{ ...NIGHT, id: "31", from: "2026-03-19T06:10", to: "2026-03-19T13:50" }, NIGHT]],
    ["by a second provider instead", [{ ...NIGHT, id: "31", from: "2026-03-19T05:50" }]],
    ["in two pieces", [
      { id: "32", from: "2026-03-19T11:00", to: "2026-03-19T14:00" },
      { id: "31", from: "2026-03-19T06:00", to: "2026-03-19T09:30" },
    ]],
  ])("takes the same night, reported %s, for one", async (_, nights) => {
    const { source } = await deployed();
    found(SINCE, nights);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("takes two providers' reports of a new night for one, whichever is processed", async () => {
    const { source } = await deployed();
    const other = { ...LAST, id: "23", processed: false, from: "2026-03-20T06:05" };
    found(SINCE, [other, LAST, NIGHT]);
    comeFrom(SINCE, [other, LAST, NIGHT]);
    expect((await source.poll("2026-03-20T14:05:00Z")).ids).toEqual(["22"]);
    found("2026-03-05", [other, LAST, NIGHT]);
    expect((await source.poll("2026-03-21T15:00:00Z")).ids).toEqual([]);
  });

  const COPY: Night = { ...LAST, id: "23", from: "2026-03-20T06:05", nap: true };

  it("tells once of the watch's main sleep, though another app called it a nap before", async () => {
    const { source } = await deployed({ mainSleepOnly: true });
    const copy = { ...COPY, isCalledNap: true };
    found(SINCE, [copy, NIGHT]);
    expect((await source.poll("2026-03-20T15:00:00Z")).ids).toEqual([]);
    found(SINCE, [LAST, NIGHT]);
    comeFrom(SINCE, [LAST, NIGHT]);
    expect((await source.poll("2026-03-21T15:00:00Z")).ids).toEqual(["22"]);
    found("2026-03-06", [copy, LAST, NIGHT]);
    expect((await source.poll("2026-03-21T15:15:00Z")).ids).toEqual([]);
  });

  it("tells once of a main sleep that another app had first, the longest of its day", async () => {
    const { source } = await deployed({ mainSleepOnly: true });
    found(SINCE, [COPY, NIGHT]);
    comeFrom(SINCE, [COPY, NIGHT]);
    expect((await source.poll("2026-03-20T15:00:00Z")).ids).toEqual(["23"]);
    found(SINCE, [LAST, NIGHT]);
    expect((await source.poll("2026-03-21T15:00:00Z")).ids).toEqual([]);
  });

  it("asks once a poll while one written by hand waits before a full page", async () => {
    const { source } = await deployed();
    const start = (n: number) => new Date(Date.parse("2026-03-20T04:00Z") - n * 12 * 3_600_000)
      .toISOString().slice(0, 16);
    const naps = Array.from({ length: 24 }, (_, n): Night => ({
      id: String(100 + n), from: start(n), to: start(n).replace(":00", ":30"),
    }));
    const waiting: Night = { ...LAST, processed: false };
    const first = [waiting, ...naps];
    const page = (nextPageToken?: string, pageToken?: string, nights = first) => api({
      path: `${SLEEP}:reconcile`,
      query: {
        pageSize: "25", filter: `${ENDS} >= "${SINCE}T00:00:00Z"`, ...pageToken && { pageToken },
      },
      body: {
        dataPoints: nights.map((night) => reconciled("sleep", night.id, sleepOf(night))),
        nextPageToken,
      },
    });
    page("b");
    page(undefined, "b", [NIGHT]);
    comeFrom(SINCE, [...naps, NIGHT]);
    expect((await source.poll("2026-03-20T14:05:00Z")).ids).toHaveLength(24);
    for (const minute of [20, 35, 50]) {
      page("b");
      expect((await source.poll(`2026-03-20T14:${minute}:00Z`)).ids).toEqual([]);
    }
  });

  it("skips naps when told to", async () => {
    const { source } = await deployed({ mainSleepOnly: true });
    const nap = { id: "24", from: "2026-03-19T21:00", to: "2026-03-19T21:40", nap: true };
    found(SINCE, [nap, NIGHT]);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("needs no time zone", () => {
    expect(twin(newSleepLog).props).not.toHaveProperty("timeZone");
  });
});
