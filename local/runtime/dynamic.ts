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
  /** Somebody is still choosing: required props may be missing. */
  partial?: boolean;
};

/** Definitions that `additionalProps` may change without changing the component. */
function copies(props: ResolvedProp[]): Fields {
  return Object.fromEntries(props.map(({ name, definition }) => [name, { ...definition }]));
}

/**
 * The props of a component and their values, together with those that its `additionalProps`
 * adds or changes for these values.
 * https://pipedream.com/docs/components/contributing/api#dynamic-props
 * @throws PropError for values that do not fit; whatever `additionalProps` throws.
 */
export async function configure(configuring: Configuring): Promise<Configured> {
  const { component, given, partial = false } = configuring;
  const props = resolveProps(component);
  const dynamic = component.additionalProps;
  if (!dynamic) return { props, values: fitValues(props, given, { partial }) };

  const values = fitValues(props, given, { allowUnknown: true, partial });
  const self = bindComponent({ ...configuring, props, values });
  const added = await dynamic.call(self, copies(props)) ?? {};
  if (!isFields(added)) {
    throw new LoadError(`additionalProps of ${titleOf(component)} gave no object of props.`);
  }
  const all = new Map(props.map((prop) => [prop.name, prop]));
  for (const prop of resolveDefinitions(added)) {
    const { owner, app, optionsOf, input } = all.get(prop.name) ?? prop;
    all.set(prop.name, {
      ...prop,
      optionsOf,
      ...(owner ? { owner } : {}),
      ...(app ? { app } : {}),
      ...(input === undefined ? {} : { input }),
    });
  }
  const merged = [...all.values()];
  return { props: merged, values: fitValues(merged, given, { partial }) };
}
