import type { Resource } from "../resource";
import { foods, foodUnits } from "./catalogue";
import { hydrationLog } from "./hydration-log";
import { nutritionLog } from "./nutrition-log";
import { nutritionSchemas } from "./schemas";
import { nutritionSwitches } from "./switches";

export const nutrition = {
  types: [nutritionLog, hydrationLog, foods, foodUnits],
  schemas: nutritionSchemas,
  switches: nutritionSwitches,
} satisfies Resource;
