import type { Route } from "./route";
import type { Switches } from "./switches";

/** What a resource gives to the door. */
export interface Resource {
  routes: readonly Route[];
  /** Its own switches, as they stand unless someone turns them. */
  switches?: Partial<Switches>;
}
