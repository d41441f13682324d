import type { Resource } from "../resource";
import { foodCatalogueRoutes } from "./catalogue";
import { foodRoutes } from "./foods";
import { seriesRoutes } from "./series";
import { nutritionSwitches } from "./switches";
import { waterRoutes } from "./water";
import { foodWriteRoutes } from "./write";

export const nutrition = {
  routes: [
    ...foodRoutes, ...foodWriteRoutes, ...waterRoutes, ...seriesRoutes, ...foodCatalogueRoutes,
  ],
  switches: nutritionSwitches,
} satisfies Resource;
