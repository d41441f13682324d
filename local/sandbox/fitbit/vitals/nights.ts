import { type Day, dayText, MINUTE } from "../../person/days";
import {
  baselineOf, cardioFitness, type Night, saturationIn, variabilityIn,
} from "../../person/vitals";
import { notPermitted } from "../access";
import { invalid } from "../envelope";
import { daysOf } from "../ranges";
import type { Answer, Call, Route } from "../route";
import { round } from "../units";

/** What the API has a row a night of. */
interface Vital {
  resource: string;
  /** The root of its answer; without one, the answer is the list itself. */
  root?: string;
  scope: string;
  maxDays: number;
  row: (call: Call, night: Night) => object | undefined;
  /** The row with all that was measured in the night. */
  whole?: (call: Call, night: Night) => object;
  /** A day to come is refused. */
  endsToday?: true;
}

const MONTH = 30;

const valued = (value: object): object => ({ value });

const breathing = (breathingRate = -1): object => ({ breathingRate });

function vo2Max({ person }: Call, { day }: Night): object {
  const { timeline } = person;
  const runs = person.exercises().filter(({ kind, by }) => kind === "run" && !by);
  const ranOn = new Set(runs.map(({ start }) => timeline.dayOf(start)));
  const { vo2Max: exact, isExact } = cardioFitness(person.who, day, ranOn);
  const middle = Math.round(exact);
  return valued({ vo2Max: isExact ? String(middle) : `${middle - 2}-${middle + 2}` });
}

const VITALS: readonly Vital[] = [
  {
    resource: "hrv",
    root: "hrv",
    scope: "heartrate",
    maxDays: MONTH,
    row: (_, { rmssd, deepRmssd }) => valued({ dailyRmssd: rmssd, deepRmssd }),
    whole: ({ person }, night) => ({
      minutes: variabilityIn(person.who, night).map((reading) => ({
        minute: person.timeline.local(reading.at),
        value: {
          rmssd: reading.rmssd,
          coverage: reading.coverage,
          hf: reading.highFrequency,
          lf: reading.lowFrequency,
        },
      })),
    }),
  },
  {
    resource: "spo2",
    scope: "oxygen_saturation",
    maxDays: Infinity,
    row: (_, { spo2: { average, lowest, highest } }) =>
      valued({ avg: average, min: lowest, max: highest }),
    whole: ({ person }, night) => ({
      minutes: saturationIn(person.who, night).map(({ at, percent }) => (
        { value: percent, minute: person.timeline.local(at).slice(0, 19) }
      )),
    }),
  },
  {
    resource: "br",
    root: "br",
    scope: "respiratory_rate",
    maxDays: MONTH,
    row: (_, { breaths }) => valued(breathing(breaths)),
    whole: (_, { breathsBy: { full, deep, light, rem } }) => valued({
      deepSleepSummary: breathing(deep),
      remSleepSummary: breathing(rem),
      fullSleepSummary: breathing(full),
      lightSleepSummary: breathing(light),
    }),
  },
  {
    resource: "temp/skin",
    root: "tempSkin",
    scope: "temperature",
    maxDays: MONTH,
    row: ({ person, units, switches }, { day, skin, sleep }) => {
      if (person.now < sleep.end + switches.skinMinutes * MINUTE) return undefined;
      const baseline = baselineOf(person.who, person.nights(), day);
      return baseline && {
        ...valued({
          nightlyRelative: round((skin - baseline.median) * units.temperature.perDegree, 1),
        }),
        logType: "dedicated_temp_sensor",
      };
    },
  },
  {
    resource: "cardioscore",
    root: "cardioScore",
    scope: "cardio_fitness",
    maxDays: MONTH,
    row: vo2Max,
    endsToday: true,
  },
];

/** What is answered where there is nothing. */
function nothing({ switches }: Call, { root }: Vital): unknown {
  if (switches.vitalsWithoutData === "nothing") return undefined;
  if (switches.vitalsWithoutData === "object") return {};
  return root === undefined ? [] : { [root]: [] };
}

function rowsOf(
  call: Call, vital: Vital, isWhole: boolean, [first, last]: [Day, Day],
): object[] {
  return call.person.nights().filter(({ day }) => first <= day && day <= last)
    .flatMap((night) => {
      const row = isWhole ? vital.whole?.(call, night) : vital.row(call, night);
      return row ? [{ ...row, dateTime: dayText(night.day) }] : [];
    });
}

/** A list of nights, or of one asked for alone: a bare list then is a bare row. */
function answer(call: Call, vital: Vital, isWhole: boolean): Answer {
  const { person, switches, params } = call;
  if (isWhole && switches.intradayAccess !== "granted") throw notPermitted();
  const isOne = params.second === undefined;
  const asked = isOne ? { ...call, params: { ...params, second: params.first ?? "" } } : call;
  const days = daysOf(asked, isWhole ? MONTH : vital.maxDays, []);
  if (vital.endsToday && days[1] > person.today) {
    throw invalid("end-date", "The end date must not be in the future.");
  }
  const rows = rowsOf(call, vital, isWhole, days);
  if (rows.length === 0) return { body: nothing(call, vital) };
  if (vital.root === undefined) return { body: isOne ? rows[0] : rows };
  return { body: { [vital.root]: rows } };
}

export const nightRoutes: Route[] = VITALS.flatMap((vital) =>
  [false, ...(vital.whole ? [true] : [])].flatMap((isWhole) =>
    ["/:first", "/:first/:second"].map((days): Route => ({
      method: "GET",
      path: `/1/user/:user/${vital.resource}/date${days}${isWhole ? "/all" : ""}.json`,
      scope: vital.scope,
      answer: (call) => answer(call, vital, isWhole),
    }))));
