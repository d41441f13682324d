import type { Resource } from "../resource";
import { DAILY_TYPES } from "./daily";
import { RHYTHM_TYPES, rhythmRoutes } from "./rhythm";
import { SAMPLE_TYPES } from "./samples";
import { vitalsSchemas } from "./schemas";
import { vitalsSwitches } from "./switches";

export const vitals = {
  types: [...DAILY_TYPES, ...SAMPLE_TYPES, ...RHYTHM_TYPES],
  routes: rhythmRoutes,
  schemas: vitalsSchemas,
  switches: vitalsSwitches,
} satisfies Resource;
