import type { Resource } from "../resource";
import { nightRoutes } from "./nights";
import { rhythmRoutes } from "./rhythm";
import { vitalsSwitches } from "./switches";
import { typedInRoutes } from "./typed-in";

export const vitals = {
  routes: [...nightRoutes, ...typedInRoutes, ...rhythmRoutes], switches: vitalsSwitches,
} satisfies Resource;
