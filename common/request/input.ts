import { ConfigurationError } from "@pipedream/platform";
import { readChoice, readText, refused, required } from "../input";
import { readObject } from "../json";
import type { Given } from "../pipedream";
import { requestMethods, type ApiRequest } from "./api";

/** What a step is given of any request. */
interface RequestProps {
  method: Given<string>;
  path: Given<string>;
  query: Given<string | undefined>;
  body: Given<string | undefined>;
}

/**
 * Reads a request. Throws a ConfigurationError that names the prop for a path that may lead
 * elsewhere, for a credential, and for what is no JSON object.
 */
export function readRequest({ method, path, query, body }: RequestProps): ApiRequest {
  const request = {
    method: required("Method", readChoice("Method", method, requestMethods)),
    path: readPath(path),
    query: readQuery(query),
    body: readObject("Body", body, "{\"date\":\"2026-03-20\"}"),
  };
  if (!request.body || ["POST", "PATCH"].includes(request.method)) return request;
  throw new ConfigurationError(
    `Body: a request with the method ${request.method} has none. Write it into Query.`,
  );
}

/** Any host: a path that stays on it stays on every host. */
const HOST = "https://api.invalid";

const NAMES_HOST = /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i;

/**
 * A path from its first slash on, for which every reader of addresses sees the same that is
 * written: nothing in it leads to another host, or up. https://url.spec.whatwg.org/#url-parsing
 */
export function readPath(given: Given<string>): string {
  const path = required("Path", readText("Path", given));
  if (NAMES_HOST.test(path)) {
    throw refused("Path", path, "names a host: write what follows it, from the slash on.");
  }
  if (/[?#]/.test(path)) {
    throw refused("Path", path, "holds more than a path: write what follows the mark into Query, as JSON.");
  }
  if (path.startsWith("/") && new URL(HOST + path).href === HOST + path && isStraight(path)) {
    return path;
  }
  throw refused("Path", path, "is not a path. Write it as the API's reference does, from the first slash on, without `..`, and with percent signs for what is no plain letter.");
}

/** Empty segments, dots alone, backslashes and controls: a server may read them otherwise. */
const ASTRAY = /\/\/|\\|\p{Cc}|(?:^|\/)\.{1,2}(?:;|\/|$)/u;

/** Whether a path has nothing of these, however often it is decoded. */
function isStraight(path: string): boolean {
  if (ASTRAY.test(path)) return false;
  try {
    const decoded = decodeURIComponent(path);
    return decoded === path || isStraight(decoded);
  } catch {
    return false;
  }
}

/** Parameters by which an account is named: the connected one is meant. */
const CREDENTIALS = ["access_token", "key", "oauth_token"];

function readQuery(given: Given<string | undefined>): ApiRequest["query"] {
  const query = readObject("Query", given, "{\"date\":\"2026-03-20\"}") ?? {};
  return Object.fromEntries(Object.entries(query).flatMap(([name, value]) => {
    if (CREDENTIALS.includes(name.toLowerCase())) {
      throw new ConfigurationError(`Query: \`${name}\` is a credential. Leave it out: the connected account is used.`);
    }
    if (value === null) return [];
    if (isScalar(value)) return [[name, value]];
    throw refused("Query", value, `cannot be the value of \`${name}\`: write text, a number, true or false.`);
  }));
}

/** What a parameter may hold. */
export function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
