import { IANAZone } from "luxon";
import { activityId } from "../fitbit/activity/by-id";
import { sleepId } from "../fitbit/sleep/log";
import {
  type Change, ChangeError, copied, deletion, editExercise, editSleep, growExercise, growSleep,
  reprocess, split, stitch,
} from "../person/changes";
import { KIND_NAMES } from "../person/exercise-kinds";
import type { Exercise, Sleep } from "../person/truth";
import type { World } from "../world";
import {
  ControlError, type Fields, fieldsOf, listOf, localOf, needed, optional, positive, whole,
} from "./read";

/** One entry of the call, read and not done yet. */
interface Entry {
  changes: Change[];
  /** What it does beside changing records. */
  then?: (world: World) => void;
}

type Found = { exercise: Exercise } | { sleep: Sleep };

function find({ person }: World, value: unknown): Found | undefined {
  const exercise = person.exercises().find((e) => String(activityId(person, e)) === value);
  if (exercise) return { exercise };
  const sleep = person.sleeps().find((s) => String(sleepId(person, s)) === value);
  return sleep && { sleep };
}

const ID_FORM = "the id of a log that the API shows, as text";

const record = (world: World, fields: Fields): Found =>
  needed(fields, "id", ID_FORM, (value) => find(world, value));

const oneSleep = (world: World, fields: Fields): Sleep =>
  needed(fields, "id", `${ID_FORM}, of a sleep`, (value) => sleepOf(find(world, value)));

const sleepOf = (found: Found | undefined): Sleep | undefined =>
  (found && "sleep" in found ? found.sleep : undefined);

const LOCAL_FORM = "local time such as 2026-03-20T07:30:00";

const time = (world: World, fields: Fields, name: string): number | undefined =>
  optional(fields, name, LOCAL_FORM, localOf(world));

function edit(world: World, fields: Fields): Entry {
  const found = record(world, fields);
  const start = time(world, fields, "start");
  if ("sleep" in found) {
    fieldsOf(fields, "The edit of a sleep", ["change", "id", "start", "end"]);
    const end = time(world, fields, "end");
    return { changes: [editSleep(found.sleep, { start, end })] };
  }
  const names = ["change", "id", "kind", "calories", "distance", "start"];
  fieldsOf(fields, "The edit of an activity", names);
  const kinds = `one of ${KIND_NAMES.join(", ")}`;
  const kind = optional(fields, "kind", kinds, (v) => KIND_NAMES.find((k) => k === v));
  const kcal = optional(fields, "calories", "a number above 0", positive);
  const km = optional(fields, "distance", "kilometres above 0", positive);
  const metres = km === undefined ? undefined : km * 1000;
  return { changes: [editExercise(found.exercise, { kind, kcal, metres, start })] };
}

const GROWTH = whole(1, 24 * 60);

function grown(world: World, fields: Fields): Entry {
  const found = record(world, fields);
  const minutes = needed(fields, "minutes", "a whole number of minutes, from 1", GROWTH);
  const change = "sleep" in found
    ? growSleep(found.sleep, minutes)
    : growExercise(found.exercise, minutes);
  const { now } = world.person;
  const isLate = [...change.exercises, ...change.sleeps].some(({ end }) => end > now);
  if (isLate) throw new ChangeError("A record grows up to now at most.");
  return { changes: [change] };
}

function deleted(world: World, fields: Fields): Entry {
  const found = record(world, fields);
  return { changes: [deletion("sleep" in found ? found.sleep : found.exercise)] };
}

const SHIFTS = whole(-60, 60);
const SLEEP_KINDS = ["stages", "classic"] as const;

function reprocessed(world: World, fields: Fields): Entry {
  const minutes = (name: string) => optional(fields, name, "a whole number of minutes", SHIFTS);
  const kinds = `one of ${SLEEP_KINDS.join(", ")}`;
  const how = {
    startMinutes: minutes("startMinutes"),
    endMinutes: minutes("endMinutes"),
    kind: optional(fields, "type", kinds, (v) => SLEEP_KINDS.find((k) => k === v)),
  };
  return { changes: [reprocess(oneSleep(world, fields), how)] };
}

const PARTS = ["first", "second"] as const;

function divided(world: World, fields: Fields): Entry {
  const from = needed(fields, "from", LOCAL_FORM, localOf(world));
  const to = needed(fields, "to", LOCAL_FORM, localOf(world));
  const keeps = optional(fields, "keeps", `one of ${PARTS.join(", ")}`, (v) => (
    PARTS.find((part) => part === v)
  ));
  return { changes: [split(oneSleep(world, fields), { from, to }, keeps)] };
}

