import { type Day, dayText } from "../../person/days";
import { daysOf } from "../ranges";
import { civilDay, oneOf } from "../read";
import type { Answer, Call, Route } from "../route";
import { bmiOf, fatsOf } from "./log";

/** https://dev.fitbit.com/build/reference/web-api/body-timeseries/ */
const MAX_DAYS = 1095;

/** A measurement in the unit of its series. */
interface Known { start: number; value: number }

const MEASURES = {
  weight: ({ person, units }: Call): Known[] => person.weighings()
    .map(({ start, kg }) => ({ start, value: kg * units.weight.perSi })),
  fat: ({ person }: Call): Known[] => fatsOf(person)
    .map(({ start, percent }) => ({ start, value: percent })),
  bmi: ({ person }: Call): Known[] => person.weighings()
    .map(({ start, kg }) => ({ start, value: bmiOf(person, kg) })),
};

const NAMES = Object.keys(MEASURES) as (keyof typeof MEASURES)[];

/** Single precision, written out as if it were double; a whole number has one digit behind. */
function text(value: number): string {
  const single = Math.fround(value);
  return Number.isInteger(single) ? `${single}.0` : String(single);
}

/** Each day with the last that was known by its end. */
function rows(call: Call, known: Known[], [first, last]: [Day, Day]): object[] {
  const { person: { timeline }, switches } = call;
  const dated = known.map(({ start, value }) => ({ day: timeline.dayOf(start), value }));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((day) => {
    const value = dated.filter((one) => one.day <= day).at(-1)?.value;
    if (value === undefined && switches.bodyBeforeFirst === "nothing") return [];
    return [{ dateTime: dayText(day), value: value === undefined ? "0" : text(value) }];
  });
}

function range(call: Call): [Day, Day] {
  const { params: { first = "", second }, person } = call;
  if (second === "max") return [person.who.firstDay, civilDay(call, "date", first, true)];
  return daysOf(call, MAX_DAYS);
}

function series(call: Call): Answer {
  const measure = oneOf("resource path", call.params.resource ?? "", NAMES);
  return { body: { [`body-${measure}`]: rows(call, MEASURES[measure](call), range(call)) } };
}

export const seriesRoutes: Route[] = [{
  method: "GET",
  path: "/1/user/:user/body/:resource/date/:first/:second.json",
  scope: "weight",
  answer: series,
}];
