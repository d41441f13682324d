import type { ResolvedProp } from "../runtime";
import { resolveProps } from "../runtime";
import { propWords } from "./text";

export interface PropSchema {
  type: string;
  description?: string;
  enum?: unknown[];
  items?: { type: string; enum?: unknown[] };
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

export interface InputSchema {
  type: "object";
  properties: Record<string, PropSchema>;
  required?: string[];
}

const isAsked = ({ kind, hidden, disabled }: ResolvedProp): boolean =>
  kind === "user" && !hidden && !disabled;

function typeOf({ type, options }: ResolvedProp): Pick<PropSchema, "type" | "enum" | "items"> {
  const base = type.replace("[]", "");
  const values = options ? { enum: options.map(({ value }) => value) } : {};
  return type.endsWith("[]")
    ? { type: "array", items: { type: base, ...values } }
    : { type: base, ...values };
}

function propSchema(prop: ResolvedProp, offered: readonly string[]): PropSchema {
  const { description, min, max, options, type } = prop;
  const isListed = options !== undefined || type === "boolean";
  return {
    ...typeOf(prop),
    ...description === undefined
      ? {}
      : { description: propWords(description, { isListed }, offered) },
    ...min === undefined ? {} : { minimum: min },
    ...max === undefined ? {} : { maximum: max },
    ...prop.default === undefined ? {} : { default: prop.default },
  };
}

/**
 * What a component is called with, as JSON Schema: the props that a person fills in.
 * @param offered the names of the tools that there are
 */
export function inputSchema(
  component: unknown, offered: readonly string[] = [],
): InputSchema {
  const props = resolveProps(component).filter(isAsked);
  const required = props.filter((prop) => !prop.optional && prop.default === undefined);
  const schemas = props.map((prop) => [prop.name, propSchema(prop, offered)] as const);
  return {
    type: "object",
    properties: Object.fromEntries(schemas),
    ...required.length > 0 ? { required: required.map(({ name }) => name) } : {},
  };
}
