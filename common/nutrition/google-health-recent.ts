import type { Call } from "../call";
import { addDays } from "../dates";
import { fingerprint } from "../fingerprint";
import type { Span } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import { sourced, type Sourced } from "../google-health/sources";
import { localTime, startOf, type Interval } from "../google-health/times";
import { civil, oldestFirst, type Window } from "../google-health/windows";
import type { Found, Reading } from "../polling/found";
import { byAlias } from "../polling/identities";
import { markOf } from "../polling/marks";
import { mapPages, type Pages } from "../wire/pages";
import type { RecentNutritionApi } from "./api";
import {
  HYDRATION_LOG, NUTRITION_LOG, toFoodLog, toWaterLog, type HydrationLog, type NutritionLog,
} from "./google-health-log";
import { contentOfFood } from "./marks";
import type { DatedWaterLog, FoodLog } from "./shapes";

/** Days that the first poll reads: those that later ones look back to. */
const FIRST_DAYS = 16;

/** The only file that asks Google which foods and drinks are new. */
export const nutritionRecent = {
  listRecentFoodLogs(this: Requests, reading: Reading, call: Call): Pages<Found<FoodLog>> {
    return recent(reading, (span) => mapPages(
      sourced<NutritionLog>(this, "nutrition-log", { span }, call, NUTRITION_LOG),
      ({ id, value }) => {
        const record = toFoodLog(id, value);
        const { foodId, name } = record.loggedFood;
        const kind = fingerprint(`${foodId} ${name}`);
        return { ...timed(id, value.interval, kind), content: contentOfFood(record), record };
      },
    ));
  },

  listRecentWaterLogs(
    this: Requests, reading: Reading, call: Call,
  ): Pages<Found<DatedWaterLog>> {
    return recent(reading, (span) => mapPages(
      sourced<HydrationLog>(this, "hydration-log", { span }, call, HYDRATION_LOG),
      ({ id, value }) => {
        const record = { ...toWaterLog(id, value, call.unitSystem), logDate: dayOf(value) };
        return { ...timed(id, value.interval), content: "", record };
      },
    ));
  },

  /** A log that is changed gives way to another of the same minute. */
  getNutritionIdentity: () => byAlias,
} satisfies RecentNutritionApi;

function dayOf({ interval }: Sourced<object>["value"]) {
  return localTime(startOf(interval)).slice(0, 10);
}

/** Asked by local time: a filter by instants is refused. */
function recent<T>(
  { from, oldestFirst: isRising }: Reading, ask: (span: Span) => Pages<Found<T>>,
): Pages<Found<T>> {
  const read = (window: Partial<Window>) => ask({ civil: window });
  if (isRising && from !== undefined) return oldestFirst(read, from, Date.now(), civil);
  const latest = new Date().toISOString().slice(0, 10);
  return read({ from: from ?? addDays(latest, 1 - FIRST_DAYS) });
}

/** When it was, or will be: a meal may be written down ahead. */
function timed(id: string, interval: Interval, kind?: string) {
  const [start, end] = [Date.parse(interval.startTime), Date.parse(interval.endTime)];
  return {
    id,
    mark: markOf({ start, end }, { kind }),
    day: new Date(start).toISOString().slice(0, 10),
    place: localTime(startOf(interval)).slice(0, 19),
    at: { utc: start },
  };
}
