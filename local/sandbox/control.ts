import type { FastifyInstance } from "fastify";
import { changesOf, makeChanges } from "./control-changes";
import {
  boolean, ControlError, fieldsOf, INSTANT_FORM, instantOf, isObject, listOf,
  localOf, needed, optional, positive, string, whole,
} from "./control-read";
import { type Fault, type FaultAnswer } from "./faults";
import { RECORD_TYPES, type Recording } from "./person/person";
import { type Beginning, begin, type World } from "./world";

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
  const fields = fieldsOf(value, "A fault", ["match", "times", "skip", "answer", "after"]);
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
    skip: optional(fields, "skip", "a whole number", whole(0, 1e6)) ?? 0,
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

/**
 * The calls that move the clock, sync the watch, record, and break things on purpose.
 * A fault may also say `"skip":n` (strike after n requests that match) and `"after":true` (let
 * the request be carried out first).
 *
 * `POST /_sandbox/changes [{…}]` lets records that the APIs know change, all or none; `id` is
 * the log id as the API shows it, as text, and each record comes once in a call:
 *
 *     {"change":"edit","id","kind"?,"calories"?,"distance"?,"start"?}   an activity; km, local
 *     {"change":"edit","id","start"?,"end"?}                  a sleep: becomes manual
 *     {"change":"delete","id"}
 *     {"change":"reprocess","id","startMinutes"?,"endMinutes"?,"type"?:"stages"|"classic"}
 *     {"change":"split","id","from","to"}                     awake for more than an hour
 *     {"change":"stitch","ids":[id, id]}                      less than an hour apart
 *     {"change":"renumber"}                                   new ids for all of both
 *     {"change":"pending","answers":n,"retryDuration"?:ms}    of the next n sleep answers
 */
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
  post("changes", (body) => {
    makeChanges(world, changesOf(world, listOf(body, "Changes")));
  });
  post("faults", (body) => {
    world.faults = listOf(body, "Faults").map(faultOf);
  });
}
