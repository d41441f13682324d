import newIrregularRhythmAlert from "../../sources/new-irregular-rhythm-alert/new-irregular-rhythm-alert";
import sample from "../../sources/new-irregular-rhythm-alert/test-event";
import { api } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

/** An alert of a local time, detected half an hour later. */
const alert = (alertTime: string) => ({
  alertTime,
  detectedTime: new Date(Date.parse(`${alertTime}Z`) + 1_800_000).toISOString().slice(0, 23),
  serviceVersion: "2.2",
  algoVersion: "1.6",
  deviceType: "Sense",
  windows: [{ startTime: alertTime, bpmData: [{ dataTime: alertTime, value: 92 }] }],
});

function listed(...alerts: object[]) {
  api({
    path: "/1/user/-/irn/alerts/list.json",
    query: { beforeDate: "2026-03-22", sort: "desc", limit: "10", offset: "0" },
    body: { alerts, pagination: { next: "" } },
  });
}

const NEW = alert("2026-03-20T02:12:00.000");
const OLD = alert("2026-03-02T02:12:00.000");
/** It was opened weeks after it came. */
const OPENED = alert("2025-12-24T02:12:00.000");

async function deployed() {
  const source = new PlayedSource(newIrregularRhythmAlert, { timeZone: "Europe/Berlin" });
  listed(NEW, OLD);
  const first = await source.deploy("2026-03-20T12:00:00Z");
  return { source, first };
}

describe("New Irregular Rhythm Alert", () => {
  it("tells of the newest one alone on deploy", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: ["2026-03-20T02:12:00.000 2026-03-20T02:42:00.000"],
      summaries: ["Irregular heart rhythm on 2026-03-20 at 02:12"],
      times: ["2026-03-20T01:12:00.000Z"],
      events: [NEW],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(keysOf(sample));
  });

  it("tells once of one that was opened three months after it came, in one request a poll", async () => {
    const { source } = await deployed();
    for (const ids of [["2025-12-24T02:12:00.000 2025-12-24T02:42:00.000"], []]) {
      listed(NEW, OLD, OPENED);
      expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(ids);
    }
  });

  it("tells of one that does not say when it was detected", async () => {
    const { source } = await deployed();
    const rest = { ...alert("2026-03-19T02:12:00.000"), detectedTime: undefined };
    listed(NEW, rest, OLD);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["2026-03-19T02:12:00.000"]);
  });
});
