/**
 * Typed definitions of Pipedream components: `this` in `run`, `methods`, `hooks` and `options`
 * is inferred from props, propDefinitions and methods. Each function returns what it is given.
 * https://pipedream.com/docs/components/contributing/api/
 */

/** What a prop of each type holds. */
interface ValueOf {
  "string": string;
  "string[]": string[];
  "integer": number;
  "integer[]": number[];
  "boolean": boolean;
  "boolean[]": boolean[];
}

type UserType = keyof ValueOf;

declare const given: unique symbol;

/**
 * What a user gave for a prop. A workflow's expression may put anything there, whatever the
 * prop declares: only the readers of input.ts, dates.ts and units.ts open it.
 */
export interface Given<out T> {
  readonly [given]: T;
}

export interface Option<V = string | number> {
  label: string;
  value: V;
}

/** What an `options` function is asked with; `page` counts from 0. */
export interface OptionsQuery {
  page: number;
  prevContext?: Record<string, unknown>;
  query?: string;
}

export interface OptionsAnswer {
  options: readonly Option[];
  context?: Record<string, unknown>;
}

type Options
  = | readonly (string | number | Option)[]
    | ((query: OptionsQuery) => Promise<readonly Option[] | OptionsAnswer>);

export interface Fields {
  label?: string;
  description?: string;
  optional?: boolean;
  default?: string | number | boolean | readonly (string | number | boolean)[];
  options?: Options;
  min?: number;
  max?: number;
  secret?: boolean;
  hidden?: boolean;
  useQuery?: boolean;
}

/** A prop that a person or an agent fills. */
export interface UserProp extends Fields {
  type: UserType;
}

/**
 * Its `options` are not looked into, and annotate their query: their type may need `this`, not
 * known yet.
 */
interface Definable extends Omit<UserProp, "options"> {
  options?: object;
}

/** A prop taken over from an app's propDefinitions; fields beside it override. */
interface SharedProp extends Fields {
  propDefinition: readonly [
    AppShape,
    string,
    ((values: never) => Record<string, unknown>)?,
  ];
}

interface TimerProp {
  type: "$.interface.timer";
  label?: string;
  description?: string;
  default?: { intervalSeconds: number } | { cron: string };
}

interface HttpProp {
  type: "$.interface.http";
  customResponse?: boolean;
}

/** Where a step's files are kept: what it writes there outlasts it. */
interface DirProp {
  type: "dir";
  accessMode: "read" | "write" | "read-write";
  sync: boolean;
}

type ServiceProp = "$.service.db" | "$.interface.http" | TimerProp | HttpProp | DirProp;

/** An app as other components see it. */
export interface AppShape {
  type: "app";
  app: string;
  propDefinitions: object;
  methods: object;
}

type Prop = AppShape | UserProp | SharedProp | ServiceProp;

/** The connected account. */
export interface Auth {
  oauth_access_token: string;
}

export interface App<D, M> {
  type: "app";
  app: string;
  propDefinitions: D;
  methods: M;
}

type AppThis<M> = M & { $auth: Auth };

/** Key-value storage of a source; values are JSON. */
export interface Db {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

interface Timer {
  intervalSeconds?: number;
  cron?: string;
}

export interface HttpResponse {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

interface Http {
  endpoint: string;
  respond(response: HttpResponse): void;
}

type Definition<A, N> = A extends { propDefinitions: infer D }
  ? N extends keyof D ? D[N] : never
  : never;

/** A prop with what its propDefinition brings. */
export type Merged<P> = P extends { propDefinition: readonly [infer A, infer N, ...unknown[]] }
  ? Omit<Definition<A, N>, keyof P> & P
  : P;

type UserValue<P> = P extends { type: infer T extends UserType }
  ? Given<P extends { optional: true } ? ValueOf[T] | undefined : ValueOf[T]>
  : never;

type Value<P>
  = P extends { type: "app"; methods: infer M } ? AppThis<M>
    : P extends "$.service.db" ? Db
      : P extends TimerProp ? Timer
        : P extends "$.interface.http" | HttpProp ? Http
          : UserValue<Merged<P>>;

type Values<P> = { -readonly [K in keyof P]: Value<P[K]> };

/**
 * What each prop must be. A mapped type and no constraint, because a constraint would look
 * into the bodies of `options` before `this` is known.
 */
type Checked<P> = {
  [K in keyof P]: P[K] extends Refers<infer A extends AppShape, infer N>
    ? N extends keyof A["propDefinitions"] ? SharedProp : Unknown<N & string>
    : Prop;
};

/** What the compiler says of a name that the app does not define. */
type Unknown<N extends string> = `The app defines no prop "${N}"`;

interface Refers<A, N> {
  propDefinition: readonly [A, N, ...unknown[]];
}

/**
 * The workflow step: exports reach later steps and, as `$summary`, the person reading the log.
 */
export interface Step {
  export(name: string, value: unknown): void;
  [service: string]: unknown;
}

export interface RunContext {
  $: Step;
  steps?: Record<string, unknown>;
  event?: unknown;
}

interface Metadata {
  key: string;
  name: string;
  description: string;
  version: string;
  ai: "optimized";
}

/** What an agent is told before it calls an action. */
interface Annotations {
  readOnlyHint: boolean;
  destructiveHint: boolean;
  openWorldHint: boolean;
  idempotentHint?: boolean;
}

export interface Action<P, M, R> extends Metadata {
  type: "action";
  annotations: Annotations;
  props: P;
  methods?: M;
  run(context: RunContext): Promise<R>;
}

type Dedupe = "unique" | "greatest" | "last";

type EmitMeta<D> = { summary: string; ts: number }
  & (D extends Dedupe ? { id: string | number } : { id?: string | number });

interface Emits<D> {
  $emit(event: unknown, meta: EmitMeta<D>): void;
}

interface Hooks {
  deploy?(): Promise<void>;
  activate?(): Promise<void>;
  deactivate?(): Promise<void>;
}

export interface TimerEvent {
  /** Seconds since 1970. */
  timestamp: number;
  interval_seconds: number;
}

/** A request to the endpoint of a source that has one. */
export interface HttpEvent {
  method: string;
  headers: Record<string, string>;
  /** The body as it was sent; absent where there was none. */
  bodyRaw?: string;
}

/** What wakes a source: its endpoint, or else its timer. */
type EventOf<P> = P extends { http: unknown } ? HttpEvent : TimerEvent;

export interface Source<P, M, D> extends Metadata {
  type: "source";
  dedupe?: D;
  props: P;
  methods?: M;
  hooks?: Hooks;
  sampleEmit: object;
  run(event: EventOf<P>): Promise<void>;
}

/** An app: `this` in its methods and options holds the account and the methods. */
export function defineApp<const D extends object, M extends object>(
  app: App<D & { [K in keyof D]: Definable }, M> & ThisType<AppThis<M>>,
): App<D, M> {
  return app;
}

/** An action: one step of a workflow, or a tool of an agent. */
export function defineAction<const P extends object, M extends object = object, R = unknown>(
  action: Action<P & Checked<P>, M, R> & ThisType<Values<P> & M>,
): Action<P, M, R> {
  return action;
}

/** What an action's `run` gives. */
export type ResultOf<A> = A extends { run(context: RunContext): Promise<infer R> } ? R : never;

/** A source: starts workflows. Under `dedupe` every event needs an id. */
export function defineSource<
  const P extends object,
  const D extends Dedupe | undefined = undefined,
  M extends object = object,
>(
  source: Source<P & Checked<P>, M, D> & ThisType<Values<P> & M & Emits<D>>,
): Source<P, M, D> {
  return source;
}
