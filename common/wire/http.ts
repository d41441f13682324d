import { axios } from "@pipedream/platform";
import { NoAnswer } from "./no-answer";
import type { Step } from "../pipedream";

/** One HTTP request, as an app's client sends it. */
export interface HttpRequest {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  url: string;
  params?: Record<string, string | number | boolean | undefined>;
  /** A JSON body, or one that is text already. */
  data?: object | string;
  headers: Record<string, string>;
  timeoutMs: number;
  /** What is done to an answer before it is parsed: ids that are long numbers stay exact. */
  mended?(json: string): string;
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
  request?: { socket?: { encrypted?: boolean } };
}

/** An answer holds no more than this, so that it fits into a step's memory. */
export const MOST_BYTES = 50_000_000;

/**
 * Sends one request through the platform's axios and gives the answer whatever its status.
 * Redirects are not followed: the token must not reach another host.
 */
export async function send($: Step, request: HttpRequest): Promise<HttpAnswer | NoAnswer> {
  const { timeoutMs, mended = asItIs, ...config } = request;
  const response = await axios($, {
    ...config,
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: MOST_BYTES,
    responseType: "text",
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
    returnFullResponse: true,
  }).catch((error: unknown) => NoAnswer.of(error)) as RawResponse | NoAnswer;
  if (response instanceof NoAnswer) return response;
  const { status, headers, data: text } = response;
  if (isFromProxy(response)) return new NoAnswer("proxy", String(status));
  return { status, headers: lowerCased(headers), text, json: parse(mended, text) };
}

const asItIs = (json: string): string => json;

/** A proxy that opens no tunnel answers itself, and so without encryption. */
function isFromProxy({ request }: RawResponse): boolean {
  return request?.socket !== undefined && !request.socket.encrypted;
}

function lowerCased(headers: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** Both APIs answer with an object or an array; anything else is no answer of theirs. */
function parse(mended: typeof asItIs, text: string): object | undefined {
  try {
    const json: unknown = JSON.parse(mended(text));
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}
