import type { Provide } from "./bind";
import { bindComponent, connect } from "./bind";
import type { Clock, Log } from "./clock";
import { during } from "./clock";
import type { Accounts, Callable, Component, Fields, HookName } from "./component";
import { asComponent, isFields, kindOf, LoadError, titleOf } from "./component";
import type { Configured } from "./dynamic";
import { configure } from "./dynamic";
import type { DedupeState, Emitted } from "./emit";
import { openBatch } from "./emit";
import type { Endpoint, Handle, Respond } from "./http";
import { openEndpoint } from "./http";
import type { Memory } from "./memory";
import { noMemory, provideFrom } from "./memory";
import { resolveProps } from "./props";
import type { ErrorReport } from "./report";
import { reportError } from "./report";

/** What a source keeps between polls: plain JSON. */
export interface SourceState extends Pick<Memory, "db">, Partial<Pick<Memory, "dataStores">> {
  dedupe: DedupeState;
}

export interface SourceOptions {
  /** As for bindValues. A timer takes `{ intervalSeconds }` or `{ cron }`. */
  props: Fields;
  accounts: Accounts;
  state?: SourceState;
  clock?: Clock;
  log?: Log;
  /** Called for each emitted event, in order, after the call that emitted it. */
  onEmit?: (emitted: Emitted) => void;
}

interface Called {
  /** Events that passed dedupe, oldest first. */
  emitted: Emitted[];
  /** How many events dedupe dropped. */
  dropped: number;
  notes: string[];
  ms: number;
}

/** What one poll, hook or HTTP request did; on failure, what it did until then. */
export type SourceRun = Called & ({ ok: true } | { ok: false; error: ErrorReport });

export interface Timer {
  intervalSeconds?: number;
  cron?: string;
}

export interface Source {
  /** The timer's setting; undefined when the source has no timer. */
  readonly timer: Timer | undefined;
  /** The address of its HTTP endpoint while it listens. */
  readonly endpoint: string | undefined;
  deploy: () => Promise<SourceRun>;
  activate: () => Promise<SourceRun>;
  deactivate: () => Promise<SourceRun>;
  /** Runs it once, with this event as if Pipedream delivered it, else with a timer's. */
  poll: (event?: unknown) => Promise<SourceRun>;
  /** Serves its HTTP endpoint on loopback; each request runs it. Gives the address. */
  listen: (onRun?: (run: SourceRun) => void) => Promise<string>;
  /** Serves no more; ends once the requests under way are answered. */
  close: () => Promise<void>;
  /** A copy of its state, to open it with next time. */
  snapshot: () => SourceState;
}

const DEFAULT_INTERVAL = 900;

function timerOf({ props, values }: Configured): Timer | undefined {
  const prop = props.find(({ kind }) => kind === "timer");
  if (!prop) return undefined;
  const settings = [prop.definition.static, values[prop.name], prop.default];
  const chosen = settings.find(isFields) ?? {};
  const { intervalSeconds, cron } = chosen;
  if (typeof cron === "string") return { cron };
  const seconds = Number(intervalSeconds ?? DEFAULT_INTERVAL);
  return { intervalSeconds: seconds > 0 ? seconds : DEFAULT_INTERVAL };
}

function timerEvent(timer: Timer | undefined): Fields {
  const timestamp = Math.floor(Date.now() / 1000);
  if (timer?.cron !== undefined) return { timestamp, cron: timer.cron };
  return { timestamp, interval_seconds: timer?.intervalSeconds ?? DEFAULT_INTERVAL };
}

const nothing = (): SourceRun => ({ ok: true, emitted: [], dropped: 0, notes: [], ms: 0 });

/** The parts of an opened source that its calls share. */
interface Opened {
  component: Component;
  configured: Configured;
  options: SourceOptions;
  timer: Timer | undefined;
  memory: Memory;
  dedupe: DedupeState;
  endpoint: () => string | undefined;
}

const deny = (): never => {
  throw new Error("respond works while an HTTP request is answered, and only then.");
};

/** The answer to a request that nobody made. */
const ignore = (): void => undefined;

