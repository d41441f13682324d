import { type Access, demand } from "./access";
import type { DataType, Method } from "./data-type";
import { badRequest, bareErrorInfo, HealthError, refused } from "./envelope";
import type { Schemas } from "./schemas";
import type { Life } from "./state";

/** One request that has passed the door: known path, known person, a valid token. */
export interface Call {
  life: Life;
  access: Access;
  /** All types of data points there are, by their ids. */
  types: ReadonlyMap<string, DataType>;
  /** All messages there are. */
  schemas: Schemas;
  path: string;
  /** The variable parts of the path. */
  params: Readonly<Record<string, string>>;
  query: ReadonlyMap<string, string>;
  /** The body as sent. */
  body: string;
}

export interface Raw { type: string; text: string }

export interface Route {
  verb: "GET" | "POST" | "PATCH" | "DELETE";
  /** Named groups are the variable parts; the whole path must match. */
  pattern: RegExp;
  /** The method as gRPC names it. */
  rpc: string;
  /** The query parameters it takes beside those that every method takes. */
  takes?: readonly string[];
  answer: (call: Call) => object | Raw | Promise<object>;
}

/** The pattern of a path in a collection of data points. */
export const dataPoints = (rest: string): RegExp =>
  new RegExp(`^users/(?<user>[^/]+)/dataTypes/(?<type>[^/]+)/dataPoints${rest}$`);

/** The pattern of a path below the person. */
export const ofUser = (path: string): RegExp => new RegExp(`^users/(?<user>[^/]+)/${path}$`);

/** An answer that needs one scope. */
export const scoped = (scope: string, answer: Route["answer"]): Route["answer"] => (call) => {
  demand(call.access, call.life.switches, scope);
  return answer(call);
};

/** The methods as errors spell them, which paths do not. */
const ACTIONS: Record<Method, string> = {
  list: "list",
  get: "get",
  reconcile: "reconcile",
  rollUp: "rollup",
  dailyRollUp: "dailyRollup",
  create: "create",
  patch: "update",
  batchDelete: "batchDelete",
  exportExerciseTcx: "exportExerciseTcx",
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function dataTypeOf({ types }: Call, id: string): DataType {
  const type = types.get(id);
  if (type) return type;
  const message = `Invalid data type ID referenced in the parent data type collection: ${id}`;
  throw new HealthError(400, message, [
    bareErrorInfo("INVALID_PARENT_DATA_TYPE_COLLECTION"),
    badRequest({ field: "parent", description: `The data type ID '${id}' is not supported.` }),
  ]);
}

/** The data type `id`, that of the path, which must be one that the method works on. */
export function typeFor(call: Call, method: Method, id = call.params.type ?? ""): DataType {
  const type = dataTypeOf(call, id);
  if (type.methods.includes(method)) return type;
  const allowed = type.methods.map((known) => ACTIONS[known]).join(", ");
  throw refused(
    "UNSUPPORTED_DATA_TYPE_ACTION",
    `${capital(ACTIONS[method])} is not supported for data type ${id}, but the following actions are`
    + ` supported: ${allowed}`,
    { allowed_actions: allowed },
  );
}
