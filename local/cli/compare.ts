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
  const rest = (items: readonly unknown[]): Fields[] => items.map((item) =>
    [[ID], ...gone.flatMap(paths)].reduce(without, item)).filter(isFields);
  const [ours, theirs] = [rest(here), rest(there)];
  const fields = [...new Set([...ours, ...theirs].flatMap(Object.keys))];
  const isSame = (field: string): boolean => ours.length === theirs.length
    && ours.every((item, index) => isDeepStrictEqual(item[field], theirs[index]?.[field]));
  const others = fields.filter((field) => !isSame(field));
  const approximate = rows.filter((row) => row.is === "approximate"
    && row.fields.some((path) => others.includes(fieldOf(path))));
  const told = approximate.flatMap((row) => row.fields.map(fieldOf));
  return {
    same: fields.filter(isSame),
    absent: gone.map(({ words }) => words),
    approximate: approximate.map(({ words }) => words),
    wrong: others.filter((field) => !told.includes(field)),
  };
}
