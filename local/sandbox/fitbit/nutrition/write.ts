import { deletion, editEntry } from "../../person/changes";
import { dayText } from "../../person/days";
import { type Food, foodById, heldIn, unitById } from "../../person/foods";
import type { Eaten, Entry } from "../../person/truth";
import { invalid } from "../envelope";
import { civilDay, decimal, required, wholeNumber } from "../read";
import type { Answer, Call, Route } from "../route";
import { SERVING } from "./catalogue";
import { entryById, named, startOn } from "./entries";
import { daySums, foodItem } from "./foods";

/** The hours of the meals by their ids; the sixth is not documented, but taken. */
const HOURS = [0, 8, 10.5, 12.5, 16, 19, 21, 12];

/** What may be told of a food that is named; to what of it is kept, and its grams in one. */
const KEPT: Record<string, [keyof Eaten, number]> = {
  totalCarbohydrate: ["carbs", 1],
  totalFat: ["fat", 1],
  dietaryFiber: ["fiber", 1],
  protein: ["protein", 1],
  sodium: ["sodium", 1 / 1000],
};

/** Known, and of no further use here. */
const OTHER = [
  "caloriesFromFat", "transFat", "saturatedFat", "cholesterol", "potassium", "sugars",
  "vitaminA", "vitaminB6", "vitaminB12", "vitaminC", "vitaminD", "vitaminE", "biotin",
  "folicAcid", "niacin", "pantothenicAcid", "riboflavin", "thiamin", "calcium", "copper",
  "iron", "magnesium", "phosphorus", "iodine", "zinc",
];

const OF_NAMED = ["brandName", "calories", ...Object.keys(KEPT), ...OTHER];

/** A number that may be nothing. */
function amountOf(name: string, text: string): number {
  if (/^0+(\.0*)?$/.test(text)) return 0;
  return decimal(name, text);
}

const mealOf = (call: Call): number =>
  wholeNumber("mealTypeId", required(call, "mealTypeId"), 1, 7);

interface Told { food: Eaten; kcal: number }

/** So much of a food of the catalogue, in one of its units. */
function ofCatalogue(known: Food, meal: number, amount: number, unitId: number): Told {
  const held = heldIn(known, amount, unitId);
  if (!held) throw invalid("unitId", `Invalid unitId: ${unitId}`);
  const { kcal, ...values } = held;
  const { id: foodId, name } = known;
  return { food: { name, foodId, meal, amount, unitId, ...values }, kcal };
}

function ofName(call: Call, name: string, meal: number, amount: number, unitId: number): Told {
  const { query } = call;
  const values = Object.entries(KEPT).flatMap(([parameter, [field, grams]]) => {
    const text = query.get(parameter);
    return text === undefined ? [] : [[field, amountOf(parameter, text) * grams]];
  });
  OTHER.forEach((parameter) => amountOf(parameter, query.get(parameter) ?? "0"));
  const kcal = wholeNumber("calories", query.get("calories") ?? "0", 0, 100_000);
  const food = { name, meal, amount, unitId, ...Object.fromEntries(values) as object };
  return { food, kcal };
}

function unitOf(call: Call): number {
  const unitId = wholeNumber("unitId", required(call, "unitId"), 1, 100_000);
  if (!unitById(unitId)) throw invalid("unitId", `Invalid unitId: ${unitId}`);
  return unitId;
}

function toldOf(call: Call): Told {
  const { query } = call;
  const id = query.get("foodId");
  const name = query.get("foodName");
  if ((id === undefined) === (name === undefined)) {
    const message = "Exactly one of foodId and foodName is required";
    throw invalid(id === undefined ? "foodName" : "foodId", message);
  }
  const meal = mealOf(call);
  const amount = decimal("amount", required(call, "amount"));
  const unitId = unitOf(call);
  if (id === undefined) return ofName(call, required(call, "foodName"), meal, amount, unitId);
  const extra = OF_NAMED.find((parameter) => query.has(parameter));
  if (extra !== undefined) throw invalid(extra, `${extra} goes with foodName alone`);
  const known = foodById(wholeNumber("foodId", id, 1, Number.MAX_SAFE_INTEGER));
  if (!known) throw invalid("foodId", `Invalid foodId: ${id}`);
  return ofCatalogue(known, meal, amount, unitId);
}

function create(call: Call): Answer {
  const day = civilDay(call, "date", required(call, "date"));
  const { food, kcal } = toldOf(call);
  const start = startOn(call, day, HOURS[food.meal] ?? 12);
  const made = call.person.addEntry("food", start, kcal, { food, by: "client" });
  const foodDay = { date: dayText(day), summary: daySums(call, day) };
  return { status: 201, body: named(call, { foodDay, foodLog: foodItem(call, made) }) };
}

/** What a log is from now on: of a named food the values stay, but for the calories. */
function changedOf(call: Call, { food, value }: Entry): Told {
  const meal = mealOf(call);
  const { query } = call;
  const known = food?.foodId === undefined ? undefined : foodById(food.foodId);
  if (known) {
    if (query.has("calories")) throw invalid("calories", "calories goes with foodName alone");
    const amount = decimal("amount", required(call, "amount"));
    return ofCatalogue(known, meal, amount, unitOf(call));
  }
  const amount = query.has("amount") ? decimal("amount", required(call, "amount")) : undefined;
  const unitId = query.has("unitId") ? unitOf(call) : undefined;
  const kcal = query.get("calories");
  const before = food ?? { name: "Quick calories", unitId: SERVING, amount: 1 };
  return {
    food: {
      ...before,
      meal,
      ...(amount !== undefined && { amount }),
      ...(unitId !== undefined && { unitId }),
    },
    kcal: kcal === undefined ? value : wholeNumber("calories", kcal, 0, 100_000),
  };
}

function update(call: Call): Answer {
  const { person } = call;
  const entry = entryById(call, "food");
  const { food, kcal } = changedOf(call, entry);
  person.change(editEntry(entry, { food, value: kcal }));
  const changed = person.entries().find(({ key }) => key === entry.key) ?? entry;
  return { status: 201, body: named(call, { foodLog: foodItem(call, changed) }) };
}

function remove(call: Call): Answer {
  call.person.change(deletion(entryById(call, "food")));
  return call.switches.deleteAnswers200 ? { body: {} } : { status: 204 };
}

const PATH = "/1/user/:user/foods/log";
const scope = "nutrition";
const HOW_MUCH = ["mealTypeId", "unitId", "amount"];

export const foodWriteRoutes: Route[] = [
  {
    method: "POST",
    path: `${PATH}.json`,
    scope,
    takes: ["foodId", "foodName", "favorite", "date", ...HOW_MUCH, ...OF_NAMED],
    answer: create,
  },
  {
    method: "POST",
    path: `${PATH}/:id.json`,
    scope,
    takes: [...HOW_MUCH, "calories"],
    answer: update,
  },
  { method: "DELETE", path: `${PATH}/:id.json`, scope, answer: remove },
];
