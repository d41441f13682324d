import type { Accounts, Component, Fields } from "./component";
import { isCallable, isFields } from "./component";
import type { ResolvedProp } from "./props";
import { createDirectory, createHttpRequest } from "./services";
import type { Values } from "./values";

/**
 * Puts methods on an object, each bound to it: they keep working when taken off it. Getters
 * stay getters, values stay values.
 */
function addMethods(self: object, methods: unknown): void {
  if (!isFields(methods)) return;
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(methods))) {
    const { get, set } = descriptor;
    const value = descriptor.value as unknown;
    const bound = isCallable(value) ? value.bind(self) : value;
    Object.defineProperty(self, name, get || set
      ? { get: get?.bind(self), set: set?.bind(self), enumerable: true, configurable: true }
      : { value: bound, enumerable: true, configurable: true, writable: true });
  }
}

/** What an app prop is inside a component: its account, and its methods bound to it. */
export function bindApp(app: Fields, accounts: Accounts): Fields {
  const self: Fields = { $auth: accounts(String(app.app)) };
  addMethods(self, app.methods);
  return self;
}

/**
 * Asks for the accounts of all app props at once, so that a missing one is noticed before the
 * component starts.
 */
export function connect(props: ResolvedProp[], accounts: Accounts): Accounts {
  const slugs = props.filter(({ kind }) => kind === "app").map(({ app = "" }) => app);
  const known = new Map(slugs.map((slug) => [slug, accounts(slug)]));
  return (slug) => known.get(slug) ?? accounts(slug);
}

/**
 * Gives what Pipedream provides as a prop: `db`, a data store, a timer, an HTTP endpoint.
 * @param value what the prop is set to
 */
export type Provide = (prop: ResolvedProp, value: unknown) => unknown;

function provided(prop: ResolvedProp, values: Values, provide: Provide): unknown {
  switch (prop.kind) {
    case "dir": return createDirectory(values[prop.name]);
    case "http_request": return createHttpRequest(values[prop.name] ?? prop.default);
    case "alert": return prop.definition.content;
    case "user": return values[prop.name];
    default: return provide(prop, values[prop.name]);
  }
}

export interface Binding {
  component: Component;
  props: ResolvedProp[];
  values: Values;
  accounts: Accounts;
  provide: Provide;
  /** Further members of `this`, such as `$emit`. */
  extras?: Fields;
}

/** The `this` of a component's run, hooks, methods and options. */
export function bindComponent(binding: Binding): Fields {
  const { component, props, values, accounts, provide, extras = {} } = binding;
  const self: Fields = { ...extras };
  addMethods(self, component.methods);
  for (const prop of props) {
    const value = prop.kind === "app"
      ? bindApp(prop.owner ?? prop.definition, accounts)
      : provided(prop, values, provide);
    if (value !== undefined) self[prop.name] = value;
  }
  return self;
}
