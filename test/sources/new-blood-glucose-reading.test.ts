import newBloodGlucoseReading from "../../sources/new-blood-glucose-reading/new-blood-glucose-reading";
import sample from "../../sources/new-blood-glucose-reading/test-event";
import { api } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

interface Reading { dateTime: string; value: number; measurementType?: string }

/** Answers the one request of a poll, the newest reading of a day first. */
function taken(from: string, to: string, ...readings: Reading[]) {
  const days = new Map<string, Reading[]>();
  for (const { measurementType = "CGM", ...reading } of readings) {
    const date = reading.dateTime.slice(0, 10);
    days.set(date, [{ measurementType, ...reading }, ...days.get(date) ?? []]);
  }
  api({
    path: `/1/user/-/health/metrics/glucose/values/${from}/${to}.json`,
    body: [...days].map(([date, values]) => ({ date, numberOfValues: values.length, values })),
  });
}

const MORNING: Reading = { dateTime: "2026-03-20T07:45:00", value: 5.8 };
const LATER: Reading = { dateTime: "2026-03-20T12:05:00", value: 6.2 };

async function deployed(...readings: Reading[]) {
  const source = new PlayedSource(newBloodGlucoseReading, { timeZone: "Europe/Berlin" });
  taken("2026-03-13", "2026-03-21", ...readings);
  const first = await source.deploy("2026-03-20T12:00:00Z");
  return { source, first };
}

const minutesBefore = (time: string, minutes: number): string =>
  new Date(Date.parse(`${time}Z`) - minutes * 60_000).toISOString().slice(0, 19);

/** Readings of a sensor, one in five minutes, up to a local time. */
function sensor(count: number, last: string): Reading[] {
  return Array.from({ length: count }, (_, i) => (
    { dateTime: minutesBefore(last, (count - 1 - i) * 5), value: 5 + i % 40 / 10 }
  ));
}

describe("New Blood Glucose Reading", () => {
  it("tells of recent readings on deploy, in the user's own time", async () => {
    const { first } = await deployed(MORNING);
    expect(first).toMatchObject({
      ids: ["2026-03-20T07:45:00"],
      summaries: ["5.8 mmol/L on 2026-03-20 at 07:45"],
      times: ["2026-03-20T06:45:00.000Z"],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(keysOf(sample));
  });

  it("tells of each new one once, in one request a poll, and of none again that is corrected", async () => {
    const { source } = await deployed(MORNING);
    for (const ids of [[LATER.dateTime], []]) {
      taken("2026-03-17", "2026-03-21", { ...MORNING, value: 9 }, LATER);
      expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(ids);
    }
  });

  it("tells apart two of one second", async () => {
    const { source } = await deployed();
    taken("2026-03-17", "2026-03-21", MORNING, { ...MORNING, measurementType: "SMBG" });
    expect((await source.poll("2026-03-20T12:15:00Z")).ids)
      .toEqual([MORNING.dateTime, `${MORNING.dateTime}-2`]);
  });

  it("tells of one that is two days late, and of none that is older", async () => {
    const { source } = await deployed();
    taken("2026-03-17", "2026-03-21", { ...MORNING, dateTime: "2026-03-18T07:00:00" });
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["2026-03-18T07:00:00"]);
  });

  it("tells of a sensor's readings of 4 hours in one poll, and keeps days of them in little", async () => {
    const { source } = await deployed(...sensor(7 * 288, "2026-03-20T13:00:00"));
    taken("2026-03-17", "2026-03-21", ...sensor(4 * 288, "2026-03-20T17:00:00"));
    expect((await source.poll("2026-03-20T16:00:00Z")).ids).toHaveLength(48);
    taken("2026-03-17", "2026-03-21", ...sensor(4 * 288, "2026-03-20T17:00:00"));
    expect((await source.poll("2026-03-20T16:15:00Z")).ids).toEqual([]);
    expect(source.size).toBeLessThan(6_000);
  });

  it("tells of a sensor's backlog, 50 at a time", async () => {
    const { source } = await deployed();
    const backlog = sensor(120, "2026-03-20T12:50:00");
    const told: unknown[] = [];
    for (const [i, from] of ["2026-03-17", "2026-03-20T07:00:00", "2026-03-20T11:10:00"].entries()) {
      taken(from.slice(0, 10), "2026-03-21", ...backlog);
      told.push(...(await source.poll(`2026-03-20T12:${i + 1}5:00Z`)).ids);
      expect(told).toHaveLength(Math.min(120, (i + 1) * 50));
    }
    expect(told).toEqual(backlog.map(({ dateTime }) => dateTime));
  });

  it("tells of no reading without a time that can be read", async () => {
    const { source } = await deployed();
    const odd = [{ value: 5 }, { dateTime: "2026-03-20T07:45", value: 5 }, { dateTime: 5, value: 5 }];
    api({
      path: "/1/user/-/health/metrics/glucose/values/2026-03-17/2026-03-21.json",
      body: [{ date: "2026-03-20", values: odd }, { date: "2026-03-19" }],
    });
    expect(await source.poll("2026-03-20T12:15:00Z")).toMatchObject({ ids: [], error: undefined });
    expect(source.logged).toEqual(["Records that lack an id or a time were left out: 1."]);
  });
});
