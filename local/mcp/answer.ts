import { isDeepStrictEqual } from "node:util";
import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import type { Freshness } from "./freshness";
import { freshnessOf } from "./freshness";
import type { Cut, Shortened } from "./shorten";
import { shorten } from "./shorten";

/** What a host shows an agent of one answer without cutting it itself. */
export const MOST_BYTES = 10_000;

/** The call that was answered. */
export interface Call {
  tool: string;
  arguments: Fields;
  /** The names of the tool's props. */
  props: readonly string[];
}

/** What was left out of an answer, and how to have it. */
interface LeftOut {
  counts: Record<string, number>;
  call?: Pick<Call, "tool" | "arguments">;
  note?: string;
}

/** What a tool gives: what the action does, how new it is, and what it lacks. */
export interface ToolAnswer extends Fields {
  freshness: Freshness;
  /** Parts that this connection could not read. */
  missing: unknown[];
  leftOut?: LeftOut;
}

const LESS = "Ask for less: fewer days, a smaller limit, or less detail.";

/** Whether a call is for one record, whatever days stand beside it. */
const isOfOne = (given: Fields): boolean =>
  Object.entries(given).some(([name, value]) => name.endsWith("Id") && Boolean(value));

/** The same call for what was left out, which is all older than what is given. */
function goOn(
  { tool, arguments: given, props }: Call, { newest }: Cut, answer: Fields,
): Pick<LeftOut, "call" | "note"> {
  const [day, time] = newest?.split("T") ?? [];
  const isDated = props.includes("endDate") && !isOfOne(given);
  if (day === undefined || !isDated) return { note: LESS };
  const { startDate } = answer;
  const next = {
    ...given,
    ...typeof startDate === "string" ? { startDate } : {},
    endDate: day,
    ...time !== undefined && props.includes("endTime") ? { endTime: time } : {},
  };
  return isDeepStrictEqual(next, given) ? { note: LESS } : { call: { tool, arguments: next } };
}

/** What a list says of itself, where that is no longer true of what is left of it. */
function mended(answer: Fields, whole: Fields, { newest }: Cut): Fields {
  const [list, more] = Object.keys(whole).filter((key) => Array.isArray(whole[key]));
  if (list === undefined || more !== undefined || newest === undefined) return answer;
  const { length } = whole[list] as unknown[];
  const kept = answer[list] as unknown[];
  if (whole.count !== length || kept.length === length) return answer;
  const [nextEndDate] = newest.split("T");
  return { ...answer, count: kept.length, truncated: true, nextEndDate };
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * An answer as a tool gives it: short enough, saying how new it is, what could not be read
 * and what was left out.
 */
export function answerOf(returned: unknown, call: Call, asOf: Date): ToolAnswer {
  const whole = isFields(returned) ? returned : { result: returned ?? null };
  const told = {
    freshness: freshnessOf(whole, asOf),
    missing: Array.isArray(whole.missing) ? whole.missing as unknown[] : [],
  };
  const assembled = ({ value, cut }: Shortened): ToolAnswer => {
    const { counts } = cut;
    if (Object.keys(counts).length === 0) return { ...value, ...told };
    const leftOut = { counts, ...goOn(call, cut, whole) };
    return { ...mended(value, whole, cut), ...told, leftOut };
  };
  return assembled(shorten(whole, (shortened) => bytes(assembled(shortened)) <= MOST_BYTES));
}
