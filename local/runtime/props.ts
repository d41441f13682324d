import type { Component, Fields } from "./component";
import { asComponent, isCallable, isFields, LoadError } from "./component";

export interface Option {
  label: string;
  value: unknown;
}

export type PropKind
  = | "user" | "app" | "db" | "timer" | "http" | "apphook"
    | "data_store" | "http_request" | "dir" | "alert" | "unsupported";

export interface ResolvedProp {
  name: string;
  kind: PropKind;
  /** As declared: "string[]", "app", "$.service.db" … */
  type: string;
  /** The definition with everything its `propDefinition` brings, and the overrides. */
  definition: Fields;
  label?: string;
  description?: string;
  optional: boolean;
  hidden: boolean;
  disabled: boolean;
  secret: boolean;
  reloadProps: boolean;
  default?: unknown;
  min?: number;
  max?: number;
  /** The values allowed, when they are written down. */
  options?: Option[];
  hasAsyncOptions: boolean;
  /** The slug of the app: the prop's own, or the one whose `propDefinition` it takes. */
  app?: string;
  /** The app object it takes its definition from, or is. */
  owner?: Fields;
  /** Whether `options` belongs to the app (its `this`) or to the component. */
  optionsOf: "app" | "component";
  /** What `propDefinition` passes on to `options`. */
  input?: unknown;
}

const KINDS: Record<string, PropKind> = {
  "app": "app",
  "$.service.db": "db",
  "$.interface.timer": "timer",
  "$.interface.http": "http",
  "$.interface.apphook": "apphook",
  "data_store": "data_store",
  "$.service.data_store": "data_store",
  "http_request": "http_request",
  "dir": "dir",
  "alert": "alert",
};

const USER_TYPE = /^(string|integer|number|boolean|object|any)(\[\])?$/;

function kindOfType(type: string): PropKind {
  return USER_TYPE.test(type) ? "user" : KINDS[type] ?? "unsupported";
}

interface Described {
  definition: Fields;
  owner?: Fields | undefined;
  input?: unknown;
  optionsOf: "app" | "component";
}

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => key !== name && value !== undefined),
  );

function describe(name: string, raw: unknown, seen: unknown[] = []): Described {
  if (typeof raw === "string") return { definition: { type: raw }, optionsOf: "component" };
  if (!isFields(raw)) throw new LoadError(`The prop ${name} has no definition.`);
  if (raw.propDefinition === undefined) {
    const owner = raw.type === "app" ? raw : undefined;
    return { definition: raw, owner, optionsOf: "component" };
  }
  if (seen.includes(raw)) throw new LoadError(`The prop ${name} is defined by itself.`);
  const [owner, key, input] = Array.isArray(raw.propDefinition)
    ? raw.propDefinition as unknown[]
    : [];
  const definitions = isFields(owner) ? owner.propDefinitions : undefined;
  const found = isFields(definitions) ? definitions[String(key)] : undefined;
  if (!isFields(owner) || found === undefined) {
    const app = isFields(owner) ? `the app ${String(owner.app)}` : "its app";
    throw new LoadError(
      `The prop ${name} takes its definition from "${String(key)}" of ${app}, which has none.`,
    );
  }
  const base = describe(name, found, [...seen, raw]);
  return {
    definition: { ...base.definition, ...without(raw, "propDefinition") },
    owner: base.owner ?? owner,
    input: input ?? base.input,
    optionsOf: raw.options === undefined ? "app" : "component",
  };
}

const bareLabel = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** Options as people write them, bare values or labels with values, as label and value. */
export function asOptions(list: unknown): Option[] {
  if (!Array.isArray(list)) return [];
  const items = (list as unknown[]).filter((item) => item !== undefined && item !== null);
  return items.map((item) => {
    if (!isFields(item) || !("value" in item)) return { label: bareLabel(item), value: item };
    return { label: bareLabel(item.label ?? item.value), value: item.value };
  });
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;
const amount = (value: unknown): number | undefined =>
  typeof value === "number" ? value : undefined;

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : { [key]: value } as Record<K, V>;
}

function resolve(name: string, raw: unknown): ResolvedProp {
  const { definition, owner, input, optionsOf } = describe(name, raw);
  const type = text(definition.type);
  if (type === undefined) throw new LoadError(`The prop ${name} has no type.`);
  const options = asOptions(definition.options);
  return {
    name,
    kind: kindOfType(type),
    type,
    definition,
    optional: definition.optional === true,
    hidden: definition.hidden === true,
    disabled: definition.disabled === true,
    secret: definition.secret === true,
    reloadProps: definition.reloadProps === true,
    hasAsyncOptions: isCallable(definition.options),
    optionsOf,
    ...optional("label", text(definition.label)),
    ...optional("description", text(definition.description)),
    ...optional("default", definition.default),
    ...optional("min", amount(definition.min)),
    ...optional("max", amount(definition.max)),
    ...optional("options", options.length > 0 ? options : undefined),
    ...optional("app", text(owner?.app)),
    ...optional("owner", owner),
    ...optional("input", input),
  };
}

/** Resolves a table of prop definitions, in their order. */
export function resolveDefinitions(definitions: Fields): ResolvedProp[] {
  return Object.entries(definitions).map(([name, raw]) => resolve(name, raw));
}

/**
 * The props of a component with all that their `propDefinition`s bring, in their order.
 * @throws LoadError for a prop that cannot be resolved, naming it.
 */
export function resolveProps(component: unknown): ResolvedProp[] {
  const { props = {} }: Component = asComponent(component);
  return resolveDefinitions(props);
}
