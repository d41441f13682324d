import { dataType } from "../data-type";
import type { Resource } from "../resource";
import { hydrationLog } from "./hydration-log";
import { nutritionLog } from "./nutrition-log";
import { nutritionSchemas } from "./schemas";
import { nutritionSwitches } from "./switches";

const catalogue = (id: string) =>
  dataType(id, "food", "nutrition", ["list", "get"], { listTakesFamily: false });

export const nutrition = {
  types: [
    nutritionLog, hydrationLog, catalogue("food"), catalogue("food-measurement-unit"),
  ],
  schemas: nutritionSchemas,
  switches: nutritionSwitches,
} satisfies Resource;
