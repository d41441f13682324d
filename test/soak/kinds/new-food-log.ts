import { eaten, LUNCH } from "../eating";
import type { Looks } from "../kind";

export const looks: Looks = eaten("food", {
  choices: [{}, { meals: ["lunch"] }],
  isWanted: ({ loggedFood }, { meals }) => !meals
    || (loggedFood as { mealTypeId?: unknown }).mealTypeId === LUNCH,
});
