import { DAY, dayText, type Day, MINUTE } from "../../person/days";
import type { Person } from "../../person/person";
import type { Level, LevelSpan } from "../../person/sleep-levels";
import type { Sleep } from "../../person/truth";

const AVERAGE_DAYS = 30;
export const STAGES = ["deep", "light", "rem", "wake"] as const;
const CLASSIC = ["asleep", "awake", "restless"] as const;
const INFO_CODES = { "heart data": 1, "too short": 2 } as const;

/** A sleep belongs to the civil day on which it ended. */
export const dayOf = (person: Person, sleep: Sleep): Day => person.timeline.dayOf(sleep.end);

export const sleepId = (person: Person, { key, changed }: Sleep): bigint =>
  person.ids.idOf("sleep", key, changed);

const length = ({ start, end }: Sleep): number => end - start;

const longest = (sleeps: Sleep[]): Sleep | undefined =>
  sleeps.reduce<Sleep | undefined>((a, b) => (a && length(a) >= length(b) ? a : b), undefined);

/** The sleeps of the days from `first` to `last`, both included. */
export const sleepsDuring = (
  person: Person, sleeps: Sleep[], first: Day, last: Day,
): Sleep[] =>
  sleeps
    // Time zones are at most a day apart: looked up for what may fit alone.
    .filter(({ end }) => end > (first - 1) * DAY && end < (last + 2) * DAY)
    .filter((sleep) => dayOf(person, sleep) >= first && dayOf(person, sleep) <= last);

export const sleepsOn = (person: Person, sleeps: Sleep[], day: Day): Sleep[] =>
  sleepsDuring(person, sleeps, day, day);

export const minutesOf = (person: Person, sleep: Sleep, level: Level): number =>
  person.levelsOf(sleep).summary[level]?.minutes ?? 0;

/** Mean minutes of each stage over the staged nights of the thirty days before. */
function averages(person: Person, sleeps: Sleep[], day: Day): Record<string, number> {
  const earlier = sleepsDuring(person, sleeps, day - AVERAGE_DAYS, day - 1)
    .filter(({ kind }) => kind === "stages");
  return Object.fromEntries(STAGES.map((level) => {
    const sum = earlier.reduce((total, s) => total + minutesOf(person, s, level), 0);
    return [level, earlier.length === 0 ? 0 : Math.round(sum / earlier.length)];
  }));
}

function levels(person: Person, sleep: Sleep, all: Sleep[]): object {
  const { spans, short, summary } = person.levelsOf(sleep);
  const show = ({ level, start, seconds }: LevelSpan) => (
    { dateTime: person.timeline.local(start), level, seconds }
  );
  const staged = sleep.kind === "stages";
  const mean = staged ? averages(person, all, dayOf(person, sleep)) : {};
  return {
    data: spans.map(show),
    ...(staged && { shortData: short.map(show) }),
    summary: Object.fromEntries((staged ? STAGES : CLASSIC).map((level) => [level, {
      count: summary[level]?.count ?? 0,
      minutes: summary[level]?.minutes ?? 0,
      ...(staged && { thirtyDayAvgMinutes: mean[level] }),
    }])),
  };
}

const minutesIn = (person: Person, sleep: Sleep, levels: readonly Level[]): number =>
  levels.reduce((sum, level) => sum + minutesOf(person, sleep, level), 0);

export const asleepOf = (person: Person, sleep: Sleep): number =>
  minutesIn(person, sleep, ["deep", "light", "rem", "asleep"]);

const awakeOf = (person: Person, sleep: Sleep): number =>
  minutesIn(person, sleep, ["wake", "awake", "restless"]);

export const inBed = (sleep: Sleep): number => Math.round(length(sleep) / MINUTE);

/** A sleep log; `all` are the person's sleeps, which decide what is the main one of a day. */
export function sleepLog(person: Person, sleep: Sleep, all: Sleep[]): object {
  const { timeline } = person;
  const day = dayOf(person, sleep);
  const timeInBed = inBed(sleep);
  const minutesAsleep = asleepOf(person, sleep);
  return {
    dateOfSleep: dayText(day),
    duration: length(sleep),
    efficiency: Math.round((100 * minutesAsleep) / Math.max(1, timeInBed)),
    endTime: timeline.local(sleep.end),
    infoCode: sleep.lack ? INFO_CODES[sleep.lack] : 0,
    isMainSleep: longest(sleepsOn(person, all, day)) === sleep,
    levels: levels(person, sleep, all),
    logId: sleepId(person, sleep),
    logType: sleep.origin === "manual" ? "manual" : "auto_detected",
    minutesAfterWakeup: 0,
    minutesAsleep,
    minutesAwake: awakeOf(person, sleep),
    minutesToFallAsleep: 0,
    startTime: timeline.local(sleep.start),
    timeInBed,
    type: sleep.kind,
  };
}
