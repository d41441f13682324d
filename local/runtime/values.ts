import { closest, distance } from "fastest-levenshtein";
import { fit, Misfit, parsed, shown } from "./coerce";
import type { Fields } from "./component";
import { asComponent } from "./component";
import type { PropKind, ResolvedProp } from "./props";
import { resolveProps } from "./props";

/** The values of the props a person sets, each of its prop's type. */
export type Values = Record<string, unknown>;

export interface PropProblem {
  prop: string;
  problem: string;
}

/** Values that do not fit the props; the message names every problem. */
export class PropError extends Error {
  override name = "PropError";
  readonly problems: PropProblem[];

  constructor(problems: PropProblem[]) {
    const sentences = problems.map(({ prop, problem }) => `${prop} ${problem}${problem.endsWith("?") ? "" : "."}`);
    super(sentences.length === 1
      ? sentences[0]
      : `${sentences.length} props do not fit:\n${sentences.map((it) => `- ${it}`).join("\n")}`);
    this.problems = problems;
  }
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== "";

const NOT_YOURS: Partial<Record<PropKind, string>> = {
  app: "is a connected account, not a value: leave it out",
  db: "is what the source remembers, not a value: leave it out",
  http: "is the source's own address, not a value: leave it out",
  apphook: "is called by Pipedream, not a value: leave it out",
};

function similar(name: string, names: string[]): string {
  if (names.length === 0) return "; it has none";
  const best = closest(name, names);
  const off = distance(name.toLowerCase(), best.toLowerCase());
  const near = off <= Math.max(2, name.length / 3);
  return near ? `; did you mean ${best}?` : `; its props are ${names.join(", ")}`;
}

export interface Fitting {
  /** Names that no prop has are kept as they are: a later step may define them. */
  allowUnknown?: boolean;
  /** Required props may be missing: somebody is still choosing. */
  partial?: boolean;
  /**
   * Values as a workflow's expressions pass them: whatever they are, of whatever type, and
   * nothing where something is required. What is given beside them wins.
   */
  expressions?: Fields | undefined;
}

/** What a prop becomes: a value, a reason why not, or neither when it is left out. */
type Fitted = { value: unknown } | { problem: string } | undefined;

function fitUser(prop: ResolvedProp, given: unknown, partial: boolean): Fitted {
  if (isGiven(given)) {
    try {
      return { value: fit(prop, given) };
    } catch (error) {
      if (!(error instanceof Misfit)) throw error;
      return { problem: prop.secret ? error.message : `${error.message}, not ${shown(given)}` };
    }
  }
  if (isGiven(prop.default)) return { value: prop.default };
  const mayMiss = prop.optional || prop.hidden || prop.disabled || partial;
  return mayMiss ? undefined : { problem: "is required" };
}

function fitProp(prop: ResolvedProp, given: unknown, partial: boolean): Fitted {
  if (prop.kind === "user") return fitUser(prop, given, partial);
  if (prop.kind === "unsupported" && (isGiven(given) || !(prop.optional || partial))) {
    return { problem: `has the type ${prop.type}, which only runs on Pipedream itself` };
  }
  if (!isGiven(given)) return undefined;
  const problem = NOT_YOURS[prop.kind];
  if (problem) return { problem };
  return { value: typeof given === "string" ? parsed(given) ?? given : given };
}

/** Whether an expression says what the value of a prop is. */
function isExpressed({ name, kind }: ResolvedProp, given: Fields, expressions: Fields = {}) {
  return kind === "user" && Object.hasOwn(expressions, name) && !Object.hasOwn(given, name);
}

/**
 * Fits values to props: coerces what Pipedream's form coerces, applies defaults, and leaves
 * out what is not given. Fitting twice changes nothing. Expressions are not looked at.
 * @throws PropError with every problem.
 */
export function fitValues(
  props: ResolvedProp[],
  given: Fields,
  { allowUnknown = false, partial = false, expressions }: Fitting = {},
): Values {
  const problems: PropProblem[] = [];
  const values: Values = {};
  const known = props.map(({ name }) => name);
  const settable = props.filter(({ kind }) => NOT_YOURS[kind] === undefined && kind !== "alert");
  const names = settable.map(({ name }) => name);
  const isLoose = partial || expressions !== undefined;
  for (const [name, value] of Object.entries({ ...expressions, ...given })) {
    if (known.includes(name)) continue;
    if (allowUnknown) values[name] = value;
    else problems.push({ prop: name, problem: `is no prop of this component${similar(name, names)}` });
  }
  for (const prop of props) {
    const fitted = isExpressed(prop, given, expressions)
      ? { value: expressions?.[prop.name] }
      : fitProp(prop, given[prop.name] ?? expressions?.[prop.name], isLoose);
    if (fitted === undefined) continue;
    if ("problem" in fitted) problems.push({ prop: prop.name, problem: fitted.problem });
    else values[prop.name] = fitted.value;
  }
  if (problems.length > 0) throw new PropError(problems);
  return values;
}

/**
 * The values of a component's props from what a person gave, text allowed for every type.
 * Of a component with `additionalProps`, names it does not know yet are kept for the run.
 * @throws PropError with every problem, a wrong name with the one that was meant.
 */
export function bindValues(component: unknown, given: Fields, expressions?: Fields): Values {
  const allowUnknown = asComponent(component).additionalProps !== undefined;
  return fitValues(resolveProps(component), given, { allowUnknown, expressions });
}
