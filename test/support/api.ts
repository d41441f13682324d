import { readFileSync } from "node:fs";
import { join } from "node:path";
import nock from "nock";

export const TOKEN = "test-token";
const HOST = "https://api.fitbit.com";

/** A documented answer, as the text the API sends: its ids keep all their digits. */
export function fixture(name: string): string {
  return readFileSync(join(process.cwd(), "test/fixtures/fitbit", `${name}.json`), "utf8");
}

const BIG = /"bigint:(\d+)"/g;

/** JSON text in which a bigint stands as bare digits, the way the API writes its ids. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) =>
    typeof item === "bigint" ? `bigint:${item.toString()}` : item);
  return text.replace(BIG, "$1");
}

export interface Exchange {
  method?: "GET" | "POST" | "DELETE";
  path: string;
  /** The whole query: one parameter more or less is another request. */
  query?: Record<string, string>;
  unitSystem?: string;
  status?: number;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** How often it is asked. */
  times?: number;
}

const SUCCESS = { GET: 200, POST: 201, DELETE: 204 };

/** No body; nock reads one of a form without fields as an object. */
function isEmpty(body: unknown): boolean {
  return !body || Object.keys(body).length === 0;
}

/** One exact request to the Fitbit Web API without a body, to be made in each test. */
function expected({ method = "GET", path, query, unitSystem = "metric", times = 1 }: Exchange) {
  return nock(HOST, {
    reqheaders: {
      "authorization": `Bearer ${TOKEN}`,
      "accept": "application/json",
      "accept-language": unitSystem,
    },
  })
    .intercept(path, method, isEmpty)
    .query(query ?? {})
    .times(times);
}

/** Answers the one request described; any other fails the test, and so does its absence. */
export function api(exchange: Exchange): void {
  const { method = "GET", status = SUCCESS[method], body = "", headers = {} } = exchange;
  const text = typeof body === "string" ? body : jsonText(body);
  expected(exchange).reply(status, text, {
    "Content-Type": "application/json;charset=UTF-8",
    ...headers,
  });
}

/** Breaks the connection of the one request described, with a code of Node.js or none. */
export function apiBreaks(exchange: Exchange, code?: string): void {
  const error = new Error(code ?? "It broke.");
  expected(exchange).replyWithError(code ? Object.assign(error, { code }) : error);
}

/** Answers the one request described too late for any budget. */
export function apiStalls(exchange: Exchange): void {
  expected(exchange).delay(60_000).reply(200, "{}");
}

/** The errors of Fitbit's own envelope. */
export function errors(errorType: string, message: string, fieldName?: string) {
  return { errors: [{ errorType, fieldName, message }], success: false };
}
