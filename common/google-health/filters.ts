import { ConfigurationError } from "@pipedream/platform";
import { addDays, isCivilDate, type DateRange } from "../dates";
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

/** The span of a minute of the user's own clock. */
export function minuteOf({ day, time }: { day: string; time: string }): Span {
  const next = Date.parse(`${day}T${time}:00Z`) + 60_000;
  return {
    civil: { from: `${day}T${time}:00`, before: new Date(next).toISOString().slice(0, 19) },
  };
}

/** How bounds are written: a day, and what may follow it. */
const FORMS = {
  physical: {
    words: "instants",
    time: /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/,
    example: "2026-03-20T08:00:00Z",
  },
  civil: {
    words: "the user's own days",
    time: /^(T([01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/,
    example: "2026-03-20 or 2026-03-20T08:00:00",
  },
  daily: {
    words: "days",
    time: /^$/,
    example: "2026-03-20",
  },
};

type Form = typeof FORMS[keyof typeof FORMS];

/**
 * The filter of a span; undefined for one without bounds. Only `>=` and `<` are taken, on one
 * field, and which one depends on the type. https://developers.google.com/health/filters
 */
export function filterOf(type: DataType, span: Span): string | undefined {
  const [kind, { from, before }] = kindOf(span);
  if (from === undefined && before === undefined) return undefined;
  const field = `${type.id.replaceAll("-", "_")}.${type.filter[kind]}`;
  return [
    from !== undefined && `${field} >= "${from}"`,
    before !== undefined && `${field} < "${before}"`,
  ].filter(Boolean).join(" AND ");
}

function kindOf(span: Span): ["physical" | "civil", Bound] {
  return "civil" in span ? ["civil", span.civil] : ["physical", span.physical];
}

/** Throws a ConfigurationError for a bound that the type cannot be filtered by. */
export function checkSpan(type: DataType, span: Span): void {
  const [kind, { from, before }] = kindOf(span);
  if (from === undefined && before === undefined) return;
  if (type.filter[kind] === undefined) {
    throw new ConfigurationError(`Google Health cannot filter ${type.id} by ${FORMS[kind].words}.`);
  }
  if (before !== undefined && type.filter.isOpenEnded) {
    throw new ConfigurationError(`Google Health filters ${type.id} by its beginning only.`);
  }
  const form = FORMS[kind === "civil" && type.record === "daily" ? "daily" : kind];
  const [start, end] = [placeOf(from, form), placeOf(before, form)];
  if (start !== undefined && end !== undefined && start >= end) {
    throw new ConfigurationError(`From ${String(from)} to ${String(before)} is no span of time: swap the two.`);
  }
}

/** A bound in full length, so that the order of the texts is that of the times. */
function placeOf(text: string | undefined, { time, example }: Form): string | undefined {
  if (text === undefined) return undefined;
  if (!isCivilDate(text.slice(0, 10)) || !time.test(text.slice(10))) {
    throw new ConfigurationError(`${JSON.stringify(text)} is no time such as ${example}.`);
  }
  const [seconds = "", fraction = ""] = text.replace("Z", "").split(".");
  return `${seconds.padEnd(19, "T00:00:00")}.${fraction.padEnd(9, "0")}`;
}

/** Throws a ConfigurationError where a list cannot be narrowed down to a family of sources. */
export function checkFamily(
  { id, isOfAllSources }: DataType,
  family: string | undefined,
): void {
  if (!isOfAllSources || family === undefined) return;
  throw new ConfigurationError(
    `Google Health lists ${id} of all sources only: leave out the family ${family}.`,
  );
}
