import fc from "fast-check";
import { resolveProps, type ResolvedProp } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { exampleOf } from "../support/examples";
import type { Pair } from "./doors";

export type Values = fc.Arbitrary<unknown>;

/** What a prop is tried with first, and all that it may be. */
export interface Draw { example: unknown; values: Values }

/** A prop that both apps have, as each of them describes it. */
export interface SharedProp { name: string; fitbit: ResolvedProp; health: ResolvedProp }

/** The props that a person fills in on both apps. */
export function sharedProps(pair: Pair): SharedProp[] {
  const twins = resolveProps(pair.health.component);
  return resolveProps(pair.fitbit.component)
    .filter(({ kind }) => kind === "user")
    .flatMap((fitbit) => twins.filter(({ name }) => name === fitbit.name)
      .map((health) => ({ name: health.name, fitbit, health })));
}

export const daysAgo = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((n) => `${n} days ago`);

/** Decimals as a person types them. */
export const decimal = (min: number, max: number, digits: number) => fc
  .integer({ min: Math.round(min * 10 ** digits), max: Math.round(max * 10 ** digits) })
  .map((whole) => String(whole / 10 ** digits));

/** From a third of an example to the whole of it, with as many digits. */
function upTo(example: string): fc.Arbitrary<string> {
  const digits = example.split(".")[1]?.length ?? 0;
  return decimal(Number(example) / 3, Number(example), digits);
}

/** What a description shows in code. */
const shownIn = ({ description = "" }: ResolvedProp): string[] =>
  [...description.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

/** What a person may think of that no description shows. */
const UNSHOWN: Record<string, string[] | undefined> = {
  activityName: ["weights", "Bouldering", "Tai Chi"],
  foodName: ["Crisps", "Grandma's Stew"],
};

/** What both descriptions show of a text, or numbers like the one that they show. */
function ofText({ name, fitbit, health }: SharedProp, example: string): Draw | undefined {
  if (/^\d+(\.\d+)?$/.test(example)) return { example, values: upTo(example) };
  const known = shownIn(health).filter((word) => shownIn(fitbit).includes(word));
  const values = new Set([...known, ...UNSHOWN[name] ?? []]);
  return values.size > 0 ? { example, values: fc.constantFrom(...values) } : undefined;
}

function byDefinition(prop: SharedProp): Draw | undefined {
  const { type, options = [] } = prop.health;
  const example = exampleOf(prop.health);
  if (type === "boolean") return { example, values: fc.boolean() };
  if (options.length > 0) {
    const choices = options.map(({ value }) => value);
    const several = fc.subarray(choices, { minLength: 1 });
    return { example, values: type.endsWith("[]") ? several : fc.constantFrom(...choices) };
  }
  if (Number.isInteger(example)) return { example, values: upTo(String(example)).map(Number) };
  return type === "string" && typeof example === "string" ? ofText(prop, example) : undefined;
}

/** What a prop may be by its definition: its options, or what its description shows. */
export function drawOf(pair: Pair, prop: SharedProp): Draw {
  const draw = byDefinition(prop);
  if (draw) return draw;
  throw new Error(`Nothing is drawn for ${prop.name} of ${pair.name}: its description shows no example.`);
}

/** What is not required is left out once in so many times. */
export const perhaps = (values: Values, times: number): Values =>
  fc.option(values, { nil: undefined, freq: times - 1 });

/** Values by their names; what is drawn as undefined is left out. */
export function given(values: [name: string, values: Values][]): fc.Arbitrary<Fields> {
  return fc.record(Object.fromEntries(values)).map((props) => Object.fromEntries(
    Object.entries(props).filter(([, value]) => value !== undefined),
  ));
}
