import { ConfigurationError } from "@pipedream/platform";
import type { Call } from "../call";
import { objectsIn } from "../fields";
import { adding, ApiError } from "../wire/errors";
import type { Stored } from "../wire/failures";
import type { HttpAnswer } from "../wire/http";
import type { Page } from "../wire/pages";
import { path } from "../wire/paths";
import type { DataPoint } from "./answers";
import { dataTypes, type DataType, type DataTypeId, type Operation } from "./data-types";
import { checkFamily, checkSpan, filterOf, type Span } from "./filters";
import { OWN_ALONE, reasonsOfQueries } from "./remedies";
import {
  is2xx, json, requested, written, type GoogleRequest, type Transport,
} from "./transport";
import { idOf } from "./values";
import { sizedPages, SMALLEST_PAGE } from "./walks";

/** Whose data counts. `google-wearables` is what Fitbit called the tracker's. */
export const families = [
  "all-sources", "google-wearables", "google-sources", "self-sources",
] as const;

export type Family = typeof families[number];

/** Which points are wanted; without a span, all. */
export interface PointsQuery {
  span?: Span;
  /** Points that are enough: it makes the pages no larger than that, but for the smallest. */
  limit?: number;
  family?: Family;
}

/** The scope of a GPS track, beside the exercise's own. */
const TRACK = "location.readonly";

/**
 * Every stored record of every source, newest first; the only one that names sources. The
 * query is one that the type can be asked.
 */
export function listed(app: Transport, type: DataTypeId, query: PointsQuery, call: Call) {
  return walk(app, dataTypes[type], "list", query, call);
}

/** One stream of all sources, as the app shows it; asked as `listed` is. */
export function reconciled(app: Transport, type: DataTypeId, query: PointsQuery, call: Call) {
  return walk(app, dataTypes[type], "reconcile", query, call);
}

/** Data points: read, written and deleted. */
export const points = {
  /**
   * Every stored record of every source, newest first. Throws a ConfigurationError for a query
   * that the type cannot be asked.
   */
  listDataPoints(this: Transport, type: DataTypeId, query: PointsQuery, call: Call) {
    const known = checked(dataTypes[type], "list", query);
    checkFamily(known, query.family);
    return walk(this, known, "list", query, call, reasonsOfQueries);
  },

  /** One stream of all sources, as the app shows it. Throws as `listDataPoints` does. */
  reconcileDataPoints(this: Transport, type: DataTypeId, query: PointsQuery, call: Call) {
    const known = checked(dataTypes[type], "reconcile", query);
    return walk(this, known, "reconcile", query, call, reasonsOfQueries);
  },

  /** One stored record. */
  async getDataPoint(
    this: Transport, type: DataTypeId, id: string, call: Call,
  ): Promise<DataPoint> {
    const { unionKey, scopes: { read = "" } } = offering(dataTypes[type], "get");
    return await json<DataPoint>(this, {
      method: "GET",
      path: path`/v4/users/me/dataTypes/${type}/dataPoints/${id}`,
      fields: ["name", unionKey],
      scope: read,
    }, call);
  },

  /** Stores one record; gives it as stored. */
  async createDataPoint(
    this: Transport,
    type: DataTypeId,
    point: DataPoint,
    stored: Stored,
    call: Call,
  ): Promise<DataPoint> {
    const { unionKey, scopes: { write = "" } } = offering(dataTypes[type], "create");
    return await written<DataPoint>(this, {
      method: "POST",
      path: path`/v4/users/me/dataTypes/${type}/dataPoints`,
      fields: ["name", unionKey],
      body: point,
      scope: write,
      stored,
    }, call);
  },

  /**
   * Stores a record in the place of another, and gives it: PATCH has been seen to fail with
   * any body. The old one is deleted last, so that nothing is lost on the way.
   */
  async replaceDataPoint(
    this: Replacing,
    type: DataTypeId,
    id: string,
    point: DataPoint,
    stored: Stored,
    call: Call,
  ): Promise<DataPoint> {
    // What cannot be deleted shall be known before the new one is stored.
    nameOf(offering(dataTypes[type], "batchDelete"), id);
    const created = await this.createDataPoint(type, point, stored, call);
    const deletion = { record: "The deletion", lookAt: stored.lookAt };
    await this.deleteDataPoints(type, [id], deletion, call).catch((error: unknown) => {
      throw adding(error, `The new record, ${idOf(created.name)}, is stored, and the old one, ${id}, may be there still: delete that, and do not run the step again, or there will be a third.`);
    });
    return created;
  },

  /** Deletes records for good. Throws when the API leaves one of them there. */
  async deleteDataPoints(
    this: Transport,
    type: DataTypeId,
    ids: string[],
    stored: Stored,
    call: Call,
  ): Promise<void> {
    const known = offering(dataTypes[type], "batchDelete");
    const { dataPoints = [] } = await written<{ dataPoints?: DataPoint[] }>(this, {
      method: "POST",
      path: path`/v4/users/me/dataTypes/${type}/dataPoints:batchDelete`,
      root: "dataPoints[]",
      fields: ["@type"],
      empty: "{}",
      body: { names: ids.map((id) => nameOf(known, id)) },
      scope: known.scopes.write ?? "",
      stored,
      rule: OWN_ALONE,
    }, call);
    const deleted = new Set(objectsIn(dataPoints).map(({ name }) => idOf(name)));
    const left = ids.filter((id) => !deleted.has(id));
    if (!left.length) return;
    throw new ApiError("not_found", `Google Health did not delete ${left.join(", ")}. ${OWN_ALONE}`);
  },

  /** The track of an exercise as TCX text; `isPartial` takes what there is without GPS. */
  async exportExerciseTcx(this: Transport, id: string, isPartial: boolean, call: Call) {
    const { text } = await requested(this, {
      method: "GET",
      path: path`/v4/users/me/dataTypes/exercise/dataPoints/${id}:exportExerciseTcx`,
      params: { alt: "media", partialData: isPartial },
      scope: TRACK,
    }, isTrack, call);
    return text;
  },
};

