import type { CatalogComponent } from "../catalog/catalog";
import { resolveProps } from "../runtime";
import type { ResolvedProp } from "../runtime";

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
  };
}

/** The props a person may set or connect, without what the platform provides by itself. */
export function propFacts(component: unknown): PropFacts[] {
  return resolveProps(component)
    .filter(({ kind, hidden }) => !hidden && kind !== "db" && kind !== "http")
    .map(factsOf);
}

export interface Differences {
  description: string;
  name: string;
  version: string;
  scopes: string[];
  managed: boolean;
  /** Names of props that only this component has, only the twin, or both but otherwise. */
  props: { here: string[]; there: string[]; changed: string[] };
}

const isApp = ({ type }: PropFacts): boolean => type === "app";

function propDifferences(here: PropFacts[], there: PropFacts[]): Differences["props"] {
  const names = (props: PropFacts[]): string[] => props.map(({ name }) => name);
  const same = (prop: PropFacts): boolean =>
    JSON.stringify(prop) === JSON.stringify(there.find(({ name }) => name === prop.name));
  return {
    here: names(here).filter((name) => !names(there).includes(name)),
    there: names(there).filter((name) => !names(here).includes(name)),
    changed: names(here.filter((prop) =>
      !isApp(prop) && names(there).includes(prop.name) && !same(prop))),
  };
}

/** What the same component is on the other app. */
export function differences(own: CatalogComponent, twin: CatalogComponent): Differences {
  const { name, version, scopes, managed } = twin.entry;
  return {
    description: twin.component.description ?? "",
    name,
    version,
    scopes,
    managed,
    props: propDifferences(propFacts(own.component), propFacts(twin.component)),
  };
}
