import type { Call } from "../../common/call";
import type { Pages } from "../../common/wire/pages";
import googleHealth from "../../google_health.app";
import type { Fields } from "../../local/runtime/component";
import { TOKEN } from "../support/api";
import { twin, type Module } from "../support/components";
import { door, type Exchange } from "../support/exchange";
import { keysOf } from "../support/source";
import { run as runStep } from "../support/step";

export { twin } from "../support/components";
export { skipWaits } from "../support/step";

/** The path of a data type's points. */
export const points = (type: string) => `/v4/users/me/dataTypes/${type}/dataPoints`;

/** The family of what the app itself wrote. */
export const OWN = "users/me/dataSourceFamilies/self-sources";

/** The Google Health API. */
export const { api, apiBreaks } = door({
  host: "https://health.googleapis.com",
  asked: () => ({ authorization: `Bearer ${TOKEN}`, accept: "application/json" }),
  status: { GET: 200, POST: 200, PATCH: 200, DELETE: 200 },
  body: {},
  type: "application/json",
});

/** An error as Google writes it. */
export function rpcError(code: number, status: string, message: string, reason?: string) {
  const details = reason
    ? [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, "domain": "health.googleapis.com" }]
    : undefined;
  return { error: { code, message, status, details } };
}

export const noScope = rpcError(
  403,
  "PERMISSION_DENIED",
  "Request had insufficient authentication scopes.",
  "MISSING_OAUTH_SCOPE",
);

/** Refuses the one request described for want of its scope. */
export function apiRefuses(exchange: Exchange): void {
  api({ ...exchange, status: 403, body: noScope });
}

/** The app with an account, to be asked directly. */
export const app = Object.assign(
  Object.create(googleHealth.methods) as typeof googleHealth.methods,
  { $auth: { oauth_access_token: TOKEN } },
);

export function call(fields: Partial<Call> = {}): Call {
  return { $: { export: () => undefined }, ...fields };
}

/** All items of all pages, and how many pages there were. */
export async function read<T>(pages: Pages<T>) {
  const items: T[] = [];
  let count = 0;
  for await (const page of pages) {
    items.push(...page.items);
    count++;
  }
  return { items, pages: count };
}

/** What a promise was rejected with. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(() => undefined, (reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error("It did not fail.");
  return error;
}

/** Runs the action of a module on Google Health, as Pipedream does. */
export function run(module: Module, props: Fields = {}, now?: string) {
  return runStep(twin(module), props, now);
}

/** The names of what a source's sample event holds there. */
export const sampleOf = (module: Module): string[] => keysOf(twin(module).sampleEmit);

/** A civil day's parts, as the API writes them. */
export function date(day: string) {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return { year, month, day: dayOfMonth };
}

/** The filter of a type's civil member between two days or local times. */
export const between = (member: string, from: string, before: string) =>
  `${member} >= "${from}" AND ${member} < "${before}"`;
