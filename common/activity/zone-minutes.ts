import type { CivilDate } from "../dates";
import { defined } from "../fields";
import type { Sample } from "../intraday";
import type { SeriesDay } from "../series";

/** Minutes in the zones that count; those in Cardio and Peak count twice. */
export interface ZoneMinutes {
  activeZoneMinutes?: number;
  fatBurnActiveZoneMinutes?: number;
  cardioActiveZoneMinutes?: number;
  peakActiveZoneMinutes?: number;
}

export const zoneMinutes = [
  "activeZoneMinutes", "fatBurnActiveZoneMinutes", "cardioActiveZoneMinutes",
  "peakActiveZoneMinutes",
] as const satisfies (keyof ZoneMinutes)[];

/** https://dev.fitbit.com/build/reference/web-api/active-zone-minutes-timeseries/get-azm-timeseries-by-interval/ */
export interface ZoneMinutesRow {
  dateTime: CivilDate;
  value: ZoneMinutes;
}

export interface ZoneMinutesRows {
  "activities-active-zone-minutes": ZoneMinutesRow;
}

export const ZONE_MINUTES_ROOT = "activities-active-zone-minutes" satisfies keyof ZoneMinutesRows;

/** A day with active zone minutes; none without their sum. */
export function zoneMinutesDay(
  date: CivilDate, value: ZoneMinutes,
): SeriesDay<ZoneMinutesRows, ZoneMinutes>[] {
  if (value.activeZoneMinutes === undefined) return [];
  const figures = defined(value);
  const row = { dateTime: date, value: figures };
  return [{ date, rows: { [ZONE_MINUTES_ROOT]: row }, figures }];
}

/** Active zone minutes at a local time: their sum is the sample. */
export interface ZoneSample extends Sample {
  zones: ZoneMinutes;
}

/** A day's minutes. https://dev.fitbit.com/build/reference/web-api/intraday/get-azm-intraday-by-date/ */
export interface IntradayZoneMinutes {
  dateTime: CivilDate;
  minutes: { minute: string; value: ZoneMinutes }[];
}

/** Samples by day, as Fitbit's answer holds them. */
export function byDay(samples: readonly ZoneSample[]): IntradayZoneMinutes[] {
  const days = new Map<CivilDate, IntradayZoneMinutes["minutes"]>();
  for (const { date, time, zones } of samples) {
    const minutes = days.get(date) ?? [];
    minutes.push({ minute: `${date}T${time}`, value: zones });
    days.set(date, minutes);
  }
  return [...days].map(([dateTime, minutes]) => ({ dateTime, minutes }));
}
