import type { FastifyInstance } from "fastify";
import { isTooFar, NOW_FORM, SEED_FORM, seedOf } from "../bounds";
import { RECORD_TYPES, type Recording } from "../person/person";
import { AUTHORS } from "../person/truth";
import { type Beginning, begin, type World } from "../world";
import { changesOf, makeChanges } from "./changes";
import { lifeOf } from "../google-health/door";
import { notifying } from "../google-health/notifications/notify";
import { DATA_TYPES } from "../google-health/resources";
import { faultOf } from "./fault";
import { keepPagesOut } from "./guard";
import {
  boolean, ControlError, fieldsOf, INSTANT_FORM, instantOf, listOf, localOf, needed, nowOf,
  optional, positive, whole,
} from "./read";

const beginningOf = (body: unknown, start: Beginning): Beginning => {
  const fields = fieldsOf(body ?? {}, "A reset", ["seed", "now", "rateLimit"]);
  return {
    seed: optional(fields, "seed", SEED_FORM, seedOf) ?? start.seed,
    now: optional(fields, "now", NOW_FORM, nowOf) ?? start.now,
    rateLimit: optional(fields, "rateLimit", "true or false", boolean) ?? start.rateLimit,
  };
};

const LONGEST_MINUTES = 24 * 60;

function recordingOf(world: World, value: unknown): Recording {
  const names = ["type", "start", "minutes", "value", "by", "synced"];
  const fields = fieldsOf(value, "A record", names);
  const types = RECORD_TYPES.join(", ");
  const minutesForm = `a whole number from 1 to ${LONGEST_MINUTES}`;
  const recording = {
    type: needed(fields, "type", `one of ${types}`, (v) => RECORD_TYPES.find((t) => t === v)),
    start: needed(fields, "start", "local time such as 2026-03-20T07:30:00", localOf(world)),
    minutes: optional(fields, "minutes", minutesForm, whole(1, LONGEST_MINUTES)),
    value: optional(fields, "value", "a number above 0", positive),
    by: optional(fields, "by", `one of ${AUTHORS.join(", ")}`, (v) => AUTHORS.find((a) => a === v)),
    synced: needed(fields, "synced", "true or false", boolean),
  };
  const lasts = recording.type === "activity" || recording.type === "sleep";
  if (recording.minutes !== undefined && !lasts) {
    throw new ControlError(`A record of type ${recording.type} has no "minutes".`);
  }
  if (recording.value !== undefined && recording.type === "sleep") {
    throw new ControlError('A record of type sleep has no "value".');
  }
  if (recording.by && !(recording.type === "activity"
    || (recording.type === "sleep" && recording.by === "hand"))) {
    throw new ControlError(`A record of type ${recording.type} is not by ${recording.by}.`);
  }
  return recording;
}

/** Where the calls stand. */
export const CONTROL_PREFIX = "/_sandbox/";

const isoSeconds = (ms: number): string => new Date(ms).toISOString().replace(".000Z", "Z");

const stateOf = ({ seed, person }: World) => ({
  now: isoSeconds(person.now),
  seed,
  timeZone: person.timeZone,
  ...person.counts(),
});

/** When the clock is to stand. */
function laterOf({ person }: World, body: unknown): number {
  const now = needed(fieldsOf(body, "A clock call", ["now"]), "now", NOW_FORM, nowOf);
  const at = isoSeconds(person.now);
  if (now < person.now) {
    throw new ControlError(`The clock goes forward only: it is ${at} already.`);
  }
  if (isTooFar(person.now, now)) {
    throw new ControlError(`The clock goes ten years forward at most: it is ${at} now.`);
  }
  return now;
}

