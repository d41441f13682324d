import { DAY, dayText, type Day, HOUR, MINUTE } from "../person/days";
import { deletion } from "../person/changes";
import type { Person } from "../person/person";
import type { Level, LevelSpan } from "../person/sleep-levels";
import type { Sleep } from "../person/truth";
import { invalid, notFound } from "./envelope";
import { page, PAGE_PARAMETERS } from "./pages";
import { civilDay, required, startOf, wholeNumber } from "./read";
import type { Answer, Call, Route } from "./route";

const MAX_DAYS = 100;
const AVERAGE_DAYS = 30;
const STAGES = ["deep", "light", "rem", "wake"] as const;
const CLASSIC = ["asleep", "awake", "restless"] as const;
const INFO_CODES = { "heart data": 1, "too short": 2 } as const;

/** A sleep belongs to the civil day on which it ended. */
const dayOf = (person: Person, sleep: Sleep): Day => person.timeline.dayOf(sleep.end);

export const sleepId = (person: Person, { key, changed }: Sleep): bigint =>
  person.ids.idOf("sleep", key, changed);

const length = ({ start, end }: Sleep): number => end - start;

const longest = (sleeps: Sleep[]): Sleep | undefined =>
  sleeps.reduce<Sleep | undefined>((a, b) => (a && length(a) >= length(b) ? a : b), undefined);

/** The sleeps of the days from `first` to `last`, both included. */
const during = (person: Person, sleeps: Sleep[], first: Day, last: Day): Sleep[] =>
  sleeps
    // Time zones are at most a day apart: looked up for what may fit alone.
    .filter(({ end }) => end > (first - 1) * DAY && end < (last + 2) * DAY)
    .filter((sleep) => dayOf(person, sleep) >= first && dayOf(person, sleep) <= last);

const on = (person: Person, sleeps: Sleep[], day: Day): Sleep[] =>
  during(person, sleeps, day, day);

const minutesOf = (person: Person, sleep: Sleep, level: Level): number =>
  person.levelsOf(sleep).summary[level]?.minutes ?? 0;

/** Mean minutes of each stage over the staged nights of the thirty days before. */
function averages(person: Person, sleeps: Sleep[], day: Day): Record<string, number> {
  const earlier = during(person, sleeps, day - AVERAGE_DAYS, day - 1)
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

const asleepOf = (person: Person, sleep: Sleep): number => {
  const wake = sleep.kind === "stages" ? ["wake"] as const : ["awake", "restless"] as const;
  return inBed(sleep) - wake.reduce((sum, level) => sum + minutesOf(person, sleep, level), 0);
};

const inBed = (sleep: Sleep): number => Math.round(length(sleep) / MINUTE);

/** A sleep log; `all` are the person's sleeps, which decide what is the main one of a day. */
function sleepLog(person: Person, sleep: Sleep, all: Sleep[]): object {
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
    isMainSleep: longest(on(person, all, day)) === sleep,
    levels: levels(person, sleep, all),
    logId: sleepId(person, sleep),
    logType: sleep.origin === "manual" ? "manual" : "auto_detected",
    minutesAfterWakeup: 0,
    minutesAsleep,
    minutesAwake: timeInBed - minutesAsleep,
    minutesToFallAsleep: 0,
    startTime: timeline.local(sleep.start),
    timeInBed,
    type: sleep.kind,
  };
}

const newestFirst = (sleeps: Sleep[]): Sleep[] =>
  [...sleeps].sort((a, b) => b.start - a.start);

function byDate(call: Call): Answer {
  const { person } = call;
  const all = person.sleeps();
  const day = civilDay(call, "date", call.params.date ?? "");
  const sleeps = newestFirst(on(person, all, day));
  const staged = sleeps.filter(({ kind }) => kind === "stages");
  const add = (minutes: (sleep: Sleep) => number, of = sleeps): number =>
    of.reduce((sum, sleep) => sum + minutes(sleep), 0);
  const stages = staged.length > 0 && {
    stages: Object.fromEntries(STAGES.map((level) => (
      [level, add((s) => minutesOf(person, s, level), staged)]
    ))),
  };
  return {
    body: {
      sleep: sleeps.map((sleep) => sleepLog(person, sleep, all)),
      summary: {
        ...stages,
        totalMinutesAsleep: add((sleep) => asleepOf(person, sleep)),
        totalSleepRecords: sleeps.length,
        totalTimeInBed: add(inBed),
      },
    },
  };
}

function byRange(call: Call): Answer {
  const { person, params, switches } = call;
  const first = civilDay(call, "startDate", params.start ?? "");
  const last = civilDay(call, "endDate", params.end ?? "");
  if (last < first) throw invalid("endDate", "The end date must not be before the start date.");
  if (last - first >= MAX_DAYS) {
    const message = "The number of data points queried exceeds limit.";
    throw invalid("endDate", message, switches.rangeTooLongStatus);
  }
  const all = person.sleeps();
  const sleeps = during(person, all, first, last);
  return { body: { sleep: newestFirst(sleeps).map((sleep) => sleepLog(person, sleep, all)) } };
}

function list(call: Call): Answer {
  const { person, switches } = call;
  const all = person.sleeps();
  const { timeline } = person;
  const wall = (record: Sleep): number => (switches.sleepListDateMeans === "start"
    ? timeline.wall(record.start)
    : dayOf(person, record) * DAY + (timeline.wall(record.start) % DAY));
  const listed = all.map((record) => ({ record, wall: wall(record) }));
  const { records, pagination } = page(call, listed, "offset");
  const sleep = records.map((record) => sleepLog(person, record, all));
  const bare = switches.listKeyMissingWhenEmpty && sleep.length === 0;
  return { body: { pagination, ...(!bare && { sleep }) } };
}

function create(call: Call): Answer {
  const { person } = call;
  const start = startOf(call);
  const ms = wholeNumber("duration", required(call, "duration"), MINUTE, 24 * HOUR);
  const made = person.addSleep({ from: start, to: start + ms });
  if (!made) throw invalid("startTime", "The sleep log overlaps with another sleep log.");
  const log = sleepLog(person, made, person.sleeps());
  // The answer to a new log, and it alone, has no logType.
  return { status: 201, body: { sleep: { ...log, logType: undefined } } };
}

function remove({ person, params, switches }: Call): Answer {
  const found = person.sleeps().find((sleep) => String(sleepId(person, sleep)) === params.id);
  if (!found) throw notFound();
  person.change(deletion(found));
  return switches.deleteAnswers200 ? { body: {} } : { status: 204 };
}

/** While sleep is still worked out, an answer has nothing but the advice to ask later. */
const processed = (answer: Route["answer"]): Route["answer"] => (call) => {
  const retryDuration = call.person.waitForSleep();
  if (retryDuration === undefined) return answer(call);
  return { body: { meta: { retryDuration, state: "pending" } } };
};

const PATH = "/1.2/user/:user/sleep";
const scope = "sleep";

export const sleepRoutes: Route[] = [
  { method: "GET", path: `${PATH}/date/:date.json`, scope, answer: processed(byDate) },
  { method: "GET", path: `${PATH}/date/:start/:end.json`, scope, answer: processed(byRange) },
  {
    method: "GET",
    path: `${PATH}/list.json`,
    scope,
    takes: PAGE_PARAMETERS,
    answer: processed(list),
  },
  {
    method: "POST",
    path: `${PATH}.json`,
    scope,
    takes: ["date", "startTime", "duration"],
    answer: create,
  },
  { method: "DELETE", path: `${PATH}/:id.json`, scope, answer: remove },
];
