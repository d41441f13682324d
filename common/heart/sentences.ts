import { windowInWords, type Window, type WindowExtent } from "../intraday";
import { inWords, type RangeExtent } from "../ranges";
import { amount, counted, nothing } from "../sentences";
import { figuresOf, statisticsOf } from "../statistics";
import type { HeartFigures, HeartRates } from "./shapes";

/** `Resting heart rate 57 bpm on average, 54 to 61, on 28 days from …`. */
export function heartRateOverDays(
  { days, ...extent }: RangeExtent & { days: readonly HeartFigures[] },
): string {
  const range = inWords(extent);
  const rates = figuresOf(days, "restingHeartRate");
  const figures = statisticsOf(rates);
  if (!days.length) return nothing(`heart rate ${range}`);
  if (!figures) return `No resting heart rate ${range}, but heart rate zones of ${counted(days.length, "day")}`;
  const { mean, minimum, maximum } = figures;
  if (rates.length === 1) return `Resting heart rate ${amount(mean)} bpm on 1 day ${range}`;
  return `Resting heart rate ${amount(Math.round(mean))} bpm on average, ${amount(minimum)} to ${amount(maximum)}, on ${counted(rates.length, "day")} ${range}`;
}

/** `96 samples from 07:00 to 08:30 on 2026-03-20: 88 bpm on average, 61 to 143`. */
export function heartRateWithin(extent: WindowExtent): string {
  const { count, mean, minimum, maximum } = extent;
  const when = windowInWords(extent);
  if (mean === undefined || minimum === undefined || maximum === undefined) {
    return nothing(`heart rate ${when}`);
  }
  return `${counted(count, "heart rate")} ${when}: ${amount(Math.round(mean))} bpm on average, ${amount(minimum)} to ${amount(maximum)}`;
}

/** `1410 heart rates on 2026-03-20`. */
export function heartRatesGiven(rates: HeartRates, { from, to }: Window): string {
  const when = inWords({ startDate: from.day, endDate: to.day });
  const { dataset = [] } = rates["activities-heart-intraday"] ?? {};
  return dataset.length ? `${counted(dataset.length, "heart rate")} ${when}` : nothing(`heart rate ${when}`);
}
