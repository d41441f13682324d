import { type Day, dayText } from "../../person/days";
import { notFound } from "../envelope";
import { daysOf } from "../ranges";
import type { Answer, Call, Route } from "../route";
import { dayOf, entriesOf, named } from "./entries";
import { volumeIn } from "./water";

const MAX_DAYS = 1095;

const KINDS = { caloriesIn: "food", water: "water" } as const;

const isKnown = (name: string): name is keyof typeof KINDS => Object.hasOwn(KINDS, name);

function series(call: Call): Answer {
  const { person, params: { resource = "" }, switches } = call;
  if (!isKnown(resource)) throw notFound();
  const [first, last] = daysOf(call, MAX_DAYS);
  const sums = new Map<Day, number>();
  for (const entry of entriesOf(person, KINDS[resource])) {
    const day = dayOf(person, entry);
    sums.set(day, (sums.get(day) ?? 0) + entry.value);
  }
  const rows = Array.from({ length: last - first + 1 }, (_, i) => {
    const sum = sums.get(first + i) ?? 0;
    const value = resource === "water" ? volumeIn(call, sum) : Math.round(sum);
    const text = resource === "water" && Number.isInteger(value) ? `${value}.0` : String(value);
    return {
      dateTime: dayText(first + i), value: switches.nutritionSeriesAsText ? text : value,
    };
  });
  return { body: named(call, { [`foods-log-${resource}`]: rows }) };
}

export const seriesRoutes: Route[] = [{
  method: "GET",
  path: "/1/user/:user/foods/log/:resource/date/:first/:second.json",
  scope: "nutrition",
  answer: series,
}];
