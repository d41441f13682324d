import nock from "nock";
import type { Call } from "../../common/call";
import type { Pages } from "../../common/wire/pages";
import googleHealth from "../../google_health.app";
import { deriveTwin } from "../../local/catalog/twin";
import { asComponent, isFields, type Fields } from "../../local/runtime/component";
import { TOKEN } from "../support/api";
import { run as runStep } from "../support/step";

const HOST = "https://health.googleapis.com";

/** The path of a data type's points. */
export const points = (type: string) => `/v4/users/me/dataTypes/${type}/dataPoints`;

/** The family of what the app itself wrote. */
export const OWN = "users/me/dataSourceFamilies/self-sources";

export interface Exchange {
  method?: "GET" | "POST" | "PATCH";
  path: string;
  /** The whole query: one parameter more or less is another request. */
  query?: Record<string, string>;
  /** The whole JSON body. */
  sent?: object;
  status?: number;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  times?: number;
}

const nothing = (body: unknown) => !body || Object.keys(body).length === 0;

function expected({ method = "GET", path, query, sent = nothing, times = 1 }: Exchange) {
  return nock(HOST, {
    reqheaders: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
  })
    .intercept(path, method, sent as nock.RequestBodyMatcher)
    .query(query ?? {})
    .times(times);
}

/** Answers the one request described; any other fails the test, and so does its absence. */
export function api(exchange: Exchange): void {
  const { status = 200, body = {}, headers = {} } = exchange;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  expected(exchange).reply(status, text, { "Content-Type": "application/json", ...headers });
}

/** Breaks the connection of the one request described. */
export function apiBreaks(exchange: Exchange, code: string): void {
  expected(exchange).replyWithError(Object.assign(new Error(code), { code }));
}

/** An error as Google writes it. */
export function refusal(code: number, status: string, message: string, reason?: string) {
  const details = reason
    ? [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, "domain": "health.googleapis.com" }]
    : undefined;
  return { error: { code, message, status, details } };
}

export const noScope = refusal(
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

/** The component of a module on Google Health. */
export function twin(module: { default: unknown; googleHealth: unknown }) {
  const literals = isFields(module.googleHealth) ? module.googleHealth : {};
  return deriveTwin(asComponent(module.default), literals, { ...googleHealth });
}

/** Runs the action of a module on Google Health, as Pipedream does. */
export function run(
  module: { default: unknown; googleHealth: unknown },
  props: Fields = {},
  now?: string,
) {
  return runStep(twin(module), props, now);
}

/** Waiting takes no time here, but the clocks that measure go on as if it did. */
export function skipWaits(): number[] {
  const waits: number[] = [];
  let skipped = 0;
  const now = performance.now.bind(performance);
  jest.spyOn(Math, "random").mockReturnValue(0.5);
  jest.spyOn(performance, "now").mockImplementation(() => now() + skipped);
  jest.spyOn(googleHealth.methods, "_wait").mockImplementation((ms) => {
    waits.push(ms);
    skipped += ms;
    return Promise.resolve();
  });
  return waits;
}

/** A civil day's parts, as the API writes them. */
export function date(day: string) {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return { year, month, day: dayOfMonth };
}

/** The filter of a type's civil member between two days or local times. */
export const between = (member: string, from: string, before: string) =>
  `${member} >= "${from}" AND ${member} < "${before}"`;