/** What replacing takes: both of its halves. */
export interface Replacing extends Transport {
  createDataPoint(
    type: DataTypeId, point: DataPoint, stored: Stored, call: Call,
  ): Promise<DataPoint>;
  deleteDataPoints(
    type: DataTypeId, ids: string[], stored: Stored, call: Call,
  ): Promise<void>;
}

function nameOf(type: DataType, id: string): string {
  return path`users/me/dataTypes/${type.id}/dataPoints/${id}`;
}

function isTrack(answer: HttpAnswer): boolean {
  return is2xx(answer) && answer.text.includes("<TrainingCenterDatabase");
}

/** The type, if it can be asked so. Throws a ConfigurationError that says what it can. */
function offering(type: DataType, operation: Operation): DataType {
  if (type.operations.includes(operation)) return type;
  throw new ConfigurationError(
    `Google Health has no ${operation} for ${type.id}: it offers ${type.operations.join(", ")}.`,
  );
}

/** The type, if it can be asked that. Throws a ConfigurationError that says what it can. */
function checked(type: DataType, operation: Operation, { span }: PointsQuery): DataType {
  if (span) checkSpan(type, span);
  return offering(type, operation);
}

interface PointsPage {
  dataPoints: DataPoint[];
  nextPageToken: string;
}

const METHODS = { list: "", reconcile: ":reconcile" };

function walk(
  app: Transport,
  type: DataType,
  method: keyof typeof METHODS,
  { span, limit = Infinity, family }: PointsQuery,
  call: Call,
  reasons?: GoogleRequest["reasons"],
): AsyncGenerator<Page<DataPoint>> {
  const { id, version, pageSize = 1, scopes } = type;
  const filter = span && filterOf(type, span);
  return sizedPages(Math.min(pageSize, limit), async (size, token) => {
    const body = await json<PointsPage>(app, {
      method: "GET",
      path: path`/${version}/users/me/dataTypes/${id}/dataPoints` + METHODS[method],
      params: {
        filter,
        pageSize: size,
        pageToken: token,
        dataSourceFamily: family && familyName(family),
      },
      root: "dataPoints[]",
      fields: ["nextPageToken"],
      empty: "{}",
      scope: scopes.read ?? "",
      reasons,
      isPage: size > SMALLEST_PAGE,
    }, call);
    return { items: objectsIn(body.dataPoints), next: body.nextPageToken };
  }, call);
}

/** A family by its full name; a bare one is refused. */
export function familyName(family: Family): string {
  return `users/me/dataSourceFamilies/${family}`;
}
