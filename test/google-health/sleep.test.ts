import * as deleteSleepLog from "../../actions/delete-sleep-log/delete-sleep-log";
import * as getSleepLog from "../../actions/get-sleep-log/get-sleep-log";
import * as listSleepLogs from "../../actions/list-sleep-logs/list-sleep-logs";
import * as logSleep from "../../actions/log-sleep/log-sleep";
import { toSleepDay, toSleepLog, withLogType, type Sleep } from "../../common/sleep/google-health-log";
import { noted } from "../support/noted";
import { options } from "../support/step";
import {
  interval, listed, nap, night, nightInFitbitShape, reconciled, stage, WATCH,
} from "./records";
import { api, apiRefuses, between, OWN, points, run, twin } from "./support";

const SLEEP = points("sleep");
const ENDS = "sleep.interval.civil_end_time";
const NIGHT_ID = "8808518358174752984";
const NAP_ID = "8808518358174752990";

/** The reconciled sleeps of some days, and where they come from. */
function sleeps(
  filter: string | undefined, found: [string, object][], source: object = WATCH,
) {
  const query = { pageSize: "25", ...filter && { filter } };
  const dataPoints = found.map(([id, value]) => reconciled("sleep", id, value));
  api({ path: `${SLEEP}:reconcile`, query, body: { dataPoints } });
  if (!found.length) return;
  api({
    path: SLEEP, query, body: { dataPoints: found.map(([id]) => listed("sleep", id, source)) },
  });
}

