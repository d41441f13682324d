import alert from "../../sources/new-sleep-duration-alert/new-sleep-duration-alert";
import sample from "../../sources/new-sleep-duration-alert/test-event";
import { api } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const LIST = "/1.2/user/-/sleep/list.json";
const NEWEST = { sort: "desc", limit: "100", offset: "0" };

interface Night {
  id: number;
  from: string;
  to: string;
  /** Minutes of it asleep; left out, all of them. */
  asleep?: number | null;
  nap?: boolean;
}

function log({ id, from, to, asleep, nap = false }: Night) {
  const duration = Date.parse(to) - Date.parse(from);
  return {
    dateOfSleep: to.slice(0, 10),
    duration,
    endTime: `${to}:00.000`,
    isMainSleep: !nap,
    logId: id,
    minutesAsleep: asleep === undefined ? duration / 60_000 : asleep ?? undefined,
    startTime: `${from}:00.000`,
    type: nap ? "classic" : "stages",
  };
}

/** Answers the one request of a poll on 20 March. */
function listed(...nights: Night[]) {
  api({
    path: LIST,
    query: { ...NEWEST, beforeDate: "2026-03-22" },
    body: { sleep: nights.map(log), pagination: { next: "" } },
  });
}

const LONG: Night = { id: 1, from: "2026-03-17T23:00", to: "2026-03-18T07:00" };
const SHORT: Night = { id: 2, from: "2026-03-19T01:00", to: "2026-03-19T06:00" };
const LAST: Night = { id: 3, from: "2026-03-20T00:00", to: "2026-03-20T05:00" };

/** Seven hours behind UTC; the source knows what there was before the last night. */
async function deployed(props = {}, ...nights: Night[]) {
  const source = new PlayedSource(alert, {
    timeZone: "America/Los_Angeles", hours: "6.5", ...props,
  });
  listed(...nights);
  const first = await source.deploy("2026-03-20T06:00:00Z");
  return { source, first };
}

