import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** Names of food logs and of the series as in some days of August 2025: `logged_food`. */
    foodsInSnakeCase: boolean;
    /** Values of the series are text, as in older recordings; documented are numbers. */
    nutritionSeriesAsText: boolean;
    /** A new water log is told in the unit that it was sent in, not in that of the header. */
    waterEchoed: boolean;
  }
}

export const nutritionSwitches = {
  foodsInSnakeCase: false,
  nutritionSeriesAsText: false,
  waterEchoed: false,
} satisfies Partial<Switches>;
