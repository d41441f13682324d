import { resolveProps, type ResolvedProp } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";

/** The example that a prop's description shows, or the first of its options. */
export function exampleOf({ type, description = "", options = [] }: ResolvedProp): unknown {
  const [, text = options[0]?.value] = /e\.g\. `([^`]+)`/.exec(description) ?? [];
  if (type === "boolean") return true;
  if (type === "integer") return Number(text);
  return type.endsWith("[]") ? [text] : text;
}

/** The props that a person fills in, but for ids that may be left out for a name. */
export const filledIn = (component: unknown): ResolvedProp[] => resolveProps(component)
  .filter(({ kind, hasAsyncOptions, optional }) => (
    kind === "user" && !(hasAsyncOptions && optional)
  ));

/** Every prop at its example: a step that is given them runs. */
export const examples = (component: unknown): Fields => Object.fromEntries(
  filledIn(component).map((prop) => [prop.name, exampleOf(prop)]),
);
