import type { CivilDate } from "../dates";
import type { Crossed, Looking } from "../polling/crossings";
import { isDay, isObject, isTime } from "../polling/json";
import { counted } from "../sentences";
import { rounded } from "../units";
import type { NewestData } from "./shapes";

/** A time without new data, or its end. */
export interface DataGap {
  status: "no data" | "data again";
  /** The day of the newest data before the gap. */
  date: CivilDate;
  /** When that is from, at the latest. */
  since: string;
  /** What the gap ended with. */
  until?: string;
  /** How long it has lasted. */
  hours: number;
}

/** What is a gap, and what is told of it. */
export interface GapRule {
  hours: number;
  tellsEnd: boolean;
}

/** What is kept: the newest data, and that with which a gap that was told began. */
interface Note {
  newest: NewestData;
  open?: NewestData;
}

const HOUR_MS = 3_600_000;

/**
 * A gap begins when the newest data is so many hours old, and ends with data that is not. An
 * answer without any data says nothing.
 */
export function gapOf(
  found: NewestData | undefined, { hours, tellsEnd }: GapRule, { now, note }: Looking,
): Crossed<DataGap> {
  const { newest: known, open }: Partial<Note> = isNote(note) ? note : {};
  if (!found) return { crossings: [], note };
  // The same data is no newer than it was.
  const newest = found.id === known?.id && known.at < found.at ? known : found;
  const day = new Date(now).toISOString().slice(0, 10);
  const told = (gap: DataGap, id: string, ts: number) => (
    { id, day, ts, report: () => gap }
  );
  if (now - newest.at >= hours * HOUR_MS) {
    if (open) return { crossings: [], note: { newest, open } };
    const gap = gapFrom(newest, "no data", now);
    const begun = newest.at + hours * HOUR_MS;
    return { crossings: [told(gap, newest.id, begun)], note: { newest, open: newest } };
  }
  if (!open || open.id === newest.id || !tellsEnd) return { crossings: [], note: { newest } };
  const gap = gapFrom(open, "data again", newest.at);
  return { crossings: [told(gap, `${open.id}-over`, newest.at)], note: { newest } };
}

function gapFrom({ day, at }: NewestData, status: DataGap["status"], end: number): DataGap {
  return {
    status,
    date: day,
    since: iso(at),
    ...status === "data again" && { until: iso(end) },
    hours: rounded((end - at) / HOUR_MS, 1),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

const isNewest = (value: unknown): value is NewestData => isObject(value)
  && typeof value.id === "string" && isDay(value.day) && isTime(value.at);

const isNote = (value: unknown): value is Note => isObject(value)
  && isNewest(value.newest) && (value.open === undefined || isNewest(value.open));

/** `No new data for 26 hours: the newest is of 2026-03-19`. */
export function gapInWords({ status, date, hours }: DataGap): string {
  const long = counted(Math.round(hours), "hour");
  return status === "no data"
    ? `No new data for ${long}: the newest is of ${date}`
    : `New data again after ${long} without any`;
}
