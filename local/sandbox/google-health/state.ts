import { MINUTE } from "../person/days";
import type { Person } from "../person/person";
import type { AnyRecord } from "../person/truth";
import { HealthIds } from "./ids";
import { Subscriptions } from "./subscriptions";
import { Quota } from "./quota";
import type { HealthSwitches } from "./switches";
import type { Moment } from "./time";

/** What this client wrote of a record, beyond what is true of the person. */
export interface Written {
  start: Moment;
  end: Moment;
  /** When it was first written (epoch ms). */
  created: number;
  /** The value as the client gave it, without what the server sets. */
  value: Record<string, unknown>;
}

/** What the API keeps beside the person; new with every reset. */
export class HealthState {
  readonly ids: HealthIds;
  readonly quota: Quota;
  readonly subscriptions = new Subscriptions();
  /** By the key of the record. */
  readonly written = new Map<string, Written>();
  private notes = 0;

  constructor(seed: number, rateLimit: boolean) {
    this.ids = new HealthIds(seed);
    this.quota = new Quota(rateLimit);
  }

  /** The key of something new that is nowhere but in `written`. */
  noteKey(type: string): string {
    this.notes += 1;
    return `${type}:${this.notes}`;
  }
}

/** What this client wrote of a record, unless the person has moved or corrected it since. */
export function writtenOf({ state }: Life, record: AnyRecord): Written | undefined {
  const written = state.written.get(record.key);
  const corrected = "edited" in record && record.edited !== undefined;
  const moved = written && (record.start !== written.start.at
    || Math.abs(record.end - written.end.at) >= MINUTE);
  return corrected || moved ? undefined : written;
}

/** The person as this API sees them. */
export interface Life {
  person: Person;
  state: HealthState;
  switches: HealthSwitches;
  /** Whether the watch counts floors. */
  altimeter: boolean;
}
