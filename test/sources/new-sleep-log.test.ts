import newSleepLog from "../../sources/new-sleep-log/new-sleep-log";
import sample from "../../sources/new-sleep-log/test-event";
import { api, errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";
import { skipWaits } from "../support/step";

const LIST = "/1.2/user/-/sleep/list.json";
const NEWEST = { sort: "desc", limit: "100", offset: "0", beforeDate: "2026-03-22" };

interface Log {
  id: number;
  from: string;
  to: string;
  nap?: boolean;
}

function log({ id, from, to, nap = false }: Log) {
  return {
    dateOfSleep: to.slice(0, 10),
    duration: Date.parse(to) - Date.parse(from),
    endTime: `${to}:00.000`,
    isMainSleep: !nap,
    logId: id,
    minutesAsleep: (Date.parse(to) - Date.parse(from)) / 60_000,
    startTime: `${from}:00.000`,
    type: nap ? "classic" : "stages",
  };
}

function listed(...logs: Log[]) {
  api({ path: LIST, query: NEWEST, body: { sleep: logs.map(log), pagination: { next: "" } } });
}

const NIGHT: Log = { id: 1, from: "2026-03-18T23:00", to: "2026-03-19T07:00" };
const NAP: Log = { id: 2, from: "2026-03-19T14:00", to: "2026-03-19T14:40", nap: true };

/** A source that knows one night; its owner's offset is known, seven hours behind. */
async function deployed(props = {}) {
  const source = new PlayedSource(newSleepLog, { timeZone: "America/Los_Angeles", ...props });
  listed(NIGHT);
  const first = await source.deploy("2026-03-20T06:00:00Z");
  return { source, first };
}

describe("New Sleep Log", () => {
  it("tells of recent nights on deploy", async () => {
    const { first } = await deployed();
    expect(first.summaries).toEqual(["8 h 0 min asleep on 2026-03-19"]);
    expect(first.ids).toEqual(["1"]);
    expect(first.times).toEqual(["2026-03-19T14:00:00.000Z"]);
  });

  it("tells of the good ones around a night without an end, and says what it left out", async () => {
    const { source } = await deployed();
    const { endTime, ...endless } = log({ id: 3, from: "2026-03-19T23:00", to: "2026-03-20T01:00" });
    expect(endTime).toBe("2026-03-20T01:00:00.000");
    const junk = { ...log({ id: 4, from: "2026-03-17T13:00", to: "2026-03-17T14:00" }), levels: [null], minutesAsleep: {} };
    const sleep = [endless, null, log(NAP), log(NIGHT), junk];
    api({ path: LIST, query: NEWEST, body: { sleep, pagination: { next: "" } } });
    expect(await source.poll("2026-03-20T14:15:00Z")).toMatchObject({ ids: ["4", "2"], error: undefined });
    expect(source.logged).toEqual([expect.stringContaining("Left out of the sleep logs: 2 of 5")]);
  });

  it("tells of a nap on the same day, once, in one request a poll", async () => {
    const { source } = await deployed();
    listed(NAP, NIGHT);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["2"]);
    listed(NAP, NIGHT);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
  });

  it("skips naps when told to, for good", async () => {
    const { source } = await deployed({ mainSleepOnly: true });
    listed(NAP, NIGHT);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    const changed = new PlayedSource(newSleepLog, { timeZone: "America/Los_Angeles" });
    changed.state = source.state;
    listed(NAP, NIGHT);
    expect((await changed.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
  });

  it.each([
    ["worked out again under another id", [{ ...NIGHT, id: 3, from: "2026-03-18T23:20" }]],
    ["split in two", [
      { id: 4, from: "2026-03-19T04:00", to: "2026-03-19T07:00" },
      { id: 3, from: "2026-03-18T23:00", to: "2026-03-19T02:30" },
    ]],
    ["joined with what came after", [{ id: 3, from: "2026-03-18T23:00", to: "2026-03-19T09:30" }]],
  ])("does not take a night that was %s for a new one", async (_, logs) => {
    const { source } = await deployed();
    listed(...logs);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("knows the pieces of a night that grew before it was split", async () => {
    const { source } = await deployed();
    listed({ id: 3, from: "2026-03-18T23:00", to: "2026-03-19T10:30" });
    await source.poll("2026-03-20T06:15:00Z");
    listed(
      { id: 5, from: "2026-03-19T08:00", to: "2026-03-19T10:30" },
      { id: 4, from: "2026-03-18T23:00", to: "2026-03-19T07:00" },
    );
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
  });

  it("holds a night until an hour after its end", async () => {
    const { source } = await deployed();
    const last: Log = { id: 6, from: "2026-03-19T23:00", to: "2026-03-20T07:00" };
    listed(last, NIGHT);
    expect((await source.poll("2026-03-20T14:45:00Z")).ids).toEqual([]);
    listed(last, NIGHT);
    expect((await source.poll("2026-03-20T15:00:00Z")).ids).toEqual(["6"]);
  });

  describe("without a time zone", () => {
    const LAST: Log = { id: 6, from: "2026-03-19T23:00", to: "2026-03-20T07:00" };
    const exercise = { query: { ...NEWEST, limit: "1" }, path: "/1/user/-/activities/list.json" };

    /** Deploys while the last night has not settled; the newest exercise began then. */
    async function watching(startTime: string) {
      const source = new PlayedSource(newSleepLog);
      listed(LAST, NIGHT);
      api({ ...exercise, body: { activities: [{ logId: 1, startTime }] } });
      expect((await source.deploy("2026-03-20T14:30:00Z")).ids).toEqual(["1"]);
      return source;
    }

    it("asks the newest exercise for the offset, and keeps it for six hours", async () => {
      const source = await watching("2026-03-19T18:00:00.000-07:00");
      listed(LAST, NIGHT);
      const { ids, times } = await source.poll("2026-03-20T15:00:00Z");
      expect([ids, times]).toEqual([["6"], ["2026-03-20T14:00:00.000Z"]]);
    });

    it("takes a time in UTC for that of somebody whose offset is none", async () => {
      const source = new PlayedSource(newSleepLog);
      listed(LAST, NIGHT);
      const activities = [{ logId: 1, startTime: "2026-03-20T04:14:06.000Z" }];
      api({ ...exercise, body: { activities } });
      expect((await source.deploy("2026-03-20T07:59:00Z")).ids).toEqual(["1"]);
      listed(LAST, NIGHT);
      const { ids, times } = await source.poll("2026-03-20T08:00:00Z");
      expect([ids, times]).toEqual([["6"], ["2026-03-20T07:00:00.000Z"]]);
    });

    it.each([
      ["weeks old", "2026-02-05T18:00:00.000+09:00"],
      ["of the day before yesterday", "2026-03-18T19:00:00.000-07:00"],
      ["that is no time", "2026-03-19"],
      ["without an offset", "2026-03-20T05:00:00.000"],
    ])("learns nothing from an exercise %s: a night waits until it is past everywhere", async (_, startTime) => {
      const source = await watching(startTime);
      listed(LAST, NIGHT);
      expect((await source.poll("2026-03-20T19:45:00Z")).ids).toEqual([]);
      listed(LAST, NIGHT);
      expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual(["6"]);
    });

    it("learns nothing from one before a change of clocks", async () => {
      const source = new PlayedSource(newSleepLog);
      const night: Log = { id: 6, from: "2026-03-07T23:00", to: "2026-03-08T07:00" };
      const query = { ...NEWEST, beforeDate: "2026-03-10" };
      const body = { sleep: [log(night)], pagination: { next: "" } };
      api({ path: LIST, query, body, times: 3 });
      const activities = [{ logId: 1, startTime: "2026-03-07T18:00:00.000-08:00" }];
      api({ ...exercise, query: { ...query, limit: "1" }, body: { activities }, times: 2 });
      await source.deploy("2026-03-08T14:30:00Z");
      // By the old offset it ended at 15:00 UTC.
      expect((await source.poll("2026-03-08T19:30:00Z")).ids).toEqual([]);
      expect((await source.poll("2026-03-08T20:30:00Z")).ids).toEqual(["6"]);
    });

    it("does without the offset when nothing tells it", async () => {
      const source = new PlayedSource(newSleepLog);
      listed(LAST, NIGHT);
      api({ ...exercise, status: 403, body: errors("insufficient_scope", "No activity data.") });
      expect((await source.deploy("2026-03-20T14:30:00Z")).ids).toEqual(["1"]);
      listed(LAST, NIGHT);
      expect((await source.poll("2026-03-20T19:30:00Z")).ids).toEqual([]);
      listed(LAST, NIGHT);
      expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual(["6"]);
    });
  });

  it("refuses a time zone that is none on deploy, before it asks anything", async () => {
    const source = new PlayedSource(newSleepLog, { timeZone: "Mars/Base" });
    expect((await source.deploy("2026-03-20T06:00:00Z")).error).toContain("Mars/Base");
  });

  it("tells of both sleeps of a flight westward, though their local times overlap", async () => {
    const source = new PlayedSource(newSleepLog, { timeZone: "America/Los_Angeles" });
    listed();
    await source.deploy("2026-03-20T06:00:00Z");
    const plane: Log = { id: 5, from: "2026-03-21T01:00", to: "2026-03-21T06:00", nap: true };
    const night: Log = { id: 6, from: "2026-03-20T23:00", to: "2026-03-21T07:00" };
    const after = { ...NEWEST, beforeDate: "2026-03-23" };
    const answer = (...logs: Log[]) =>
      api({ path: LIST, query: after, body: { sleep: logs.map(log), pagination: { next: "" } } });
    answer(plane);
    expect((await source.poll("2026-03-21T14:30:00Z")).ids).toEqual(["5"]);
    answer(plane, night);
    expect((await source.poll("2026-03-21T16:00:00Z")).ids).toEqual(["6"]);
    // Both get other ids, and then the one on the plane alone.
    answer({ ...plane, id: 15 }, { ...night, id: 16 });
    expect((await source.poll("2026-03-21T17:00:00Z")).ids).toEqual([]);
    answer({ ...plane, id: 25 }, { ...night, id: 16 });
    expect((await source.poll("2026-03-21T18:00:00Z")).ids).toEqual([]);
  });

  it("tells of a sleep that ends before it began, by the clocks of a flight westward", async () => {
    const source = new PlayedSource(newSleepLog, { timeZone: "America/Los_Angeles" });
    listed();
    await source.deploy("2026-03-20T06:00:00Z");
    const plane = { ...log({ id: 5, from: "2026-03-19T20:00", to: "2026-03-19T09:00" }), duration: 6 * 3_600_000 };
    const answer = { path: LIST, query: NEWEST, body: { sleep: [plane], pagination: { next: "" } } };
    api({ ...answer, times: 2 });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["5"]);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
    expect(source.logged).toEqual([]);
  });

  it("knows the parts of a sleep on a flight westward, on the clocks of both its ends", async () => {
    const source = new PlayedSource(newSleepLog, { timeZone: "America/Los_Angeles" });
    const HOURS = 3_600_000;
    const asleep = (span: Log, hours: number) => ({ ...log(span), duration: hours * HOURS });
    const answer = (...sleep: object[]) =>
      api({ path: LIST, query: NEWEST, body: { sleep, pagination: { next: "" } } });
    // Three hours and a bit, of which the clocks show ten minutes.
    answer(asleep({ id: 5, from: "2026-03-19T05:00", to: "2026-03-19T05:10" }, 3.2));
    await source.deploy("2026-03-20T06:00:00Z");
    const first = asleep({ id: 5, from: "2026-03-19T05:00", to: "2026-03-19T05:20" }, 0.3);
    const second = asleep({ id: 6, from: "2026-03-19T07:43", to: "2026-03-19T05:10" }, 0.45);
    answer(first, second);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("tells of the night when the one on the plane gets another id meanwhile", async () => {
    const source = new PlayedSource(newSleepLog, { timeZone: "America/Los_Angeles" });
    const plane: Log = { id: 5, from: "2026-03-19T01:00", to: "2026-03-19T06:00", nap: true };
    const night: Log = { id: 6, from: "2026-03-18T22:00", to: "2026-03-19T05:30" };
    listed(plane);
    await source.deploy("2026-03-20T06:00:00Z");
    listed({ ...plane, id: 15 }, night);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["6"]);
  });

  it("knows a night of which a part keeps the id, and the rest gets others, one by one", async () => {
    const { source } = await deployed();
    const first = { ...NIGHT, to: "2026-03-19T02:00" };
    listed(first);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    const second: Log = { id: 2, from: "2026-03-19T03:30", to: "2026-03-19T07:00" };
    listed(second, first);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual([]);
    listed({ ...second, id: 3 }, { ...first, id: 4 });
    expect((await source.poll("2026-03-20T06:45:00Z")).ids).toEqual([]);
    listed({ ...NIGHT, id: 9 });
    expect((await source.poll("2026-03-20T07:00:00Z")).ids).toEqual([]);
  });

  it("tells of a nap beside a night that is the night still, though they overlap", async () => {
    const { source } = await deployed();
    listed(NIGHT, { id: 2, from: "2026-03-19T05:00", to: "2026-03-19T07:10", nap: true });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["2"]);
  });

  it("tells once of a nap that becomes the main sleep when only those are wanted", async () => {
    const { source } = await deployed({ mainSleepOnly: true });
    listed(NAP, NIGHT);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    listed({ ...NAP, nap: false });
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["2"]);
  });

  it("takes a nap in an hour that a told night gave up for that night's, and no other nap", async () => {
    const { source } = await deployed();
    const within: Log = { id: 3, from: "2026-03-19T06:00", to: "2026-03-19T06:50", nap: true };
    listed(NAP, within, { ...NIGHT, to: "2026-03-19T05:30" });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["2"]);
  });

  it("takes no sleep on an unread page for one that is gone", async () => {
    const { source } = await deployed();
    const next = "https://api.fitbit.com/1.2/user/-/sleep/list.json?offset=1&limit=100&sort=desc&beforeDate=2026-03-22";
    api({ path: LIST, query: NEWEST, body: { sleep: [log(NAP)], pagination: { next } } });
    const second = { path: LIST, query: { ...NEWEST, offset: "1" } };
    const last: Log = { id: 7, from: "2026-03-18T12:00", to: "2026-03-18T12:30", nap: true };
    api({ ...second, body: { sleep: [log(NIGHT), log(last)], pagination: { next: "" } } });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["7", "2"]);
    // The newest page alone is read, and the night is not on it.
    const early: Log = { id: 8, from: "2026-03-18T23:30", to: "2026-03-19T07:00" };
    api({
      path: LIST, query: NEWEST, body: { sleep: [log(NAP), log(early)], pagination: { next } },
    });
    api({ ...second, body: { sleep: [log(NIGHT), log(last)], pagination: { next: "" } } });
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["8"]);
  });

  it("tells of a night that synced three days late", async () => {
    const { source } = await deployed();
    listed(NIGHT, { id: 7, from: "2026-03-16T23:00", to: "2026-03-17T06:30" });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["7"]);
  });

  it("waits while Fitbit is working, and leaves it to the next poll in the end", async () => {
    const waits = skipWaits();
    const { source } = await deployed();
    const meta = { meta: { retryDuration: 3000, state: "pending" } };
    api({ path: LIST, query: NEWEST, body: meta, times: 3 });
    const pending = await source.poll("2026-03-20T06:15:00Z");
    expect(pending).toEqual({
      ids: [],
      events: [],
      summaries: [],
      times: [],
      error: "Fitbit is still working the sleep out: run the step again in a minute.",
    });
    expect(waits).toEqual([3000, 3000]);
    listed(NAP, NIGHT);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["2"]);
  });

  it("reads one page, and on to the end of the window after six hours", async () => {
    const { source } = await deployed();
    const next = "https://api.fitbit.com/1.2/user/-/sleep/list.json?offset=1&limit=100&sort=desc&beforeDate=2026-03-22";
    const second = { path: LIST, query: { ...NEWEST, offset: "1" } };
    const behind: Log = { id: 8, from: "2026-03-15T23:00", to: "2026-03-16T06:30" };
    api({
      path: LIST,
      query: NEWEST,
      body: { sleep: [log(NIGHT)], pagination: { next } },
      times: 3,
    });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    expect((await source.poll("2026-03-20T11:59:00Z")).ids).toEqual([]);
    api({ ...second, body: { sleep: [log(behind)], pagination: { next: "" } } });
    expect((await source.poll("2026-03-20T12:01:00Z")).ids).toEqual(["8"]);
  });

  it("leaves out one without an end, says so, and tells of those around it", async () => {
    const { source } = await deployed();
    const odd = { ...log({ ...NAP, id: 3 }), endTime: undefined };
    api({
      path: LIST, query: NEWEST, body: { sleep: [log(NAP), odd, log(NIGHT)], pagination: { next: "" } },
    });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["2"]);
    expect(source.logged).toEqual(["Left out of the sleep logs: 1 of 3, for want of an id or a time that can be read."]);
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});
