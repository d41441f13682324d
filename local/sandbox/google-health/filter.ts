import { DAY } from "../person/days";
import type { DataType } from "./data-type";
import { badRequest, errorInfo, HealthError, type Violation } from "./envelope";
import type { Point } from "./points/point";
import { civilOf, instantOf, wallOf } from "./time";

/** Which points a filter takes: those whose `position` lies in [from, to). */
export interface Filter {
  from: number;
  to: number;
  position: (point: Point) => number;
  /** Positions are instants of starts, so that what lies outside need not be made. */
  byStart: boolean;
}

interface Restriction { member: string; comparator: string; literal: string; column: number }

type Reason = "DATA_TYPE_MEMBER" | "DATA_TYPE_RESTRICTION" | "COLLECTION_MISMATCH"
  | "RESTRICTION_COMPARATOR" | "EXPRESSION_STRUCTURE" | "MIXED_TIME_RESTRICTIONS"
  | "CIVIL_DATE_TIME_FORMAT";

interface Fault { reason: string; description: string }

const at = (column: number): string => `(at line 1, column ${column})`;

const fault = (reason: Reason, description: string, column: number): Fault =>
  ({ reason: `INVALID_DATA_POINT_FILTER_${reason}`, description: `${description} ${at(column)}` });

function refuse(faults: Fault[]): never {
  const reasons = faults.map(({ reason }) => reason);
  const message = `Invalid data point filter: ${reasons.join(", ")}.`;
  const violations = faults.map(({ description }): Violation => ({ field: "filter", description }));
  throw new HealthError(400, message, [
    errorInfo("INVALID_DATA_POINT_FILTER", { detailedReasons: reasons.join(",") }),
    badRequest(...violations),
  ]);
}

const RESTRICTION = /^([A-Za-z_][\w.]*)\s*(>=|<=|!=|>|<|=|:)\s*("[^"]*"|[^\s"()]+)/;
const AND = /^\s+AND\s+/;

/** The restrictions of a conjunction, each with the column at which it begins. */
function restrictionsOf(text: string): Restriction[] {
  const found: Restriction[] = [];
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  for (let i = start; ;) {
    const [whole = "", member = "", comparator = "", literal = ""]
      = RESTRICTION.exec(text.slice(i, end)) ?? [];
    const wrong = (): never => refuse([
      fault("EXPRESSION_STRUCTURE", "Only restrictions joined by AND are supported.", i + 1),
    ]);
    if (whole === "") wrong();
    found.push({ member, comparator, literal, column: i + 1 });
    i += whole.length;
    if (i === end) return found;
    const [and = ""] = AND.exec(text.slice(i, end)) ?? [];
    if (and === "") wrong();
    i += and.length;
  }
}

type Types = ReadonlyMap<string, DataType>;

function faultOf(
  types: Types, type: DataType, { member, comparator, column }: Restriction,
): Fault | undefined {
  const [prefix = ""] = member.split(".");
  if (![...types.values()].some((known) => known.prefix === prefix)) {
    return fault("DATA_TYPE_RESTRICTION", `'${prefix}' is not a data type.`, column);
  }
  if (prefix !== type.prefix) {
    const message = `'${prefix}' does not match the data type collection '${type.id}'.`;
    return fault("COLLECTION_MISMATCH", message, column);
  }
  if (!type.members.includes(member.slice(prefix.length + 1))) {
    const message = `Member '${member}' is not supported for filtering.`;
    return fault("DATA_TYPE_MEMBER", message, column);
  }
  if (!type.comparators.includes(comparator)) {
    const message = `Comparator '${comparator}' is not supported.`;
    return fault("RESTRICTION_COMPARATOR", message, column);
  }
  return undefined;
}

/** What each member compares. */
const POSITIONS: Record<string, Filter["position"]> = {
  "interval.start_time": ({ start }) => start.at,
  "sample_time.physical_time": ({ start }) => start.at,
  "interval.end_time": ({ end }) => end.at,
  "interval.civil_start_time": ({ start }) => wallOf(start),
  "sample_time.civil_time": ({ start }) => wallOf(start),
  "interval.civil_end_time": ({ end }) => wallOf(end),
  "date": ({ day = NaN }) => day * DAY,
};

interface LiteralForm { read: (text: string) => number | undefined; wrong: Reason }

const CIVIL: LiteralForm = { read: civilOf, wrong: "CIVIL_DATE_TIME_FORMAT" };
const DATE: LiteralForm = {
  ...CIVIL, read: (text) => (text.length === 10 ? civilOf(text) : undefined),
};
const INSTANT: LiteralForm = { read: instantOf, wrong: "EXPRESSION_STRUCTURE" };

/** How the literals of each kind of member are written. */
function literalForm(member: string): LiteralForm {
  if (member.endsWith(".date")) return DATE;
  return member.includes(".civil_") ? CIVIL : INSTANT;
}

function literalOf({ member, literal, column }: Restriction): number {
  const text = /^"(.*)"$/.exec(literal)?.[1];
  const { read, wrong } = literalForm(member);
  const value = text === undefined ? undefined : read(text);
  if (value === undefined) {
    const reason = text === undefined ? "EXPRESSION_STRUCTURE" : wrong;
    refuse([fault(reason, `Invalid literal ${literal}.`, column)]);
  }
  return value;
}

const EVERYTHING: Filter = {
  from: -Infinity, to: Infinity, position: () => 0, byStart: false,
};

/** Bounds of one field, as the restrictions set them. */
function boundsOf(restrictions: Restriction[]): { from: number; to: number } {
  const bound = (wanted: string, otherwise: number): number => {
    const [first, second] = restrictions.filter(({ comparator }) => comparator === wanted);
    if (second) {
      const message = `More than one restriction with '${wanted}'.`;
      refuse([fault("EXPRESSION_STRUCTURE", message, second.column)]);
    }
    return first ? literalOf(first) : otherwise;
  };
  return { from: bound(">=", -Infinity), to: bound("<", Infinity) };
}

/**
 * Reads a `filter`: `>=` and `<` on one field of the type, joined by AND.
 * https://developers.google.com/health/filters
 */
export function filterOf(
  types: Types, type: DataType, text: string | undefined,
): Filter {
  if (text === undefined || text.trim() === "") return EVERYTHING;
  const restrictions = restrictionsOf(text);
  const faults = restrictions.flatMap((r) => faultOf(types, type, r) ?? []);
  if (faults.length > 0) refuse(faults);
  const [first] = restrictions;
  const other = restrictions.find(({ member }) => member !== first?.member);
  if (!first || other) {
    const message = "Physical and civil times cannot be mixed.";
    refuse([fault("MIXED_TIME_RESTRICTIONS", message, other?.column ?? 1)]);
  }
  const { from, to } = boundsOf(restrictions);
  if (from >= to) {
    const description = `The start of the range must be before its end. ${at(first.column)}`;
    refuse([{ reason: "INVALID_TIME_RANGE", description }]);
  }
  const member = first.member.slice(type.prefix.length + 1);
  const position = POSITIONS[member] ?? EVERYTHING.position;
  const byStart = ["interval.start_time", "sample_time.physical_time"].includes(member);
  return { from, to, position, byStart };
}

export const takes = ({ from, to, position }: Filter, point: Point): boolean => {
  const where = position(point);
  return from <= where && where < to;
};
