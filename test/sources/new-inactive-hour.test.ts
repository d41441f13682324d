import { hoursDue, type ActiveHours } from "../../common/activity/active-hours";
import * as newInactiveHour from "../../sources/new-inactive-hour/new-inactive-hour";
import sample from "../../sources/new-inactive-hour/test-event";
import { api as google, points } from "../google-health/support";
import { api } from "../support/api";
import { twin } from "../support/components";
import { PlayedSource } from "../support/source";

const PROPS = { timeZone: "America/New_York", minimumSteps: 200, allowanceMinutes: 30 };
const ROOT = "/1/user/-/activities";

/** Answers the one request for the steps of a day. */
function walked(day: string, steps: Record<string, number>) {
  api({
    path: `${ROOT}/steps/date/${day}/1d/15min.json`,
    body: {
      "activities-steps": [],
      "activities-steps-intraday": {
        dataset: Object.entries(steps).map(([time, value]) => ({ time: `${time}:00`, value })),
      },
    },
  });
}

describe("New Inactive Hour on Fitbit", () => {
  async function deployed(props: object = PROPS) {
    const source = new PlayedSource(newInactiveHour.default, { ...props });
    // It is 08:00 in New York: no hour has been.
    expect((await source.deploy("2026-03-20T12:00:00Z")).ids).toEqual([]);
    return source;
  }

  it("asks for nothing until an hour and its allowance are over, and judges it once", async () => {
    const source = await deployed();
    expect((await source.poll("2026-03-20T14:29:00Z")).ids).toEqual([]);
    walked("2026-03-20", { "08:45": 900, "09:00": 30, "09:45": 12 });
    const { ids, events, summaries, times } = await source.poll("2026-03-20T14:30:00Z");
    expect(ids).toEqual(["2026-03-20T13:00:00.000Z"]);
    expect(times).toEqual(["2026-03-20T13:00:00.000Z"]);
    expect(summaries).toEqual(["42 steps from 09:00 to 10:00 on 2026-03-20, fewer than 200"]);
    expect(events).toEqual([{
      date: "2026-03-20",
      startTime: "09:00",
      endTime: "10:00",
      start: "2026-03-20T13:00:00.000Z",
      steps: 42,
      minimumSteps: 200,
    }]);
    expect(Object.keys(sample)).toEqual(Object.keys(events[0] as object));
    expect((await source.poll("2026-03-20T14:45:00Z")).ids).toEqual([]);
  });

  it("judges the hours between two polls in a request a day, and none of more than a day ago", async () => {
    const source = await deployed();
    walked("2026-03-20", { "09:15": 500, "10:00": 10, "12:30": 220 });
    expect((await source.poll("2026-03-20T17:30:00Z")).ids).toEqual([
      "2026-03-20T14:00:00.000Z", "2026-03-20T15:00:00.000Z",
    ]);
    walked("2026-03-23", { "13:00": 300, "15:45": 20 });
    walked("2026-03-24", { "10:00": 300, "11:00": 300, "12:00": 0 });
    const { ids } = await source.poll("2026-03-24T16:30:00Z");
    expect(ids[0]).toBe("2026-03-23T18:00:00.000Z");
    expect(ids).toHaveLength(5);
  });

  it("tells of no hour where neither its day nor the one before has a step: the watch is off", async () => {
    const source = await deployed();
    walked("2026-03-20", { "09:00": 0 });
    walked("2026-03-19", {});
    expect((await source.poll("2026-03-20T14:30:00Z")).ids).toEqual([]);
    walked("2026-03-20", { "09:00": 0 });
    walked("2026-03-19", { "19:00": 40 });
    expect((await source.poll("2026-03-20T15:30:00Z")).ids).toEqual(["2026-03-20T14:00:00.000Z"]);
  });

  it("says what is needed where the app may not have the steps within a day", async () => {
    const source = await deployed();
    api({
      path: `${ROOT}/steps/date/2026-03-20/1d/15min.json`,
      body: { "activities-steps": [{ dateTime: "2026-03-20", value: "4000" }] },
    });
    expect((await source.poll("2026-03-20T14:30:00Z")).error).toContain("Personal");
  });

  it("asks for a time zone where nothing tells one", async () => {
    const source = new PlayedSource(newInactiveHour.default);
    const query = { sort: "desc", limit: "1", offset: "0", beforeDate: "2026-03-22" };
    api({ path: `${ROOT}/list.json`, query, body: { activities: [], pagination: {} } });
    expect((await source.deploy("2026-03-20T12:00:00Z")).error).toContain("Time Zone is missing");
  });
});

