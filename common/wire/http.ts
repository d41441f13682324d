import { axios } from "@pipedream/platform";
import { quoteLongIntegers } from "./ids";
import type { Step } from "../pipedream";

/** One HTTP request, as an app's client sends it. */
export interface HttpRequest {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  url: string;
  params?: Record<string, string | number | boolean | undefined>;
  /** A JSON body. */
  data?: object;
  headers: Record<string, string>;
  timeoutMs: number;
}

/** What came back; `json` is undefined when the body is empty or no JSON. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
  json: object | undefined;
}

/** What the platform's axios gives when it is asked for the full response. */
interface RawResponse {
  status: number;
  headers: object;
  data: string;
}

/** No answer came: the connection failed, or time ran out. */
export class NoAnswer {
  declare readonly isTimeout: boolean;
  /** What the connection died of. */
  declare readonly cause: Error | undefined;

  constructor(error: unknown) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    this.isTimeout = code === "ECONNABORTED" || code === "ETIMEDOUT";
    this.cause = error instanceof Error ? bare(error, code) : undefined;
  }
}

/** What an error says, without the request that axios leaves in it. */
function bare({ message }: Error, code: unknown): Error {
  return Object.assign(new Error(message), typeof code === "string" ? { code } : {});
}

/**
 * Sends one request through the platform's axios and gives the answer whatever its status.
 * Long ids stay exact. Redirects are not followed: the token must not reach another host.
 */
export async function send($: Step, request: HttpRequest): Promise<HttpAnswer | NoAnswer> {
  const { timeoutMs, ...config } = request;
  const response = await axios($, {
    ...config,
    timeout: timeoutMs,
    maxRedirects: 0,
    responseType: "text",
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    returnFullResponse: true,
  }).catch((error: unknown) => new NoAnswer(error)) as RawResponse | NoAnswer;
  if (response instanceof NoAnswer) return response;
  const { status, headers, data: text } = response;
  return { status, headers: lowerCased(headers), text, json: parse(text) };
}

function lowerCased(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** Both APIs answer with an object or an array; anything else is no answer of theirs. */
function parse(text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(quoteLongIntegers(text));
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
