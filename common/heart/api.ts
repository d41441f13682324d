import type { Call } from "../call";
import type { Granularity, Sample, Samples, Window } from "../intraday";
import type { Days } from "../ranges";
import type { Series } from "../series";
import type { HeartFigures, HeartRows } from "./shapes";

export interface HeartApi {
  /** Resting heart rates a day, and where they are wanted the zones; the oldest day first. */
  getHeartRateTimeSeries(
    range: Days,
    wanted: { zones: boolean },
    call: Call,
  ): Promise<Series<HeartRows, HeartFigures>>;
  /** Heart rates of a window, in beats per minute, the oldest first. */
  getIntradayHeartRate(
    window: Window,
    granularity: Granularity,
    call: Call,
  ): Samples<Sample>;
}
