import type { Call } from "../call";
import { isCivilDate, type CivilDate } from "../dates";
import { isFields, numberOf, objectsIn, textOf } from "../fields";
import { get, type Requests } from "../fitbit/requests";
import type { Days } from "../ranges";
import { readDays, type DaySource } from "../series";
import { path } from "../wire/paths";
import { localTimeOf, numbersOf } from "../wire/records";
import type { VitalsApi } from "./api";
import { cardioDay } from "./cardio";
import { coreDay, type CoreTemperature } from "./core";
import { glucoseDays, readGlucose } from "./fitbit-glucose";
import { glucoseDay } from "./glucose";
import { vitalDay, type Vital } from "./metrics";
import {
  hrvReading, readingsDay, spo2Reading, type Reading, type ReadVital,
} from "./readings";
import { stagesDay } from "./stages";

/** A series of Fitbit's: where it is, under which root, and for how many days at once. */
interface Series {
  resource: string;
  /** Left out, the answer is the list itself. */
  root?: string;
  scope: string;
  longest?: number;
}

/** Days of one request. */
const LONGEST = 30;

const VITALS: Record<Vital, Series> = {
  hrv: { resource: "/hrv", root: "hrv", scope: "heartrate", longest: LONGEST },
  // https://dev.fitbit.com/build/reference/web-api/spo2/get-spo2-summary-by-interval/
  spo2: { resource: "/spo2", scope: "oxygen_saturation" },
  br: { resource: "/br", root: "br", scope: "respiratory_rate", longest: LONGEST },
  tempSkin: { resource: "/temp/skin", root: "tempSkin", scope: "temperature", longest: LONGEST },
};

const CARDIO: Series = {
  resource: "/cardioscore", root: "cardioScore", scope: "cardio_fitness", longest: LONGEST,
};

const CORE: Series = {
  resource: "/temp/core", root: "tempCore", scope: "temperature", longest: LONGEST,
};

/** What each night holds, and not its summary alone. */
const ALL = "/all";

type Row = Record<string, unknown>;

/** Fitbit's paths of what is measured day by day. */
export const vitals = {
  /** https://dev.fitbit.com/build/reference/web-api/heartrate-variability/get-hrv-summary-by-interval/ */
  async getVitals(this: Requests, vital, range, call) {
    const { days, ...rest } = await readDays({ row: rows(this, VITALS[vital], call) }, range);
    return {
      days: [...days].flatMap(([date, { row = {} }]) =>
        vitalDay(vital, date, fieldsOf(row.value), textOf(row.logType))),
      ...rest,
    };
  },

  /** https://dev.fitbit.com/build/reference/web-api/intraday/get-hrv-intraday-by-interval/ */
  async getVitalReadings(this: Requests, vital, range, call) {
    const source = rows(this, { ...VITALS[vital], longest: LONGEST }, call, ALL);
    const { days, ...rest } = await readDays({ row: source }, range);
    return {
      days: [...days].flatMap(([date, { row = {} }]) => {
        const readings = objectsIn(row.minutes).flatMap(READINGS[vital]);
        return readingsDay(vital, date, readings);
      }),
      ...rest,
    };
  },

  /** https://dev.fitbit.com/build/reference/web-api/intraday/get-br-intraday-by-interval/ */
  async getBreathingByStage(this: Requests, range, call) {
    const source = rows(this, VITALS.br, call, ALL);
    const { days, ...rest } = await readDays({ row: source }, range);
    return {
      days: [...days].flatMap(([date, { row }]) => stagesDay(date, fieldsOf(row?.value))),
      ...rest,
    };
  },

  /** https://dev.fitbit.com/build/reference/web-api/cardio-fitness-score/get-vo2max-summary-by-interval/ */
  async getCardioFitness(this: Requests, range, call) {
    const { ask, ...source } = rows(this, CARDIO, call);
    const { days, ...rest } = await readDays({
      row: { ...source, ask: (piece: Days) => ask(upToToday(piece)) },
    }, range);
    return {
      days: [...days].flatMap(([date, { row }]) =>
        cardioDay(date, fieldsOf(row?.value).vo2Max)),
      ...rest,
    };
  },

  /** https://dev.fitbit.com/build/reference/web-api/temperature/get-temperature-core-summary-by-interval/ */
  async getCoreTemperatures(this: Requests, range, call) {
    const { days, ...rest } = await readDays({
      taken: {
        parts: ["tempCore"],
        longest: LONGEST,
        ask: async (piece) => byDay(await askRows(this, CORE, piece, call)),
      },
    }, range);
    return {
      days: [...days].flatMap(([date, { taken = [] }]) => coreDay(date, taken)),
      ...rest,
    };
  },

  async getBloodGlucose(this: Requests, range, { values: isWhole }, call) {
    const { days, ...rest } = await readDays({
      row: {
        parts: ["bloodGlucose"],
        ask: async (range: Days) => dated(await glucoseDays(this, range, call), "date"),
      },
    }, range);
    return {
      days: [...days].flatMap(([date, { row = {} }]) => {
        const sums = numbersOf(
          row, "minValue", "maxValue", "numberOfValues", "sumOfValues", "average",
        );
        return glucoseDay(date, objectsIn(row.values).flatMap(readGlucose), isWhole, sums);
      }),
      ...rest,
    };
  },
} satisfies Pick<
  VitalsApi,
  | "getVitals" | "getVitalReadings" | "getBreathingByStage" | "getCardioFitness"
  | "getCoreTemperatures" | "getBloodGlucose"
