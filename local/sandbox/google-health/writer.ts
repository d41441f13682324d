import { deletion } from "../person/changes";
import type { RecordType } from "../person/person";
import type { AnyRecord } from "../person/truth";
import { invalid, refused } from "./envelope";
import type { Fields } from "./read";
import type { Life } from "./state";
import type { HealthSwitches } from "./switches";
import { durationOf, instantOf, type Moment } from "./time";

export type Moments = [start: Moment, end: Moment];

/** It is stored; it is answered as if it were; the server fails. */
export type Patched = "stored" | "ignored" | "failed";

/** How a type's data points come into the person's life, and out of it. */
export interface Writer {
  /** The message of the value. */
  message: string;
  /** Fields of the message that need not be there after all. */
  optional?: (switches: HealthSwitches) => readonly string[];
  /** What PATCH does with such a value; stores it, where it does not say. */
  patched?: (value: Fields) => Patched;
  /** Whether what was written can be deleted, where it cannot always be. */
  canDelete?: (switches: HealthSwitches) => boolean;
  /** When it was, and what else is to be kept of it. */
  read: (value: Fields) => { moments: Moments; rest: Fields };
  /** Makes it true; the key of the new record. */
  add: (life: Life, moments: Moments, rest: Fields) => string;
  remove: (life: Life, key: string) => void;
}

// Times.

const moment = (at: unknown, offset: unknown): Moment =>
  ({ at: instantOf(String(at)) ?? 0, offset: durationOf(String(offset)) ?? 0 });

export function session({ interval, ...rest }: Fields): { moments: Moments; rest: Fields } {
  const { startTime, startUtcOffset, endTime, endUtcOffset } = interval as Fields;
  const moments: Moments = [moment(startTime, startUtcOffset), moment(endTime, endUtcOffset)];
  if (moments[0].at >= moments[1].at) {
    const message = "Data point start time must be strictly earlier than end time";
    throw refused("INVALID_TIME_RANGE", message);
  }
  return { moments, rest };
}

export function sample({ sampleTime, ...rest }: Fields): { moments: Moments; rest: Fields } {
  const { physicalTime, utcOffset } = sampleTime as Fields;
  const at = moment(physicalTime, utcOffset);
  return { moments: [at, at], rest };
}

// Amounts.

export const within = (value: unknown, path: string, most: number): number => {
  const number = Number(value);
  if (number < 0 || number > most) {
    throw invalid(path, `Invalid value at '${path}': must be in the range [0, ${most}]`);
  }
  return number;
};

// Records of the person.

type Records = (life: Life) => AnyRecord[];

/** Fat, food and water. */
export const entries: Records = ({ person }) => person.entries();

export const removeFrom = (records: Records) => (life: Life, key: string): void => {
  const found = records(life).find((record) => record.key === key);
  if (found) life.person.change(deletion(found));
};

/** Records a single measurement, or something eaten or drunk. */
export const record = (type: RecordType, records: Records) => (
  life: Life, { at: start }: Moment, value: number,
): string => {
  const before = new Set(records(life).map(({ key }) => key));
  life.person.record({ type, start, value, synced: true });
  return records(life).find(({ key }) => !before.has(key))?.key ?? "";
};
