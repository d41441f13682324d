import * as newDataGap from "../../sources/new-data-gap/new-data-gap";
import sample from "../../sources/new-data-gap/test-event";
import { api as google, apiRefuses, points } from "../google-health/support";
import { api } from "../support/api";
import { twin } from "../support/components";
import { keysOf, PlayedSource } from "../support/source";

/** Answers the one request of a poll. */
function counted(since: string, steps: Record<string, number>) {
  const rows = Object.entries(steps)
    .map(([dateTime, value]) => ({ dateTime, value: String(value) }));
  api({
    path: `/1/user/-/activities/tracker/steps/date/${since}/today.json`,
    body: { "activities-tracker-steps": rows },
  });
}

const SINCE = "2026-02-17";

describe("New Data Gap on Fitbit", () => {
  const TWO_DAYS = { "2026-03-19": 8_000, "2026-03-20": 300 };

  async function deployed(props = {}) {
    const source = new PlayedSource(newDataGap.default, props);
    counted(SINCE, TWO_DAYS);
    expect((await source.deploy("2026-03-20T08:00:00Z")).ids).toEqual([]);
    return source;
  }

  it("tells once that nothing new has arrived for a day", async () => {
    const source = await deployed();
    counted(SINCE, TWO_DAYS);
    expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual([]);
    counted("2026-02-17", { ...TWO_DAYS, "2026-03-21": 0 });
    const { ids, events, summaries, times } = await source.poll("2026-03-21T09:00:00Z");
    expect(ids).toEqual(["2026-03-20-300"]);
    expect(times).toEqual(["2026-03-21T08:00:00.000Z"]);
    expect(summaries).toEqual(["No new data for 25 hours: the newest is of 2026-03-20"]);
    expect(events).toEqual([{
      status: "no data", date: "2026-03-20", since: "2026-03-20T08:00:00.000Z", hours: 25,
    }]);
    for (const now of ["2026-03-21T10:00:00Z", "2026-03-23T10:00:00Z", "2026-04-02T10:00:00Z"]) {
      counted(now < "2026-03-22" ? "2026-02-18" : now < "2026-03-24" ? "2026-02-18" : "2026-02-20", TWO_DAYS);
      expect((await source.poll(now)).ids).toEqual([]);
    }
  });

  it("tells when data arrives again, if that is asked for", async () => {
    const source = await deployed({ hours: 12, tellEnd: true });
    counted(SINCE, TWO_DAYS);
    expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual(["2026-03-20-300"]);
    counted(SINCE, { ...TWO_DAYS, "2026-03-20": 4_000 });
    const { ids, events, summaries } = await source.poll("2026-03-20T23:30:00Z");
    expect(ids).toEqual(["2026-03-20-300-over"]);
    expect(summaries).toEqual(["New data again after 16 hours without any"]);
    expect(events).toEqual([{
      status: "data again",
      date: "2026-03-20",
      since: "2026-03-20T08:00:00.000Z",
      until: "2026-03-20T23:30:00.000Z",
      hours: 15.5,
    }]);
    expect(Object.keys(sample)).toEqual(keysOf(events[0]));
  });

  it("says nothing when data arrives again, if it is not asked to, and tells of the next gap", async () => {
    const source = await deployed({ hours: 12 });
    counted(SINCE, TWO_DAYS);
    await source.poll("2026-03-20T20:00:00Z");
    const later = { ...TWO_DAYS, "2026-03-20": 4_000 };
    counted(SINCE, later);
    expect((await source.poll("2026-03-20T23:30:00Z")).ids).toEqual([]);
    counted(SINCE, later);
    expect((await source.poll("2026-03-21T11:30:00Z")).ids).toEqual(["2026-03-20-4000"]);
  });

  it("tells of a gap that is there on deploy as far as whole days are without data", async () => {
    const source = new PlayedSource(newDataGap.default);
    counted(SINCE, { "2026-03-17": 8_000, "2026-03-18": 0, "2026-03-19": 0, "2026-03-20": 0 });
    const { ids, events } = await source.deploy("2026-03-20T08:00:00Z");
    expect(ids).toEqual(["2026-03-17-8000"]);
    expect(events).toMatchObject([{ since: "2026-03-18T08:00:00.000Z", hours: 48 }]);
  });

  it("takes a series without any steps for no gap", async () => {
    const source = new PlayedSource(newDataGap.default);
    counted(SINCE, { "2026-03-19": 0, "2026-03-20": 0 });
    expect((await source.deploy("2026-03-20T08:00:00Z")).ids).toEqual([]);
    counted(SINCE, {});
    expect((await source.poll("2026-03-25T08:00:00Z")).ids).toEqual([]);
  });

  it("begins no gap anew when Hours grow, and ends none", async () => {
    const source = await deployed({ hours: 12, tellEnd: true });
    counted(SINCE, TWO_DAYS);
    expect((await source.poll("2026-03-20T20:00:00Z")).ids).toEqual(["2026-03-20-300"]);
    const changed = new PlayedSource(newDataGap.default, { hours: 24, tellEnd: true });
    changed.state = source.state;
    for (const now of ["2026-03-20T21:00:00Z", "2026-03-21T12:00:00Z"]) {
      counted("2026-02-17", TWO_DAYS);
      expect((await changed.poll(now)).ids).toEqual([]);
    }
  });
});

