import {
  ECG_HERTZ, ECG_SCALE, type EcgResult, type Electrocardiogram, type Irregularity, waveformOf,
} from "../../person/vitals";
import { type DataType, dataType } from "../data-type";
import { int64, type Stream, starts } from "../points/point";
import { ofUser, type Route, scoped } from "../route";
import type { Life } from "../state";
import {
  civil, duration, momentOf, observationInterval, sessionInterval, timestamp, wallOf,
} from "../time";

const DEVICE = "Charge 6";

const RESULTS: Record<EcgResult, string> = {
  normal: "NORMAL_SINUS_RHYTHM",
  inconclusive: "INCONCLUSIVE",
  fast: "INCONCLUSIVE_HIGH_HEART_RATE",
  fibrillation: "ATRIAL_FIBRILLATION",
};

/** A reading begins and ends at once. */
function electrocardiogram({ person, switches }: Life, ecg: Electrocardiogram): object {
  const moment = momentOf(person.timeline, ecg.start);
  const { startTime, endTime, ...offsets } = sessionInterval(moment, moment);
  return {
    interval: { startTime, endTime, ...(!switches.ecgWithoutOffset && offsets) },
    ...int64("beatsPerMinuteAvg", ecg.heartRate),
    resultClassification: RESULTS[ecg.result],
    waveformSamples: waveformOf(person.who, ecg),
    samplingFrequencyHertz: ECG_HERTZ,
    millivoltsScalingFactor: ECG_SCALE,
    leadNumber: 1,
    medicalDeviceInfo: {
      deviceModel: DEVICE, firmwareVersion: "1.2.3", featureVersion: "1.2.3-2.11-2.14",
    },
  };
}

function notification({ person: { timeline } }: Life, found: Irregularity): object {
  const moment = (at: number) => momentOf(timeline, at);
  return {
    interval: sessionInterval(moment(found.start), moment(found.end)),
    alertWindows: found.windows.map(({ start, end, beats }) => ({
      ...observationInterval(moment(start), moment(end)),
      positive: true,
      heartBeats: beats.map(({ at, rate }) => ({
        physicalTime: timestamp(at),
        utcOffset: duration(moment(at).offset),
        civilTime: civil(wallOf(moment(at))),
        beatsPerMinute: rate,
      })),
    })),
    medicalDeviceInfo: { deviceModel: DEVICE, algorithmVersion: "1.6", serviceVersion: "2.2" },
  };
}

/** Records that have a name and are only listed. */
const listed = <T extends { key: string; start: number; end?: number }>(
  of: (life: Life) => T[], value: (life: Life, record: T) => object,
): Stream => ({
  points: (life, span) => of(life).filter(starts(span)).map((record) => ({
    start: momentOf(life.person.timeline, record.start),
    end: momentOf(life.person.timeline, record.end ?? record.start),
    source: "started",
    key: record.key,
    amount: 0,
    value: () => value(life, record),
  })),
});

export const RHYTHM_TYPES: readonly DataType[] = [
  // Of an ECG only the lower bound of its start is documented.
  dataType("electrocardiogram", "session", "ecg", ["list"], {
    members: ["interval.start_time"],
    comparators: [">="],
    stream: listed(({ person }) => person.electrocardiograms(), electrocardiogram),
  }),
  dataType("irregular-rhythm-notification", "session", "irn", ["list"], {
    stream: listed(({ person }) => person.irregularities(), notification),
  }),
];

export const rhythmRoutes: Route[] = [{
  verb: "GET",
  pattern: ofUser("irnProfile"),
  rpc: "HealthProfileService.GetIrnProfile",
  answer: scoped("irn.readonly", ({ life: { person } }) => ({
    name: "users/me/irnProfile",
    onboardingStatus: true,
    enrollmentStatus: true,
    updateTime: timestamp(person.lastSync),
  })),
}];