/**
 * The calls that move the clock, sync the watch, record, and break things on purpose; none is
 * open to pages of other sites.
 *
 * A record of an activity may say who it is `"by"` (`phone`, `hand`, `web`, `old`, `api`,
 * `strava`), one of a sleep that it was typed in (`hand`).
 *
 * A fault may also say `"skip":n` (strike after n requests that match) and `"after":true` (let
 * the request be carried out first). An answer without `"body"` says what the API says with
 * that status, as far as that is known; `"body":""` says nothing. `"repeat"` lets a list go on
 * with the very page that it is; `{"without":[key]}` lacks these keys in its first record.
 *
 * `POST /_sandbox/changes [{…}]` lets records that the APIs know change, all or none; `id` is
 * the log id as Fitbit shows it, as text, and each record comes once in a call:
 *
 *     {"change":"edit","id","kind"?,"calories"?,"distance"?,"start"?}   an activity; km, local
 *     {"change":"edit","id","start"?,"end"?}                  a sleep: becomes manual
 *     {"change":"delete","id"}
 *     {"change":"grow","id","minutes"}                        more of it came with a sync
 *     {"change":"copy","id"}                                  another app's takes its place
 *     {"change":"reprocess","id","startMinutes"?,"endMinutes"?,"type"?:"stages"|"classic"}
 *     {"change":"split","id","from","to","keeps"?:"first"|"second"}   awake for over an hour
 *     {"change":"stitch","ids":[id, id]}                      less than an hour apart
 *     {"change":"renumber"}                                   new ids for all of both
 *     {"change":"pending","answers":n,"retryDuration"?:ms}    of the next n sleep answers
 *     {"change":"travel","timeZone"}                          the clocks, from now on
 *     {"change":"battery","device","level"}                   percent, as of the last sync
 *     {"change":"unpair","device"}                            it leaves the account
 *
 * Whoever has registered a webhook (`POST /v4/projects/1/subscribers?subscriberId=…`, with the
 * token `sandbox:cloud-platform` and an endpoint on 127.0.0.1) is notified by the call that
 * changes something, and again by the next one where that was not taken.
 * `POST /_sandbox/keys` has notifications signed with a new key from now on.
 *
 * `app` has the prefix.
 */
export function addControl(app: FastifyInstance, world: World, start: Beginning): void {
  const post = (name: string, change: (body: unknown) => void | Promise<void>): void => {
    app.post(`/${name}`, async (request) => {
      await change(request.body);
      return stateOf(world);
    });
  };
  /** The same for what happens in the person's life: who wants to be is notified. */
  const live = (name: string, change: (body: unknown) => void): void => {
    post(name, (body) => notifying(lifeOf(world), DATA_TYPES, () => change(body)));
  };
  keepPagesOut(app);
  app.get("/state", () => stateOf(world));
  app.get("/requests", () => world.requests);
  post("reset", (body) => void begin(world, beginningOf(body, start)));
  live("clock", (body) => {
    world.person.moveClock(laterOf(world, body));
  });
  live("sync", (body) => {
    const fields = fieldsOf(body ?? {}, "A sync", ["from", "to"]);
    const form = `${INSTANT_FORM}, or local time without an offset`;
    const moment = (value: unknown) => instantOf(value) ?? localOf(world)(value);
    const from = optional(fields, "from", form, moment) ?? -Infinity;
    const to = optional(fields, "to", form, moment) ?? Infinity;
    if (from > to) throw new ControlError('"from" must not be after "to".');
    world.person.sync({ from, to });
  });
  live("records", (body) => {
    const recordings = listOf(body, "Records").map((value) => recordingOf(world, value));
    recordings.forEach((recording) => world.person.record(recording));
  });
  live("changes", (body) => {
    makeChanges(world, changesOf(world, listOf(body, "Changes")));
  });
  post("keys", () => {
    world.health.subscriptions.keys.rotate();
  });
  post("faults", (body) => {
    world.faults = listOf(body, "Faults").map(faultOf);
  });
  app.setNotFoundHandler((_request, reply) => (
    reply.code(404).send({ error: "There is no such control call." })
  ));
  app.setErrorHandler((error, _request, reply) => {
    const message = error instanceof Error ? error.message : String(error);
    return reply.code(error instanceof ControlError ? 400 : 500).send({ error: message });
  });
}