describe("New Sleep Duration Alert", () => {
  it("tells of the newest night beyond the limit on deploy, and of none before it", async () => {
    const before: Night = { id: 9, from: "2026-03-15T01:00", to: "2026-03-15T05:00" };
    const { source, first } = await deployed({}, SHORT, LONG, before);
    expect(first).toMatchObject({
      ids: ["2026-03-19-shorter"],
      summaries: ["5 h 0 min asleep on 2026-03-19, shorter than 6.5 h"],
      times: ["2026-03-19T13:00:00.000Z"],
      events: [{
        dateOfSleep: "2026-03-19", direction: "shorter", hours: 6.5, minutesAsleep: 300,
        sleep: { logId: "2" },
      }],
    });
    listed(SHORT, LONG, before);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("tells two hours after the night ended, and not before", async () => {
    const { source } = await deployed({}, LONG);
    listed(LAST, LONG);
    expect((await source.poll("2026-03-20T13:59:00Z")).ids).toEqual([]);
    listed(LAST, LONG);
    expect((await source.poll("2026-03-20T14:00:00Z")).ids).toEqual(["2026-03-20-shorter"]);
  });

  it("raises no alarm by a sync in the middle of the night", async () => {
    const { source } = await deployed({}, LONG);
    listed({ ...LAST, to: "2026-03-20T03:00" }, LONG);
    expect((await source.poll("2026-03-20T11:30:00Z")).ids).toEqual([]);
    listed({ ...LAST, to: "2026-03-20T08:00" }, LONG);
    expect((await source.poll("2026-03-20T17:30:00Z")).ids).toEqual([]);
  });

  it("tells once of a day, whatever becomes of the night afterwards", async () => {
    const { source } = await deployed({}, LONG);
    const polls: unknown[] = [];
    const becomes = [
      LAST, { ...LAST, id: 4, asleep: 280 }, { ...LAST, id: 5, to: "2026-03-20T08:00" }, LAST,
    ];
    for (const [i, night] of becomes.entries()) {
      listed(night, LONG);
      polls.push((await source.poll(`2026-03-20T1${i + 6}:00:00Z`)).ids);
    }
    expect(polls).toEqual([["2026-03-20-shorter"], [], [], []]);
  });

  it("tells of a night that turns out to be beyond the limit when it is worked out again", async () => {
    const { source } = await deployed({ direction: "longer", hours: 7 }, SHORT);
    listed({ ...LAST, to: "2026-03-20T06:00" }, SHORT);
    expect((await source.poll("2026-03-20T15:00:00Z")).ids).toEqual([]);
    listed({ ...LAST, to: "2026-03-20T07:30" }, SHORT);
    expect((await source.poll("2026-03-20T17:00:00Z")).summaries)
      .toEqual(["7 h 30 min asleep on 2026-03-20, longer than 7 h"]);
  });

  it("counts the time asleep, not that in bed, and a night of just the limit as neither", async () => {
    const { source } = await deployed({ hours: 8 }, LONG);
    listed({ ...LAST, to: "2026-03-20T08:30", asleep: 479 }, LONG);
    expect((await source.poll("2026-03-20T18:00:00Z")).ids).toEqual(["2026-03-20-shorter"]);
    const { source: other, first } = await deployed({ hours: 8, direction: "longer" }, LONG);
    expect(first.ids).toEqual([]);
    listed({ ...LAST, to: "2026-03-20T08:30", asleep: 480 }, LONG);
    expect((await other.poll("2026-03-20T18:00:00Z")).ids).toEqual([]);
  });

  it("leaves naps out, and waits for a night that is still being worked out", async () => {
    const { source } = await deployed({}, LONG);
    const nap: Night = { id: 5, from: "2026-03-19T14:00", to: "2026-03-19T14:40", nap: true };
    const pending = { ...LAST, asleep: null };
    listed(pending, nap, LONG);
    expect((await source.poll("2026-03-20T18:00:00Z")).ids).toEqual([]);
    listed(LAST, nap, LONG);
    expect((await source.poll("2026-03-20T18:15:00Z")).ids).toEqual(["2026-03-20-shorter"]);
  });

  it("tells of a night that syncs a week late", async () => {
    const { source } = await deployed({}, LONG);
    listed(LONG, { id: 8, from: "2026-03-13T01:00", to: "2026-03-13T04:00" });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["2026-03-13-shorter"]);
  });

  it.each([
    ["of another limit", { hours: "9" }], ["of the other direction", { direction: "longer" }],
  ])("replays no night on account %s", async (_, props) => {
    const { source } = await deployed({}, LONG, { ...SHORT, to: "2026-03-19T07:45" });
    const changed = new PlayedSource(alert, {
      timeZone: "America/Los_Angeles", hours: "6.5", ...props,
    });
    changed.state = source.state;
    listed(LONG, { ...SHORT, to: "2026-03-19T07:45" });
    expect((await changed.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("asks for the offset when a night is to be judged, and once in an idle poll", async () => {
    const source = new PlayedSource(alert, { hours: 6.5 });
    const clock = {
      path: "/1/user/-/activities/list.json",
      query: { ...NEWEST, limit: "1", beforeDate: "2026-03-22" },
    };
    const activities = [{ logId: 1, startTime: "2026-03-19T18:00:00.000-07:00" }];
    listed(LONG);
    api({ ...clock, body: { activities } });
    await source.deploy("2026-03-20T06:00:00Z");
    listed(LONG);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
    listed(LAST, LONG);
    api({ ...clock, body: { activities } });
    expect((await source.poll("2026-03-20T14:00:00Z")).times).toEqual(["2026-03-20T12:00:00.000Z"]);
  });

  it.each([
    ["seven"], ["25"], ["-1"],
  ])("refuses %s hours before it asks anything", async (hours) => {
    const source = new PlayedSource(alert, { hours });
    expect((await source.deploy("2026-03-20T06:00:00Z")).error).toContain("Hours");
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed({}, SHORT);
    expect(Object.keys(sample)).toEqual(keysOf(first.events[0]));
  });
});