describe("a sleep in Fitbit's shape", () => {
  it("is the night that Fitbit would show", () => {
    expect(withLogType(toSleepLog(NIGHT_ID, night), WATCH)).toEqual(nightInFitbitShape);
  });

  it("counts each stage once where reconcile gives it twice", () => {
    const { stagesSummary } = night.summary;
    const doubled = { ...night.summary, stagesSummary: [...stagesSummary, ...stagesSummary] };
    expect(toSleepLog(NIGHT_ID, { ...night, summary: doubled }).levels.summary)
      .toEqual(nightInFitbitShape.levels.summary);
  });

  it("is the main sleep or not where something tells, and else says nothing of it", () => {
    const isMain = (metadata?: object) =>
      toSleepLog("1", { interval: night.interval, metadata }).isMainSleep;
    expect(isMain({ mainSleep: true, nap: true })).toBe(true);
    expect(isMain({ nap: true })).toBe(false);
    expect(isMain({ processed: true })).toBeUndefined();
    expect(toSleepLog("1", { ...night, kind: "other" }).isMainSleep).toBe(false);
  });

  it("that is one block of being asleep so far has its minutes, whatever type it is of", () => {
    const { interval } = nap;
    const block = { interval, type: "STAGES", stages: [stage("ASLEEP", interval)] };
    const log = toSleepLog("1", block);
    expect(log).toMatchObject({ type: "classic", minutesAwake: 0 });
    expect(log.minutesAsleep).toBe(log.timeInBed);
    expect(log.levels.summary.asleep?.minutes).toBe(log.timeInBed);
  });

  it("is classic where its type says so, whatever stages it names", () => {
    const { interval } = nap;
    const named = { interval, type: "CLASSIC", stages: [stage("LIGHT", interval)] };
    const { type, levels } = toSleepLog("1", named);
    expect(type).toBe("classic");
    expect(levels).not.toHaveProperty("shortData");
  });

  it("counts the restless minutes of a nap as awake, and has no short data", () => {
    const log = toSleepLog(NAP_ID, nap);
    expect(log).toMatchObject({
      type: "classic", infoCode: 2, isMainSleep: false,
      timeInBed: 40, minutesAsleep: 35, minutesAwake: 5,
      minutesToFallAsleep: 0, minutesAfterWakeup: 0,
    });
    expect(log.levels).toEqual({
      data: [
        { dateTime: "2026-03-20T14:00:00.000", level: "asleep", seconds: 2_100 },
        { dateTime: "2026-03-20T14:35:00.000", level: "restless", seconds: 300 },
      ],
      summary: {
        asleep: { count: 1, minutes: 35 },
        restless: { count: 1, minutes: 5 },
        awake: { count: 0, minutes: 0 },
      },
    });
  });

  it("counts the same when Google counts restless minutes as awake itself", () => {
    const summary = { ...nap.summary, minutesAwake: "5" };
    expect(toSleepLog(NAP_ID, { ...nap, summary })).toMatchObject({ minutesAwake: 5 });
  });

  it("calls lying awake awake in a classic sleep, and wake in stages", () => {
    const span = interval("2026-03-20T21:00:00Z", "2026-03-20T21:10:00Z");
    const levels = (type: string) =>
      toSleepLog("1", { interval: span, type, stages: [stage("AWAKE", span)] }).levels.data;
    expect(levels("CLASSIC")?.[0]?.level).toBe("awake");
    expect(levels("STAGES")?.[0]?.level).toBe("wake");
  });

  it.each([
    ["ends the day after it starts", night.interval, "2026-03-20", "2026-03-19T23:21:30.000"],
    [
      "keeps its length when the clocks go forward",
      interval("2026-03-29T00:00:00Z", "2026-03-29T06:00:00Z", "3600s", "7200s"),
      "2026-03-29",
      "2026-03-29T01:00:00.000",
    ],
    [
      "belongs to the day that the traveller woke to",
      interval("2026-03-20T12:00:00Z", "2026-03-20T18:00:00Z", "-25200s", "32400s"),
      "2026-03-21",
      "2026-03-20T05:00:00.000",
    ],
    [
      "is read at Greenwich, where no offset is sent",
      { startTime: "2026-01-10T23:00:00Z", endTime: "2026-01-11T05:00:00Z" },
      "2026-01-11",
      "2026-01-10T23:00:00.000",
    ],
  ])("%s", (_, span, dateOfSleep, startTime) => {
    const duration = Date.parse(span.endTime) - Date.parse(span.startTime);
    expect(toSleepLog("1", { interval: span })).toMatchObject({
      dateOfSleep, startTime, duration, timeInBed: duration / 60_000,
    });
  });

  it("works the sums out from the stages before Google has", () => {
    const { summary, ...unsummed } = night;
    expect(summary).toBeDefined();
    expect(toSleepLog("1", unsummed)).toMatchObject({
      minutesAsleep: 455,
      minutesAwake: 7,
      levels: { summary: nightInFitbitShape.levels.summary },
    });
  });

  it.each<[string, Sleep["summary"]]>([
    ["is empty", {}],
    ["holds the time in bed alone", { minutesInSleepPeriod: "462" }],
    ["has no stages and nothing asleep", { stagesSummary: [], minutesAsleep: "0" }],
  ])("works them out as well from the stages while the summary %s", (_, summary) => {
    expect(toSleepLog("1", { ...night, summary })).toMatchObject({
      timeInBed: 462,
      minutesAsleep: 455,
      minutesAwake: 7,
      levels: { summary: nightInFitbitShape.levels.summary },
    });
  });

  it("counts the levels where the summary has minutes but no stages", () => {
    const summary = { ...night.summary, stagesSummary: [] };
    expect(toSleepLog("1", { ...night, summary })).toMatchObject({
      minutesAsleep: 455, levels: { summary: nightInFitbitShape.levels.summary },
    });
  });

  it("takes nothing asleep for a fact where the summary has stages", () => {
    const summary = {
      minutesInSleepPeriod: "40", stagesSummary: [{ type: "AWAKE", minutes: "40", count: "1" }],
    };
    expect(toSleepLog("1", { ...nap, summary })).toMatchObject({
      minutesAsleep: 0, minutesAwake: 40, minutesToFallAsleep: 0,
    });
  });

  it.each([[undefined], ["SLEEP_TYPE_UNSPECIFIED"]])(
    "is told by its stages where its type is %s",
    (type) => {
      const staged = { ...nightInFitbitShape, logType: undefined };
      expect(toSleepLog(NIGHT_ID, { ...night, type })).toEqual(staged);
      expect(toSleepLog(NIGHT_ID, { ...night, type, stages: [] }).type).toBe("stages");
      expect(toSleepLog(NAP_ID, { ...nap, type })).toEqual(toSleepLog(NAP_ID, nap));
    },
  );

  it.each([[undefined], ["SLEEP_STAGE_TYPE_UNSPECIFIED"], ["NEW_TYPE"]])(
    "leaves out a stage of the type %s, and counts it nowhere",
    (type) => {
      const { summary, stages } = night;
      const log = withLogType(toSleepLog(NIGHT_ID, {
        ...night,
        stages: [{ ...night.interval, type }, ...stages],
        summary: {
          ...summary, stagesSummary: [{ type, minutes: "3" }, ...summary.stagesSummary],
        },
      }), WATCH);
      expect(log).toEqual(nightInFitbitShape);
      const uncounted = [{ ...night.interval, type }, ...stages];
      expect(toSleepLog("1", { ...night, stages: uncounted, summary: {} })).toMatchObject({
        minutesAsleep: 455, levels: { summary: nightInFitbitShape.levels.summary },
      });
    },
  );

  it.each([[null], ["x"]])("has no zero of a level that says %j of its minutes", (minutes) => {
    const [first, ...rest] = night.summary.stagesSummary;
    const summary = { ...night.summary, stagesSummary: [{ ...first, minutes }, ...rest] };
    const read = { ...night, stages: [], shortAwakenings: [], summary };
    const { levels } = toSleepLog("1", read as unknown as typeof night);
    expect(Object.keys(levels.summary)).toHaveLength(3);
    expect(Object.values(levels.summary).map((level) => level.minutes)).not.toContain(0);
  });

  it("has no zero of the level that an unknown word may be", () => {
    const known = night.summary.stagesSummary.filter(({ type }) => type !== "REM");
    const stagesSummary = [...known, { type: "UNHEARD_OF", minutes: "90", count: "4" }];
    const summary = { ...night.summary, stagesSummary };
    const stages = night.stages.map((stage) =>
      stage.type === "REM" ? { ...stage, type: "UNHEARD_OF" } : stage);
    const { levels, minutesAsleep } = toSleepLog("1", { ...night, stages, summary });
    expect(Object.keys(levels.summary)).toEqual(["deep", "light", "wake"]);
    expect(minutesAsleep).toBe(Number(night.summary.minutesAsleep));
  });

  it("leaves out a stage that does not say when it was", () => {
    const untimed = [{ type: "REM" }, { type: "REM", startTime: "2026-03-20T06:27:30Z" }];
    const stages = [...untimed, ...night.stages];
    const shortAwakenings = [{}, ...night.shortAwakenings];
    expect(withLogType(toSleepLog(NIGHT_ID, { ...night, stages, shortAwakenings }), WATCH))
      .toEqual(nightInFitbitShape);
  });

  it("is told in whole seconds, as Fitbit does", () => {
    const span = interval("2026-03-20T06:21:30.749348123Z", "2026-03-20T14:03:30.1Z");
    const log = toSleepLog("1", {
      interval: span, type: "CLASSIC", stages: [stage("ASLEEP", span)],
    });
    expect(log).toMatchObject({
      startTime: "2026-03-19T23:21:30.000",
      endTime: "2026-03-20T07:03:30.000",
      duration: 27_720_000,
      timeInBed: 462,
      minutesAsleep: 462,
      levels: {
        data: [{ dateTime: "2026-03-19T23:21:30.000", level: "asleep", seconds: 27_720 }],
      },
    });
  });

  it.each([[undefined], [{}]])(
    "invents nothing for a sleep of which only the times are known, the summary %j",
    (summary) => {
      const bare = { interval: nap.interval, metadata: { mainSleep: true }, summary };
      expect(toSleepLog("1", bare)).toEqual({
        logId: "1",
        dateOfSleep: "2026-03-20",
        startTime: "2026-03-20T14:00:00.000",
        endTime: "2026-03-20T14:40:00.000",
        duration: 2_400_000,
        timeInBed: 40,
        isMainSleep: true,
        type: "classic",
        levels: { data: [], summary: {} },
      });
    },
  );

  it.each([
    [{ recordingMethod: "MANUAL" }, "manual"],
    [{ recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API" }, "manual"],
    [{ recordingMethod: "DERIVED", platform: "FITBIT" }, "auto_detected"],
    [{ recordingMethod: "UNKNOWN", platform: "HEALTH_CONNECT" }, "auto_detected"],
  ])("from %j is %s", (source, logType) => {
    expect(withLogType(toSleepLog("1", night), source)).toHaveProperty("logType", logType);
  });

  it("sums a day, stages only over sleeps that have them", () => {
    const logs = [toSleepLog(NIGHT_ID, night), toSleepLog(NAP_ID, nap)];
    expect(toSleepDay(logs).summary).toEqual({
      stages: { deep: 90, light: 215, rem: 150, wake: 7 },
      totalMinutesAsleep: 490,
      totalSleepRecords: 2,
      totalTimeInBed: 502,
    });
  });
});

describe("get-sleep-log", () => {
  it("gives the sleeps that ended on the day, in two requests", async () => {
    sleeps(between(ENDS, "2026-03-20", "2026-03-21"), [[NIGHT_ID, night], [NAP_ID, nap]]);
    const { result, summary } = await run(getSleepLog, { date: "2026-03-20" });
    expect(summary).toBe("7 h 35 min asleep on 2026-03-20, 1 nap");
    expect(result).toMatchObject({
      date: "2026-03-20",
      sleep: [{ logId: NAP_ID, logType: "auto_detected" }, nightInFitbitShape],
      summary: { totalSleepRecords: 2 },
    });
  });

  it("shows the newest start first on a trip, by instants and not by clocks", async () => {
    const tokyo = interval("2026-03-20T10:00:00Z", "2026-03-20T11:00:00Z", "32400s");
    const home = interval("2026-03-21T01:00:00Z", "2026-03-21T02:00:00Z");
    sleeps(between(ENDS, "2026-03-20", "2026-03-21"), [
      ["1", { interval: tokyo }], ["2", { interval: home }],
    ]);
    const { result } = await run(getSleepLog, { date: "2026-03-20" });
    expect(result).toMatchObject({
      sleep: [
        { logId: "2", startTime: "2026-03-20T18:00:00.000" },
        { logId: "1", startTime: "2026-03-20T19:00:00.000" },
      ],
    });
  });

  it("leaves out a sleep that does not say when it was, and shows the others", async () => {
    const lines = noted();
    const filter = between(ENDS, "2026-03-20", "2026-03-21");
    const dataPoints = [{}, { startTime: "2026-03-20T06:21:30Z" }]
      .map((span) => reconciled("sleep", "7", { interval: span }));
    dataPoints.push(reconciled("sleep", "8", {}), reconciled("sleep", NIGHT_ID, night));
    api({
      path: `${SLEEP}:reconcile`, query: { pageSize: "25", filter }, body: { dataPoints },
    });
    api({
      path: SLEEP,
      query: { pageSize: "25", filter },
      body: { dataPoints: [listed("sleep", NIGHT_ID, WATCH)] },
    });
    const { result } = await run(getSleepLog, { date: "2026-03-20" });
    expect(result).toMatchObject({
      sleep: [nightInFitbitShape], summary: { totalSleepRecords: 1 },
    });
    expect(lines).toEqual([expect.stringContaining("sleep records: 2 of 3")]);
  });

  it("says that data comes after a sync, in one request", async () => {
    sleeps(between(ENDS, "2026-03-20", "2026-03-21"), []);
    const { result, summary } = await run(getSleepLog, { date: "2026-03-20" });
    expect(summary).toBe("No sleep on 2026-03-20. Data appears after the watch syncs.");
    expect(result).toEqual({
      date: "2026-03-20",
      sleep: [],
      summary: { totalMinutesAsleep: 0, totalSleepRecords: 0, totalTimeInBed: 0 },
    });
  });

  it("speaks of the time in bed where nothing says how much of it was sleep", async () => {
    const bare = { interval: night.interval, metadata: { mainSleep: true } };
    sleeps(between(ENDS, "2026-03-20", "2026-03-21"), [[NIGHT_ID, bare]], { platform: "HEALTH_CONNECT" });
    const { summary } = await run(getSleepLog, { date: "2026-03-20" });
    expect(summary).toBe("7 h 42 min in bed on 2026-03-20");
  });
});

describe("list-sleep-logs", () => {
  it("takes a range by the days that the sleeps end", async () => {
    sleeps(between(ENDS, "2026-03-01", "2026-03-21"), [[NIGHT_ID, night]]);
    const range = { startDate: "2026-03-01", endDate: "2026-03-20", detail: "full" };
    const { result, summary } = await run(listSleepLogs, range);
    expect(summary).toBe("1 sleep log, 7 h 35 min asleep a night");
    expect(result).toMatchObject({ sleep: [nightInFitbitShape], count: 1, truncated: false });
  });

  it("takes the newest without a range, and asks for one more than are wanted", async () => {
    api({
      path: `${SLEEP}:reconcile`,
      query: { pageSize: "25" },
      body: { dataPoints: [reconciled("sleep", NIGHT_ID, night)], nextPageToken: "a" },
    });
    api({ path: SLEEP, query: { pageSize: "25" }, body: {} });
    const { result } = await run(listSleepLogs, { limit: 1, detail: "full" });
    expect(result).toMatchObject({ count: 1, truncated: true, nextEndDate: "2026-03-20" });
    expect(result).not.toHaveProperty("sleep.0.logType");
  });
});

describe("log-sleep", () => {
  const OURS = {
    recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API",
    application: { googleWebClientId: "1-x" },
  };
  const made = {
    date: "2026-03-28", startTime: "22:45", durationMinutes: 450, skipIfLogged: false,
  };
  const stored = (span: object) => ({
    method: "POST" as const,
    path: SLEEP,
    sent: { sleep: { interval: span, type: "CLASSIC", stages: [{ ...span, type: "ASLEEP" }] } },
    body: {
      done: true,
      response: {
        ...listed("sleep", NIGHT_ID, OURS),
        sleep: {
          interval: span,
          type: "CLASSIC",
          stages: [{ ...span, type: "ASLEEP" }],
          metadata: {},
          summary: {
            minutesInSleepPeriod: "450",
            minutesAsleep: "450",
            stagesSummary: [{ type: "ASLEEP", minutes: "450", count: "1" }],
          },
        },
      },
    },
  });

  it("stores a night across the change of the clocks at its full length", async () => {
    api(stored({
      startTime: "2026-03-28T21:45:00Z", startUtcOffset: "3600s",
      endTime: "2026-03-29T05:15:00Z", endUtcOffset: "7200s",
    }));
    const { result, summary } = await run(logSleep, { ...made, timeZone: "Europe/Berlin" });
    expect(summary).toBe("Logged 7 h 30 min of sleep from 2026-03-28 22:45");
    expect(result).toMatchObject({
      sleep: {
        logId: NIGHT_ID, dateOfSleep: "2026-03-29", endTime: "2026-03-29T07:15:00.000",
        duration: 27_000_000, minutesAsleep: 450, minutesAwake: 0, type: "classic",
      },
    });
  });

  it("gives no log type, as Fitbit's answer to a new sleep has none", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Europe/Berlin" } });
    api(stored({
      startTime: "2026-03-28T21:45:00Z", startUtcOffset: "3600s",
      endTime: "2026-03-29T05:15:00Z", endUtcOffset: "7200s",
    }));
    const { result } = await run(logSleep, made);
    expect(result).toHaveProperty("sleep.logId", NIGHT_ID);
    expect(result).not.toHaveProperty("sleep.logType");
  });

  it("looks among what ended on its day or the two after it; where it may not, writes", async () => {
    const span = {
      startTime: "2026-03-28T21:45:00Z", startUtcOffset: "3600s",
      endTime: "2026-03-29T05:15:00Z", endUtcOffset: "7200s",
    };
    const look = {
      path: SLEEP,
      query: { pageSize: "25", filter: between(ENDS, "2026-03-28", "2026-03-31") },
    };
    const props = { ...made, skipIfLogged: true, timeZone: "Europe/Berlin" };
    const other = listed("sleep", "7", OURS, { interval: { ...span, startTime: "2026-03-28T21:44:00Z" } });
    const same = listed("sleep", NIGHT_ID, OURS, { interval: span });
    api({ ...look, body: { dataPoints: [other, same] } });
    expect(await run(logSleep, props)).toMatchObject({
      result: { sleep: { logId: NIGHT_ID }, alreadyLogged: true },
      summary: "Already logged: 7 h 30 min of sleep from 2026-03-28 22:45",
    });
    apiRefuses(look);
    api(stored(span));
    expect(await run(logSleep, props)).toMatchObject({
      result: { missing: [{ part: "alreadyLogged", why: "scope", scope: "sleep.readonly" }] },
    });
  });

  it("asks the settings for the time zone", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "America/Los_Angeles" } });
    api(stored({
      startTime: "2026-03-29T05:45:00Z", startUtcOffset: "-25200s",
      endTime: "2026-03-29T13:15:00Z", endUtcOffset: "-25200s",
    }));
    const { result } = await run(logSleep, made);
    expect(result).toMatchObject({ sleep: { startTime: "2026-03-28T22:45:00.000" } });
  });
});

