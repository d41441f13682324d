import type { Resource } from "../resource";
import { DAILY_TYPES } from "./daily";
import { MINUTE_TYPES } from "./minutes";
import { heartSchemas } from "./schemas";
import { heartSwitches } from "./switches";

export const heart = {
  types: [...MINUTE_TYPES, ...DAILY_TYPES],
  schemas: heartSchemas,
  switches: heartSwitches,
} satisfies Resource;
