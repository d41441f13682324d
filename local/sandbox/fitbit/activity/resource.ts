import type { Resource } from "../resource";
import { catalogueRoutes } from "./catalogue";
import { dayRoutes } from "./day";
import { listRoutes } from "./list";
import { seriesRoutes } from "./series";
import { activitySwitches } from "./switches";
import { writeRoutes } from "./write";

export const activity = {
  routes: [...dayRoutes, ...listRoutes, ...seriesRoutes, ...writeRoutes, ...catalogueRoutes],
  switches: activitySwitches,
} satisfies Resource;
