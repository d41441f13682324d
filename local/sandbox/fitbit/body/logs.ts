import { deletion, withoutFat } from "../../person/changes";
import { DAY, HOUR, MINUTE, SECOND } from "../../person/days";
import type { Person } from "../../person/person";
import { invalid, notFound } from "../envelope";
import { daysOf, type Period } from "../ranges";
import { civilDay, decimal, required } from "../read";
import type { Answer, Call, Route } from "../route";
import { during, type Fat, fatLog, fatsOf, logId, weightLog } from "./log";

/** https://dev.fitbit.com/build/reference/web-api/body-timeseries/ */
const MAX_DAYS = { weight: 31, fat: 30 };
const PERIODS: readonly Period[] = ["1d", "7d", "30d", "1w", "1m"];

type Kind = keyof typeof MAX_DAYS;

const logsOf = (call: Call, kind: Kind, days: [number, number]): object[] => {
  const { person } = call;
  return kind === "weight"
    ? during(person, person.weighings(), days).map((weighing) => weightLog(call, weighing))
    : during(person, fatsOf(person), days).map((fat) => fatLog(call, fat));
};

const byDate = (kind: Kind) => (call: Call): Answer => {
  const { params, switches } = call;
  const day = civilDay(call, "date", params.date ?? "", switches.todayEverywhere);
  return { body: { [kind]: logsOf(call, kind, [day, day]) } };
};

const byRange = (kind: Kind) => (call: Call): Answer =>
  ({ body: { [kind]: logsOf(call, kind, daysOf(call, MAX_DAYS[kind], PERIODS)) } });

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;
const LAST_SECOND = "23:59:59";

/** The instant of `date` and `time`; without a time the day's last second. */
function measuredAt(call: Call): number {
  const day = civilDay(call, "date", required(call, "date"));
  const time = call.query.get("time") ?? LAST_SECOND;
  const [matched, hour, minute, second] = CLOCK.exec(time) ?? [];
  if (matched === undefined) throw invalid("time", `Invalid time: ${time}. Use HH:mm:ss`);
  const clock = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return call.person.timeline.instant(day * DAY + clock);
}

const created = ({ switches }: Call, root: string, log: object): Answer =>
  ({ status: 201, body: { [root]: switches.weightLogListed ? [log] : log } });

function createWeight(call: Call): Answer {
  const start = measuredAt(call);
  const amount = decimal("weight", required(call, "weight"));
  const made = call.person.addWeighing(start, amount / call.units.weight.perSi);
  return created(call, "weightLog", weightLog(call, made));
}

const MOST_FAT = 100;

function createFat(call: Call): Answer {
  const start = measuredAt(call);
  const text = required(call, "fat");
  const percent = decimal("fat", text);
  if (percent > MOST_FAT) throw invalid("fat", `Invalid fat: ${text}`);
  const record = call.person.addFat(start, percent);
  return created(call, "fatLog", fatLog(call, { record, start, percent }));
}

const isOf = (person: Person, id: string | undefined) => ({ start }: { start: number }) =>
  String(logId(person, start)) === id;

const removed = ({ switches }: Call): Answer =>
  (switches.deleteAnswers200 ? { body: {} } : { status: 204 });

function removeWeight(call: Call): Answer {
  const { person, params } = call;
  const found = person.weighings().find(isOf(person, params.id));
  if (!found) throw notFound();
  person.change(deletion(found));
  return removed(call);
}

function removeFat(call: Call): Answer {
  const { person, params } = call;
  const found: Fat | undefined = fatsOf(person).find(isOf(person, params.id));
  if (!found) throw notFound();
  const { record } = found;
  person.change("kg" in record ? withoutFat(record) : deletion(record));
  return removed(call);
}

const PATH = "/1/user/:user/body/log";
const scope = "weight";

const reads = (["weight", "fat"] as const).flatMap((kind): Route[] => [
  { method: "GET", path: `${PATH}/${kind}/date/:date.json`, scope, answer: byDate(kind) },
  {
    method: "GET",
    path: `${PATH}/${kind}/date/:first/:second.json`,
    scope,
    answer: byRange(kind),
  },
]);

export const logRoutes: Route[] = [
  ...reads,
  {
    method: "POST",
    path: `${PATH}/weight.json`,
    scope,
    takes: ["weight", "date", "time"],
    answer: createWeight,
  },
  {
    method: "POST", path: `${PATH}/fat.json`, scope, takes: ["fat", "date", "time"], answer: createFat,
  },
  { method: "DELETE", path: `${PATH}/weight/:id.json`, scope, answer: removeWeight },
  { method: "DELETE", path: `${PATH}/fat/:id.json`, scope, answer: removeFat },
];
