import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import type { Requests } from "../fitbit/requests";
import type { Found, FoundPages, Reading } from "../polling/found";
import { byId } from "../polling/identities";
import { figuresIn, isObject } from "../polling/json";
import type { RecentNutritionApi } from "./api";
import { askFoods, askWater, dailySeries } from "./fitbit-days";
import { contentOfFood } from "./marks";
import type { NutritionMetric } from "./metrics";

/** Logs of which the API has no list: it gives those of one day, and what days come to. */
interface DailyLogs<T> {
  metric: NutritionMetric;
  logsOf(date: CivilDate, call: Call): Promise<Pick<Found<T>, "id" | "content" | "record">[]>;
}

/** What is noted for the next poll. */
interface Note {
  /** What days came to when their logs were read last. */
  totals: Record<CivilDate, number>;
  polls: number;
}

/** Days that the first poll reads: those that later ones look back to. */
const FIRST_DAYS = 16;
/** One of so many polls reads an older day in the place of today's. */
const TURN = 4;

/** The only file that asks Fitbit which foods and drinks are new. */
export const nutritionRecent = {
  listRecentFoodLogs(this: Requests, reading: Reading, call: Call) {
    return recent(this, reading, call, {
      metric: "caloriesIn",
      logsOf: async (date, asking) => {
        const { foods } = await askFoods(this, date, asking);
        return foods.map((log) => (
          { id: log.logId, content: contentOfFood(log), record: { ...log, logDate: date } }
        ));
      },
    });
  },

  listRecentWaterLogs(this: Requests, reading: Reading, call: Call) {
    return recent(this, reading, call, {
      metric: "water",
      logsOf: async (date, asking) => {
        const { water } = await askWater(this, date, asking);
        return water.map((log) => (
          { id: log.logId, content: "", record: { ...log, logDate: date } }
        ));
      },
    });
  },

  /** A log that is changed keeps its id. */
  getNutritionIdentity: () => byId,
} satisfies RecentNutritionApi;

/**
 * The logs of the days that may have new ones, by what the days come to. All those of a poll
 * are one page; where there are many days, each is one.
 */
async function* recent<T>(
  app: Requests, reading: Reading, call: Call, { metric, logsOf }: DailyLogs<T>,
): FoundPages<T> {
  const latest = new Date().toISOString().slice(0, 10);
  const from = reading.from?.slice(0, 10) ?? addDays(latest, 1 - FIRST_DAYS);
  // On a journey westward today may lie before a day that was read already.
  const since = [from, addDays(latest, -2)].sort()[0] ?? from;
  const rows = await dailySeries(app, metric, call).ask({ from: since, to: TODAY });
  const totals = new Map([...rows].sort());
  const { pages, note } = plan(reading, from, totals);
  let read = note.totals;
  for (const [i, days] of pages.entries()) {
    const items: Found<T>[] = [];
    for (const day of days) {
      const { logs, isWhole } = await readDay(day, logsOf, call);
      items.push(...logs);
      if (isWhole) read = { ...read, [day]: totals.get(day) ?? 0 };
    }
    yield { items, more: i < pages.length - 1, note: { ...note, totals: read } };
  }
}

/** How a series takes today, whatever day that is for the user. */
const TODAY = "today";

/** A day's logs; one that has something that cannot be read is to be read again. */
async function readDay<T>(
  day: CivilDate, logsOf: DailyLogs<T>["logsOf"], call: Call,
): Promise<{ logs: Found<T>[]; isWhole: boolean }> {
  let isWhole = true;
  const note = (line: string) => {
    isWhole = false;
    call.note?.(line);
  };
  const logs = await logsOf(day, { ...call, note });
  return { logs: logs.map((log) => ({ ...log, ...onDay(day) })), isWhole };
}

/** Which days a reading asks for, page by page, and what it notes. */
function plan(
  { from: start, oldestFirst, note: noted }: Reading,
  from: CivilDate,
  totals: Map<CivilDate, number>,
): { pages: CivilDate[][]; note: Note } {
  const { totals: known, polls } = readNote(noted);
  const days = [...totals.keys()].filter((day) => day >= from);
  const today = days.at(-1);
  const each = (wanted: CivilDate[]) => wanted.map((day) => [day]);
  if (start === undefined) return { pages: each(days.reverse()), note: { totals: {}, polls } };
  if (oldestFirst) {
    const filled = days.filter((day) => day === today || totals.get(day) !== 0);
    return { pages: each(filled), note: { totals: known, polls } };
  }
  const turn = turnOf(polls, days);
  const wanted = days.filter((day) => day === turn || totals.get(day) !== (known[day] ?? 0));
  const kept = Object.entries(known).filter(([day]) => totals.has(day));
  return {
    pages: inPages(wanted),
    note: { totals: Object.fromEntries(kept), polls: polls + 1 },
  };
}

/** The day that is read though its total is the same: today, or one by one another. */
function turnOf(polls: number, days: CivilDate[]): CivilDate | undefined {
  const older = days.slice(0, -1);
  const isOlder = polls % TURN === TURN - 1 && older.length > 0;
  return isOlder ? older[Math.floor(polls / TURN) % older.length] : days.at(-1);
}

/** As many days as a poll looks back to are one page, the newest pages first. */
function inPages(days: CivilDate[]): CivilDate[][] {
  const count = Math.ceil(days.length / FIRST_DAYS);
  return Array.from({ length: count }, (_, i) =>
    days.slice(i * FIRST_DAYS, (i + 1) * FIRST_DAYS)).reverse();
}

function readNote(value: unknown): Note {
  const { totals, polls } = isObject(value) ? value : {};
  const count = typeof polls === "number" && Number.isInteger(polls) ? polls : 0;
  return { totals: figuresIn(totals), polls: count };
}

/** A log has a day and no time: it stands at noon. */
function onDay(day: CivilDate) {
  const noon = `${day}T12:00:00`;
  return { mark: { spans: [] }, day, place: noon, at: { local: Date.parse(`${noon}Z`) } };
}
