import type { Resource } from "../resource";
import { activeZoneMinutesRoutes } from "./active-zone-minutes";
import { catalogueRoutes } from "./catalogue";
import { dayRoutes } from "./day";
import { goalRoutes } from "./goals";
import { intradayRoutes } from "./intraday";
import { listRoutes } from "./list";
import { seriesRoutes } from "./series";
import { activitySwitches } from "./switches";
import { tcxRoutes } from "./tcx";
import { typesUsedRoutes } from "./types-used";
import { workoutRoutes } from "./workout";
import { writeRoutes } from "./write";

export const activity = {
  routes: [
    ...dayRoutes, ...goalRoutes, ...listRoutes, ...seriesRoutes, ...intradayRoutes,
    ...activeZoneMinutesRoutes, ...tcxRoutes, ...workoutRoutes, ...typesUsedRoutes,
    ...writeRoutes, ...catalogueRoutes,
  ],
  switches: activitySwitches,
} satisfies Resource;
