import type { Character } from "./character";
import { type Day, MINUTE } from "./days";
import { type Food, foodById, heldIn } from "./foods";
import { type Random, random } from "./random";
import type { Entry } from "./truth";

/** A meal by its number, when it is had, how often, and what of. */
interface Habit {
  meal: number;
  hours: readonly [number, number];
  chance: number;
  foods: readonly [number, ...number[]];
}

const HABITS: readonly Habit[] = [
  { meal: 1, hours: [7.6, 8.4], chance: 0.9, foods: [82301, 82294, 14046577, 82547] },
  { meal: 2, hours: [10.7, 11.2], chance: 0.3, foods: [81409, 81000] },
  { meal: 3, hours: [12.3, 13.1], chance: 0.85, foods: [83110, 83455, 82294] },
  { meal: 4, hours: [15.6, 16], chance: 0.3, foods: [81000, 14724757, 81409] },
  { meal: 5, hours: [18.9, 19.8], chance: 0.85, foods: [83990, 84021, 83110] },
  { meal: 7, hours: [20.9, 21.3], chance: 0.15, foods: [82782] },
];

/** On one day in so many nothing is written down. */
const SILENT = 5;
const HALVES = 0.5;
const LATER = 5 * MINUTE;

/** How much is written down of a food: one or two of what it is usually measured in. */
const amountOf = (chance: Random): number => chance.int(2, 4) * HALVES;

function eaten(key: string, start: number, meal: number, food: Food, chance: Random): Entry {
  const [{ unitId }] = food.servings;
  const amount = amountOf(chance);
  const { kcal = 0, ...held } = heldIn(food, amount, unitId) ?? {};
  const { id: foodId, name } = food;
  return {
    key,
    start,
    end: start,
    changed: start,
    type: "food",
    value: kcal,
    food: { name, foodId, meal, amount, unitId, ...held },
  };
}

const GLASSES = [200, 250, 300, 330, 500] as const;

function drunk(key: string, start: number, chance: Random): Entry {
  const value = chance.pick(GLASSES);
  return { key, start, end: start, changed: start, type: "water", value };
}

/** What the person eats and drinks on a day, and writes down, oldest first. */
export function planMeals(who: Character, day: Day): Entry[] {
  const chance = random(who.seed, 11, day);
  if (chance.int(1, SILENT) === 1 || who.flights.has(day)) return [];
  const at = (hour: number): number =>
    Math.floor(who.timeline.at(day, hour) / MINUTE) * MINUTE;
  const foods = HABITS.filter((habit) => chance.chance(habit.chance))
    .flatMap(({ meal, hours: [first, last], foods: ids }) => {
      const start = at(chance.real(first, last));
      const more = chance.chance(0.4) ? [chance.pick(ids)] : [];
      const wanted = new Set([chance.pick(ids), ...more]);
      return [...wanted].flatMap((id, i) => {
        const food = foodById(id);
        const key = `food:${day}:${meal}:${id}`;
        return food ? [eaten(key, start + i * LATER, meal, food, chance)] : [];
      });
    });
  const glasses = Array.from({ length: chance.int(2, 5) }, (_, i) =>
    drunk(`water:${day}:${i}`, at(9.2 + 2.3 * i + chance.real(0, 1)), chance));
  return [...foods, ...glasses].sort((a, b) => a.start - b.start);
}
