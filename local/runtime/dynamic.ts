import { inspect, isDeepStrictEqual } from "node:util";
import type { Binding } from "./bind";
import { bindComponent } from "./bind";
import type { Fields } from "./component";
import { isFields, LoadError, titleOf } from "./component";
import type { ResolvedProp } from "./props";
import { resolveDefinitions, resolveProps } from "./props";
import type { Values } from "./values";
import { fitValues } from "./values";

export interface Configured {
  props: ResolvedProp[];
  values: Values;
}

type Configuring = Pick<Binding, "component" | "accounts" | "provide" | "extras"> & {
  given: Fields;
  expressions?: Fields | undefined;
  /** Somebody is still choosing: required props may be missing. */
  partial?: boolean;
  /** The prop that they choose: a written one is there whatever `additionalProps` throws. */
  chosen?: string;
};

/** More rounds than any form has: definitions that never settle are taken as they are. */
const MAX_ROUNDS = 20;

/** Definitions that `additionalProps` may change without changing the component. */
function copies(props: ResolvedProp[]): Fields {
  return Object.fromEntries(props.map(({ name, definition }) => [name, { ...definition }]));
}

function definitionsOf(configuring: Configuring, added: unknown): Fields {
  if (isFields(added)) {
    return Object.fromEntries(Object.entries(added).filter(([, raw]) => raw !== undefined));
  }
  throw new LoadError(
    `additionalProps of ${titleOf(configuring.component)} gave no object of props.`,
  );
}

/** A definition without `propDefinition` goes on with the app it had before. */
function keptFrom(before: ResolvedProp | undefined, raw: unknown): Partial<ResolvedProp> {
  if (!before || (isFields(raw) && raw.propDefinition !== undefined)) return {};
  const { owner, app, optionsOf, input } = before;
  return {
    optionsOf,
    ...(owner ? { owner } : {}),
    ...(app ? { app } : {}),
    ...(input === undefined ? {} : { input }),
  };
}

/** The written props with those added now; what was added before, and is not now, is gone. */
function merge(
  written: ResolvedProp[],
  current: ResolvedProp[],
  added: Fields,
): ResolvedProp[] {
  const before = new Map(current.map((prop) => [prop.name, prop]));
  const all = new Map(written.map((prop) => [prop.name, prop]));
  for (const prop of resolveDefinitions(added)) {
    all.set(prop.name, { ...prop, ...keptFrom(before.get(prop.name), added[prop.name]) });
  }
  return [...all.values()];
}

/** Functions count by their names: each call of `additionalProps` makes them anew. */
const shape = (props: ResolvedProp[]): string =>
  inspect(copies(props), { depth: 8, maxArrayLength: null, maxStringLength: null });

/** Values as they are so far: what is required may be on a prop that is yet to come. */
const valuesSoFar = (props: ResolvedProp[], { given, expressions }: Configuring): Values =>
  fitValues(props, given, { allowUnknown: true, partial: true, expressions });

/** What is set of these props alone. */
function known(props: ResolvedProp[], values: Values): Values {
  const names = props.map(({ name }) => name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}

/**
 * Calls `additionalProps` as a form does, which calls it again after each value that is set:
 * `this` has the values of the props that are there by then.
 */
async function settle(
  configuring: Configuring,
  written: ResolvedProp[],
  values: Values,
): Promise<ResolvedProp[]> {
  const { component } = configuring;
  let current = written;
  let set = known(current, values);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const self = bindComponent({ ...configuring, props: current, values: set });
    const added = await component.additionalProps?.call(self, copies(current)) ?? {};
    const next = merge(written, current, definitionsOf(configuring, added));
    const nextSet = known(next, valuesSoFar(next, configuring));
    const isStable = shape(next) === shape(current) || isDeepStrictEqual(nextSet, set);
    current = next;
    set = nextSet;
    if (isStable) break;
  }
  return current;
}

/**
 * The props of a component and their values, together with those that its `additionalProps`
 * adds or changes for these values.
 * https://pipedream.com/docs/components/contributing/api#dynamic-props
 * @throws PropError for values that do not fit; whatever `additionalProps` throws.
 */
export async function configure(configuring: Configuring): Promise<Configured> {
  const { component, given, expressions, partial = false, chosen } = configuring;
  const fitting = { partial, expressions };
  const written = resolveProps(component);
  if (!component.additionalProps) {
    return { props: written, values: fitValues(written, given, fitting) };
  }
  const values = fitValues(written, given, { ...fitting, allowUnknown: true });
  try {
    const props = await settle(configuring, written, values);
    return { props, values: fitValues(props, given, fitting) };
  } catch (thrown) {
    if (!written.some(({ name }) => name === chosen)) throw thrown;
    return { props: written, values };
  }
}