describe("delete-sleep-log", () => {
  it("deletes by the record's full name", async () => {
    api({
      method: "POST",
      path: `${SLEEP}:batchDelete`,
      sent: { names: [`users/me/dataTypes/sleep/dataPoints/${NIGHT_ID}`] },
      body: { done: true, response: { dataPoints: [listed("sleep", NIGHT_ID)] } },
    });
    const { result } = await run(deleteSleepLog, { sleepLogId: NIGHT_ID });
    expect(result).toEqual({ logId: NIGHT_ID, deleted: true });
  });

  it("offers the newest sleeps that this app wrote, in one request", async () => {
    api({
      path: `${SLEEP}:reconcile`,
      query: { pageSize: "25", dataSourceFamily: OWN },
      body: { dataPoints: [reconciled("sleep", NIGHT_ID, night)] },
    });
    const { options: found } = await options(twin(deleteSleepLog), "sleepLogId");
    expect(found).toEqual([{ label: "7 h 35 min asleep on 2026-03-20", value: NIGHT_ID }]);
  });

  it("offers no sleep without an id", async () => {
    api({
      path: `${SLEEP}:reconcile`,
      query: { pageSize: "25", dataSourceFamily: OWN },
      body: { dataPoints: [{ sleep: night }] },
    });
    const { options: found } = await options(twin(deleteSleepLog), "sleepLogId");
    expect(found).toEqual([]);
  });
});
