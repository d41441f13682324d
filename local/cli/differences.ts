import { isDeepStrictEqual } from "node:util";
import type { Difference } from "../../common/difference";
import { differences as table } from "../../common/differences";
import type { CatalogComponent } from "../catalog/catalog";
import type { ResolvedProp } from "../runtime";
import { resolveProps } from "../runtime";

/** What a person sees of a prop. */
export interface PropFacts {
  name: string;
  type: string;
  label?: string;
  description?: string;
  required: boolean;
  default?: unknown;
  /** The values allowed; "async" when the API is asked for them. */
  options?: { label: string; value: unknown }[] | "async";
  min?: number;
  max?: number;
  secret?: true;
  /** Its value may change which other props there are. */
  reloadProps?: true;
}

function factsOf(prop: ResolvedProp): PropFacts {
  const { name, type, label, description, optional, min, max } = prop;
  const options = prop.hasAsyncOptions ? "async" as const : prop.options;
  return {
    name,
    type,
    ...label === undefined ? {} : { label },
    ...description === undefined ? {} : { description },
    required: prop.kind === "user" && !optional && prop.default === undefined,
    ...prop.default === undefined ? {} : { default: prop.default },
    ...options === undefined ? {} : { options },
    ...min === undefined ? {} : { min },
    ...max === undefined ? {} : { max },
    ...prop.secret ? { secret: true as const } : {},
    ...prop.reloadProps ? { reloadProps: true as const } : {},
  };
}

/** The props a person may set or connect, without what the platform provides by itself. */
export function propFacts(props: readonly ResolvedProp[]): PropFacts[] {
  return props
    .filter(({ kind, hidden }) => !hidden && kind !== "db" && kind !== "http")
    .map(factsOf);
}

export interface Differences {
  description: string;
  name: string;
  version: string;
  scopes: string[];
  managed: boolean;
  /**
   * Names of props: only this component has them, only the twin, both but with other rules,
   * both but in other words.
   */
  props: { here: string[]; there: string[]; changed: string[]; reworded: string[] };
  /** The fields that Google Health has no source for, and those it works out otherwise. */
  fields: Record<Difference["is"], FieldDifference[]>;
}

export type FieldDifference = Omit<Difference, "is">;

const isApp = ({ type }: PropFacts): boolean => type === "app";

/** What a prop asks for, whatever it says of it. */
const rules = (prop: PropFacts): PropFacts => ({ ...prop, label: "", description: "" });

function propDifferences(here: PropFacts[], there: PropFacts[]): Differences["props"] {
  const names = (props: PropFacts[]): string[] => props.map(({ name }) => name);
  const both = here.filter((prop) => !isApp(prop)).flatMap((prop) => {
    const other = there.find(({ name }) => name === prop.name);
    return other ? [{ prop, other }] : [];
  });
  const hasSameRules = ({ prop, other }: typeof both[number]): boolean =>
    isDeepStrictEqual(rules(prop), rules(other));
  const namesOf = (pairs: typeof both): string[] => names(pairs.map(({ prop }) => prop));
  return {
    here: names(here).filter((name) => !names(there).includes(name)),
    there: names(there).filter((name) => !names(here).includes(name)),
    changed: namesOf(both.filter((pair) => !hasSameRules(pair))),
    reworded: namesOf(both.filter((pair) =>
      hasSameRules(pair) && !isDeepStrictEqual(pair.prop, pair.other))),
  };
}

function fieldDifferences({ records }: CatalogComponent): Differences["fields"] {
  const rows = records.flatMap((record): readonly Difference[] => table[record]);
  const of = (kind: Difference["is"]): FieldDifference[] => rows
    .filter((row) => row.is === kind)
    .map(({ fields, words, why }) => ({ fields, words, why }));
  return { absent: of("absent"), approximate: of("approximate") };
}

const factsHere = ({ component }: CatalogComponent): PropFacts[] =>
  propFacts(resolveProps(component));

/** What the same component is on the other app. */
export function differences(own: CatalogComponent, twin: CatalogComponent): Differences {
  const { name, version, scopes, managed } = twin.entry;
  return {
    description: twin.component.description ?? "",
    name,
    version,
    scopes,
    managed,
    props: propDifferences(factsHere(own), factsHere(twin)),
    fields: fieldDifferences(own),
  };
}
