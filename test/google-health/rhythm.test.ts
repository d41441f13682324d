import * as getIrregularRhythmProfile from "../../actions/get-irregular-rhythm-profile/get-irregular-rhythm-profile";
import * as listEcgReadings from "../../actions/list-ecg-readings/list-ecg-readings";
import * as listIrregularRhythmAlerts from "../../actions/list-irregular-rhythm-alerts/list-irregular-rhythm-alerts";
import { noted } from "../support/noted";
import { api, apiRefuses, between, points, run } from "./support";

const ECG = points("electrocardiogram");
const ALERTS = points("irregular-rhythm-notification");
const SETTINGS = "/v4/users/me/settings";
const pageSize = "25";

const ecg = (startTime: string, more = {}, startUtcOffset?: string) => ({
  name: `users/1/dataTypes/electrocardiogram/dataPoints/${Date.parse(startTime)}`,
  electrocardiogram: {
    interval: { startTime, endTime: startTime, ...startUtcOffset && { startUtcOffset } },
    beatsPerMinuteAvg: "70",
    resultClassification: "NORMAL_SINUS_RHYTHM",
    waveformSamples: [130, 176, 252, 365],
    samplingFrequencyHertz: 250,
    millivoltsScalingFactor: 10_922,
    leadNumber: 1,
    medicalDeviceInfo: {
      deviceModel: "Sense", featureVersion: "1.2.3-2.11-2.14", firmwareVersion: "1.2.3",
    },
    ...more,
  },
});

const inFitbitShape = (startTime: string, more = {}) => ({
  startTime,
  averageHeartRate: 70,
  resultClassification: "Normal Sinus Rhythm",
  samplingFrequencyHz: "250",
  scalingFactor: 10_922,
  numberOfWaveformSamples: 4,
  leadNumber: 1,
  featureVersion: "1.2.3-2.11-2.14",
  deviceName: "Sense",
  firmwareVersion: "1.2.3",
  ...more,
});

describe("list-ecg-readings on Google Health", () => {
  it("gives each in Fitbit's shape, without its waveform", async () => {
    const dataPoints = [ecg("2026-03-19T15:12:30.222Z", {}, "7200s")];
    api({ path: ECG, query: { pageSize }, body: { dataPoints } });
    const { result, summary } = await run(listEcgReadings);
    expect(result).toEqual({
      ecgReadings: [inFitbitShape("2026-03-19T17:12:30.222")], count: 1, truncated: false,
    });
    expect(summary).toBe("1 ECG reading: 1 Normal Sinus Rhythm");
  });

  it("gives the waveform with the detail full", async () => {
    const dataPoints = [ecg("2026-03-19T15:12:30.222Z", {}, "7200s")];
    api({ path: ECG, query: { pageSize }, body: { dataPoints } });
    const { result } = await run(listEcgReadings, { detail: "full" });
    expect(result).toMatchObject({ ecgReadings: [{ waveformSamples: [130, 176, 252, 365] }] });
  });

  it.each([
    ["INCONCLUSIVE_HIGH_HEART_RATE", "Inconclusive: High heart rate"],
    ["ATRIAL_FIBRILLATION", "Atrial Fibrillation"],
    ["RESULT_CLASSIFICATION_UNSPECIFIED", undefined],
    ["INCONCLUSIVE_POOR_CONTACT", "INCONCLUSIVE_POOR_CONTACT"],
  ])("calls %s %s", async (resultClassification, word) => {
    const dataPoints = [ecg("2026-03-19T15:12:30Z", { resultClassification }, "7200s")];
    api({ path: ECG, query: { pageSize }, body: { dataPoints } });
    const { result } = await run(listEcgReadings);
    const { ecgReadings: [reading] } = result as { ecgReadings: [object] };
    expect(reading).toEqual(inFitbitShape("2026-03-19T17:12:30.000", { resultClassification: word }));
  });

  it("filters by the beginning alone, and keeps the days that are wanted", async () => {
    const dataPoints = [
      ecg("2026-03-19T22:30:00Z", {}, "7200s"), ecg("2026-03-19T08:00:00Z", {}, "7200s"),
      ecg("2026-03-17T22:30:00Z", {}, "7200s"), ecg("2026-03-17T21:30:00Z", {}, "7200s"),
    ];
    const filter = 'electrocardiogram.interval.start_time >= "2026-03-17T00:00:00Z"';
    api({ path: ECG, query: { filter, pageSize }, body: { dataPoints } });
    const days = { startDate: "2026-03-18", endDate: "2026-03-19" };
    const { result } = await run(listEcgReadings, days);
    expect(result).toMatchObject({
      ...days,
      ecgReadings: [
        { startTime: "2026-03-19T10:00:00.000" }, { startTime: "2026-03-18T00:30:00.000" },
      ],
      count: 2,
    });
  });

  it.each([["left out", undefined], ["0, as of old ones", "0s"]])(
    "tells the time by the user's clock then where the offset is %s", async (_, offset) => {
      const dataPoints = [
        ecg("2026-03-19T15:12:30Z", {}, offset), ecg("2025-07-19T15:12:30Z", {}, offset),
      ];
      api({ path: ECG, query: { pageSize }, body: { dataPoints } });
      api({ path: SETTINGS, body: { timeZone: "Europe/Berlin" } });
      const { result } = await run(listEcgReadings);
      expect(result).toMatchObject({
        ecgReadings: [
          { startTime: "2026-03-19T16:12:30.000" }, { startTime: "2025-07-19T17:12:30.000" },
        ],
      });
    },
  );

  it("follows all pages, and leaves out what has no time", async () => {
    const lines = noted();
    const timeless = ecg("2026-03-19T15:12:31Z", { interval: {} });
    const dataPoints = [ecg("2026-03-19T15:12:30Z", {}, "7200s"), timeless];
    api({ path: ECG, query: { pageSize }, body: { dataPoints, nextPageToken: "a" } });
    api({
      path: ECG,
      query: { pageSize, pageToken: "a" },
      body: { dataPoints: [ecg("2026-03-18T15:12:30Z", {}, "7200s")] },
    });
    const { result } = await run(listEcgReadings);
    expect(result).toMatchObject({ count: 2, truncated: false });
    expect(lines.join()).toContain("Left out of the electrocardiogram records: 1 of 2");
  });

  it("says that there are none, and fails in words without its scope", async () => {
    api({ path: ECG, query: { pageSize }, body: {} });
    expect((await run(listEcgReadings)).summary)
      .toBe("No ECG readings. Data appears after the watch syncs.");
    apiRefuses({ path: ECG, query: { pageSize } });
    expect(String((await run(listEcgReadings)).error)).toContain("ecg.readonly");
  });
});

