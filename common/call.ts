import { readTimeZone } from "./dates";
import { log } from "./log";
import type { Given, Step } from "./pipedream";
import { readUnitSystem, type UnitSystem } from "./units";
import { limitRequests } from "./wire/budget";

/** What every method of an app is called with. */
export interface Call {
  $: Step;
  /** The component that does the same on Google Health; null when none does. */
  successor?: string | null;
  /** Units of what is sent and of what comes back; left out, metric. */
  unitSystem?: UnitSystem;
  /** IANA name that says which day is today; left out, the API is asked. */
  timeZone?: string;
  /** Takes a line for the log, of what is no failure: a record that cannot be read. */
  note?(line: string): void;
}

/** The props that a call is made of, as far as a component has them. */
interface Calling {
  unitSystem?: Given<string | undefined>;
  timeZone?: Given<string | undefined>;
  fitbit?: object;
  app?: object;
}

/**
 * The call of a component: its unit system and time zone, read once. Throws a
 * ConfigurationError for what is none.
 */
export function callOf(component: Calling, $: Step, successor: string | null): Call {
  return {
    $,
    successor,
    unitSystem: readUnitSystem(component.unitSystem),
    timeZone: readTimeZone(component.timeZone),
    note: log,
  };
}

/** What stands for the step where there is none: a poll, and options, export nothing. */
const noStep = (): Step => ({ export: () => undefined });

/** Requests that a poll may make: others share the same quota. */
const REQUESTS_A_POLL = 50;

/** The call of a poll. Throws a ConfigurationError as `callOf` does. */
export function pollCall(source: Calling, successor: string | null): Call {
  const step = noStep();
  limitRequests(step, REQUESTS_A_POLL);
  return callOf(source, step, successor);
}

/** The call of an options list. */
export function optionsCall(): Call {
  return { $: noStep() };
}
