import { deletion } from "../../person/changes";
import { DAY, HOUR, MINUTE } from "../../person/days";
import type { Sleep } from "../../person/truth";
import { invalid, notFound } from "../envelope";
import { page, PAGE_PARAMETERS } from "../pages";
import { civilDay, required, startOf, wholeNumber } from "../read";
import type { Resource } from "../resource";
import type { Answer, Call, Route } from "../route";
import {
  asleepOf, dayOf, sleepsDuring, inBed, minutesOf, sleepsOn, sleepId, sleepLog, STAGES,
} from "./log";
import { sleepSwitches } from "./switches";

const MAX_DAYS = 100;

const newestFirst = (sleeps: Sleep[]): Sleep[] =>
  [...sleeps].sort((a, b) => b.start - a.start);

function byDate(call: Call): Answer {
  const { person } = call;
  const all = person.sleeps();
  const day = civilDay(call, "date", call.params.date ?? "", call.switches.todayEverywhere);
  const sleeps = newestFirst(sleepsOn(person, all, day));
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
  const sleeps = sleepsDuring(person, all, first, last);
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

const routes: Route[] = [
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

export const sleep = { routes, switches: sleepSwitches } satisfies Resource;
