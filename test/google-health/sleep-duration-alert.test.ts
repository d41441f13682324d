import * as alert from "../../sources/new-sleep-duration-alert/new-sleep-duration-alert";
import { keysOf, PlayedSource } from "../support/source";
import { interval, listed, reconciled, WATCH } from "./records";
import { api, points, sampleOf, twin } from "./support";

const SLEEP = points("sleep");
const QUERY = { pageSize: "25", filter: "sleep.interval.end_time >= \"2026-03-05T00:00:00Z\"" };

interface Night {
  id: string;
  from: string;
  to: string;
  processed?: boolean;
  nap?: boolean;
}

function sleepOf({ from, to, processed = true, nap = false }: Night) {
  const minutesAsleep = (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;
  return {
    interval: interval(`${from}:00Z`, `${to}:00Z`),
    type: "CLASSIC",
    metadata: { processed, ...processed && (nap ? { nap } : { mainSleep: true }) },
    summary: { minutesAsleep: String(minutesAsleep) },
  };
}

/** Answers the one request of an idle poll. */
function found(...nights: Night[]) {
  api({
    path: `${SLEEP}:reconcile`,
    query: QUERY,
    body: { dataPoints: nights.map((night) => reconciled("sleep", night.id, sleepOf(night))) },
  });
}

/** Answers where the nights come from, which a poll that tells of one asks. */
function comeFrom(...nights: Night[]) {
  api({
    path: SLEEP,
    query: QUERY,
    body: { dataPoints: nights.map((night) => listed("sleep", night.id, WATCH, sleepOf(night))) },
  });
}

const LONG: Night = { id: "21", from: "2026-03-18T06:00", to: "2026-03-18T14:00" };
const LAST: Night = { id: "22", from: "2026-03-20T07:00", to: "2026-03-20T12:00" };

async function deployed() {
  const source = new PlayedSource(twin(alert), { hours: "6.5" });
  found(LONG);
  const first = await source.deploy("2026-03-20T06:00:00Z");
  return { source, first };
}

describe("New Sleep Duration Alert", () => {
  it("asks once while no night is new, and twice when it tells of one, two hours after its end", async () => {
    const { source, first } = await deployed();
    expect(first.ids).toEqual([]);
    found(LAST, LONG);
    expect((await source.poll("2026-03-20T13:59:00Z")).ids).toEqual([]);
    found(LAST, LONG);
    comeFrom(LAST, LONG);
    const told = await source.poll("2026-03-20T14:00:00Z");
    expect(told).toMatchObject({
      ids: ["2026-03-20-shorter"],
      summaries: ["5 h 0 min asleep on 2026-03-20, shorter than 6.5 h"],
      times: ["2026-03-20T12:00:00.000Z"],
      events: [{ sleep: { logId: "22", logType: "auto_detected" } }],
    });
    expect(keysOf(told.events[0])).toEqual(sampleOf(alert));
  });

  it("waits for a night to be processed, and no longer than a day", async () => {
    const { source } = await deployed();
    const waiting = { ...LAST, processed: false };
    const evening: Night = { ...waiting, from: "2026-03-19T18:00", to: "2026-03-19T23:00" };
    found(evening, LONG);
    expect((await source.poll("2026-03-20T22:59:00Z")).ids).toEqual([]);
    found(evening, LONG);
    comeFrom(evening, LONG);
    expect((await source.poll("2026-03-20T23:00:00Z")).ids).toEqual(["2026-03-19-shorter"]);
  });

  it("tells once of a night that another app tells of under another id", async () => {
    const { source } = await deployed();
    found(LAST, LONG);
    comeFrom(LAST, LONG);
    expect((await source.poll("2026-03-20T14:00:00Z")).ids).toHaveLength(1);
    found({ ...LAST, id: "99", from: "2026-03-20T07:20" }, LONG);
    expect((await source.poll("2026-03-20T14:15:00Z")).ids).toEqual([]);
  });

  it("leaves naps out", async () => {
    const { source } = await deployed();
    found({ id: "23", from: "2026-03-19T21:00", to: "2026-03-19T21:40", nap: true }, LONG);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });
});
