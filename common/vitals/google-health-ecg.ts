import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import { defined, numberOf, textOf } from "../fields";
import type { Span } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { instantFrom, physical } from "../google-health/windows";
import type { LogQuery } from "../lists";
import type { Reading } from "../polling/found";
import type { VitalsApi } from "./api";
import { contentOfEcg } from "./filter";
import { fieldsOf, listed, recent, startOf, type Read } from "./google-health-lists";
import type { EcgReading } from "./shapes";

/** The only file that asks for Google's electrocardiograms. */
export const ecg = {
  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list */
  listEcgReadings(this: Requests, wanted: LogQuery, call: Call) {
    const span = wanted.from === undefined ? undefined : onOrAfter(wanted.from);
    return listed(this, "electrocardiogram", span, toReading, wanted, call);
  },

  listRecentEcgReadings(this: Requests, reading: Reading, call: Call) {
    const from = reading.from && physical(instantFrom(reading.from));
    return recent(this, {
      type: "electrocardiogram",
      span: { physical: { from } },
      read: toReading,
      placeOf: ({ start }) => new Date(start).toISOString().slice(0, 19),
      contentOf: contentOfEcg,
    }, reading, call);
  },
} satisfies Pick<VitalsApi, "listEcgReadings" | "listRecentEcgReadings">;

/**
 * They are filtered by the instant of their beginning alone: a day begins nowhere on earth
 * earlier than this.
 */
function onOrAfter(day: CivilDate): Span {
  return { physical: { from: `${addDays(day, -1)}T00:00:00Z` } };
}

/** Fitbit's words for what a reading showed. */
const RESULTS: Record<string, string | undefined> = {
  NORMAL_SINUS_RHYTHM: "Normal Sinus Rhythm",
  ATRIAL_FIBRILLATION: "Atrial Fibrillation",
  INCONCLUSIVE: "Inconclusive",
  INCONCLUSIVE_HIGH_HEART_RATE: "Inconclusive: High heart rate",
  INCONCLUSIVE_LOW_HEART_RATE: "Inconclusive: Low heart rate",
  UNREADABLE: "Unreadable",
  NOT_ANALYZED: "Not analyzed",
  RESULT_CLASSIFICATION_UNSPECIFIED: undefined,
};

/** A result by Fitbit's word for it, or by the API's own, which may have more of them. */
function resultOf(word: string | undefined): string | undefined {
  return word !== undefined && Object.hasOwn(RESULTS, word) ? RESULTS[word] : word;
}

const toReading: Read<EcgReading> = (value, local) => {
  const start = startOf(value);
  if (!start) return undefined;
  const time = local(start);
  const { waveformSamples } = value;
  const samples: unknown[] | undefined = Array.isArray(waveformSamples)
    ? waveformSamples
    : undefined;
  const device = fieldsOf(value.medicalDeviceInfo);
  const record = defined({
    averageHeartRate: numberOf(value.beatsPerMinuteAvg),
    resultClassification: resultOf(textOf(value.resultClassification)),
    waveformSamples: samples?.flatMap((sample) => numberOf(sample) ?? []),
    samplingFrequencyHz: numberOf(value.samplingFrequencyHertz)?.toString(),
    scalingFactor: numberOf(value.millivoltsScalingFactor),
    numberOfWaveformSamples: samples?.length,
    leadNumber: numberOf(value.leadNumber),
    featureVersion: textOf(device.featureVersion),
    deviceName: textOf(device.deviceModel),
    firmwareVersion: textOf(device.firmwareVersion),
  });
  return { time, record: { startTime: time, ...record } };
};
