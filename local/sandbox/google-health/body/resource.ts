import type { Resource } from "../resource";
import { bodyFat } from "./fat";
import { height } from "./height";
import { bodySchemas } from "./schemas";
import { bodySwitches } from "./switches";
import { weight } from "./weight";

export const body = {
  types: [weight, bodyFat, height], schemas: bodySchemas, switches: bodySwitches,
} satisfies Resource;