>;

/** How a reading stands in Fitbit's list. */
const READINGS: { [V in ReadVital]: (row: Row) => Reading<V>[] } = {
  hrv: ({ minute, value }) => {
    const time = localTimeOf(minute);
    return time === undefined ? [] : hrvReading(time, fieldsOf(value));
  },
  spo2: ({ minute, value }) => {
    const time = localTimeOf(minute);
    return time === undefined ? [] : spo2Reading(time, value);
  },
};

/** The row that a series has of each day. */
function rows(app: Requests, series: Series, call: Call, form = ""): DaySource<Row> {
  const { root = series.resource.slice(1), longest } = series;
  return {
    parts: [root],
    longest,
    ask: async (range) => dated(await askRows(app, series, range, call, form), "dateTime"),
  };
}

async function askRows(
  app: Requests,
  { resource, root, scope }: Series,
  { from, to }: Days,
  call: Call,
  form = "",
): Promise<Row[]> {
  const body = await get<Row>(app, {
    path: `/1/user/-${resource}${path`/date/${from}/${to}`}${form}.json`,
    scope,
    root: `${root ?? ""}[]`,
    empty: true,
  }, call);
  return objectsIn(root === undefined ? body : body[root]);
}

/** Rows by their days; one that has none is left out. */
function dated(list: Row[], field: string): [CivilDate, Row][] {
  return list.flatMap((row): [CivilDate, Row][] => {
    const date = (textOf(row[field]) ?? "").slice(0, 10);
    return isCivilDate(date) ? [[date, row]] : [];
  });
}

/** Several temperatures may be of one day. */
function byDay(list: Row[]): Map<CivilDate, CoreTemperature[]> {
  const days = new Map<CivilDate, CoreTemperature[]>();
  for (const row of list) {
    const [dateTime, value] = [localTimeOf(row.dateTime), numberOf(row.value)];
    if (dateTime === undefined || value === undefined) continue;
    const date = dateTime.slice(0, 10);
    const taken = days.get(date) ?? [];
    taken.push({ dateTime, value });
    days.set(date, taken);
  }
  return days;
}

function fieldsOf(value: unknown): Row {
  return isFields(value) ? value : {};
}

/** The user's own day, in the API's word for it. */
const TODAY = "today";

/** The same days, but for those that may lie in the future: these the API refuses. */
function upToToday({ from, to }: Days): Days {
  const day = new Date(Date.now()).toISOString().slice(0, 10);
  return { from: from > day ? TODAY : from, to: to < day ? to : TODAY };
}
