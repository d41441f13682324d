import type { Call } from "../call";
import { readTime } from "../clocks";
import { defined, isFields, numberOf, objectsIn, textOf } from "../fields";
import {
  logPages, oldestPage, type ListParams, type Pagination,
} from "../fitbit/lists";
import { get, type Requests } from "../fitbit/requests";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import { markOf } from "../polling/marks";
import { mapPages } from "../wire/pages";
import { path } from "../wire/paths";
import { localTimeOf, numbersOf, readEach, textsOf } from "../wire/records";
import type { VitalsApi } from "./api";
import { contentOfEcg } from "./filter";
import type {
  AlertWindow, EcgReading, IrregularRhythmAlert, IrregularRhythmProfile,
} from "./shapes";

/** Entries of a page. */
const PAGE_SIZE = 10;

/** Irregular rhythms have one scope. */
const RHYTHM = "irregular_rhythm_notifications";

/** Fitbit's paths of what the watch records of the heart's rhythm. */
export const rhythms = {
  /** https://dev.fitbit.com/build/reference/web-api/electrocardiogram/get-ecg-log-list/ */
  listEcgReadings(this: Requests, wanted: LogQuery, call: Call) {
    return ecgReadings(this, wanted, call);
  },

  /** https://dev.fitbit.com/build/reference/web-api/irregular-rhythm-notifications/get-irn-alerts-list/ */
  listIrregularRhythmAlerts(this: Requests, wanted: LogQuery, call: Call) {
    return rhythmAlerts(this, wanted, call);
  },

  listRecentEcgReadings(this: Requests, reading: Reading, call: Call) {
    return mapPages(ecgReadings(this, ...asked(reading, call)), (ecg) =>
      toFound(ecg, ecg.startTime, ecg.startTime, contentOfEcg(ecg)));
  },

  listRecentRhythmAlerts(this: Requests, reading: Reading, call: Call) {
    return mapPages(rhythmAlerts(this, ...asked(reading, call)), (alert) =>
      toFound(alert, alert.alertTime, alertId(alert)));
  },

  /** https://dev.fitbit.com/build/reference/web-api/irregular-rhythm-notifications/get-irn-profile/ */
  async getIrregularRhythmProfile(this: Requests, call: Call) {
    const body = await get<IrregularRhythmProfile>(this, {
      path: path`/1/user/-/irn/profile.json`,
      fields: ["onboarded", "enrolled", "lastUpdated"],
      scope: RHYTHM,
    }, call);
    const isSet = (flag: unknown) => typeof flag === "boolean" ? flag : undefined;
    return defined({
      ...body,
      onboarded: isSet(body.onboarded),
      enrolled: isSet(body.enrolled),
      lastUpdated: localTimeOf(body.lastUpdated),
    });
  },
} satisfies Pick<
  VitalsApi,
  | "listEcgReadings" | "listIrregularRhythmAlerts" | "getIrregularRhythmProfile"
  | "listRecentEcgReadings" | "listRecentRhythmAlerts"
>;

function ecgReadings(app: Requests, wanted: LogQuery, call: Call, first?: ListParams) {
  return logPages({
    ask: async (params) => {
      const body = await get<{ ecgReadings: unknown[]; pagination: Pagination }>(app, {
        path: path`/1/user/-/ecg/list.json`,
        params,
        root: ["ecgReadings[]", "pagination"],
        empty: true,
        scope: "electrocardiogram",
      }, call);
      const logs = readEach(body.ecgReadings, "ECG readings", readEcg, call);
      return { logs, pagination: body.pagination };
    },
    dayOf: ({ startTime }) => startTime.slice(0, 10),
    idOf: ({ startTime }) => startTime,
    pageSize: PAGE_SIZE,
  }, wanted, call, first);
}

function rhythmAlerts(app: Requests, wanted: LogQuery, call: Call, first?: ListParams) {
  return logPages({
    ask: async (params) => {
      const body = await get<{ alerts: unknown[]; pagination: Pagination }>(app, {
        path: path`/1/user/-/irn/alerts/list.json`,
        params,
        root: ["alerts[]", "pagination"],
        empty: true,
        scope: RHYTHM,
      }, call);
      const logs = readEach(body.alerts, "irregular rhythm alerts", readAlert, call);
      return { logs, pagination: body.pagination };
    },
    dayOf: ({ alertTime }) => alertTime.slice(0, 10),
    idOf: alertId,
    pageSize: PAGE_SIZE,
  }, wanted, call, first);
}

/** How the pages of a poll are asked for. */
function asked(
  { from = "", oldestFirst }: Reading, call: Call,
): [wanted: LogQuery, call: Call, first?: ListParams] {
  return oldestFirst
    ? [{}, call, oldestPage(from, PAGE_SIZE)]
    : [{ from: from || undefined }, call];
}

const alertId = ({ alertTime, detectedTime }: IrregularRhythmAlert): string =>
  [alertTime, detectedTime].filter(Boolean).join(" ");

/** As a source polls it: what has no id is known by its times. */
function toFound<T>(record: T, time: string, id: string, content = ""): Found<T> {
  const { moment, wall } = readTime(time);
  return {
    id,
    mark: markOf({ start: wall, end: wall }),
    content,
    day: time.slice(0, 10),
    place: time.slice(0, 19),
    at: moment,
    record,
  };
}

/** An electrocardiogram; undefined without its time, which alone tells it from others. */
function readEcg(value: unknown): EcgReading | undefined {
  if (!isFields(value)) return undefined;
  const startTime = localTimeOf(value.startTime);
  if (startTime === undefined) return undefined;
  const { samplingFrequencyHz: frequency, waveformSamples, ...rest } = value;
  const samples = Array.isArray(waveformSamples) ? waveformSamples : undefined;
  return {
    ...rest,
    startTime,
    ...defined(numbersOf(
      value, "averageHeartRate", "scalingFactor", "numberOfWaveformSamples", "leadNumber",
    )),
    ...defined(textsOf(
      value, "resultClassification", "featureVersion", "deviceName", "firmwareVersion",
    )),
    ...defined({
      // Text in the documentation, though a number.
      samplingFrequencyHz: textOf(frequency) ?? numberOf(frequency)?.toString(),
      waveformSamples: samples?.flatMap((sample) => numberOf(sample) ?? []),
    }),
  };
}

/** An alert; undefined without its time. */
function readAlert(value: unknown): IrregularRhythmAlert | undefined {
  if (!isFields(value)) return undefined;
  const alertTime = localTimeOf(value.alertTime);
  if (alertTime === undefined) return undefined;
  const { windows, ...rest } = value;
  return {
    ...rest,
    alertTime,
    ...defined({
      detectedTime: localTimeOf(value.detectedTime),
      ...textsOf(value, "serviceVersion", "algoVersion", "deviceType"),
    }),
    windows: objectsIn(windows).flatMap(readWindow),
  };
}

function readWindow({ startTime, bpmData }: Record<string, unknown>): AlertWindow[] {
  const start = localTimeOf(startTime);
  if (start === undefined) return [];
  const beats = objectsIn(bpmData).flatMap((beat) => {
    const [dataTime, value] = [localTimeOf(beat.dataTime), numberOf(beat.value)];
    return dataTime === undefined || value === undefined ? [] : [{ dataTime, value }];
  });
  return [{ startTime: start, bpmData: beats }];
}
