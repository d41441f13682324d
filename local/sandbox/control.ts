import type { FastifyInstance } from "fastify";
import { DateTime } from "luxon";
import { type Fault, type FaultAnswer } from "./faults";
import { HOUR, MINUTE, parseDay, SECOND, DAY } from "./person/days";
import { RECORD_TYPES, type Recording } from "./person/person";
import { type Beginning, begin, type World } from "./world";

/** A control call that is not understood: its message is the answer. */
export class ControlError extends Error {}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object with these fields and no other. */
function fieldsOf(value: unknown, what: string, names: readonly string[]): Fields {
  if (!isObject(value)) throw new ControlError(`${what} must be a JSON object.`);
  const unknown = Object.keys(value).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const known = names.join(", ");
    throw new ControlError(`${what} has no field ${unknown.join(", ")}: it takes ${known}.`);
  }
  return value;
}

function listOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new ControlError(`${what} must be a JSON array.`);
  return value;
}

const wrong = (name: string, form: string): ControlError =>
  new ControlError(`"${name}" must be ${form}.`);

/** Reads a field that may be missing. */
function optional<T>(
  fields: Fields, name: string, form: string, check: (value: unknown) => T | undefined,
): T | undefined {
  if (fields[name] === undefined) return undefined;
  const read = check(fields[name]);
  if (read === undefined) throw wrong(name, form);
  return read;
}

function needed<T>(
  fields: Fields, name: string, form: string, check: (value: unknown) => T | undefined,
): T {
  const read = optional(fields, name, form, check);
  if (read === undefined) throw wrong(name, form);
  return read;
}

const boolean = (value: unknown) => (typeof value === "boolean" ? value : undefined);
const string = (value: unknown) => (typeof value === "string" ? value : undefined);
const whole = (min: number, max: number) => (value: unknown) =>
  (Number.isInteger(value) && Number(value) >= min && Number(value) <= max
    ? Number(value)
    : undefined);
const positive = (value: unknown) =>
  (typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined);

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,3})?)?$/;

const INSTANT_FORM = "an instant such as 2026-03-20T09:00:00Z";

/** An ISO 8601 instant with its offset, in epoch ms. */
export function instantOf(value: unknown): number | undefined {
  if (typeof value !== "string" || !ISO_INSTANT.test(value)) return undefined;
  const ms = DateTime.fromISO(value).toMillis();
  return Number.isNaN(ms) ? undefined : ms;
}

/** Local time on the person's clocks (yyyy-MM-ddTHH:mm, seconds allowed), in epoch ms. */
const localOf = ({ person }: World) => (value: unknown): number | undefined => {
  const [matched, date = "", hour, minute, second = "0"] = LOCAL.exec(string(value) ?? "") ?? [];
  const day = parseDay(date);
  if (matched === undefined || day === undefined) return undefined;
  const time = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * SECOND;
  return person.timeline.instant(day * DAY + time);
};

const beginningOf = (body: unknown, start: Beginning): Beginning => {
  const fields = fieldsOf(body ?? {}, "A reset", ["seed", "now", "rateLimit"]);
  return {
    seed: optional(fields, "seed", "a whole number from 1", whole(1, 2 ** 31)) ?? start.seed,
    now: optional(fields, "now", INSTANT_FORM, instantOf) ?? start.now,
    rateLimit: optional(fields, "rateLimit", "true or false", boolean) ?? start.rateLimit,
  };
};

const LONGEST_MINUTES = 24 * 60;

function recordingOf(world: World, value: unknown): Recording {
  const names = ["type", "start", "minutes", "value", "synced"];
  const fields = fieldsOf(value, "A record", names);
  const types = RECORD_TYPES.join(", ");
  const minutesForm = `a whole number from 1 to ${LONGEST_MINUTES}`;
  const recording = {
    type: needed(fields, "type", `one of ${types}`, (v) => RECORD_TYPES.find((t) => t === v)),
    start: needed(fields, "start", "local time such as 2026-03-20T07:30:00", localOf(world)),
    minutes: optional(fields, "minutes", minutesForm, whole(1, LONGEST_MINUTES)),
    value: optional(fields, "value", "a number above 0", positive),
    synced: needed(fields, "synced", "true or false", boolean),
  };
  const lasts = recording.type === "activity" || recording.type === "sleep";
  if (recording.minutes !== undefined && !lasts) {
    throw new ControlError(`A record of type ${recording.type} has no "minutes".`);
  }
  if (recording.value !== undefined && recording.type === "sleep") {
    throw new ControlError('A record of type sleep has no "value".');
  }
  return recording;
}

