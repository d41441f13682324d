import { picked } from "../fields";
import { noneListed, type Extent, type Listed } from "../lists";
import { counted } from "../sentences";
import type { EcgReading, IrregularRhythmAlert, IrregularRhythmProfile } from "./shapes";

/** What an electrocardiogram keeps in a summary: all but its waveform. */
const ECG_FIELDS = [
  "startTime", "averageHeartRate", "resultClassification", "samplingFrequencyHz",
  "scalingFactor", "numberOfWaveformSamples", "leadNumber", "featureVersion", "deviceName",
  "firmwareVersion",
] as const;

/** What an alert does: all but the beats that led to it. */
const ALERT_FIELDS = [
  "alertTime", "detectedTime", "serviceVersion", "algoVersion", "deviceType",
] as const;

/** Electrocardiograms of a list, by the day that they were taken. */
export const ecgList: Listed<EcgReading> = {
  dayOf: ({ startTime }) => startTime.slice(0, 10),
  summaryOf: (reading) => picked(reading, ECG_FIELDS),
};

/** Alerts of a list, by the day that what was detected began. */
export const alertList: Listed<IrregularRhythmAlert> = {
  dayOf: ({ alertTime }) => alertTime.slice(0, 10),
  summaryOf: (alert) => picked(alert, ALERT_FIELDS),
};

/** `3 ECG readings: 2 Normal Sinus Rhythm, 1 Inconclusive`. */
export function ecgsListed(readings: readonly EcgReading[], extent: Partial<Extent>): string {
  if (!readings.length) return noneListed("ECG readings", extent);
  const counts = new Map<string, number>();
  for (const { resultClassification: result = "without a result" } of readings) {
    counts.set(result, (counts.get(result) ?? 0) + 1);
  }
  const results = [...counts].map(([result, count]) => `${count} ${result}`).join(", ");
  return `${counted(readings.length, "ECG reading")}: ${results}`;
}

/** `2 irregular rhythm alerts, the last one of 2026-03-02`. */
export function alertsListed(
  alerts: readonly IrregularRhythmAlert[], extent: Partial<Extent>,
): string {
  const [last] = alerts;
  if (!last) return noneListed("irregular rhythm alerts", extent);
  return `${counted(alerts.length, "irregular rhythm alert")}, the last one of ${alertList.dayOf(last)}`;
}

/** `Enrolled in irregular rhythm notifications`. */
export function rhythmProfileIs({ onboarded, enrolled }: IrregularRhythmProfile): string {
  if (enrolled) return "Enrolled in irregular rhythm notifications";
  const setUp = onboarded ? "set up, but not enrolled" : "not set up";
  return `Irregular rhythm notifications are ${setUp}`;
}
