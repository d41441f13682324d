import type { Resource } from "../resource";
import { logRoutes } from "./logs";
import { seriesRoutes } from "./series";
import { bodySwitches } from "./switches";

export const body = {
  routes: [...logRoutes, ...seriesRoutes], switches: bodySwitches,
} satisfies Resource;
