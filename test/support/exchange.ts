import nock from "nock";

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** One exact request and its answer. */
export interface Exchange {
  method?: Method;
  path: string;
  /** The whole query: one parameter more or less is another request. */
  query?: Record<string, string>;
  /** The whole JSON body; left out, there is none. */
  sent?: object;
  unitSystem?: string;
  /** Headers that it is asked with, beside those of every request. */
  asked?: Record<string, string>;
  status?: number;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  /** How often it is asked. */
  times?: number;
}

/** How an API is asked, and how it answers unless an exchange says otherwise. */
interface Manners {
  host: string;
  asked: (exchange: Exchange) => Record<string, string>;
  status: Record<Method, number>;
  body: unknown;
  type: string;
}

const BIG = /"bigint:(\d+)"/g;

/** JSON text in which a bigint stands as bare digits, the way an API writes its ids. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) =>
    typeof item === "bigint" ? `bigint:${item.toString()}` : item);
  return text.replace(BIG, "$1");
}

/** No body; nock reads one of a form without fields as an object. */
const nothing = (body: unknown): boolean => !body || Object.keys(body).length === 0;

/** What answers, breaks and stalls the requests of tests in place of an API. */
export function door({ host, asked, ...manners }: Manners) {
  function expected(exchange: Exchange) {
    const { method = "GET", path, query = {}, sent = nothing, times = 1 } = exchange;
    return nock(host, { reqheaders: { ...asked(exchange), ...exchange.asked } })
      .intercept(path, method, sent as nock.RequestBodyMatcher)
      .query(query)
      .times(times);
  }

  return {
    /** Answers the one request described; any other fails the test, so does its absence. */
    api(exchange: Exchange): void {
      const { method = "GET", status = manners.status[method], headers = {} } = exchange;
      const { body = manners.body } = exchange;
      const text = typeof body === "string" ? body : jsonText(body);
      expected(exchange).reply(status, text, { "Content-Type": manners.type, ...headers });
    },

    /** Breaks the connection of the one request described, with a code of Node.js or none. */
    apiBreaks(exchange: Exchange, code?: string, message = code ?? "It broke."): void {
      const error = new Error(message);
      expected(exchange).replyWithError(code ? Object.assign(error, { code }) : error);
    },

    /** Answers the one request described too late for any budget. */
    apiStalls(exchange: Exchange): void {
      expected(exchange).delay(60_000).reply(200, "{}");
    },
  };
}
