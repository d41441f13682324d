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

  it("asks the newest exercise for the offset, and keeps it for six hours", async () => {
    const source = new PlayedSource(newSleepLog);
    const last: Log = { id: 6, from: "2026-03-19T23:00", to: "2026-03-20T07:00" };
    const exercise = { query: { ...NEWEST, limit: "1" }, path: "/1/user/-/activities/list.json" };
    const body = { activities: [{ logId: 1, startTime: "2026-03-19T18:00:00.000-07:00" }] };
    listed(last, NIGHT);
    api({ ...exercise, body });
    expect((await source.deploy("2026-03-20T14:30:00Z")).ids).toEqual(["1"]);
    listed(last, NIGHT);
    expect((await source.poll("2026-03-20T15:00:00Z")).ids).toEqual(["6"]);
  });

  it("does without the offset when nothing tells it", async () => {
    const source = new PlayedSource(newSleepLog);
    const last: Log = { id: 6, from: "2026-03-19T23:00", to: "2026-03-20T07:00" };
    const exercise = { query: { ...NEWEST, limit: "1" }, path: "/1/user/-/activities/list.json" };
    listed(last, NIGHT);
    api({ ...exercise, status: 403, body: errors("insufficient_scope", "No activity data.") });
    expect((await source.deploy("2026-03-20T14:30:00Z")).ids).toEqual(["1"]);
    listed(last, NIGHT);
    expect((await source.poll("2026-03-20T19:30:00Z")).ids).toEqual([]);
    listed(last, NIGHT);
    expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual(["6"]);
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

  it("reads two pages, and on to the end of the window every 24th poll", async () => {
    const { source } = await deployed();
    const next = "https://api.fitbit.com/1.2/user/-/sleep/list.json?offset=1&limit=100&sort=desc&beforeDate=2026-03-22";
    const second = { path: LIST, query: { ...NEWEST, offset: "1" } };
    const behind: Log = { id: 8, from: "2026-03-15T23:00", to: "2026-03-16T06:30" };
    api({
      path: LIST,
      query: NEWEST,
      body: { sleep: [log(NIGHT)], pagination: { next } },
      times: 24,
    });
    api({ ...second, body: { sleep: [log(behind)], pagination: { next: "" } } });
    const polls = [];
    for (let i = 1; i <= 24; i++) {
      polls.push((await source.poll(`2026-03-20T06:${String(10 + i)}:00Z`)).ids);
    }
    expect(polls.flat()).toEqual(["8"]);
    expect(polls.at(-1)).toEqual(["8"]);
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});
