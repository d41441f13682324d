import { DAY, dayText } from "../../person/days";
import type { Eaten, Entry } from "../../person/truth";
import { civilDay } from "../read";
import type { Answer, Call, Route } from "../route";
import { round } from "../units";
import { eatenFood } from "./catalogue";
import { dayOf, entriesOf, entriesOn, entryId, named } from "./entries";
import { waterIn } from "./water";

const MILLIGRAMS = 1000;
const HABIT_DAYS = 90;

type Nutrient = "carbs" | "fat" | "fiber" | "protein" | "sodium";

const NUTRIENTS: [Nutrient, number][] = [
  ["carbs", 1], ["fat", 1], ["fiber", 1], ["protein", 1], ["sodium", MILLIGRAMS],
];

/** What foods hold together; what nobody told counts as nothing. */
function values(entries: Entry[]): object {
  const sum = (of: (entry: Entry) => number): number =>
    entries.reduce((all, entry) => all + of(entry), 0);
  const nutrients = NUTRIENTS.map(([name, perGram]) =>
    [name, round(sum(({ food }: { food?: Eaten }) => (food?.[name] ?? 0) * perGram), 2)]);
  return {
    calories: Math.round(sum(({ value }) => value)),
    ...Object.fromEntries(nutrients) as object,
  };
}

/** A log of a food, as lists and the answers to writes show it. */
export function foodItem({ person }: Call, entry: Entry): object {
  return {
    isFavorite: false,
    logDate: dayText(dayOf(person, entry)),
    logId: entryId(person, entry),
    loggedFood: eatenFood(entry),
    nutritionalValues: values([entry]),
  };
}

/** What a day comes to. */
export function daySums(call: Call, day: number): object {
  const { person } = call;
  const water = waterIn(call, entriesOn(person, "water", day));
  return { ...values(entriesOn(person, "food", day)), water };
}

function byDate(call: Call): Answer {
  const { person, params, switches } = call;
  const day = civilDay(call, "date", params.date ?? "", switches.todayEverywhere);
  const foods = entriesOn(person, "food", day).map((entry) => foodItem(call, entry));
  const goals = { calories: Math.round(person.who.basalMilliKcal * 1.44 * 1.4) };
  return { body: named(call, { foods, goals, notes: [], summary: daySums(call, day) }) };
}

/** The logs of one food, the last one first. */
type Habit = [Entry, ...Entry[]];

/** What was eaten of late, the food that was eaten last first. */
function habits({ person }: Call): Habit[] {
  const foods = new Map<string, Habit>();
  const first = Math.floor(person.now / DAY) - HABIT_DAYS;
  const late = entriesOf(person, "food").filter((entry) => dayOf(person, entry) >= first);
  for (const entry of late.reverse()) {
    const { foodId, name = "" } = entry.food ?? {};
    const key = String(foodId ?? name.toLowerCase());
    const known = foods.get(key);
    if (known) known.push(entry);
    else foods.set(key, [entry]);
  }
  return [...foods.values()];
}

const habitItem = ({ person }: Call, [last]: Habit): object =>
  ({ ...eatenFood(last), dateLastEaten: dayText(dayOf(person, last)) });

const list = (call: Call, foods: Habit[]): Answer =>
  ({ body: named(call, foods.map((food) => habitItem(call, food))) });

const PATH = "/1/user/:user/foods/log";
const scope = "nutrition";

export const foodRoutes: Route[] = [
  { method: "GET", path: `${PATH}/date/:date.json`, scope, answer: byDate },
  {
    method: "GET",
    path: `${PATH}/recent.json`,
    scope,
    answer: (call) => list(call, habits(call)),
  },
  {
    method: "GET",
    path: `${PATH}/frequent.json`,
    scope,
    answer: (call) => list(call, habits(call).sort((a, b) => b.length - a.length)),
  },
];
