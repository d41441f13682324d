import fc from "fast-check";
import type { Fields } from "../../local/runtime/component";
import type { Pair } from "./doors";
import {
  daysAgo, drawOf, given, perhaps, sharedProps, type Values,
} from "./draws";
import { anyIds } from "./ids";

const FEW_DAYS = 40;
const LATELY = 30;
const ALL_DAYS = 420;

/** Who is asked for. */
export interface Asked {
  /** Days that are worth asking for, besides any. */
  days: string[];
  timeZone: string;
}

/** What no definition says of props, by their names. */
function known({ days, timeZone }: Asked): Record<string, Values | undefined> {
  const day = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...days) },
    { weight: 2, arbitrary: fc.constantFrom("today", "yesterday") },
    { weight: 2, arbitrary: daysAgo(0, FEW_DAYS) },
    { weight: 2, arbitrary: daysAgo(0, ALL_DAYS) },
  );
  return {
    date: day,
    startDate: day,
    endDate: day,
    limit: fc.integer({ min: 1, max: 60 }),
    timeZone: fc.constant(timeZone),
    ...anyIds,
    // Of sleeps Fitbit does not say which an app wrote.
    writtenBy: fc.constant("device"),
  };
}

/** The props of an action that reads. */
export function readingProps(pair: Pair, asked: Asked): fc.Arbitrary<Fields> {
  const props = sharedProps(pair);
  const isWithinDays = props.some(({ name }) => name === "endTime");
  // Of many days by the minute each API gives as many as a step may ask for; and Google's door
  // takes the clock of today, not of a journey back then.
  const lately = isWithinDays && { startDate: daysAgo(0, LATELY) };
  const byName: ReturnType<typeof known> = { ...known(asked), ...lately };
  return given(props.filter(({ name }) => !isWithinDays || name !== "endDate").map((prop) => {
    const values = byName[prop.name] ?? drawOf(pair, prop).values;
    return [prop.name, prop.fitbit.optional ? perhaps(values, 4) : values];
  }));
}

/** What an action is asked that takes several words, or flags: all of them, over a month. */
export function wholly(pair: Pair): Fields[] {
  const props = sharedProps(pair);
  const all = props.flatMap(({ name, health }): [string, unknown][] => {
    const { type, options = [] } = health;
    if (type === "boolean") return [[name, true]];
    const isList = type.endsWith("[]") && options.length > 0;
    return isList ? [[name, options.map(({ value }) => value)]] : [];
  });
  const isOverDays = props.some(({ name }) => name === "startDate");
  return all.length && isOverDays
    ? [{ startDate: "30 days ago", ...Object.fromEntries(all) }]
    : [];
}
