import { invalid } from "./envelope";

const MAX_PAGE = 10_000;

export const PAGE_PARAMETERS = ["filter", "pageSize", "pageToken", "dataSourceFamily"];

/** Where a list goes on: points that start at `at` and of those all but the first `taken`. */
export interface Cursor { at: number; taken: number }

const hash = (text: string): string =>
  (Buffer.from(text).reduce((h, byte) => Math.imul(h ^ byte, 0x01000193), 0x811c9dc5) >>> 0)
    .toString(36);

/** What a token is bound to: the method, and every parameter but the token itself. */
export const fingerprint = (
  path: string, parameters: Iterable<readonly [string, unknown]>,
): string =>
  hash(`${path}?${[...parameters].filter(([name]) => name !== "pageToken")
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`).sort().join("&")}`);

export const tokenOf = (bound: string, { at, taken }: Cursor): string =>
  Buffer.from(JSON.stringify([bound, at, taken])).toString("base64url");

/** Reads a page token, which holds only for the parameters that it was given for. */
export function cursorOf(bound: string, token: string | undefined): Cursor | undefined {
  if (token === undefined || token === "") return undefined;
  try {
    const [known, at, taken] = JSON.parse(Buffer.from(token, "base64url").toString()) as unknown[];
    if (known === bound && typeof at === "number" && typeof taken === "number") return { at, taken };
  } catch {
    // Said below.
  }
  throw invalid("page_token", "The page token is invalid or belongs to another request.");
}

/** The token with which a page of a list goes on with itself. */
export function sameToken(url: string): string {
  const [path = "", query] = url.split("?", 2);
  const given = new URLSearchParams(query);
  const own = [...given].filter(([name]) => PAGE_PARAMETERS.includes(name));
  return given.get("pageToken") ?? tokenOf(fingerprint(path, own), { at: 0, taken: 0 });
}

/** The page size asked for, cut at the maximum without a word. */
export function pageSizeOf(
  asked: number | undefined, usual: number, most = MAX_PAGE,
): number {
  if (asked === undefined || asked === 0) return usual;
  if (asked < 0) throw invalid("page_size", "The page size must not be negative.");
  return Math.min(asked, most);
}

/** A page size as a query parameter. */
export function int32Of(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw invalid(name, `Invalid value at '${name}' (TYPE_INT32), "${text}"`);
}
