import type { ActivityApi } from "../activity/api";
import type { Call } from "../call";
import { addDays, type CivilDate } from "../dates";
import type { DaysApi } from "../days";
import { isFields } from "../fields";
import { unlessLost } from "../losses";
import type { Crossed, Looking } from "../polling/crossings";
import { isDay, isOffset } from "../polling/json";
import { daysAround, localTimes, type LocalTimes } from "../polling/local-times";
import { allOf } from "../ranges";
import type { AskedOffset } from "../record-clock";
import { askingFor, partOf, type Asking } from "./asking";
import { morningReport, type MorningReport } from "./morning-report";
import { isNightMetric, type NightMetric } from "./night-metrics";
import type { SummaryApi } from "./parts";

/** What a report waits for, and until when at the latest: a local time, `HH:mm`. */
export interface MorningChoice {
  metrics: readonly NightMetric[];
  time: string;
}

/** What is waited for beside metrics. */
const WAITED: readonly Landed[] = ["night", "yesterday"];

type Landed = "night" | "yesterday" | NightMetric;

const isAwaited = (value: unknown): value is Landed =>
  isNightMetric(value) || WAITED.some((one) => one === value);

/** What is kept: what of a day has landed, and the offset that was asked for. */
interface Note {
  day?: CivilDate;
  landed: Landed[];
  offset?: AskedOffset;
}

const HOUR_MS = 3_600_000;

/**
 * The day whose night, metrics and day before have landed, or whose time has come. Only the
 * user's own day is told of, once: a morning that is over is none. Until the night is there
 * nothing else is asked for, and then what has not landed.
 */
export async function mornings(
  app: SummaryApi & Pick<DaysApi, "getUtcOffset">,
  choice: MorningChoice,
  looking: Looking,
  call: Call,
): Promise<Crossed<MorningReport>> {
  const note = readNote(looking.note);
  const { now, isTold } = looking;
  const days = untold(daysAround(now), isTold);
  const times = days.flatMap((day) => [startOf(day), dueOf(day, choice), endOf(day)]);
  const clock = await localTimes(app, times, { now, note: note.offset }, call);
  const kept = { ...note, offset: clock.offset };
  const going = days.filter((day) =>
    clock.mayHaveCome(startOf(day)) && !clock.hasCome(endOf(day)));
  const [last, first = last] = [going[0], going.at(-1)];
  if (last === undefined || first === undefined) return { crossings: [], note: kept };
  const ask = askingFor(app, { from: addDays(first, -1), to: last }, call);
  const { nights, error } = await nightsThere(ask, clock);
  if (error instanceof Error) call.note?.(withoutNight(choice, error));
  const isDue = (day: CivilDate) => clock.hasCome(dueOf(day, choice));
  const day = going.find((one) => nights.includes(one)) ?? going.find(isDue);
  if (day === undefined) return { crossings: [], note: kept };
  const before = note.day === day ? note.landed : [];
  const landed = nights.includes(day)
    ? await landedOf(day, { app, ask, before, metrics: choice.metrics }, call)
    : [];
  const isWhole = WAITED.concat(choice.metrics).every((one) => landed.includes(one));
  const crossing = {
    id: day,
    day,
    ts: Date.parse(`${day}T12:00:00Z`),
    report: () => morningReport(day, ask, choice.metrics, call),
  };
  return {
    crossings: isWhole || isDue(day) ? [crossing] : [],
    note: { ...kept, day, landed } satisfies Note,
  };
}

/** The days behind the last that was told of; the last come first. */
function untold(days: CivilDate[], isTold: (id: string) => boolean): CivilDate[] {
  const told = days.findIndex(isTold);
  return told < 0 ? days : days.slice(0, told);
}

/** Local times, in ms as if they were UTC. */
const startOf = (day: CivilDate): number => Date.parse(day);
const endOf = (day: CivilDate): number => Date.parse(addDays(day, 1));
const dueOf = (day: CivilDate, { time }: MorningChoice): number =>
  Date.parse(`${day}T${time}:00Z`);

/**
 * The days whose main sleep ended an hour ago. A watch that syncs at three has a night that
 * ends at three.
 */
async function nightsThere(ask: Asking, { mayHaveCome }: LocalTimes) {
  const { days, error } = await ask(partOf("sleepMinutes"));
  const nights = [...days].flatMap(([date, { sleepEnd = date }]) =>
    mayHaveCome(Date.parse(`${sleepEnd}Z`) + HOUR_MS) ? [date] : []);
  return { nights, error };
}

function withoutNight({ time }: MorningChoice, { message }: Error): string {
  return `Your sleep cannot be read, so that the report comes at ${time}, without the night. ${message}`;
}

/** What has landed of a day whose night is there. What may not be read is not waited for. */
async function landedOf(
  day: CivilDate,
  { app, ask, before, metrics }: Pick<MorningChoice, "metrics"> & {
    app: Pick<ActivityApi, "listWatchDays">; ask: Asking; before: Landed[];
  },
  call: Call,
): Promise<Landed[]> {
  const isLanded = async (one: Landed): Promise<boolean> => {
    if (one === "night" || before.includes(one)) return true;
    if (one !== "yesterday") {
      const { days, error } = await ask(partOf(one));
      return days.has(day) || error !== undefined;
    }
    const date = addDays(day, -1);
    const worn = await unlessLost("steps", app.listWatchDays(date, call));
    return worn.value?.includes(date) ?? true;
  };
  const all = await allOf(WAITED.concat(metrics), async (one) =>
    await isLanded(one) ? [one] : []);
  return all.flat();
}

function readNote(value: unknown): Note {
  if (!isFields(value)) return { landed: [] };
  const { day, landed, offset } = value;
  return {
    ...isDay(day) && { day },
    landed: Array.isArray(landed) ? landed.filter(isAwaited) : [],
    ...isOffset(offset) && { offset },
  };
}