describe("New Data Gap on Google Health", () => {
  const query = { pageSize: "25" };
  const heart = { path: points("heart-rate"), query };
  const steps = { path: points("steps"), query };
  const beat = (physicalTime: string) => ({
    dataPoints: [{ heartRate: { sampleTime: { physicalTime }, beatsPerMinute: "61" } }],
  });
  const walk = (endTime: string) => ({
    dataPoints: [{ steps: { interval: { startTime: "2026-03-19T00:00:00Z", endTime }, count: "9" } }],
  });
  const play = (props = {}) => new PlayedSource(twin(newDataGap), { hours: 6, ...props });

  it("asks for the newest heart rate alone while that is new", async () => {
    const source = play();
    google({ ...heart, body: beat("2026-03-20T02:00:01Z"), times: 2 });
    expect((await source.deploy("2026-03-20T07:59:00Z")).ids).toEqual([]);
    expect((await source.poll("2026-03-20T08:00:00Z")).ids).toEqual([]);
  });

  it("tells by the newest of both, once, and when it is over", async () => {
    const source = play({ tellEnd: true });
    google({ ...heart, body: beat("2026-03-20T01:00:00Z"), times: 3 });
    google({ ...steps, body: walk("2026-03-20T01:02:00Z"), times: 3 });
    expect((await source.deploy("2026-03-20T07:01:00Z")).ids).toEqual([]);
    const { ids, times, events } = await source.poll("2026-03-20T07:02:00Z");
    expect([ids, times]).toEqual([["2026-03-20T01:02:00.000Z"], ["2026-03-20T07:02:00.000Z"]]);
    expect(events).toEqual([{
      status: "no data", date: "2026-03-20", since: "2026-03-20T01:02:00.000Z", hours: 6,
    }]);
    expect((await source.poll("2026-03-20T12:00:00Z")).ids).toEqual([]);
    google({ ...heart, body: beat("2026-03-20T12:45:00Z") });
    const over = await source.poll("2026-03-20T13:00:00Z");
    expect(over.ids).toEqual(["2026-03-20T01:02:00.000Z-over"]);
    expect(over.events).toMatchObject([{ until: "2026-03-20T12:45:00.000Z", hours: 11.7 }]);
  });

  it("keeps a gap open while the newest that syncs is as old", async () => {
    const source = play({ tellEnd: true });
    google({ ...heart, body: beat("2026-03-20T01:00:00Z") });
    google({ ...steps, body: {}, times: 2 });
    expect((await source.deploy("2026-03-20T09:00:00Z")).ids).toHaveLength(1);
    google({ ...heart, body: beat("2026-03-20T04:00:00Z") });
    expect((await source.poll("2026-03-20T12:00:00Z")).ids).toEqual([]);
  });

  it("takes an empty page for no gap, and follows its token", async () => {
    const source = play();
    google({ ...heart, body: {}, times: 2 });
    google({ ...steps, body: {}, times: 1 });
    expect((await source.deploy("2026-03-20T09:00:00Z")).ids).toEqual([]);
    google({ ...steps, body: { nextPageToken: "next" } });
    google({ ...steps, query: { ...query, pageToken: "next" }, body: walk("2026-03-20T01:00:00Z") });
    expect((await source.poll("2026-03-20T09:00:00Z")).ids).toEqual(["2026-03-20T01:00:00.000Z"]);
  });

  it("does with one of the two where the other may not be read, and fails without both", async () => {
    const source = play();
    apiRefuses(heart);
    google({ ...steps, body: walk("2026-03-20T01:00:00Z") });
    expect((await source.deploy("2026-03-20T09:00:00Z")).ids).toEqual(["2026-03-20T01:00:00.000Z"]);
    apiRefuses(heart);
    apiRefuses(steps);
    expect((await source.poll("2026-03-20T10:00:00Z")).error).toContain("health_metrics");
  });
});
