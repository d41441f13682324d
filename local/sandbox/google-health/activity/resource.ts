import { dataType, METHODS, SCOPES } from "../data-type";
import type { Resource } from "../resource";
import { exercise } from "./exercise";
import { MINUTE_TYPES } from "./minutes";
import { activitySchemas } from "./schemas";
import { activitySwitches } from "./switches";
import { tcxRoutes } from "./tcx";

export const activity = {
  types: [
    exercise,
    ...MINUTE_TYPES,
    dataType("basal-energy-burned", "interval", SCOPES.activity, METHODS.read),
  ],
  routes: tcxRoutes,
  schemas: activitySchemas,
  switches: activitySwitches,
} satisfies Resource;
