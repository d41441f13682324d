import type { Call } from "../call";
import { readTime } from "../clocks";
import { addDays, cutNewestFirst, type CivilDate } from "../dates";
import type { Requests } from "../fitbit/requests";
import { numbered, type Found, type Reading } from "../polling/found";
import { byId } from "../polling/identities";
import { markOf } from "../polling/marks";
import type { Page, Pages } from "../wire/pages";
import { path } from "../wire/paths";
import type { BodyApi } from "./api";
import { asked, FAT, WEIGHT, type Kind } from "./fitbit-logs";
import { newestFirst } from "./records";
import type { BodyFatLog, WeightLog } from "./shapes";

/** Fitbit's paths of what is new of the body. */
export const recentBody = {
  listRecentWeights(this: Requests, reading: Reading, call: Call) {
    return recent(this, WEIGHT, reading, call);
  },

  listRecentBodyFats(this: Requests, reading: Reading, call: Call) {
    return recent(this, FAT, reading, call);
  },

  // As late as one request tells, at whatever hour the poll before was.
  getMeasurementRules: () => ({ identity: byId, lookBackDays: NEWEST_DAYS - 2 }),
} satisfies Partial<BodyApi>;

type Log = WeightLog | BodyFatLog;

/** The last thirty days of the user, whichever day is theirs: all that both kinds give. */
const NEWEST = path`today/30d.json`;
/** So many days before today in UTC they begin at the latest, wherever the user is. */
const NEWEST_DAYS = 28;

/**
 * The newest logs in one request, and those before them where they are asked for. What was
 * logged is told apart by its second, and by its place among all of that second: of its id and
 * its value another log may have both.
 */
async function* recent<T extends Log>(
  app: Requests, kind: Kind<T>, { from = "", oldestFirst }: Reading, call: Call,
): Pages<Found<T>> {
  const first = addDays(new Date(Date.now()).toISOString().slice(0, 10), -NEWEST_DAYS);
  const pieces = piecesOf(from.slice(0, 10) || first, first, kind);
  if (oldestFirst) pieces.reverse();
  for (const [i, { days, from: start }] of pieces.entries()) {
    const logs = await asked(app, kind, days, call);
    yield pageOf(logs.filter(({ date }) => date >= start), i < pieces.length - 1);
  }
}

/** What is asked one after the other, and the first day of each, the newest first. */
function piecesOf(from: CivilDate, first: CivilDate, { longest }: Kind<Log>) {
  const newest = { days: NEWEST, from: first };
  if (from >= first) return [newest];
  const before = cutNewestFirst({ from, to: addDays(first, -1) }, longest);
  return [newest, ...before.map((piece) => (
    { days: path`${piece.from}/${piece.to}.json`, from: piece.from }
  ))];
}

function pageOf<T extends Log>(logs: T[], more: boolean): Page<Found<T>> {
  const items = numbered(logs.map(toFound));
  return { items: items.sort((a, b) => newestFirst(a.record, b.record)), more };
}

function toFound<T extends Log>(record: T): Found<T> {
  const { logId, date, time = "00:00:00" } = record;
  const place = `${date}T${time}`;
  const { moment, wall } = readTime(place);
  const mark = markOf({ start: wall, end: wall });
  return { id: logId, mark, content: "", day: date, place, at: moment, record };
}