describe("New Inactive Hour on Google Health", () => {
  it("judges an hour in one request, and takes windows without data for none", async () => {
    const source = new PlayedSource(twin(newInactiveHour), PROPS);
    await source.deploy("2026-03-20T12:00:00Z");
    const bucket = (startTime: string, countSum: string) => (
      { startTime, steps: { countSum } }
    );
    google({
      method: "POST",
      path: `${points("steps")}:rollUp`,
      sent: {
        range: { startTime: "2026-03-20T04:00:00.000Z", endTime: "2026-03-21T04:00:00.000Z" },
        windowSize: "900s",
        pageSize: 96,
      },
      body: {
        rollupDataPoints: [
          bucket("2026-03-20T13:15:00Z", "41"), bucket("2026-03-20T12:45:00Z", "700"),
        ],
      },
    });
    const { ids, events } = await source.poll("2026-03-20T14:30:00Z");
    expect(ids).toEqual(["2026-03-20T13:00:00.000Z"]);
    expect(events).toMatchObject([{ startTime: "09:00", steps: 41 }]);
  });
});

describe("the active hours that are to be judged", () => {
  const hours = (changes: Partial<ActiveHours>): ActiveHours => (
    { from: "09:00", to: "18:00", days: [], steps: 250, allowanceMs: 0, ...changes }
  );
  const due = (changes: Partial<ActiveHours>, timeZone: string, since: string, now: string) =>
    hoursDue(hours(changes), { timeZone }, Date.parse(since), Date.parse(now))
      .map(({ start }) => new Date(start).toISOString().slice(5, 16));

  it("pass midnight, and belong to the day on which they began", () => {
    const night = { from: "22:00", to: "02:00", days: ["Friday" as const] };
    expect(due(night, "UTC", "2026-03-20T00:00Z", "2026-03-22T12:00Z"))
      .toEqual(["03-20T22:00", "03-20T23:00", "03-21T00:00", "03-21T01:00"]);
  });

  it("are whole hours between the two times", () => {
    const odd = { from: "09:30", to: "12:15" };
    expect(due(odd, "UTC", "2026-03-20T00:00Z", "2026-03-21T00:00Z"))
      .toEqual(["03-20T10:00", "03-20T11:00"]);
  });

  it("are each once on a day on which clocks go forward or back", () => {
    const all = { from: "00:00", to: "00:00" };
    const spring = due(all, "America/New_York", "2026-03-08T05:00Z", "2026-03-09T04:00Z");
    const autumn = due(all, "America/New_York", "2026-11-01T04:00Z", "2026-11-02T05:00Z");
    expect([spring.length, autumn.length]).toEqual([23, 25]);
    expect(new Set(autumn).size).toBe(25);
  });

  it("are the full hours of a clock that is half an hour off", () => {
    expect(due({ from: "09:00", to: "11:00" }, "Asia/Kolkata", "2026-03-20T00:00Z", "2026-03-20T12:00Z"))
      .toEqual(["03-20T03:30", "03-20T04:30"]);
  });

  it("are the user's on either side of a flight, by the clock that they have", () => {
    const since = "2026-03-20T13:00Z";
    expect(due({}, "America/Los_Angeles", since, "2026-03-20T18:00Z"))
      .toEqual(["03-20T16:00", "03-20T17:00"]);
    expect(due({}, "Europe/Berlin", since, "2026-03-20T18:00Z"))
      .toEqual(["03-20T13:00", "03-20T14:00", "03-20T15:00", "03-20T16:00"]);
  });
});
