import fc from "fast-check";
import { resolveProps, type ResolvedProp } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { recordsOf, type Pair } from "./doors";
import {
  daysAgo, decimal, drawOf, given, perhaps, sharedProps, type Draw, type SharedProp,
} from "./draws";

/** A time of day in some of its hours. */
const timeOf = (first: number, last: number) => fc.tuple(
  fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: 59 }),
).map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));

/**
 * What no definition says of props, by their names. Not as far back as the trip: Google's door
 * takes the clock of today, not of back then. Sleeps are in the evening, when nobody sleeps.
 */
function known(isSleep: boolean): Record<string, Draw | undefined> {
  return {
    date: { example: "2 days ago", values: daysAgo(2, 30) },
    startTime: { example: "19:10", values: isSleep ? timeOf(19, 19) : timeOf(0, 23) },
    durationMinutes: {
      example: 30, values: fc.integer({ min: 1, max: isSleep ? 60 : 180 }),
    },
    unitId: { example: "304", values: fc.constantFrom("304", "147") },
    distance: { example: "5.2", values: decimal(1, 20, 2) },
    // A height in centimetres as well as in inches.
    height: { example: "70.5", values: decimal(50, 80, 1) },
  };
}

const isId = ({ hasAsyncOptions, optional }: ResolvedProp): boolean =>
  hasAsyncOptions && !optional;

/** The prop that takes the id of a record, and the field of the record that holds it. */
export function idOf(pair: Pair): { prop: string; field: string } | undefined {
  const prop = resolveProps(pair.fitbit.component).find(isId);
  const [, field = ""] = /Take `(\w+)` from/.exec(prop?.description ?? "") ?? [];
  return prop && { prop: prop.name, field };
}

/** Whether an app wants it, if only beside another prop. */
const isNeeded = ({ fitbit, health }: SharedProp): boolean => [fitbit, health].some((prop) =>
  !prop.optional || /\bneed(ed with|s it)\b/.test(prop.description ?? ""));

/** What an action that writes is told: in a plain example the least, else nearly all. */
export function writingProps(pair: Pair): { example: Fields; props: fc.Arbitrary<Fields> } {
  const byName = known(recordsOf(pair).includes("sleepLog"));
  const draws = sharedProps(pair)
    .filter(({ name, fitbit }) => !isId(fitbit) && name !== "timeZone")
    .map((prop) => ({
      name: prop.name,
      isOptional: prop.fitbit.optional && prop.health.optional,
      isNeeded: isNeeded(prop),
      ...byName[prop.name] ?? drawOf(pair, prop),
    }));
  // Where nothing is required, something has to be there all the same.
  const isAny = draws.every(({ isOptional }) => isOptional);
  const least = draws.filter((draw) => draw.isNeeded).length + (isAny ? 1 : 0);
  return {
    example: Object.fromEntries(draws.filter((draw) => isAny || draw.isNeeded)
      .map(({ name, example }) => [name, example])),
    props: given(draws.map(({ name, values, isNeeded: isThere }) => (
      [name, isThere ? values : perhaps(values, 8)]
    ))).filter((props) => Object.keys(props).length >= least || draws.length === 0),
  };
}
