import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";

/** A day, or a minute of it, by the clock where it was: texts of them sort by time. */
export type Moment = string;

const WRITTEN = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)\S*)?$/;
const TIME = /^\d\d:\d\d/;
/** Not when something happened to the person. */
const ASIDE = /modified|create|update|since|birth|retry|next/i;
const DEPTH = 3;

const two = (value: unknown): string => String(value).padStart(2, "0");

/** A time as Google Health writes those of the person's own clock. */
function civil({ date, time }: Fields): Moment | undefined {
  if (!isFields(date) || typeof date.year !== "number") return undefined;
  const day = `${date.year}-${two(date.month)}-${two(date.day)}`;
  return isFields(time) ? `${day}T${two(time.hours ?? 0)}:${two(time.minutes ?? 0)}` : day;
}

function written(text: string, time: unknown): Moment | undefined {
  const [, day, minute] = WRITTEN.exec(text) ?? [];
  if (day === undefined) return undefined;
  const beside = typeof time === "string" && TIME.test(time) ? time.slice(0, 5) : undefined;
  const known = minute ?? beside;
  return known === undefined ? day : `${day}T${known}`;
}

interface Found { moment: Moment; isLocal: boolean }

function found(record: Fields, depth = DEPTH): Found[] {
  const own = civil(record);
  if (own !== undefined) return [{ moment: own, isLocal: true }];
  return Object.entries(record).flatMap(([key, value]): Found[] => {
    if (ASIDE.test(key)) return [];
    if (isFields(value)) return depth > 0 ? found(value, depth - 1) : [];
    const moment = typeof value === "string" ? written(value, record.time) : undefined;
    return moment === undefined ? [] : [{ moment, isLocal: !String(value).endsWith("Z") }];
  });
}

/** The last moment that a record tells of, by the person's own clock where it says that. */
export function momentOf(record: unknown): Moment | undefined {
  if (!isFields(record)) return undefined;
  const all = found(record);
  const local = all.filter(({ isLocal }) => isLocal);
  return (local.length > 0 ? local : all).map(({ moment }) => moment).sort().at(-1);
}

/** Whether a list has its newest record first. */
export function isNewestFirst(list: readonly unknown[]): boolean {
  const first = momentOf(list[0]);
  const last = momentOf(list.at(-1));
  return first === undefined || last === undefined || first >= last;
}
