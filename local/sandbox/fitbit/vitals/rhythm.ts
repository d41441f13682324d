import {
  ECG_HERTZ, ECG_SCALE, type EcgResult, type Electrocardiogram, type Irregularity, waveformOf,
} from "../../person/vitals";
import { page, PAGE_PARAMETERS } from "../pages";
import { wholeNumber } from "../read";
import type { Answer, Call, Route } from "../route";

const DEVICE = "Charge 6";
const LONGEST_PAGE = 10;

const RESULTS: Record<EcgResult, string> = {
  normal: "Normal Sinus Rhythm",
  inconclusive: "Inconclusive",
  fast: "Inconclusive: High heart rate",
  fibrillation: "Atrial Fibrillation",
};

function electrocardiogram({ person }: Call, ecg: Electrocardiogram): object {
  const waveformSamples = waveformOf(person.who, ecg);
  return {
    startTime: person.timeline.local(ecg.start),
    averageHeartRate: ecg.heartRate,
    resultClassification: RESULTS[ecg.result],
    waveformSamples,
    samplingFrequencyHz: String(ECG_HERTZ),
    scalingFactor: ECG_SCALE,
    numberOfWaveformSamples: waveformSamples.length,
    leadNumber: 1,
    featureVersion: "1.2.3-2.11-2.14",
    deviceName: DEVICE,
    firmwareVersion: "1.2.3",
  };
}

function alert({ person: { timeline } }: Call, { start, end, windows }: Irregularity): object {
  return {
    alertTime: timeline.local(start),
    detectedTime: timeline.local(end),
    serviceVersion: "2.2",
    algoVersion: "1.6",
    deviceType: DEVICE,
    windows: windows.map((window) => ({
      startTime: timeline.local(window.start),
      bpmData: window.beats.map(({ at, rate }) => (
        { dataTime: timeline.local(at), value: rate }
      )),
    })),
  };
}

/** A page of a list: of these no more than ten at a time. */
function list<T extends { start: number }>(
  call: Call, root: string, all: T[], show: (call: Call, record: T) => object,
): Answer {
  wholeNumber("limit", call.query.get("limit") ?? "", 1, LONGEST_PAGE);
  const { timeline } = call.person;
  const listed = all.map((record) => ({ record, wall: timeline.wall(record.start) }));
  const { records, pagination } = page(call, listed, "offset");
  return { body: { [root]: records.map((record) => show(call, record)), pagination } };
}

const RHYTHM = "irregular_rhythm_notifications";

export const rhythmRoutes: Route[] = [
  {
    method: "GET",
    path: "/1/user/:user/ecg/list.json",
    scope: "electrocardiogram",
    takes: PAGE_PARAMETERS,
    answer: (call) =>
      list(call, "ecgReadings", call.person.electrocardiograms(), electrocardiogram),
  },
  {
    method: "GET",
    path: "/1/user/:user/irn/alerts/list.json",
    scope: RHYTHM,
    takes: PAGE_PARAMETERS,
    answer: (call) => list(call, "alerts", call.person.irregularities(), alert),
  },
  {
    method: "GET",
    path: "/1/user/:user/irn/profile.json",
    scope: RHYTHM,
    answer: ({ person }) => ({
      body: {
        onboarded: true,
        enrolled: true,
        lastUpdated: person.timeline.local(person.lastSync),
      },
    }),
  },
];
