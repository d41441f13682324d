import getIrregularRhythmProfile from "../../actions/get-irregular-rhythm-profile/get-irregular-rhythm-profile";
import listEcgReadings from "../../actions/list-ecg-readings/list-ecg-readings";
import listIrregularRhythmAlerts from "../../actions/list-irregular-rhythm-alerts/list-irregular-rhythm-alerts";
import { api, errors } from "../support/api";
import { pagination } from "../support/logs";
import { noted } from "../support/noted";
import { run } from "../support/step";

const ECG = "/1/user/-/ecg/list.json";
const ALERTS = "/1/user/-/irn/alerts/list.json";
const query = { beforeDate: "2026-03-22", sort: "desc", limit: "10", offset: "0" };

const ecg = (day: string, more = {}) => ({
  startTime: `2026-03-${day}T17:12:30.222`,
  averageHeartRate: 70,
  resultClassification: "Normal Sinus Rhythm",
  waveformSamples: [130, 176, 252, 365],
  samplingFrequencyHz: "250",
  scalingFactor: 10_922,
  numberOfWaveformSamples: 7_700,
  leadNumber: 1,
  featureVersion: "1.2.3-2.11-2.14",
  deviceName: "Sense",
  firmwareVersion: "1.2.3",
  ...more,
});

const alert = (day: string) => ({
  alertTime: `2026-03-${day}T02:12:30.000`,
  detectedTime: `2026-03-${day}T02:45:00.000`,
  serviceVersion: "2.2",
  algoVersion: "1.6",
  deviceType: "Sense",
  windows: [{
    startTime: `2026-03-${day}T02:12:30.000`,
    bpmData: [{ dataTime: `2026-03-${day}T02:12:30.124`, value: 73 }],
  }],
});

const link = (path: string, offset: number) => `https://api.fitbit.com${path}?${
  new URLSearchParams({ ...query, offset: String(offset) }).toString()}`;

describe("list-ecg-readings on Fitbit", () => {
  it("gives each without its waveform", async () => {
    api({ path: ECG, query, body: { ecgReadings: [ecg("19")], pagination: pagination() } });
    const { result, summary } = await run(listEcgReadings);
    const { waveformSamples, ...summarized } = ecg("19");
    expect(waveformSamples).toBeDefined();
    expect(result).toEqual({ ecgReadings: [summarized], count: 1, truncated: false });
    expect(summary).toBe("1 ECG reading: 1 Normal Sinus Rhythm");
  });

  it("gives all of it with the detail full, and a frequency as text, be it a number", async () => {
    const body = { ecgReadings: [ecg("19", { samplingFrequencyHz: 250 })], pagination: pagination() };
    api({ path: ECG, query, body });
    const { result } = await run(listEcgReadings, { detail: "full" });
    expect(result).toMatchObject({ ecgReadings: [ecg("19")] });
  });

  it("takes a request for each ten, and follows the API's own link", async () => {
    const hour = (i: number) => String(23 - i).padStart(2, "0");
    const all = Array.from({ length: 23 }, (_, i) =>
      ecg("19", { startTime: `2026-03-19T${hour(i)}:00:00.000` }));
    for (const offset of [0, 10, 20]) {
      const more = offset < 20 ? link(ECG, offset + 10) : "";
      api({
        path: ECG,
        query: { ...query, offset: String(offset) },
        body: { ecgReadings: all.slice(offset, offset + 10), pagination: pagination(more) },
      });
    }
    const { result } = await run(listEcgReadings);
    expect(result).toMatchObject({ count: 23, truncated: false });
  });

  it("asks no further than a limit, and says how to go on", async () => {
    const all = Array.from({ length: 10 }, (_, i) => ecg(String(19 - i)));
    const body = { ecgReadings: all, pagination: pagination(link(ECG, 10)) };
    api({ path: ECG, query, body });
    const { result } = await run(listEcgReadings, { limit: 10 });
    expect(result).toMatchObject({ count: 10, truncated: true, nextEndDate: "2026-03-10" });
  });

  it("leaves out what has no time, and says so in the log", async () => {
    const lines = noted();
    const body = { ecgReadings: [ecg("19"), { averageHeartRate: 70 }], pagination: pagination() };
    api({ path: ECG, query, body });
    const { result } = await run(listEcgReadings);
    expect(result).toMatchObject({ count: 1 });
    expect(lines.join()).toContain("Left out of the ECG readings: 1 of 2");
  });

  it.each([["{}"], [""], [{ ecgReadings: [], pagination: { ...pagination(), sort: "DESC" } }]])(
    "says that there are none: %j", async (body) => {
      api({ path: ECG, query, body });
      const { result, summary } = await run(listEcgReadings);
      expect(result).toEqual({ ecgReadings: [], count: 0, truncated: false });
      expect(summary).toBe("No ECG readings. Data appears after the watch syncs.");
    },
  );

  it("fails in words without the scope", async () => {
    api({ path: ECG, query, status: 403, body: errors("insufficient_scope", "No permission") });
    expect(String((await run(listEcgReadings)).error)).toContain("electrocardiogram");
  });
});

describe("list-irregular-rhythm-alerts on Fitbit", () => {
  const body = { alerts: [alert("19"), alert("02")], pagination: pagination() };

  it("gives each without the beats that led to it", async () => {
    api({ path: ALERTS, query, body });
    const { result, summary } = await run(listIrregularRhythmAlerts);
    const small = [alert("19"), alert("02")].map(({ windows: _, ...rest }) => rest);
    expect(result).toEqual({ alerts: small, count: 2, truncated: false });
    expect(summary).toBe("2 irregular rhythm alerts, the last one of 2026-03-19");
  });

  it("gives them with the detail full", async () => {
    api({ path: ALERTS, query: { ...query, beforeDate: "2026-03-20" }, body });
    const days = { startDate: "2026-03-10", endDate: "2026-03-19" };
    const { result } = await run(listIrregularRhythmAlerts, { ...days, detail: "full" });
    expect(result).toMatchObject({ ...days, alerts: [alert("19")], count: 1 });
  });

  it("says that there are none", async () => {
    api({ path: ALERTS, query, body: {} });
    const { summary } = await run(listIrregularRhythmAlerts);
    expect(summary).toBe("No irregular rhythm alerts. Data appears after the watch syncs.");
  });
});

describe("get-irregular-rhythm-profile on Fitbit", () => {
  const path = "/1/user/-/irn/profile.json";

  it.each([
    [true, true, "Enrolled in irregular rhythm notifications"],
    [true, false, "Irregular rhythm notifications are set up, but not enrolled"],
    [false, false, "Irregular rhythm notifications are not set up"],
  ])("set up %s, enrolled %s", async (onboarded, enrolled, sentence) => {
    const body = { onboarded, enrolled, lastUpdated: "2026-03-19T17:12:30.000" };
    api({ path, body });
    const { result, summary } = await run(getIrregularRhythmProfile);
    expect(result).toEqual(body);
    expect(summary).toBe(sentence);
  });

  it("is never empty", async () => {
    api({ path, body: {} });
    expect(String((await run(getIrregularRhythmProfile)).error)).toContain("answered");
  });
});
