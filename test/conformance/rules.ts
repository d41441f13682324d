import type { Definition } from "./subject";

/** What is wrong, in words; nothing when the rule is kept. */
export type Problem = string | false | undefined;

/** Looks at a component, or at its module; `names` are those of all components. */
export type Rule<T = Definition> = (subject: T, names: ReadonlySet<string>) => Problem;

/** Rules by what they promise. */
export type Rules<T = Definition> = Record<string, Rule<T>>;
