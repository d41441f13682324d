import { axios } from "@pipedream/platform";
import type { AxiosRequestConfig } from "@pipedream/platform";
import type { Fields, Json } from "./component";
import { isCallable, isFields } from "./component";
import { toJsonWithLosses } from "./json";

const fresh = (value: Json | undefined): Json | undefined => structuredClone(value);

export interface Db {
  get: (key: string) => Json | undefined;
  set: (key: string, value: unknown) => void;
}

/**
 * `$.service.db` over a table of values, which it changes. A key set to
 * undefined is forgotten; what JSON cannot hold is refused.
 * https://pipedream.com/docs/components/contributing/api#db
 * @param note told of what JSON changes on the way
 */
export function createDb(
  table: Record<string, Json>,
  note: (text: string) => void = () => undefined,
): Db {
  return {
    get: (key) => Object.hasOwn(table, key) ? fresh(table[key]) : undefined,
    set: (key, value) => {
      const { value: json, notes, losses } = toJsonWithLosses(value, `the value of "${key}"`);
      if (losses.length > 0) {
        throw new TypeError(`The source's db keeps JSON alone: ${losses.join("; ")}.`);
      }
      notes.forEach(note);
      if (json === undefined) Reflect.deleteProperty(table, key);
      else table[key] = json;
    },
  };
}

/** Files sit under /tmp, as on Pipedream. */
export function createDirectory(given: unknown): Fields {
  return { path: "/tmp", ...(isFields(given) ? given : {}) };
}

function pairs(list: unknown): Fields {
  if (!Array.isArray(list)) return isFields(list) ? list : {};
  return Object.fromEntries(
    list.filter(isFields)
      .filter(({ name }) => typeof name === "string" && name !== "")
      .map(({ name, value }) => [name as string, value]),
  );
}

/** The body as Pipedream's request builder keeps it (raw text, or fields), or as it is. */
function bodyOf(body: unknown): unknown {
  if (!isFields(body)) return body;
  if (typeof body.raw === "string" && body.mode !== "fields") return body.raw;
  return Array.isArray(body.fields) ? pairs(body.fields) : body;
}

function authorization(auth: unknown): Fields {
  if (!isFields(auth)) return {};
  const { type, token, username, password } = auth;
  if (type === "bearer") return { authorization: `Bearer ${String(token)}` };
  if (type !== "basic") return {};
  const login = Buffer.from(`${String(username)}:${String(password)}`).toString("base64");
  return { authorization: `Basic ${login}` };
}

/** An `http_request` prop: its configuration, and `execute()`, which gives the response. */
export function createHttpRequest(given: unknown): Fields {
  const request = isFields(given) ? given : {};
  const execute = (first?: unknown, second?: unknown): Promise<unknown> => {
    const step = isFields(first) && isCallable(first.export) ? first : undefined;
    const overrides = step ? second : first;
    const merged: Fields = { ...request, ...(isFields(overrides) ? overrides : {}) };
    const { method, url, params, headers, body, data, auth } = merged;
    const config = {
      method,
      url,
      params: pairs(params),
      headers: { ...pairs(headers), ...authorization(auth) },
      data: data ?? bodyOf(body),
      returnFullResponse: true,
    };
    return axios(step, config as unknown as AxiosRequestConfig) as Promise<unknown>;
  };
  return { ...request, execute };
}
