import type { Call } from "../call";
import type { RecordClock } from "../record-clock";
import type { Pages } from "../wire/pages";
import type { Found, Reading } from "./found";
import type { Identity } from "./identities";

/** Records that appear: what is read, how a record is known, and what is said of it. */
export interface RecordStream<T extends object> {
  call: Call;
  /** How late a record may appear and still be noticed. */
  lookBackDays: number;
  recent(reading: Reading): Pages<Found<T>>;
  identity: Identity;
  /** Whether a record is wanted; undefined where it does not tell before it is completed. */
  isWanted(record: T): boolean | undefined;
  summary(record: T): string;
  /** What local times are read on; left out where records tell instants. */
  clock?: RecordClock;
  /** Whether one that was told is told again when its content changes. */
  tellsChanges?: boolean;
}
