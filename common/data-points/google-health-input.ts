import { isFields } from "../fields";
import { dataTypes, type DataTypeId, type RecordType } from "../google-health/data-types";
import { ids } from "../google-health/ids";
import { readObject } from "../json";
import { readTexts, refused, required } from "../input";
import type { Given } from "../pipedream";
import type { Stored } from "../wire/failures";

/** What the value of a record has, and how it is written. */
const TIMES: Partial<Record<RecordType, { field: string; example: string }>> = {
  sample: {
    field: "sampleTime",
    example: "{\"sampleTime\":{\"physicalTime\":\"2026-03-20T07:00:00Z\",\"utcOffset\":\"-14400s\"}, …}",
  },
  interval: {
    field: "interval",
    example: "{\"interval\":{\"startTime\":\"2026-03-20T07:00:00Z\",\"startUtcOffset\":\"-14400s\",\"endTime\":\"2026-03-20T07:30:00Z\",\"endUtcOffset\":\"-14400s\"}, …}",
  },
};

const timesOf = (record: RecordType) => TIMES[record === "session" ? "interval" : record];

/**
 * The value of a new point, be it given under its type's key or not, as the point that is
 * sent. Throws a ConfigurationError for one that says no time, or more than one value.
 */
export function readNewPoint(type: DataTypeId, given: Given<string>): Record<string, object> {
  const { record, unionKey } = dataTypes[type];
  const { field = "", example = "{…}" } = timesOf(record) ?? {};
  const object = required("Value", readObject("Value", given, example));
  const { [unionKey]: inner, ...others } = object;
  // Some types have a list of that name in their value.
  const value = isFields(inner) ? inner : object;
  if (value === inner && Object.keys(others).length) {
    throw refused("Value", given, `holds more than \`${unionKey}\`: a point has one value, and its name and source are given by the API.`);
  }
  if (!field || isFields(value[field])) return { [unionKey]: value };
  throw refused("Value", given, `has no \`${field}\`. Write it as ${example}, as the API's reference shows ${type}.`);
}

const NAME = /^users\/[^/]+\/dataTypes\/([^/]+)\/dataPoints\/([^/]+)$/;

/**
 * The ids of points, of which whole names are taken too. Throws a ConfigurationError for none,
 * for a name of another type, and for a number that has lost its last digits.
 */
export function readPointIds(
  label: string, given: Given<string | string[]>, type: DataTypeId,
): [string, ...string[]] {
  const values: unknown[] = [given].flat();
  const inexact = values.find((value) => Number(value) > Number.MAX_SAFE_INTEGER && typeof value === "number");
  if (inexact !== undefined) {
    throw refused(label, inexact, `is a number that has lost its last digits: pass \`name\` of List Data Points, which is text.`);
  }
  const texts = readTexts(label, given as Given<string[] | undefined>);
  const [first, ...rest] = new Set(texts.map((text) => readPointId(label, text, type)));
  return [required(label, first), ...rest];
}

function readPointId(label: string, text: string, type: DataTypeId): string {
  const [, named = type, id = text] = NAME.exec(text) ?? [];
  if (named !== type) throw refused(label, text, `is a point of ${named}, and Data Type is ${type}: make them the same.`);
  const { pattern, example } = ids.getIdForm();
  if (pattern.test(id)) return id;
  throw refused(label, text, `is not the id of a point. Take \`name\` from List Data Points, which ends with one such as ${example}.`);
}

/** Where to see whether a write of a type was done: some types can be written alone. */
const placeOf = (type: DataTypeId): string =>
  dataTypes[type].scopes.read ? "List Data Points" : "the Google Health app";

export function whereStored(type: DataTypeId): Stored {
  return { record: "The data point", lookAt: placeOf(type) };
}

export function whereDeleted(type: DataTypeId): Stored {
  return { record: "The deletion", lookAt: placeOf(type) };
}
