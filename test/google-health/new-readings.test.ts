import * as newBloodGlucoseReading from "../../sources/new-blood-glucose-reading/new-blood-glucose-reading";
import * as newEcgReading from "../../sources/new-ecg-reading/new-ecg-reading";
import * as newIrregularRhythmAlert from "../../sources/new-irregular-rhythm-alert/new-irregular-rhythm-alert";
import type { Module } from "../support/components";
import { keysOf, PlayedSource } from "../support/source";
import { interval, USER } from "./records";
import { api, points, sampleOf, twin } from "./support";

/** Answers one request of a list; without a bound, of all there are. */
function listed(
  type: string, pageSize: number, filter: string | undefined, values: object[],
) {
  api({
    path: points(type),
    query: { pageSize: String(pageSize), ...filter && { filter } },
    body: { dataPoints: values },
  });
}

async function deployed(module: Module, props = {}) {
  const source = new PlayedSource(twin(module), props);
  return { source, first: await source.deploy("2026-03-20T12:00:00Z") };
}

/** The settings, which say the user's time zone. */
const inTokyo = () =>
  api({ path: "/v4/users/me/settings", body: { timeZone: "Asia/Tokyo", utcOffset: "32400s" } });

describe("New Blood Glucose Reading", () => {
  const CGM = { platform: "HEALTH_CONNECT", application: { packageName: "com.example.sensor" } };
  const METER = { platform: "FITBIT", recordingMethod: "MANUAL" };

  interface Reading { id: string; at: string; value: number; source?: object; offset?: string }

  const point = ({ id, at, value, source = CGM, offset }: Reading) => ({
    name: `${USER}/dataTypes/blood-glucose/dataPoints/${id}`,
    dataSource: source,
    bloodGlucose: {
      sampleTime: { physicalTime: at, utcOffset: offset },
      bloodGlucoseMilligramsPerDeciliter: value,
      measurementSource: "CONTINUOUS_GLUCOSE_MONITORING",
    },
  });

  const found = (since: string, ...readings: Reading[]) => listed(
    "blood-glucose", 10_000, `blood_glucose.sample_time.physical_time >= "${since}"`,
    readings.map(point),
  );

  const FIRST: Reading = { id: "1", at: "2026-03-19T15:45:00Z", value: 104, offset: "-25200s" };
  const SINCE = "2026-03-17T00:00:00Z";

  function start() {
    found("2026-03-13T12:00:00Z", FIRST);
    return deployed(newBloodGlucoseReading);
  }

  it("tells of recent readings on deploy, in one request", async () => {
    const { first } = await start();
    expect(first).toMatchObject({
      ids: [expect.stringMatching(/^2026-03-19T15:45:00-\w+$/)],
      summaries: ["5.8 mmol/L on 2026-03-19 at 08:45"],
      times: ["2026-03-19T15:45:00.000Z"],
      events: [{ logId: "1", value: 5.8, measurementType: "CGM" }],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(sampleOf(newBloodGlucoseReading));
  });

  it("knows a reading by its time and its source, whatever its id and its value", async () => {
    const { source } = await start();
    found(SINCE, { ...FIRST, id: "2", value: 110 }, { ...FIRST, id: "3", source: METER });
    expect((await source.poll("2026-03-20T12:15:00Z")).events).toMatchObject([{ logId: "3" }]);
    found(SINCE, { ...FIRST, id: "2", value: 110 }, { ...FIRST, id: "3", source: METER });
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
  });

  it("asks for the user's clock when one is told of that does not say its offset", async () => {
    const { source } = await start();
    const bare = { id: "2", at: "2026-03-20T11:00:00Z", value: 104, offset: undefined };
    found(SINCE, bare, FIRST);
    inTokyo();
    expect((await source.poll("2026-03-20T12:15:00Z")).summaries)
      .toEqual(["5.8 mmol/L on 2026-03-20 at 20:00"]);
    found(SINCE, bare, FIRST);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
  });
});

describe("New ECG Reading", () => {
  const ecg = (start: string, result = "NORMAL_SINUS_RHYTHM", offset?: string) => ({
    name: `${USER}/dataTypes/electrocardiogram/dataPoints/`,
    electrocardiogram: {
      interval: interval(start, start, offset),
      beatsPerMinuteAvg: "70",
      resultClassification: result,
      waveformSamples: [130, 176],
      samplingFrequencyHertz: 250,
      millivoltsScalingFactor: 10_922,
      leadNumber: 1,
      medicalDeviceInfo: { deviceModel: "Sense", firmwareVersion: "1", featureVersion: "2" },
    },
  });

  const found = (since: string | undefined, ...ecgs: object[]) => listed(
    "electrocardiogram", 25,
    since && `electrocardiogram.interval.start_time >= "${since}"`, ecgs,
  );

  const FIRST = ecg("2026-03-19T02:34:30.222Z");

  it("tells of each reading once, in one request a poll, of the wanted ones alone", async () => {
    found(undefined, FIRST, ecg("2026-03-18T02:34:30.222Z", "UNREADABLE"));
    const { source, first } = await deployed(newEcgReading, {
      classifications: ["Normal Sinus Rhythm"],
    });
    expect(first).toMatchObject({
      ids: ["2026-03-19T02:34:30.222Z"],
      summaries: ["Normal Sinus Rhythm on 2026-03-18 at 19:34, heart rate 70"],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(sampleOf(newEcgReading));
    for (const ids of [["2026-03-20T11:00:00.000Z"], []]) {
      found("2026-03-05T00:00:00Z", ecg("2026-03-20T11:00:00Z"), FIRST);
      expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(ids);
    }
  });

  it("asks for the user's clock when one is told of that says no offset", async () => {
    found(undefined);
    const { source } = await deployed(newEcgReading);
    const { name, electrocardiogram: { interval: { startTime, endTime }, ...rest } } = FIRST;
    const bare = { name, electrocardiogram: { interval: { startTime, endTime }, ...rest } };
    found("2026-03-05T00:00:00Z", bare);
    inTokyo();
    expect((await source.poll("2026-03-20T12:15:00Z")).events)
      .toMatchObject([{ startTime: "2026-03-19T11:34:30.222" }]);
    found("2026-03-05T00:00:00Z", bare);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
  });
});

describe("New Irregular Rhythm Alert", () => {
  const alert = (start: string, end: string) => ({
    name: `${USER}/dataTypes/irregular-rhythm-notification/dataPoints/`,
    irregularRhythmNotification: {
      interval: interval(start, end),
      alertWindows: [{
        startTime: start,
        startUtcOffset: "-25200s",
        heartBeats: [{ physicalTime: start, utcOffset: "-25200s", beatsPerMinute: "92" }],
      }],
      medicalDeviceInfo: { deviceModel: "Sense", algorithmVersion: "1.6", serviceVersion: "2.2" },
    },
  });

  const found = (since: string | undefined, ...alerts: object[]) => listed(
    "irregular-rhythm-notification", 25,
    since && `irregular_rhythm_notification.interval.civil_start_time >= "${since}"`, alerts,
  );

  it("tells of the newest on deploy, and of each new one once, in one request a poll", async () => {
    const [now, old] = [
      alert("2026-03-20T09:12:00Z", "2026-03-20T09:42:00Z"),
      alert("2026-03-02T09:12:00Z", "2026-03-02T09:42:00Z"),
    ];
    found(undefined, now, old);
    const { source, first } = await deployed(newIrregularRhythmAlert);
    expect(first).toMatchObject({
      ids: ["2026-03-20T09:12:00.000Z 2026-03-20T09:42:00.000Z"],
      summaries: ["Irregular heart rhythm on 2026-03-20 at 02:12"],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(sampleOf(newIrregularRhythmAlert));
    const late = alert("2025-12-24T09:12:00Z", "2025-12-24T09:42:00Z");
    for (const ids of [["2025-12-24T09:12:00.000Z 2025-12-24T09:42:00.000Z"], []]) {
      found("2025-12-19", now, old, late);
      expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(ids);
    }
  });
});
