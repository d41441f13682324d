import type { Call } from "../call";
import type { RecordClock } from "../record-clock";
import type { FoundPages, Reading } from "./found";
import type { Identity } from "./identities";

/** Records that appear: what is read, how a record is known, and what is said of it. */
export interface RecordStream<T extends object> {
  call: Call;
  /** How late a record may appear and still be noticed. */
  lookBackDays: number;
  recent(reading: Reading): FoundPages<T>;
  identity: Identity;
  /** Whether a record is wanted; undefined where it does not tell before it is completed. */
  isWanted(record: T): boolean | undefined;
  summary(record: T): string;
  /** What local times are read on; left out where records tell instants. */
  clock?: RecordClock;
  /** How many are told of at first, where that is not the usual number. */
  mostHistory?: number;
  /** Whether one that was told is told again when its content changes. */
  tellsChanges?: boolean;
}

/** What a source chooses of a stream. */
export type Choice<T extends object> = Partial<Pick<RecordStream<T>, "isWanted" | "clock">>;