describe("list-irregular-rhythm-alerts on Google Health", () => {
  const offset = { startUtcOffset: "3600s", endUtcOffset: "3600s" };
  const beat = { physicalTime: "2026-03-19T01:12:30.124Z", beatsPerMinute: 73 };
  const alert = {
    irregularRhythmNotification: {
      interval: { startTime: "2026-03-19T01:12:30Z", endTime: "2026-03-19T01:45:00Z", ...offset },
      alertWindows: [{
        startTime: "2026-03-19T01:12:30Z", endTime: "2026-03-19T01:17:30Z", positive: true,
        heartBeats: [{ ...beat, utcOffset: "3600s" }, beat, {}],
      }],
      medicalDeviceInfo: { deviceModel: "Sense", algorithmVersion: "1.6", serviceVersion: "2.2" },
    },
  };
  const member = "irregular_rhythm_notification.interval.civil_start_time";
  const query = { filter: between(member, "2026-03-10", "2026-03-20"), pageSize };
  const days = { startDate: "2026-03-10", endDate: "2026-03-19" };
  const small = {
    alertTime: "2026-03-19T02:12:30.000",
    detectedTime: "2026-03-19T02:45:00.000",
    serviceVersion: "2.2",
    algoVersion: "1.6",
    deviceType: "Sense",
  };

  it("gives each in Fitbit's shape, without the beats that led to it", async () => {
    api({ path: ALERTS, query, body: { dataPoints: [alert] } });
    const { result, summary } = await run(listIrregularRhythmAlerts, days);
    expect(result).toEqual({ ...days, alerts: [small], count: 1, truncated: false });
    expect(summary).toBe("1 irregular rhythm alert, the last one of 2026-03-19");
  });

  it("gives them with the detail full; a beat without an offset has that of its window", async () => {
    api({ path: ALERTS, query, body: { dataPoints: [alert] } });
    const { result } = await run(listIrregularRhythmAlerts, { ...days, detail: "full" });
    const told = { dataTime: "2026-03-19T02:12:30.124", value: 73 };
    const windows = [{ startTime: "2026-03-19T02:12:30.000", bpmData: [told, told] }];
    expect(result).toMatchObject({ alerts: [{ ...small, windows }] });
  });

  it("says that there are none", async () => {
    api({ path: ALERTS, query, body: {} });
    expect((await run(listIrregularRhythmAlerts, days)).summary)
      .toBe("No irregular rhythm alerts. Data appears after the watch syncs.");
  });
});

describe("get-irregular-rhythm-profile on Google Health", () => {
  const path = "/v4/users/me/irnProfile";

  it("tells when data last arrived by the user's clock", async () => {
    const body = { onboardingStatus: true, enrollmentStatus: true, updateTime: "2026-03-19T15:12:30Z" };
    api({ path, body: { name: "users/me/irnProfile", ...body } });
    api({ path: SETTINGS, body: { timeZone: "Europe/Berlin" } });
    const { result, summary } = await run(getIrregularRhythmProfile);
    expect(result)
      .toEqual({ onboarded: true, enrolled: true, lastUpdated: "2026-03-19T16:12:30.000" });
    expect(summary).toBe("Enrolled in irregular rhythm notifications");
  });

  it("takes what is left out for false", async () => {
    api({ path, body: { name: "users/me/irnProfile" } });
    expect((await run(getIrregularRhythmProfile)).result)
      .toEqual({ onboarded: false, enrolled: false });
  });

  it("fails in words without its scope", async () => {
    apiRefuses({ path });
    expect(String((await run(getIrregularRhythmProfile)).error)).toContain("irn.readonly");
  });
});
