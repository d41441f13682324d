import { ConfigurationError } from "@pipedream/platform";
import { ApiError } from "../errors";
import type { Call } from "../health-api";
import type { HttpAnswer } from "../http";
import type { Page } from "../pages";
import { path } from "../paths";
import type { DataPoint } from "./answers";
import { dataTypes, type DataType, type DataTypeId, type Operation } from "./data-types";
import type { Purpose } from "./failures";
import { filterOf, type Span } from "./filters";
import type { Requests } from "./requests";
import { idOf } from "./values";
import { sizedPages } from "./walks";

/** Whose data counts. `google-wearables` is what Fitbit called the tracker's. */
export type Family = "all-sources" | "google-wearables" | "google-sources" | "self-sources";

/** Which points are wanted; without a span, all. */
export interface PointsQuery {
  span?: Span;
  /** Points that are enough: it makes the pages no larger than that. */
  limit?: number;
  family?: Family;
}

/** The scope of a GPS track, beside the exercise's own. */
const TRACK = "location.readonly";

/** Google's own rule of writing. https://developers.google.com/health/data-management */
const OWN_ALONE = "An app may delete only what it wrote itself: what another app or the watch recorded is deleted in the Google Health app.";

/** Data points: read, written and deleted. */
export const points = {
  /** Every stored record of every source, newest first; the only one that names sources. */
  list(this: Requests, type: DataTypeId, query: PointsQuery, call: Call) {
    return walk(this, dataTypes[type], "list", query, call);
  },

  /** One stream of all sources, as the app shows it. */
  reconcile(this: Requests, type: DataTypeId, query: PointsQuery, call: Call) {
    return walk(this, dataTypes[type], "reconcile", query, call);
  },

  /** One stored record. */
  async get(this: Requests, type: DataTypeId, id: string, call: Call): Promise<DataPoint> {
    const { scopes: { read = "" } } = offering(dataTypes[type], "get");
    return await this._json<DataPoint>({
      method: "GET",
      path: path`/v4/users/me/dataTypes/${type}/dataPoints/${id}`,
      scope: read,
    }, call);
  },

  /** Stores one record; gives it as stored, or nothing while Google is still at it. */
  async create(
    this: Requests,
    type: DataTypeId,
    point: DataPoint,
    stored: Purpose["stored"],
    call: Call,
  ): Promise<DataPoint | undefined> {
    const { scopes: { write = "" } } = offering(dataTypes[type], "create");
    const operation = await this._json<PointOperation>({
      method: "POST",
      path: path`/v4/users/me/dataTypes/${type}/dataPoints`,
      body: point,
      scope: write,
      stored,
    }, call);
    return succeeded(operation).response;
  },

  /** Deletes records for good. Throws when the API leaves one of them there. */
  async batchDelete(
    this: Requests,
    type: DataTypeId,
    ids: string[],
    stored: Purpose["stored"],
    call: Call,
  ): Promise<void> {
    const { scopes: { write = "" } } = offering(dataTypes[type], "batchDelete");
    const operation = await this._json<DeleteOperation>({
      method: "POST",
      path: path`/v4/users/me/dataTypes/${type}/dataPoints:batchDelete`,
      body: { names: ids.map((id) => path`users/me/dataTypes/${type}/dataPoints/${id}`) },
      scope: write,
      stored,
      rule: OWN_ALONE,
    }, call);
    const { done, response } = succeeded(operation);
    const deleted = new Set((response?.dataPoints ?? []).map(({ name }) => idOf(name)));
    const left = ids.filter((id) => !deleted.has(id));
    if (!done || !left.length) return;
    throw new ApiError("not_found", `Google Health did not delete ${left.join(", ")}. ${OWN_ALONE}`);
  },

  /** The track of an exercise as TCX text; `isPartial` takes what there is without GPS. */
  async exportExerciseTcx(this: Requests, id: string, isPartial: boolean, call: Call) {
    const { text } = await this._request({
      method: "GET",
      path: path`/v4/users/me/dataTypes/exercise/dataPoints/${id}:exportExerciseTcx`,
      params: { alt: "media", partialData: isPartial },
      scope: TRACK,
    }, isText, call);
    return text;
  },
};

interface LongRunning {
  done: boolean;
  error: { message?: string };
}

interface PointOperation extends LongRunning {
  response: DataPoint;
}

interface DeleteOperation extends LongRunning {
  response: { dataPoints?: DataPoint[] };
}

function succeeded<T extends Partial<LongRunning>>(operation: T): T {
  if (!operation.error) return operation;
  const message = operation.error.message ?? "it gave no reason";
  throw new ApiError("bad_request", `Google Health refused the request: ${message}`);
}

function isText({ status, text }: HttpAnswer): boolean {
  return status >= 200 && status < 300 && text !== "";
}

/** The type, if it can be asked so. Throws a ConfigurationError that says what it can. */
function offering(type: DataType, operation: Operation): DataType {
  if (type.operations.includes(operation)) return type;
  throw new ConfigurationError(
    `Google Health has no ${operation} for ${type.id}: it offers ${type.operations.join(", ")}.`,
  );
}

interface PointsPage {
  dataPoints: DataPoint[];
  nextPageToken: string;
}

const METHODS = { list: "", reconcile: ":reconcile" };

function walk(
  app: Requests,
  type: DataType,
  method: keyof typeof METHODS,
  { span, limit = Infinity, family }: PointsQuery,
  call: Call,
): AsyncGenerator<Page<DataPoint>> {
  const { id, version, pageSize = 1, scopes } = offering(type, method);
  const filter = span && filterOf(type, span);
  return sizedPages(Math.max(1, Math.min(pageSize, limit)), async (size, token) => {
    const body = await app._json<PointsPage>({
      method: "GET",
      path: path`/${version}/users/me/dataTypes/${id}/dataPoints` + METHODS[method],
      params: {
        filter,
        pageSize: size,
        pageToken: token,
        dataSourceFamily: family && familyName(family),
      },
      scope: scopes.read ?? "",
      isPage: true,
    }, call);
    return { items: body.dataPoints ?? [], next: body.nextPageToken };
  });
}

/** A family by its full name; a bare one is refused. */
export function familyName(family: Family): string {
  return `users/me/dataSourceFamilies/${family}`;
}
