import newEcgReading from "../../sources/new-ecg-reading/new-ecg-reading";
import sample from "../../sources/new-ecg-reading/test-event";
import { api } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const NEWEST = { beforeDate: "2026-03-22", sort: "desc", limit: "10", offset: "0" };

/** An electrocardiogram of a local time. */
const ecg = (startTime: string, resultClassification = "Normal Sinus Rhythm") => ({
  startTime,
  averageHeartRate: 70,
  resultClassification,
  waveformSamples: [130, 176],
  samplingFrequencyHz: "250",
  scalingFactor: 10_922,
  numberOfWaveformSamples: 7_500,
  leadNumber: 1,
  featureVersion: "1.2.3-2.11-2.14",
  deviceName: "Sense",
  firmwareVersion: "1.2.3",
});

function listed(readings: object[], query: Record<string, string> = NEWEST, next = "") {
  api({ path: "/1/user/-/ecg/list.json", query, body: { ecgReadings: readings, pagination: { next } } });
}

const FIRST = ecg("2026-03-19T19:34:30.222");
const SECOND = ecg("2026-03-20T06:10:00.007", "Atrial Fibrillation");

async function deployed(props = {}) {
  const source = new PlayedSource(newEcgReading, { timeZone: "Europe/Berlin", ...props });
  listed([FIRST]);
  const first = await source.deploy("2026-03-20T12:00:00Z");
  return { source, first };
}

describe("New ECG Reading", () => {
  it("tells of recent readings on deploy, with their waveform, in the user's own time", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: [FIRST.startTime],
      summaries: ["Normal Sinus Rhythm on 2026-03-19 at 19:34, heart rate 70"],
      times: ["2026-03-19T18:34:30.222Z"],
      events: [FIRST],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(keysOf(sample));
  });

  it("tells of each new one once, in one request a poll", async () => {
    const { source } = await deployed();
    for (const ids of [[SECOND.startTime], []]) {
      listed([SECOND, FIRST]);
      expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(ids);
    }
  });

  it("reads the page behind one that held something new", async () => {
    const { source } = await deployed();
    const ten = Array.from({ length: 10 }, (_, i) => ecg(`2026-03-20T1${9 - i}:00:00.000`));
    const next = "https://api.fitbit.com/1/user/-/ecg/list.json?offset=10&limit=10&sort=desc&beforeDate=2026-03-22";
    listed(ten, NEWEST, next);
    listed([SECOND, FIRST], { ...NEWEST, offset: "10" });
    expect((await source.poll("2026-03-20T20:15:00Z")).ids).toHaveLength(11);
  });

  it("tells of the wanted ones alone, and of one that is wanted once it is classified", async () => {
    const { source, first } = await deployed({ classifications: ["Atrial Fibrillation"] });
    expect(first.ids).toEqual([]);
    listed([ecg(SECOND.startTime, "Inconclusive"), FIRST]);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
    for (const ids of [[SECOND.startTime], []]) {
      listed([SECOND, FIRST]);
      expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual(ids);
    }
  });

  it("says what it can of one without a result or a heart rate", async () => {
    const { source } = await deployed();
    listed([{ startTime: SECOND.startTime }, FIRST]);
    expect((await source.poll("2026-03-20T12:15:00Z")).summaries)
      .toEqual(["ECG on 2026-03-20 at 06:10"]);
  });
});
