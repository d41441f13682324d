import type { Resource } from "../resource";
import { bodyFat } from "./fat";
import { height } from "./height";
import { bodySchemas } from "./schemas";
import { weight } from "./weight";

export const body: Resource = { types: [weight, bodyFat, height], schemas: bodySchemas };
