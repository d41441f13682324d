/**
 * Where the documentation is silent, or the real API has been seen to answer in more than one
 * way. Each line is something a client must live with; the default is what is documented. What
 * concerns one resource stands in its folder, and is added to this from there.
 */
export interface Switches {
  /** The `activities` and `sleep` keys of lists are missing instead of empty. */
  listKeyMissingWhenEmpty: boolean;
  /** DELETE answers 200 with a body instead of 204. */
  deleteAnswers200: boolean;
  /** The classic `{errors: […]}`, or the `{error: {…}}` of Google's front end. */
  errorEnvelope: "classic" | "google";
  /** A 429 carries `Retry-After`. */
  retryAfterOn429: boolean;
  /** Dates of lists may end with the minute, or milliseconds; documented: day or second. */
  listDatesLenient: boolean;
  /** `today` is taken of the daily summary and of the sleep of a day, too: many programs ask
   *  so, but yyyy-MM-dd alone is documented. */
  todayEverywhere: boolean;
  /** A start time with seconds is taken, and silently mangled: they are read as minutes. */
  secondsAccepted: boolean;
  /** The status of a range that is too long. */
  rangeTooLongStatus: 400 | 422;
  /** Out of range are the minutes without the watch, too, as recorded since 2023. */
  outOfRangeUnworn: boolean;
  /** Intraday data needs a personal client, or Fitbit's leave: to others it is missing, or
   *  refused. */
  intradayAccess: "granted" | "missing" | "refused";
  /** More than 24 hours of intraday data: the days alone, as documented, or 400. */
  intradayTooLong: "days alone" | "refused";
  /** Rows of intraday calories carry `level` and `mets`; in 2026 they had not. */
  intradayLevels: boolean;
  /** What stands beside the rows of a window of a day: the day, as documented, or its rows put
   *  together, `today` for a date and the zones beside the value, as recorded. */
  intradayWindowShows: "day" | "window";
  /** A series of one day carries its minutes, too, for a personal client. */
  intradayInSeries: boolean;
}

export const doorSwitches = {
  listKeyMissingWhenEmpty: false,
  deleteAnswers200: false,
  errorEnvelope: "classic",
  retryAfterOn429: true,
  listDatesLenient: true,
  todayEverywhere: true,
  secondsAccepted: false,
  rangeTooLongStatus: 422,
  outOfRangeUnworn: true,
  intradayAccess: "granted",
  intradayTooLong: "days alone",
  intradayLevels: true,
  intradayWindowShows: "day",
  intradayInSeries: false,
} satisfies Partial<Switches>;
