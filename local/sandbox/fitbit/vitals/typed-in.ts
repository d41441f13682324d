import { type Day, dayText } from "../../person/days";
import type { Glucose } from "../../person/vitals";
import { daysOf } from "../ranges";
import type { Answer, Call, Route } from "../route";
import { round } from "../units";

const MONTH = 30;

/** What was taken on the days that are asked for. */
function during<T extends { start: number }>(
  { person: { timeline } }: Call, taken: T[], [first, last]: [Day, Day],
): T[] {
  return taken.filter(({ start }) => {
    const day = timeline.dayOf(start);
    return first <= day && day <= last;
  });
}

const local = ({ person }: Call, at: number): string => person.timeline.local(at).slice(0, 19);

/** Every temperature, oldest first. */
function core(call: Call): Answer {
  const { person, units: { temperature: { perDegree, zero } }, params } = call;
  const asked = { ...call, params: { ...params, second: params.second ?? params.first ?? "" } };
  const taken = during(call, person.temperatures(), daysOf(asked, MONTH, []));
  const tempCore = taken.map(({ start, celsius }) => (
    { dateTime: local(call, start), value: round(celsius * perDegree + zero, 1) }
  ));
  return { body: { tempCore } };
}

/** A day with its readings, newest first. */
function glucoseDay(call: Call, day: Day, taken: Glucose[]): object {
  const { perMilligram, digits } = call.units.glucose;
  const values = [...taken].reverse().map(({ start, mgPerDl, measured }) => ({
    dateTime: local(call, start),
    value: round(mgPerDl * perMilligram, digits),
    measurementType: measured ? "SMBG" : "UNSPECIFIED",
  }));
  const numbers = values.map(({ value }) => value);
  const sum = numbers.reduce((total, value) => total + value, 0);
  return {
    date: dayText(day),
    minValue: Math.min(...numbers),
    maxValue: Math.max(...numbers),
    numberOfValues: numbers.length,
    sumOfValues: round(sum, 4),
    average: round(sum / numbers.length, 4),
    values,
  };
}

function glucose(call: Call): Answer {
  const { person } = call;
  const byDay = new Map<Day, Glucose[]>();
  for (const reading of during(call, person.glucoses(), daysOf(call, Infinity, []))) {
    const day = person.timeline.dayOf(reading.start);
    byDay.set(day, [...(byDay.get(day) ?? []), reading]);
  }
  return { body: [...byDay].map(([day, taken]) => glucoseDay(call, day, taken)) };
}

/** What the person typed in. */
export const typedInRoutes: Route[] = [
  ...["/:first", "/:first/:second"].map((days): Route => ({
    method: "GET",
    path: `/1/user/:user/temp/core/date${days}.json`,
    scope: "temperature",
    answer: core,
  })),
  {
    method: "GET",
    path: "/1/user/:user/health/metrics/glucose/values/:first/:second.json",
    scope: "blood_glucose",
    answer: glucose,
  },
];
