import { inspect } from "node:util";
import { ConfigurationError } from "@pipedream/platform";
import { loadOptions, runAction, type OptionsRequest } from "../../local/runtime";
import { asComponent, type Fields } from "../../local/runtime/component";
import { TOKEN } from "./api";

export { skipWaits } from "./waits";

/** Noon on 20 March 2026 in UTC: where the tests' clock stands unless they set it. */
export const NOON = "2026-03-20T12:00:00Z";

export interface StepResult {
  /** What the step returned, as a later step reads it. */
  result: unknown;
  summary: unknown;
  /** What the step threw, with all its fields. */
  error: unknown;
}

const accounts = () => ({ oauth_access_token: TOKEN });

/**
 * Runs an action as Pipedream does. Whatever happens, the token must appear nowhere; a
 * step that succeeds says so in one line, and one that fails says nothing.
 */
export async function run(
  action: unknown,
  props: Fields = {},
  now: string = NOON,
  expressions: Fields = {},
): Promise<StepResult> {
  const component = asComponent(action);
  let error: unknown;
  const watched = {
    ...component,
    async run(this: unknown, ...args: unknown[]) {
      try {
        return await component.run.apply(this, args);
      } catch (thrown) {
        error = thrown;
        throw thrown;
      }
    },
  };
  const ran = await runAction(watched, { props, expressions, accounts, clock: clockAt(now) });
  expect(inspect([ran, error], { depth: Infinity, showHidden: true })).not.toContain(TOKEN);
  expect(ran.notes).toEqual([]);
  if (!ran.ok) {
    expect(ran.exports).not.toHaveProperty("$summary");
    return { result: undefined, summary: undefined, error };
  }
  expect(Object.keys(ran.exports)).toEqual(["$summary"]);
  expect(ran.exports.$summary).toMatch(/^\S.*\S$/);
  return { result: ran.return, summary: ran.exports.$summary, error };
}

/**
 * The sentence that a step refuses its props with, or what expressions make of others; a
 * request before it fails the test.
 */
export async function refusal(
  action: unknown, props: Fields, expressions: Fields = {},
): Promise<string> {
  const { error } = await run(action, props, NOON, expressions);
  expect(error).toBeInstanceOf(ConfigurationError);
  return error instanceof Error ? error.message : "";
}

/** Asks for the options of a prop, as the form that a person fills does. */
export function options(
  action: unknown,
  prop: string,
  request: Partial<OptionsRequest> = {},
) {
  return loadOptions(action, prop, { values: {}, accounts, clock: clockAt(NOON), ...request });
}

function clockAt(instant: string) {
  return () => Promise.resolve(Date.parse(instant));
}
