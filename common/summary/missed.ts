import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { defined, isFields } from "../fields";
import { readTime } from "../input";
import type { Given } from "../pipedream";
import type { Crossed, Looking } from "../polling/crossings";
import { isDay, isOffset } from "../polling/json";
import { daysAround, localTimes } from "../polling/local-times";
import type { AskedOffset } from "../record-clock";
import { daysFrom, readDaily } from "./daily";
import {
  goalCrossing, isAskedGoal, ownGoal, readGoal, type AskedGoal, type GoalChoice, type GoalDay,
} from "./goals";
import type { SummaryApi } from "./parts";

/** A goal of a day, and the local time, `HH:mm`, by which it is to be reached. */
export interface Deadline extends GoalChoice {
  time: string;
}

export function readDeadline(given: Parameters<typeof readGoal>[0] & {
  time: Given<string | undefined>;
}): Deadline {
  return { ...readGoal(given), time: readTime("Time", given.time, "21:00") };
}

/** What is kept: the days that are judged, and what was asked for. */
interface Note {
  judged?: CivilDate[];
  own?: AskedGoal;
  offset?: AskedOffset;
}

/**
 * The days whose time has come and that have less. One that goes on is judged by what has
 * synced by then, once there is something; one that is over when the watch has synced past its
 * end. Nothing is asked for while all are judged.
 */
export async function goalsMissed(
  app: SummaryApi & Pick<DaysApi, "getUtcOffset">,
  deadline: Deadline,
  { since, now, note }: Looking,
  call: Call,
): Promise<Crossed<GoalDay>> {
  const { judged = [], own: kept, offset: told } = readNote(note);
  const due = (day: CivilDate) => Date.parse(`${day}T${deadline.time}:00Z`);
  const end = (day: CivilDate) => Date.parse(addDays(day, 1));
  const days = daysAround(now);
  const times = days
    .filter((day) => !judged.includes(day))
    .flatMap((day) => [due(day), end(day)]);
  const { hasCome, offset } = await localTimes(app, times, { now, note: told }, call);
  const last = days.find((day) => hasCome(due(day))) ?? "";
  if (judged.some((day) => day >= last)) {
    return { crossings: [], note: { judged, own: kept, offset } };
  }
  const own = await ownGoal(app, deadline, { now, note: kept }, call);
  const goal = own?.goal ?? deadline.target ?? 0;
  const worn = await app.listWatchDays(since, call);
  const wanted = { column: deadline.metric, range: daysFrom(since, now), zeros: true, worn };
  const figures = await readDaily(app, wanted, call);
  const until = lastJudged(worn, last, hasCome(end(last)));
  const open = [...figures].filter(([day]) =>
    day <= until && worn.includes(day) && !judged.includes(day));
  return {
    crossings: open.filter(([, value]) => value < goal).map(([date, value]) =>
      goalCrossing(deadline, { date, value, goal }, due(date), call)),
    note: {
      judged: [...judged, ...open.map(([day]) => day)].filter((day) => day >= since),
      own,
      offset,
    },
  };
}

/** The last day that can be judged: it goes on and is worn, or the watch is past its end. */
function lastJudged(worn: CivilDate[], last: CivilDate, isOver: boolean): CivilDate {
  const newest = worn.at(-1);
  if (newest === undefined) return "";
  if (newest > last || (newest === last && !isOver)) return last;
  return addDays(newest, -1);
}

function readNote(value: unknown): Note {
  if (!isFields(value)) return {};
  const { judged, own, offset } = value;
  return defined({
    judged: Array.isArray(judged) ? judged.filter(isDay) : undefined,
    own: isAskedGoal(own) ? own : undefined,
    offset: isOffset(offset) ? offset : undefined,
  });
}
