import { absent, approximate, type Difference } from "../difference";

const OF_LOGS = "What nobody logged is left out, where Fitbit writes 0.";

const UNITS_OF_FOODS = "A food that was logged has often no more than the unit's name, which may be in the plural.";

/** What Google Health does not have of these records. */
export const nutritionDifferences = {
  foodDay: [
    absent("goals and notes", ["goals", "notes"]),
    approximate("sums of what nobody told", ["summary"], OF_LOGS),
  ],
  foodLog: [
    absent("favorites, brands and what else is known of a food", [
      "isFavorite", "loggedFood.accessLevel", "loggedFood.brand", "loggedFood.locale",
      "loggedFood.units",
    ]),
    approximate(
      "food ids",
      ["loggedFood.foodId"],
      "Only foods of Google's own database have one, which means nothing on Fitbit.",
    ),
    approximate("units", ["loggedFood.unit", "loggedFood.amount"], UNITS_OF_FOODS),
    approximate(
      "snacks",
      ["loggedFood.mealTypeId"],
      "A snack that an app logs is one at any time.",
    ),
    approximate(
      "unknown nutrients",
      ["nutritionalValues", "loggedFood.calories"],
      "What nobody told is left out, where Fitbit writes 0.",
    ),
  ],
  waterDay: [approximate("the sum of a day without water", ["summary.water"], OF_LOGS)],
  nutritionFigures: [approximate("days without logs", ["caloriesIn", "water"], OF_LOGS)],
  foodHabit: [
    absent("brands and what else is known of a food", [
      "accessLevel", "brand", "locale", "units",
    ]),
    approximate(
      "food ids",
      ["foodId"],
      "Only foods of Google's own database have one, which means nothing on Fitbit.",
    ),
    approximate("units", ["unit", "amount"], UNITS_OF_FOODS),
    approximate(
      "unknown calories",
      ["calories"],
      "What nobody told is left out, where Fitbit writes 0.",
    ),
  ],
  food: [
    absent("whether a food is generic", ["isGeneric"]),
    approximate("food ids", ["foodId"], "They are those of Google's own database."),
  ],
} satisfies Record<string, readonly Difference[]>;
