import type { Call } from "./call";
import { civilDate, inOrder, type CivilDate, type DateRange, type DayInput, type RangeInput } from "./dates";
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
  /** The user's offset from UTC, in ms; undefined when nothing tells. */
  getUtcOffset(call: Call): Promise<number | undefined>;
  /** What the local times of records are read on; undefined where records tell instants. */
  getRecordClock(call: Call): RecordClock | undefined;
}

type Calendar = Pick<DaysApi, "getToday">;

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
} satisfies Pick<DaysApi, "getCivilDay" | "getCivilRange">;
