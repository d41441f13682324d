import type { Call } from "../call";
import {
  collectSamples, datasetOf, windowInWords, type Granularity, type Sample, type Window,
  type WindowExtent,
} from "../intraday";
import { amount, nothing } from "../sentences";
import { clean } from "../statistics";
import type { ActivityApi } from "./api";
import { intradayMetrics, labelOf, rootOf } from "./metrics";
import { byDay, ZONE_MINUTES_ROOT, type IntradayZoneMinutes } from "./zone-minutes";

const ZONE_MINUTES = "active-zone-minutes";

/** What can be asked for within a day; the first is what is meant where nothing is named. */
export const intradayChoices = [...intradayMetrics, ZONE_MINUTES] as const;

type Choice = typeof intradayChoices[number];

/** How fine figures of activity may be; the last is what is meant where nothing is named. */
export const minuteGranularities = [
  "1min", "5min", "15min",
] as const satisfies Granularity[];

interface Dataset extends ReturnType<typeof datasetOf> {
  dataset: Sample[];
}

/** Figures within a day, by the root of Fitbit's answer, and what they come to. */
export interface IntradayActivity {
  rows: Record<string, Dataset | IntradayZoneMinutes[]>;
  /** Absent where there are no figures: nothing is known of them. */
  total?: number;
  extent: WindowExtent;
  error?: Error;
}

/** Reads a metric of a window; active zone minutes come by day and by zone. */
export async function readIntradayActivity(
  app: ActivityApi, choice: Choice, window: Window, granularity: Granularity, call: Call,
): Promise<IntradayActivity> {
  if (choice === ZONE_MINUTES) {
    const all = app.getIntradayZoneMinutes(window, granularity, call);
    const { samples, ...rest } = await collectSamples(all, window);
    const rows = { [`${ZONE_MINUTES_ROOT}-intraday`]: byDay(samples) };
    return { rows, ...totalOf(samples), ...rest };
  }
  const all = app.getIntradayActivity(choice, window, granularity, call);
  const { samples, ...rest } = await collectSamples(all, window);
  const dataset = { dataset: samples, ...datasetOf(granularity) };
  return { rows: { [`${rootOf(choice)}-intraday`]: dataset }, ...totalOf(samples), ...rest };
}

function totalOf(samples: readonly Sample[]): { total?: number } {
  const total = clean(samples.reduce((sum, { value }) => sum + value, 0));
  return samples.length ? { total } : {};
}

/** `Steps 4,512 from 07:00 to 08:30 on 2026-03-20, in 6 parts of it`. */
export function activityWithin(
  choice: Choice, { extent, total = 0 }: Pick<IntradayActivity, "extent" | "total">,
): string {
  const label = choice === ZONE_MINUTES ? "Active zone minutes" : labelOf(choice);
  const when = windowInWords(extent);
  if (!extent.count) return nothing(`${label.toLowerCase()} ${when}`);
  return `${label} ${amount(total)} ${when}, in ${extent.count} parts of it`;
}
