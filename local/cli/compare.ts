import { isDeepStrictEqual } from "node:util";
import type { Difference } from "../../common/difference";
import type { DifferingRecord } from "../../common/differences";
import { differences } from "../../common/differences";
import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";

/** How the records of the two apps compare. */
export interface Agreement {
  /** Fields with the same value in every record. */
  same: string[];
  /** What the table of differences calls absent and is, in its words. */
  absent: string[];
  /** What the table calls approximate and is not the same, in its words. */
  approximate: string[];
  /** Fields that differ and are not in the table. */
  wrong: string[];
}

/** An app's own: at the other it means nothing. */
const ID = "logId";

/** Whether something lies at a path such as `levels.summary[].minutes`. */
function isAt(value: unknown, [key = "", ...rest]: readonly string[]): boolean {
  if (key === "") return value !== undefined;
  if (!isFields(value)) return false;
  return key === "*"
    ? Object.values(value).some((item) => isAt(item, rest))
    : isAt(value[key], rest);
}

/** A value without what lies at a path. */
function without(value: unknown, [key = "", ...rest]: readonly string[]): unknown {
  if (!isFields(value)) return value;
  const reaches = (name: string): boolean => key === "*" || key === name;
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => {
    if (!reaches(name)) return [[name, item]];
    return rest.length === 0 ? [] : [[name, without(item, rest)]];
  }));
}

const keysOf = (path: string): string[] => path.replaceAll("[]", ".*").split(".");

const fieldOf = (path: string): string => keysOf(path)[0] ?? "";

/** Records without what lies at some paths. */
function less(items: readonly unknown[], gone: readonly string[][]): Fields[] {
  return items.map((item) => gone.reduce(without, item)).filter(isFields);
}

function isSame(field: string, ours: Fields[], theirs: Fields[]): boolean {
  return ours.length === theirs.length
    && ours.every((item, index) => isDeepStrictEqual(item[field], theirs[index]?.[field]));
}

/**
 * Compares records that Fitbit gave with those that Google Health gave for the same, field by
 * field, against the table of differences.
 */
export function compared(
  record: DifferingRecord,
  here: readonly unknown[],
  there: readonly unknown[],
): Agreement {
  const rows: readonly Difference[] = differences[record];
  const paths = (row: Difference): string[][] => row.fields.map(keysOf);
  const isGone = (row: Difference): boolean => row.is === "absent"
    && paths(row).some((path) => here.some((item) => isAt(item, path)))
    && !paths(row).some((path) => there.some((item) => isAt(item, path)));
  const gone = rows.filter(isGone);
  const told = [[ID], ...gone.flatMap(paths)];
  const [ours, theirs] = [less(here, told), less(there, told)];
  const fields = [...new Set([...ours, ...theirs].flatMap(Object.keys))];
  const others = fields.filter((field) => !isSame(field, ours, theirs));
  const inexact = rows.filter(({ is }) => is === "approximate");
  const exact = [ours, theirs].map((items) => less(items, inexact.flatMap(paths)));
  const [oursExactly = [], theirsExactly = []] = exact;
  const wrong = others.filter((field) => exact.flat().some((item) => field in item)
    && !isSame(field, oursExactly, theirsExactly));
  const approximate = inexact.filter((row) => row.fields.map(fieldOf)
    .some((field) => others.includes(field) && !wrong.includes(field)));
  return {
    same: fields.filter((field) => !others.includes(field)),
    absent: gone.map(({ words }) => words),
    approximate: approximate.map(({ words }) => words),
    wrong,
  };
}
