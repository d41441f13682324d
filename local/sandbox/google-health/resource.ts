import type { DataType } from "./data-type";
import type { Route } from "./route";
import type { Schemas } from "./schemas";
import type { HealthSwitches } from "./switches";

/** What a resource gives to the door. */
export interface Resource {
  types?: readonly DataType[];
  /** Its methods beside those of data points. */
  routes?: readonly Route[];
  /** The messages of its types and routes. */
  schemas?: Schemas;
  /** Its own switches, as they stand unless someone turns them. */
  switches?: Partial<HealthSwitches>;
}
