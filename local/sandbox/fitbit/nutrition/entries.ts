import { type Day, DAY, HOUR, MINUTE } from "../../person/days";
import type { Person } from "../../person/person";
import type { Entry } from "../../person/truth";
import { notFound } from "../envelope";
import type { Call } from "../route";

type Kind = "food" | "water";

/** All entries of a kind, oldest first. */
export const entriesOf = (person: Person, kind: Kind): Entry[] =>
  person.entries().filter(({ type }) => type === kind);

export const dayOf = ({ timeline }: Person, { start }: Entry): Day => timeline.dayOf(start);

export const entriesOn = (person: Person, kind: Kind, day: Day): Entry[] =>
  entriesOf(person, kind).filter((entry) => dayOf(person, entry) === day);

export const entryId = ({ ids }: Person, { key, changed }: Entry): bigint =>
  ids.idOf("entry", key, changed);

/** The entry that the path names. */
export function entryById({ person, params }: Call, kind: Kind): Entry {
  const found = entriesOf(person, kind)
    .find((entry) => String(entryId(person, entry)) === params.id);
  if (!found) throw notFound();
  return found;
}

/** When something is eaten that has a day and no time: now, or at the hour of its meal. */
export function startOn({ person }: Call, day: Day, hour: number): number {
  if (day === person.today) return Math.floor(person.now / MINUTE) * MINUTE;
  return person.timeline.instant(day * DAY + hour * HOUR);
}

/** Names as Google's front end wrote them. */
export function named({ switches }: Pick<Call, "switches">, value: unknown): unknown {
  return switches.foodsInSnakeCase ? snakeCased(value) : value;
}

function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [
    name.replaceAll("-", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    snakeCased(inner),
  ]));
}