/** The members of `this` that Pipedream provides, for one call. */
function providing(opened: Opened, respond: Respond, note: (text: string) => void): Provide {
  const kept = provideFrom(opened.memory, note);
  return (prop, value) => {
    if (prop.kind === "timer") return { type: prop.type, ...opened.timer };
    if (prop.kind === "http") return { type: prop.type, endpoint: opened.endpoint(), respond };
    return prop.kind === "apphook" ? { type: prop.type } : kept(prop, value);
  };
}

interface Call {
  method: Callable;
  /** Made when the clock is set. */
  event?: () => unknown;
  respond?: Respond;
}

/** One call of the component: what it emitted and stored before an error stays. */
async function call(opened: Opened, called: Call): Promise<SourceRun> {
  const { method, event, respond = deny } = called;
  const { component, configured, options, dedupe } = opened;
  const run = await during(options, async (): Promise<SourceRun> => {
    const accounts = connect(configured.props, options.accounts);
    const batch = openBatch(component.dedupe || undefined, dedupe);
    const self = bindComponent({
      component,
      ...configured,
      accounts,
      provide: providing(opened, respond, batch.note),
      extras: { $emit: batch.emit },
    });
    const began = performance.now();
    let error: ErrorReport | undefined;
    try {
      await method.call(self, event?.());
    } catch (thrown) {
      error = reportError(thrown);
    }
    const did = { ...batch.close(), ms: Math.round(performance.now() - began) };
    return error ? { ...did, ok: false, error } : { ...did, ok: true };
  });
  run.emitted.forEach((emitted) => options.onEmit?.(emitted));
  return run;
}

function listener(opened: Opened, onRun: (run: SourceRun) => void): Handle {
  return async (event, respond) => {
    const { run } = opened.component;
    const done = await call(opened, { method: run, event: () => event, respond });
    onRun(done);
    if (!done.ok) respond({ status: 500, body: { error: done.error.message } });
  };
}

/** `additionalProps` runs here already, with `$emit` out of reach. */
async function setUp(component: Component, options: SourceOptions): Promise<Configured> {
  const props = resolveProps(component);
  const accounts = connect(props, options.accounts);
  const provide = provideFrom(noMemory());
  const configuring = { component, given: options.props, accounts, provide };
  return during(options, () => configure(configuring));
}

/**
 * Sets a source up as Pipedream would on deploying it; nothing runs yet. Its calls return what
 * the component throws as `error`.
 * @throws PropError when the props do not fit, LoadError when it is an action, and what
 * `accounts` or the component's `additionalProps` throws.
 */
export async function openSource(component: unknown, options: SourceOptions): Promise<Source> {
  const checked = asComponent(component);
  if (kindOf(checked) !== "source") {
    throw new LoadError(`${titleOf(checked)} is an action: it is run, not polled.`);
  }
  const configured = await setUp(checked, options);
  let server: Endpoint | undefined;
  const { db = {}, dedupe = {}, dataStores = {} } = structuredClone(options.state) ?? {};
  const opened: Opened = {
    component: checked,
    configured,
    options,
    timer: timerOf(configured),
    memory: { db, dataStores },
    dedupe,
    endpoint: () => server?.url,
  };
  const hook = (name: HookName) => (): Promise<SourceRun> => {
    const method = checked.hooks?.[name];
    return method ? call(opened, { method }) : Promise.resolve(nothing());
  };
  const listen: Source["listen"] = async (onRun = () => undefined) => {
    const prop = configured.props.find(({ kind }) => kind === "http");
    if (!prop) throw new LoadError(`${titleOf(checked)} has no HTTP endpoint to serve.`);
    const custom = prop.definition.customResponse === true;
    server ??= await openEndpoint(custom, listener(opened, onRun));
    return server.url;
  };
  return {
    timer: opened.timer,
    get endpoint() {
      return server?.url;
    },
    deploy: hook("deploy"),
    activate: hook("activate"),
    deactivate: hook("deactivate"),
    poll: (event) => call(opened, {
      method: checked.run,
      ...event === undefined
        ? { event: () => timerEvent(opened.timer) }
        : { event: () => event, respond: ignore },
    }),
    listen,
    close: async () => {
      const closing = server;
      server = undefined;
      await closing?.close();
    },
    snapshot: () => structuredClone({
      db,
      dedupe,
      ...Object.keys(dataStores).length > 0 ? { dataStores } : {},
    }),
  };
}
