import type { Person } from "../../person/person";
import type { Exercise } from "../../person/truth";
import { notFound } from "../envelope";
import type { Call } from "../route";

export const activityId = (person: Person, { key, changed }: Exercise): bigint =>
  person.ids.idOf("exercise", key, changed);

/** The exercise of the `:id` in a path. */
export function exerciseById({ person, params }: Call): Exercise {
  const { id = "" } = params;
  const found = person.exercises().find((e) => String(activityId(person, e)) === id);
  if (!found) throw notFound();
  return found;
}
