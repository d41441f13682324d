import type { CivilDate } from "../dates";
import type { Mark } from "./marks";

/** A record that was found before. */
export interface Known {
  /** The latest day that it belonged to. */
  day: CivilDate;
  mark: Mark;
  /** Whether it is done with: told, or there when the source was deployed. */
  isTold: boolean;
  /** What was read of one that a filter let go; of one that was told, where changes count. */
  content?: string;
  /** Since when it has been known and could not be told yet, in ms. */
  waits?: number;
}
