import { defined } from "../fields";
import type { Lasting } from "../overlap";

/**
 * What tells a record from others when its id changes: the time that it takes, what it is, and
 * where it comes from, as far as that is known. Times are those of one clock: UTC, or local
 * times as if they were UTC. Kind, family and source are fingerprints.
 */
export interface Mark {
  spans: Lasting[];
  kind?: string;
  /** The kind that another device may take it for; left out, its own. */
  family?: string;
  source?: string;
}

const seconds = (ms: number) => Math.floor(ms / 1_000);

/** The mark of a record that lasts, in whole seconds. */
export function markOf({ start, end }: Lasting, what: Omit<Mark, "spans"> = {}): Mark {
  const span = { start: seconds(start) * 1_000, end: seconds(end) * 1_000 };
  return { ...defined(what), spans: [span] };
}

const isNumber = (ms: number) => Number.isFinite(ms);

/** Whether it says when its record was. */
export function isTimed({ spans }: Mark): boolean {
  return spans.every(({ start, end }) => isNumber(start) && isNumber(end) && start <= end);
}

/** When the first of its time began. */
export function startOf({ spans }: Mark): number {
  return Math.min(...spans.map(({ start }) => start));
}

/** As it is stored: `4z3.1mf|k2f|a81|b7`, each span from the beginning of the day on. */
export function writeMark(mark: Mark, day: number): string {
  const { spans, kind = "", source = "", family = "" } = mark;
  const times = spans.map(({ start, end }) => {
    const from = seconds(start - day);
    return `${from.toString(DIGITS)}.${(seconds(end - day) - from).toString(DIGITS)}`;
  });
  return [times.join(","), kind, source, family].join("|").replace(/\|+$/, "");
}

const DIGITS = 36;
const STORED = /^([-0-9a-z.,]*)(?:\|(\w*))?(?:\|(\w*))?(?:\|(\w*))?$/;
const SPAN = /^(-?[0-9a-z]{1,7})\.([0-9a-z]{1,7})$/;

/** Reads a mark as it is stored; undefined for what is none. */
export function readMark(text: string, day: number): Mark | undefined {
  const [stored, times = "", kind, source, family] = STORED.exec(text) ?? [];
  const spans = times.split(",").filter(Boolean).map((span) => readSpan(span, day));
  const mark = {
    spans,
    ...kind && { kind },
    ...source && { source },
    ...family && { family },
  };
  return stored !== undefined && isTimed(mark) ? mark : undefined;
}

function readSpan(text: string, day: number): Lasting {
  const [, from = "", length = ""] = SPAN.exec(text) ?? [];
  const start = day + parseInt(from, DIGITS) * 1_000;
  return { start, end: start + parseInt(length, DIGITS) * 1_000 };
}
