import type { Missing } from "../answer";
import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { unlessLost } from "../losses";
import type { Crossed, Looking } from "../polling/crossings";
import { localTimes } from "../polling/local-times";
import { columnUnits, flatRow, type FlatRow } from "../rows";
import type { ActivityApi } from "./api";
import { dayCells } from "./day";
import type { ActivityDay } from "./shapes";

/** A day that is over, as a flat row and in Fitbit's shape. */
export interface FinishedDay extends ActivityDay {
  date: CivilDate;
  row: FlatRow;
  units: Record<string, string>;
  missing?: Missing[];
}

type Asked = Pick<ActivityApi, "listWatchDays" | "getActivityDay" | "getActiveZoneMinutes">
  & Pick<DaysApi, "getUtcOffset">;

const HOUR_MS = 3_600_000;
const NOON_MS = 12 * HOUR_MS;

/**
 * The days that are over: once the watch has synced past their end, which a later day with
 * steps says; or so many hours after it, with what has synced by then. A day in which the
 * watch counted no step was not worn, or is not synced yet.
 */
export async function finishedDays(
  app: Asked, hoursAfter: number | undefined, looking: Looking, call: Call,
): Promise<Crossed<FinishedDay>> {
  const days = await app.listWatchDays(looking.since, call);
  const { over, note } = hoursAfter === undefined
    ? { over: days.slice(0, -1), note: looking.note }
    : await overFor(app, hoursAfter, days, looking, call);
  return {
    crossings: over.map((date) => ({
      id: date,
      day: date,
      ts: Date.parse(date) + NOON_MS,
      report: () => finishedDay(app, date, call),
    })),
    note,
  };
}

/** The days that have been over for so many hours, by the user's own clock. */
async function overFor(
  app: Asked, hours: number, days: CivilDate[], looking: Looking, call: Call,
): Promise<{ over: CivilDate[]; note: unknown }> {
  const due = (date: CivilDate) => Date.parse(addDays(date, 1)) + hours * HOUR_MS;
  const open = days.filter((date) => !looking.isTold(date)).map(due);
  const { hasCome, offset } = await localTimes(app, open, looking, call);
  return { over: days.filter((date) => hasCome(due(date))), note: offset };
}

async function finishedDay(app: Asked, date: CivilDate, call: Call): Promise<FinishedDay> {
  const { data, missing: lost = [] } = await app.getActivityDay({ date }, call);
  const zones = await unlessLost(
    "activeZoneMinutes",
    app.getActiveZoneMinutes({ from: date, to: date }, call),
  );
  const { activeZoneMinutes } = zones.value?.days[0]?.figures ?? {};
  const missing = [...lost, ...zones.missing];
  return {
    ...data,
    date,
    row: flatRow(date, { ...dayCells(data), activeZoneMinutes }),
    units: columnUnits(call.unitSystem),
    ...missing.length && { missing },
  };
}
