import newActivityLog from "../../sources/new-activity-log/new-activity-log";
import sample from "../../sources/new-activity-log/test-event";
import { api, apiBreaks, errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";
import { skipWaits } from "../support/step";

const LIST = "/1/user/-/activities/list.json";
const NEWEST = { sort: "desc", limit: "100", offset: "0" };

interface Log {
  id: bigint;
  start: string;
  type?: number;
  name?: string;
  minutes?: number;
  logType?: string;
  source?: { type: string; name?: string; id?: string };
  /** What follows the local time. */
  offset?: string;
}

function log({
  id, start, type = 90009, name = "Run", minutes = 30, source, logType = "tracker",
  offset = "-07:00",
}: Log) {
  return {
    activityName: name,
    activityTypeId: type,
    calories: 300,
    distance: 5,
    duration: minutes * 60_000,
    logId: id,
    logType,
    ...source && { source },
    startTime: `${start}:00.000${offset}`,
  };
}

/** Answers one list request of a poll on a day in March. */
function listed(upTo: string, logs: Log[], next = "") {
  api({
    path: LIST,
    query: { ...NEWEST, beforeDate: upTo },
    body: { activities: logs.map(log), pagination: { next } },
  });
}

const RUN: Log = { id: 2369048793018741424n, start: "2026-03-19T07:00" };
const WALK: Log = { id: 2369048793018741425n, start: "2026-03-18T18:00", type: 90013, name: "Walk" };

async function deployed(props = {}) {
  const source = new PlayedSource(newActivityLog, props);
  listed("2026-03-22", [RUN, WALK]);
  const first = await source.deploy("2026-03-20T12:00:00Z");
  return { source, first };
}

describe("New Activity Log", () => {
  it("tells of recent history on deploy, oldest first", async () => {
    const { first } = await deployed();
    expect(first.ids).toEqual(["2369048793018741425", "2369048793018741424"]);
    expect(first.summaries).toEqual(["Walk, 5 km in 30 min", "Run, 5 km in 30 min"]);
  });

  it("tells of at most 25 on deploy, and knows the rest", async () => {
    const logs = Array.from({ length: 40 }, (_, i): Log => ({
      id: BigInt(40 - i),
      start: `2026-03-19T${String(23 - Math.floor(i / 2)).padStart(2, "0")}:${i % 2 ? "00" : "30"}`,
    }));
    const source = new PlayedSource(newActivityLog);
    listed("2026-03-22", logs);
    const first = await source.deploy("2026-03-20T12:00:00Z");
    expect(first.ids).toEqual(Array.from({ length: 25 }, (_, i) => String(16 + i)));
    listed("2026-03-22", logs);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
  });

  it("does the same on a first poll that no deploy came before", async () => {
    const source = new PlayedSource(newActivityLog);
    listed("2026-03-22", [RUN, WALK]);
    expect((await source.poll("2026-03-20T12:00:00Z")).ids).toHaveLength(2);
    listed("2026-03-22", [RUN, WALK]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
  });

  it("costs one request while nothing is new", async () => {
    const { source } = await deployed();
    listed("2026-03-22", [RUN, WALK], "https://api.fitbit.com/next?afterDate=2026-03-01");
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
  });

  it("tells of a new one once, and of one that synced a week late", async () => {
    const { source } = await deployed();
    const late: Log = { id: 7n, start: "2026-03-12T06:00" };
    const fresh: Log = { id: 9n, start: "2026-03-20T05:00" };
    listed("2026-03-22", [fresh, RUN, WALK, late]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["7", "9"]);
    listed("2026-03-22", [fresh, RUN, WALK, late]);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
  });

  it("reads on to the second page when the first held something new", async () => {
    const { source } = await deployed();
    const fresh: Log = { id: 9n, start: "2026-03-20T05:00" };
    const next = "https://api.fitbit.com/1/user/-/activities/list.json?offset=0&limit=100&sort=desc&beforeDate=2026-03-19T08:00:00";
    listed("2026-03-22", [fresh], next);
    listed("2026-03-19T08:00:00", [RUN, WALK]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["9"]);
  });

  it("emits nothing when a later page fails, and everything once it works", async () => {
    skipWaits();
    const { source } = await deployed();
    const before = JSON.stringify(source.state);
    const fresh: Log = { id: 9n, start: "2026-03-20T05:00" };
    const next = "https://api.fitbit.com/1/user/-/activities/list.json?offset=0&limit=100&sort=desc&beforeDate=2026-03-19T08:00:00";
    listed("2026-03-22", [fresh], next);
    api({
      path: LIST,
      query: { ...NEWEST, beforeDate: "2026-03-19T08:00:00" },
      status: 503,
      body: errors("system", "Service unavailable"),
      times: 3,
    });
    const failed = await source.poll("2026-03-20T12:15:00Z");
    expect(failed.ids).toEqual([]);
    expect(failed.error).toContain("503");
    expect(JSON.stringify(source.state)).toBe(before);
    listed("2026-03-22", [fresh, RUN, WALK]);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual(["9"]);
  });

  it("takes a log that got another id for the one that it was", async () => {
    const { source } = await deployed();
    listed("2026-03-22", [{ ...RUN, id: 11n }, { ...WALK, id: 12n }]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
  });

  it("tells apart two logs of the same minute and kind", async () => {
    const { source } = await deployed();
    listed("2026-03-22", [{ ...RUN, id: 11n }, RUN, WALK]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["11"]);
  });

  it.each([
    ["another duration", { minutes: 60 }], ["another kind", { type: 90013, name: "Walk" }],
    ["a name where the kind says nothing", { type: 3000, name: "Moving house" }],
  ])("tells of one that is deleted and logged again with %s", async (_, changes) => {
    const source = new PlayedSource(newActivityLog);
    const first = { ...RUN, ..."name" in changes && changes.type === 3000 && { type: 3000 } };
    listed("2026-03-22", [first, WALK]);
    await source.deploy("2026-03-20T12:00:00Z");
    listed("2026-03-22", [{ ...RUN, id: 11n, ...changes }, WALK]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["11"]);
  });

  it("tells of one that takes the place of one that moved", async () => {
    const { source } = await deployed();
    const moved = { ...RUN, start: "2026-03-17T07:00" };
    listed("2026-03-22", [WALK, moved]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
    listed("2026-03-22", [{ ...RUN, id: 11n }, WALK, moved]);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual(["11"]);
  });

  it("knows those that moved and got other ids between polls, one after the other", async () => {
    const { source } = await deployed();
    listed("2026-03-22", [{ ...RUN, start: "2026-03-17T07:00" }, WALK]);
    await source.poll("2026-03-20T12:15:00Z");
    listed("2026-03-22", [{ ...WALK, id: 12n }, { ...RUN, id: 11n, start: "2026-03-17T07:00" }]);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
  });

  it("tells once of one that grew so that the filter lets it through", async () => {
    const source = new PlayedSource(newActivityLog, { minimumMinutes: 30 });
    listed("2026-03-22", []);
    await source.deploy("2026-03-20T12:00:00Z");
    const short = { ...WALK, minutes: 16 };
    listed("2026-03-22", [short]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
    for (const ids of [[String(WALK.id)], []]) {
      listed("2026-03-22", [{ ...short, minutes: 62 }]);
      expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual(ids);
    }
  });

  it("says the instant of one whose time is in UTC, or with any other offset", async () => {
    const { source } = await deployed();
    listed("2026-03-22", [
      { id: 9n, start: "2026-03-20T04:14", offset: "Z" },
      { id: 8n, start: "2026-03-20T04:14", offset: "+05:45", type: 90013 },
    ]);
    expect((await source.poll("2026-03-20T12:15:00Z")).times).toEqual([
      "2026-03-19T22:29:00.000Z", "2026-03-20T04:14:00.000Z",
    ]);
  });

  it("reads a long backlog from its oldest day up, in pages that go on by the API's links", async () => {
    const { source } = await deployed();
    const next = (minute: number) => `https://api.fitbit.com/1/user/-/activities/list.json?offset=0&limit=100&sort=desc&beforeDate=2026-03-19T08:0${minute}:00`;
    const page = (hours: number) => Array.from({ length: 25 }, (_, i): Log => ({
      id: BigInt(1_000 - hours - i), start: "2026-03-20T05:00",
    }));
    listed("2026-03-22", page(0), next(9));
    for (let i = 1; i < 8; i++) listed(`2026-03-19T08:0${10 - i}:00`, page(i * 25), next(9 - i));
    const rising = (from: string, logs: Log[], more = "") => api({
      path: LIST,
      query: { sort: "asc", limit: "100", offset: "0", afterDate: from },
      body: { activities: logs.map(log), pagination: { next: more } },
    });
    const old = (n: number): Log => ({
      id: BigInt(n), start: `2026-03-${String(7 + Math.floor(n / 24)).padStart(2, "0")}T${String(n % 24).padStart(2, "0")}:00`,
    });
    const all = Array.from({ length: 110 }, (_, i) => old(i));
    rising("2026-03-05", all.slice(0, 100), "https://api.fitbit.com/next?sort=asc&limit=100&offset=0&afterDate=2026-03-11T03:00:00");
    const first = await source.poll("2026-03-20T12:15:00Z");
    expect(first.ids).toEqual(all.slice(0, 50).map(({ id }) => String(id)));
    // The first one left began on 9 March at 02:00.
    rising("2026-03-09", all.slice(48));
    const second = await source.poll("2026-03-20T12:30:00Z");
    expect(second.ids).toEqual(all.slice(50, 100).map(({ id }) => String(id)));
  });

  it("makes no request until a rate limit ends", async () => {
    const { source } = await deployed();
    api({
      path: LIST,
      query: { ...NEWEST, beforeDate: "2026-03-22" },
      status: 429,
      body: errors("system", "Too Many Requests"),
      headers: { "Fitbit-Rate-Limit-Reset": "1800" },
    });
    const limited = await source.poll("2026-03-20T12:15:00Z");
    expect(limited.error).toContain("it resets at 12:45 UTC");
    expect(await source.poll("2026-03-20T12:30:00Z")).toMatchObject({ ids: [], error: undefined });
    expect(source.logged).toEqual([
      "The rate limit resets at 12:45 UTC (in 15 minutes): nothing is asked before.",
    ]);
    listed("2026-03-22", [{ id: 9n, start: "2026-03-20T05:00" }, RUN, WALK]);
    expect((await source.poll("2026-03-20T12:46:00Z")).ids).toEqual(["9"]);
  });

  it("pauses an hour at most, whatever the API says, and gives the day that it names", async () => {
    const { source } = await deployed();
    api({
      path: LIST,
      query: { ...NEWEST, beforeDate: "2026-03-22" },
      status: 429,
      body: errors("system", "Too Many Requests"),
      headers: { "Retry-After": "999999999" },
    });
    expect((await source.poll("2026-03-20T12:15:00Z")).error).toContain("on 2057-11-2");
    expect((await source.poll("2026-03-20T13:14:00Z")).ids).toEqual([]);
    listed("2026-03-22", [{ id: 9n, start: "2026-03-20T05:00" }, RUN, WALK]);
    expect((await source.poll("2026-03-20T13:15:01Z")).ids).toEqual(["9"]);
  });

  it("makes no id up, and tells of the good ones around what cannot be read", async () => {
    const { source } = await deployed();
    const { logId, ...nameless } = log({ id: 8n, start: "2026-03-20T04:00" });
    expect(logId).toBe(8n);
    const good = [log({ id: 9n, start: "2026-03-20T05:00" }), log(RUN), log(WALK)];
    const bad = [nameless, { ...nameless, logId: null }, null, { ...good[0], startTime: 5 }];
    const activities = [...bad, ...good];
    for (let i = 0; i < 2; i++) {
      api({ path: LIST, query: { ...NEWEST, beforeDate: "2026-03-22" }, body: { activities } });
    }
    expect(await source.poll("2026-03-20T12:15:00Z")).toMatchObject({ ids: ["9"], error: undefined });
    expect(source.logged).toEqual([expect.stringContaining("Left out of the activity logs: 4 of 7")]);
    expect(await source.poll("2026-03-20T12:30:00Z")).toMatchObject({ ids: [], error: undefined });
  });

  it("looks again for what lies behind a list that led back to where it was", async () => {
    const { source } = await deployed();
    const fresh: Log = { id: 9n, start: "2026-03-20T05:00" };
    const round = "https://api.fitbit.com/1/user/-/activities/list.json?beforeDate=2026-03-22&limit=100&offset=0&sort=desc";
    listed("2026-03-22", [fresh, RUN, WALK], round);
    expect(await source.poll("2026-03-20T12:15:00Z")).toMatchObject({ ids: ["9"], error: undefined });
    const { state } = source.state?.db as { state: { kept: { at: number } } };
    expect(state.kept.at).toBeLessThan(Date.parse("2026-03-20T12:01:00Z"));
  });

  it.each([
    [401, errors("expired_token", "Access token expired: eyJhbGciOi.test"), "Reconnect the Fitbit account"],
    [410, "<html>Gone</html>", "google_health-new-activity-log"],
  ])("says what to do after a %i, and changes nothing", async (status, body, remedy) => {
    const { source } = await deployed();
    const before = JSON.stringify(source.state);
    api({ path: LIST, query: { ...NEWEST, beforeDate: "2026-03-22" }, status, body });
    const failed = await source.poll("2026-03-20T12:15:00Z");
    expect(failed.error).toContain(remedy);
    expect(JSON.stringify(source.state)).toBe(before);
  });

  it("says that the API is off when no connection can be made", async () => {
    skipWaits();
    const { source } = await deployed();
    for (let i = 0; i < 3; i++) {
      apiBreaks({ path: LIST, query: { ...NEWEST, beforeDate: "2026-03-22" } }, "ECONNREFUSED");
    }
    const failed = await source.poll("2026-03-20T12:15:00Z");
    expect(failed.error).toContain("turned the Fitbit Web API off");
    expect(failed.error).toContain("google_health-new-activity-log");
  });

  it.each([
    [{ activityNames: ["run"] }, ["2369048793018741424"]],
    [{ minimumMinutes: 31 }, []],
    [{ minimumMinutes: 30 }, ["2369048793018741425", "2369048793018741424"]],
  ])("tells of what %j lets through", async (props, ids) => {
    const { first } = await deployed(props);
    expect(first.ids).toEqual(ids);
  });

  it.each([
    ["skips", "the API", { source: { type: "api" } }],
    ["skips", "an app", { source: { type: "app" } }],
    ["skips", "an app with Fitbit in its name", { source: { type: "app", name: "Fitbit + Strava", id: "22BBBB" } }],
    ["skips", "an app that the log type names", { logType: "Endomondo" }],
    ["tells of", "a tracker", { logType: "tracker", source: { type: "tracker" } }],
    ["tells of", "Fitbit's iPhone app", { source: { type: "app", name: "Fitbit for iPhone", id: "228TSL" } }],
    ["tells of", "Fitbit's Android app", { logType: "mobile_run", source: { type: "app", name: "Fitbit for Android", id: "228VSR" } }],
    ["tells of", "a person without a source", {}],
  ])("%s what is written by %s when apps are skipped", async (does, _, by) => {
    const { source } = await deployed({ skipWrittenByApps: true });
    listed("2026-03-22", [{ id: 9n, start: "2026-03-20T05:00", logType: "manual", ...by }]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(does === "skips" ? [] : ["9"]);
  });

  it("replays no history when an option changes", async () => {
    const { source } = await deployed({ activityNames: ["Swim"] });
    const changed = new PlayedSource(newActivityLog);
    changed.state = source.state;
    listed("2026-03-22", [RUN, WALK]);
    expect((await changed.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});
