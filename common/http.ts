import { axios } from "@pipedream/platform";
import { quoteLongIntegers } from "./ids";
import type { Step } from "./pipedream";

/** One HTTP request, as an app's client sends it. */
export interface HttpRequest {
  method: "GET" | "POST" | "DELETE";
  url: string;
  params?: Record<string, string | number | boolean | undefined>;
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
  data: unknown;
}

/** Why no answer came. */
export class NoAnswer extends Error {
  declare readonly isTimeout: boolean;

  constructor(code: string) {
    super(code);
    this.isTimeout = code === "ECONNABORTED" || code === "ETIMEDOUT";
  }
}

/**
 * Sends one request through the platform's axios and gives the answer whatever its status.
 * Long ids stay exact. Redirects are not followed: the token must not reach another host.
 * Throws NoAnswer.
 */
export async function send($: Step, request: HttpRequest): Promise<HttpAnswer> {
  const { timeoutMs, ...config } = request;
  const response = await axios($, {
    ...config,
    timeout: timeoutMs,
    maxRedirects: 0,
    responseType: "text",
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    returnFullResponse: true,
  }).catch((error: unknown) => {
    throw new NoAnswer(codeOf(error));
  }) as RawResponse;
  const text = typeof response.data === "string" ? response.data : "";
  return {
    status: response.status,
    headers: lowerCased(response.headers),
    text,
    json: parse(text),
  };
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "no connection";
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
