import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { readFoodId } from "../../common/nutrition/input";
import { foodFound } from "../../common/nutrition/sentences";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["nutrition"];

const action = defineAction({
  key: "fitbit-get-food",
  name: "Get Food",
  description: "Get a food of the database: its calories, and the units that it is measured in. Ids of foods come with **List Recent Foods** and **List Frequent Foods**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/nutrition/get-food/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    foodId: {
      propDefinition: [
        fitbit,
        "foodId",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-food");
    const foodId = readFoodId(this.foodId, this.fitbit.getIdForm());
    const food = await this.fitbit.getFood(foodId, call);
    $.export("$summary", foodFound(food));
    return { food };
  },
});

export default action;

export const googleHealth = {
  docs: "users.dataTypes.dataPoints/get",
  records: ["food"],
  version: "0.0.1",
  scopes: ["nutrition.readonly"],
} satisfies Twin<typeof action>;
