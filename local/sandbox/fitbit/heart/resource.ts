import type { Resource } from "../resource";
import { intradayRoutes } from "./intraday";
import { seriesRoutes } from "./series";

export const heart = { routes: [...seriesRoutes, ...intradayRoutes] } satisfies Resource;
