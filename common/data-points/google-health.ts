import { defined, picked } from "../fields";
import type { DataPoint } from "../google-health/answers";
import type { Value } from "../google-health/daily";
import { dataTypes, type DataTypeId } from "../google-health/data-types";
import { idOf, valueOf } from "../google-health/values";

/** A point lifted out from under its type's key. */
export interface PointRow extends Value {
  /** The whole name of the resource; absent where points of the type have none. */
  name?: string;
  /** Of stored points, and not of reconciled ones. */
  dataSource?: object;
}

/** What a point holds, or some fields of it, and its name. */
function valueRow(
  type: DataTypeId, point: DataPoint, fields: readonly string[] = [],
): PointRow {
  const value = valueOf<Value>(point, dataTypes[type].unionKey) ?? {};
  const name = point.dataPointName ?? point.name;
  return { ...idOf(name) && { name }, ...fields.length ? picked(value, fields) : value };
}

/** A point with all that is known of where it comes from. */
export function wholeRow(type: DataTypeId, point: DataPoint): PointRow {
  return { ...valueRow(type, point), ...defined({ dataSource: point.dataSource }) };
}

/** A point of a list, with the fields that are wanted or all of them. */
export function listedRow(
  type: DataTypeId, point: DataPoint, fields: readonly string[],
): PointRow {
  const { dataSource } = point;
  const { recordingMethod = null, platform = null } = dataSource ?? {};
  return {
    ...valueRow(type, point, fields),
    ...dataSource && { dataSource: { recordingMethod, platform } },
  };
}
