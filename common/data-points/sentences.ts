import type { DataTypeId } from "../google-health/data-types";
import { windowInWords, type Window, type WindowExtent } from "../intraday";
import { inWords, type RangeExtent } from "../ranges";
import { counted, nothing } from "../sentences";
import { resets } from "../wire/failures";
import type { PointList } from "./google-health-list";

/** What a list says of its points; without a window, of a type that has no times. */
export function pointsListed(
  list: PointList, window: Window | undefined, now: number,
): string {
  const { dataType, count, truncated } = list;
  const when = window ? ` ${inWordsOf(window)}` : "";
  if (!count && !truncated) return nothing(`points of ${dataType}${when}`);
  const sentence = `${counted(count, "point")} of ${dataType}${when}`;
  return truncated ? `${sentence}. ${goOn(list, now)}` : sentence;
}

function inWordsOf({ from, to }: Window): string {
  return windowInWords({
    startDate: from.day, startTime: from.time, endDate: to.day, endTime: to.time,
  });
}

function goOn({ nextEndDate, nextEndTime, retryAt }: PointList, now: number): string {
  const time = nextEndTime === undefined ? "" : ` and ${nextEndTime} as End Time`;
  const next = nextEndDate === undefined
    ? "raise Limit"
    : `go on with ${nextEndDate} as End Date${time}`;
  if (retryAt === undefined) return `There is more: ${next}.`;
  return `The API's limit of requests cut the list short: ${next} when it resets, ${resets(Date.parse(retryAt), now)}.`;
}

/** What a roll-up by days says of its windows. */
export function daysRolledUpInWords(
  type: DataTypeId, windowDays: number, extent: RangeExtent,
): string {
  const when = inWords(extent);
  if (!extent.count) return nothing(`${type} ${when}`);
  return windowDays > 1
    ? `${counted(extent.count, "window")} of ${windowDays} days of ${type} ${when}`
    : `${counted(extent.count, "day")} of ${type} ${when}`;
}

/** What a roll-up within days says of its windows. */
export function windowsRolledUpInWords(
  type: DataTypeId, windowSeconds: number, extent: WindowExtent,
): string {
  const when = windowInWords(extent);
  if (!extent.count) return nothing(`${type} ${when}`);
  const length = counted(windowSeconds, "second");
  return `${counted(extent.count, "window")} of ${length} of ${type} ${when}`;
}
