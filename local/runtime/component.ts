/** What the runtime knows of a component: checked once, where it enters. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Fields = Record<string, unknown>;
export type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** The `$auth` of an app, by the app's slug. */
export type Accounts = (appSlug: string) => Fields;

export type Dedupe = "unique" | "greatest" | "last";
export type HookName = "deploy" | "activate" | "deactivate";

export interface Component {
  readonly key?: string;
  readonly name?: string;
  readonly description?: string;
  readonly version?: string;
  readonly type?: string;
  readonly props?: Fields;
  readonly methods?: Fields;
  readonly hooks?: Partial<Record<HookName, Callable>>;
  /** An empty text is none. */
  readonly dedupe?: Dedupe | "";
  readonly sampleEmit?: unknown;
  /** What an agent is told of a call. */
  readonly annotations?: Fields;
  readonly additionalProps?: Callable;
  readonly run: Callable;
}

/** A file or an object that cannot be run as a component; the message says what to do. */
export class LoadError extends Error {
  override name = "LoadError";
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isCallable(value: unknown): value is Callable {
  return typeof value === "function";
}

const TEXTS = ["key", "name", "description", "version", "type"];
const OBJECTS = ["props", "methods", "hooks"];
const HOOKS: HookName[] = ["deploy", "activate", "deactivate"];
const DEDUPES = ["", "unique", "greatest", "last"];

const typeOf = (definition: unknown): string =>
  String(isFields(definition) ? definition.type : definition);

function hasProp({ props }: { props?: unknown }, matches: (type: string) => boolean): boolean {
  return isFields(props) && Object.values(props).some((raw) => matches(typeOf(raw)));
}

const isTimer = (type: string): boolean => type === "$.interface.timer";

/** A source without `run` emits its timer's events: Pipedream's schedules are made so. */
function isSchedule(value: Fields): boolean {
  return value.run === undefined && value.type !== "action" && hasProp(value, isTimer);
}

function emitTimer(this: unknown, event: unknown): void {
  const emit = isFields(this) ? this.$emit : undefined;
  const { timestamp } = isFields(event) ? event : {};
  const meta = typeof timestamp === "number" ? { id: timestamp, ts: timestamp * 1000 } : {};
  if (isCallable(emit)) emit(event, meta);
}

function problemOf(value: Fields): string | undefined {
  if (value.type === "app") {
    return `it is the app ${String(value.app)}: run one of its actions or sources`;
  }
  if (!isCallable(value.run) && !isSchedule(value)) return "it has no run method";
  const text = TEXTS.find((name) => value[name] !== undefined && typeof value[name] !== "string");
  if (text) return `its ${text} is no text`;
  const object = OBJECTS.find((name) => value[name] !== undefined && !isFields(value[name]));
  if (object) return `its ${object} is no object`;
  const hooks = isFields(value.hooks) ? value.hooks : {};
  const hook = HOOKS.find((name) => hooks[name] !== undefined && !isCallable(hooks[name]));
  if (hook) return `its hook ${hook} is no function`;
  if (value.dedupe !== undefined && !DEDUPES.includes(value.dedupe as string)) {
    return `its dedupe is none of ${DEDUPES.filter(Boolean).join(", ")}`;
  }
  return undefined;
}

/**
 * Checks that a value is a component (an action, a source or a code step) and gives it back
 * typed. A bare function is a code step's `run`.
 * @throws LoadError saying what is missing.
 */
export function asComponent(value: unknown): Component {
  if (isCallable(value)) return { run: value };
  const problem = isFields(value) ? problemOf(value) : "it is no object";
  if (problem) throw new LoadError(`This is no Pipedream component: ${problem}.`);
  return isFields(value) && isSchedule(value)
    ? { ...value, run: emitTimer }
    : value as Component;
}

/**
 * The component a loaded module holds: its default export, also when a CommonJS module was
 * wrapped once more on the way.
 * @throws LoadError when there is none.
 */
export function componentOf(module: unknown): Component {
  let found = isFields(module) ? module.default : undefined;
  const seen = new Set();
  while (isFields(found) && !isCallable(found.run) && found.default !== undefined) {
    // A module may be its own default.
    if (seen.has(found)) break;
    seen.add(found);
    found = found.default;
  }
  // A CommonJS module without a default: module.exports itself.
  found ??= isFields(module) && isCallable(module.run) ? module : undefined;
  if (found === undefined) {
    throw new LoadError(
      "This is no Pipedream component: it has no default export. "
      + "Write `export default defineComponent({ async run({ steps, $ }) { … } })`.",
    );
  }
  return asComponent(found);
}

const isOfSources = (type: string): boolean =>
  type === "$.service.db" || type.startsWith("$.interface.");

const codeOf = (method: Callable): string => Function.prototype.toString.call(method);
const EMIT = /\$emit\b/;

/** Whether its code calls `$emit`, as only a source can. */
function emits({ run, methods = {}, hooks = {} }: Component): boolean {
  // A getter must not run: it may need what only a bound component has.
  const own = Object.values(Object.getOwnPropertyDescriptors(methods))
    .flatMap(({ value, get }) => [value as unknown, get]);
  return [run, ...own, ...Object.values(hooks)].some((method) =>
    isCallable(method) && EMIT.test(codeOf(method)));
}

/**
 * Whether a component is polled (`source`) or run (`action`; code steps too). Without a
 * `type`, a component that has hooks, a dedupe strategy, an interface or a db, or that emits,
 * is a source.
 */
export function kindOf(component: unknown): "action" | "source" {
  const checked = asComponent(component);
  const { type, hooks, dedupe } = checked;
  if (type === "source" || type === "action") return type;
  const isSource = hooks !== undefined || Boolean(dedupe)
    || hasProp(checked, isOfSources) || emits(checked);
  return isSource ? "source" : "action";
}

/** How messages call a component: its key, else its name. */
export function titleOf(component: Component): string {
  return component.key ?? component.name ?? "This component";
}