const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"];
const PLAIN_ANSWERS = ["reset", "timeout", "html", "truncate"] as const;

const headersOf = (value: unknown): Record<string, string> | undefined => {
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([name, v]) => [
    name, typeof v === "number" ? String(v) : v,
  ]);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === "string")
    ? Object.fromEntries(entries)
    : undefined;
};

function answerOf(value: unknown): Fault["answer"] | undefined {
  const plain = PLAIN_ANSWERS.find((word) => word === value);
  if (plain) return plain;
  if (!isObject(value)) return undefined;
  const fields = fieldsOf(value, '"answer"', ["status", "headers", "body"]);
  const answer: FaultAnswer = {
    status: needed(fields, "status", "an HTTP status from 200 to 599", whole(200, 599)),
    headers: optional(fields, "headers", "an object of strings", headersOf),
    body: fields.body,
  };
  return answer;
}

function faultOf(value: unknown): Fault {
  const fields = fieldsOf(value, "A fault", ["match", "times", "answer", "after"]);
  const match = fieldsOf(fields.match ?? {}, '"match"', ["app", "method", "path"]);
  const app = (v: unknown) => (["fitbit", "google_health"] as const).find((a) => a === v);
  const method = (v: unknown) => METHODS.find((m) => m === string(v)?.toUpperCase());
  const path = (v: unknown) => (string(v)?.startsWith("/") ? string(v) : undefined);
  const answers = `{"status", "headers"?, "body"?} or one of ${PLAIN_ANSWERS.join(", ")}`;
  return {
    match: {
      app: optional(match, "app", "fitbit or google_health", app),
      method: optional(match, "method", `one of ${METHODS.join(", ")}`, method),
      path: optional(match, "path", "a path that begins with /", path),
    },
    times: optional(fields, "times", "a whole number from 1", whole(1, 1e6)) ?? 1,
    answer: needed(fields, "answer", answers, answerOf),
    after: optional(fields, "after", "true or false", boolean) ?? false,
  };
}

const isoSeconds = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");

const stateOf = ({ seed, person }: World) => ({
  now: isoSeconds(person.now),
  seed,
  timeZone: person.timeZone,
  ...person.counts(),
});

/** The calls that move the clock, sync the watch, record, and break things on purpose. */
export function addControl(app: FastifyInstance, world: World, start: Beginning): void {
  const post = (name: string, change: (body: unknown) => void): void => {
    app.post(`/_sandbox/${name}`, (request) => {
      change(request.body);
      return stateOf(world);
    });
  };
  app.get("/_sandbox/state", () => stateOf(world));
  app.get("/_sandbox/requests", () => world.requests);
  post("reset", (body) => void begin(world, beginningOf(body, start)));
  post("clock", (body) => {
    const now = needed(fieldsOf(body, "A clock call", ["now"]), "now", INSTANT_FORM, instantOf);
    if (now < world.person.now) {
      const at = isoSeconds(world.person.now);
      throw new ControlError(`The clock goes forward only: it is ${at} already.`);
    }
    world.person.moveClock(now);
  });
  post("sync", (body) => {
    const fields = fieldsOf(body ?? {}, "A sync", ["from", "to"]);
    const form = `${INSTANT_FORM}, or local time without an offset`;
    const moment = (value: unknown) => instantOf(value) ?? localOf(world)(value);
    const from = optional(fields, "from", form, moment) ?? -Infinity;
    const to = optional(fields, "to", form, moment) ?? Infinity;
    if (from > to) throw new ControlError('"from" must not be after "to".');
    world.person.sync({ from, to });
  });
  post("records", (body) => {
    const recordings = listOf(body, "Records").map((value) => recordingOf(world, value));
    recordings.forEach((recording) => world.person.record(recording));
  });
  post("faults", (body) => {
    world.faults = listOf(body, "Faults").map(faultOf);
  });
}
