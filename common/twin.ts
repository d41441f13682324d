import type { DifferingRecord } from "./differences";
import type { HealthApi } from "./health-api";
import type { Fields, Merged } from "./pipedream";
import type { Polls } from "./polling/source";

/** The component of a module: what its twin on Google Health is made of. */
type Props<C> = C extends { props: infer P } ? P : never;

/** What may be said anew of a prop: never its type, nor that it may be left out. */
type Change<P>
  = | Pick<Fields, "label" | "description" | "min" | "max" | "options"> & { optional?: false }
    | (Merged<P> extends { optional: true } ? null : never);

/** The props that a person or an agent fills. */
type UserProps<P> = {
  [K in keyof P as P[K] extends Provided ? never : K]: P[K]
};

type Provided = `$.${string}` | { type: "app" | `$.${string}` };

/** Only what both apps have can have a twin. */
type Asked<P> = P extends { fitbit: { methods: infer M } }
  ? HealthApi extends M ? unknown : "This component asks for what Fitbit alone has"
  : unknown;

/**
 * What differs in a component on Google Health. Its description is composed of these parts;
 * a prop is named only where something of it changes, and null leaves one out.
 */
export type Twin<C> = Asked<Props<C>> & {
  version: string;
  /** Without Google's prefix. */
  scopes: readonly string[];
  /** What it says there, where that is not what it says on Fitbit. */
  description?: string;
  /** The page of the API's reference that it was written from. */
  docs: string;
  /** The records whose differences apply. */
  records?: readonly DifferingRecord[];
  sampleEmit?: object;
  /** What its polls cost there. */
  polls?: Polls;
  /** Props of a call that works, where the Fitbit component's do not. */
  example?: object;
  props?: { readonly [K in keyof UserProps<Props<C>>]?: Change<UserProps<Props<C>>[K]> };
};
