/**
 * The meals of a day: Fitbit's ids of them, and when people usually have them.
 * https://dev.fitbit.com/build/reference/web-api/nutrition/create-food-log/
 */
const MEALS = {
  "breakfast": { id: 1, time: "08:00" },
  "morning snack": { id: 2, time: "10:30" },
  "lunch": { id: 3, time: "12:30" },
  "afternoon snack": { id: 4, time: "16:00" },
  "dinner": { id: 5, time: "19:00" },
  // Not documented, but taken.
  "evening snack": { id: 6, time: "21:00" },
  "anytime": { id: 7, time: "12:00" },
};

export type Meal = keyof typeof MEALS;

export const meals = Object.keys(MEALS).filter(isMeal);

function isMeal(text: string): text is Meal {
  return Object.hasOwn(MEALS, text);
}

/** Fitbit's id of a meal. */
export function mealTypeIdOf(meal: Meal): number {
  return MEALS[meal].id;
}

/** The local time at which a meal is had that nobody gave a time for. */
export function usualTimeOf(meal: Meal): string {
  return MEALS[meal].time;
}

/** The meal of an id; undefined for none. */
export function mealOf(mealTypeId: number | undefined): Meal | undefined {
  return meals.find((meal) => MEALS[meal].id === mealTypeId);
}