function joined(world: World, fields: Fields): Entry {
  const [one, other, ...more] = listOf(fields.ids, '"ids"')
    .map((id) => sleepOf(find(world, id)));
  if (!one || !other || more.length > 0) {
    throw new ControlError('"ids" must be the ids of two sleeps that the API shows, as text.');
  }
  return { changes: [stitch(one, other)] };
}

function pending(_world: World, fields: Fields): Entry {
  const answers = needed(fields, "answers", "a whole number up to 1000", whole(0, 1000));
  const form = "milliseconds, a whole number from 1";
  const retryMs = optional(fields, "retryDuration", form, whole(1, 3_600_000)) ?? 3000;
  return { changes: [], then: ({ person }) => person.processSleep(answers, retryMs) };
}

function moved(_world: World, fields: Fields): Entry {
  const zone = needed(fields, "timeZone", "a time zone such as Asia/Tokyo", (value) => (
    typeof value === "string" && IANAZone.isValidZone(value) ? value : undefined
  ));
  return { changes: [], then: ({ person }) => person.moveTo(zone) };
}

const owned = ({ person }: World, fields: Fields): string =>
  needed(fields, "device", "the id of a device that the API shows, as text", (value) => (
    typeof value === "string" && person.devices.has(value) ? value : undefined
  ));

function charged(world: World, fields: Fields): Entry {
  const device = owned(world, fields);
  const level = needed(fields, "level", "a whole number up to 100", whole(0, 100));
  return {
    changes: [],
    then: ({ person }) => person.devices.charge(device, { at: person.now, level }),
  };
}

function unpaired(world: World, fields: Fields): Entry {
  const device = owned(world, fields);
  return { changes: [], then: ({ person }) => person.devices.unpair(device) };
}

interface Kind {
  takes: readonly string[];
  read: (world: World, fields: Fields) => Entry;
}

const KINDS: Record<string, Kind> = {
  edit: { takes: ["id", "kind", "calories", "distance", "start", "end"], read: edit },
  delete: { takes: ["id"], read: deleted },
  reprocess: { takes: ["id", "startMinutes", "endMinutes", "type"], read: reprocessed },
  grow: { takes: ["id", "minutes"], read: grown },
  copy: {
    takes: ["id"],
    read: (world, fields) => ({ changes: [copied(record(world, fields))] }),
  },
  split: { takes: ["id", "from", "to", "keeps"], read: divided },
  stitch: { takes: ["ids"], read: joined },
  renumber: {
    takes: [],
    read: () => ({ changes: [], then: ({ person }) => person.ids.renumber() }),
  },
  pending: { takes: ["answers", "retryDuration"], read: pending },
  travel: { takes: ["timeZone"], read: moved },
  battery: { takes: ["device", "level"], read: charged },
  unpair: { takes: ["device"], read: unpaired },
};

function entryOf(world: World, value: unknown): Entry {
  const all = [...new Set(Object.values(KINDS).flatMap(({ takes }) => takes))];
  const fields = fieldsOf(value, "A change", ["change", ...all]);
  const names = Object.keys(KINDS).join(", ");
  const [name, kind] = needed(fields, "change", `one of ${names}`, (v) => (
    Object.entries(KINDS).find(([known]) => known === v)
  ));
  fieldsOf(value, `The change "${name}"`, ["change", ...kind.takes]);
  return kind.read(world, fields);
}

/** A change that cannot be is a control call that makes no sense. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ChangeError ? new ControlError(error.message) : error;
  }
}

/** Reads the changes of a call, all before the first is made. */
export const changesOf = (world: World, list: unknown[]): Entry[] =>
  refusing(() => list.map((value) => entryOf(world, value)));

/** Makes them all, or none. */
export function makeChanges(world: World, entries: Entry[]): void {
  const changes = entries.flatMap((entry) => entry.changes);
  const keys = changes.flatMap(({ gone, exercises, sleeps }) => (
    [...gone, ...exercises, ...sleeps].map(({ key }) => key)
  ));
  if (new Set(keys).size < keys.length) {
    throw new ControlError("A record comes once in a call: change it again in another one.");
  }
  refusing(() => world.person.change(...changes));
  entries.forEach((entry) => entry.then?.(world));
}
