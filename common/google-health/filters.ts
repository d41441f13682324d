import { ConfigurationError } from "@pipedream/platform";
import { addDays, type DateRange } from "../dates";
import type { DataType } from "./data-types";

/** From, included, to before, excluded; an open end has no bound. */
interface Bound {
  from?: string;
  before?: string;
}

/** A span of time: by instants (RFC 3339), or by the user's own days and local times. */
export type Span = { physical: Bound } | { civil: Bound };

/** The span of whole days of the user's calendar, the last one included. */
export function daysOf({ from, to }: DateRange): Span {
  return { civil: { from, before: to && addDays(to, 1) } };
}

const LITERAL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z?)?$/;

/**
 * The filter of a span; undefined for one without bounds. Only `>=` and `<` are taken, on one
 * field, and which one depends on the type. Throws a ConfigurationError for a bound that the
 * type cannot be filtered by. https://developers.google.com/health/filters
 */
export function filterOf(type: DataType, span: Span): string | undefined {
  const [kind, bound] = "civil" in span
    ? ["civil", span.civil] as const
    : ["physical", span.physical] as const;
  const { from, before } = bound;
  if (from === undefined && before === undefined) return undefined;
  const member = type.filter[kind];
  if (member === undefined) {
    throw new ConfigurationError(`Google Health cannot filter ${type.id} by ${KINDS[kind]}.`);
  }
  if (before !== undefined && type.filter.isOpenEnded) {
    throw new ConfigurationError(`Google Health filters ${type.id} by its beginning only.`);
  }
  if (from !== undefined && before !== undefined && from >= before) {
    throw new ConfigurationError(`From ${from} to ${before} is no span of time: swap the two.`);
  }
  const field = `${type.id.replaceAll("-", "_")}.${member}`;
  return [
    from !== undefined && `${field} >= ${quoted(from)}`,
    before !== undefined && `${field} < ${quoted(before)}`,
  ].filter(Boolean).join(" AND ");
}

const KINDS = { civil: "the user's own days", physical: "instants" };

function quoted(literal: string): string {
  if (LITERAL.test(literal)) return `"${literal}"`;
  throw new ConfigurationError(`${JSON.stringify(literal)} is no time such as 2026-03-20.`);
}
