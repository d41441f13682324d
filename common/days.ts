import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "./call";
import {
  addDays, civilDate, inOrder, upTo, type CivilDate, type DateRange, type DayInput,
  type RangeInput,
} from "./dates";
import type { Days } from "./ranges";
import type { RecordClock } from "./record-clock";

/** The user's calendar, as either API knows it. */
export interface DaysApi {
  /** The user's calendar day just now. Throws a ConfigurationError when nothing tells it. */
  getToday(call: Call): Promise<CivilDate>;
  /** The user's calendar day that is meant; asks for today only where it needs to. */
  getCivilDay(day: DayInput, call: Call): Promise<CivilDate>;
  /**
   * The days that are meant, asking for today at most once. Throws a ConfigurationError when
   * the end lies before the beginning.
   */
  getCivilRange(range: RangeInput, call: Call): Promise<DateRange>;
  /**
   * The same with both ends: the last day left out is today, the first one a week before the
   * last. No day is in the future, and a range that begins there is a ConfigurationError.
   */
  getCivilDays(range: RangeInput, call: Call): Promise<Days>;
  /** The user's offset from UTC, in ms; undefined when nothing tells. */
  getUtcOffset(call: Call): Promise<number | undefined>;
  /** What the local times of records are read on; undefined where records tell instants. */
  getRecordClock(call: Call): RecordClock | undefined;
}

type Calendar = Pick<DaysApi, "getToday">;

/** Days of a range without a beginning. */
const A_WEEK = 7;

/** Which days are meant: the user's own, never the server's. */
export const days = {
  async getCivilDay(this: Calendar, day: DayInput, call: Call) {
    return "date" in day ? day.date : civilDate(day, await this.getToday(call));
  },

  async getCivilRange(this: Calendar, { from, to }: RangeInput, call: Call) {
    const isRelative = [from, to].some((day) => day && !("date" in day));
    const today = isRelative ? await this.getToday(call) : undefined;
    return inOrder({
      from: from && civilDate(from, today ?? ""),
      to: to ? civilDate(to, today ?? "") : today,
    });
  },
  async getCivilDays(
    this: Pick<DaysApi, "getCivilRange">,
    { from, to = { daysAgo: 0 } }: RangeInput,
    call: Call,
  ) {
    const range = await this.getCivilRange({ from, to }, call);
    const last = upTo(range.to, Date.now());
    const first = range.from ?? addDays(last, 1 - A_WEEK);
    if (first <= last) return { from: first, to: last };
    throw new ConfigurationError(`Start Date (${first}) lies in the future: nothing is recorded yet.`);
  },
} satisfies Pick<DaysApi, "getCivilDay" | "getCivilRange" | "getCivilDays">;
