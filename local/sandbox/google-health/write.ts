import { DAY } from "../person/days";
import { demand, missingScope } from "./access";
import type { DataType } from "./data-type";
import { HealthError, internal, invalid, notFound, notOwned } from "./envelope";
import { dataPoint, namedPoints, pointById } from "./named";
import type { Point } from "./points/point";
import { type Fields, isObject, jsonOf, readMessage, unknownName } from "./read";
import { type Call, dataPoints, type Route, typeFor } from "./route";
import type { Life } from "./state";
import type { Patched, Writer } from "./writer";

const MESSAGE = "type.googleapis.com/google.devicesandservices.health.v4.";
/** A full resource name. */
const NAME = /^users\/([^/]+)\/dataTypes\/([^/]+)\/dataPoints\/([^/]+)$/;
const MOST_NAMES = 10_000;

/** Operations are done when they are answered. */
const operation = (message: string, fields: object): object =>
  ({ done: true, response: { "@type": `${MESSAGE}${message}`, ...fields } });

function writerOf({ id, writer }: DataType): Writer {
  if (!writer) throw new HealthError(501, `The sandbox does not keep ${id} yet.`);
  return writer;
}

const scopeOf = (type: DataType): string => `${type.scope}.writeonly`;

/** The value of a data point that a client sends. */
function valueOf({ life, types, schemas, body }: Call, type: DataType): Fields {
  const point = jsonOf(body);
  const other = Object.keys(point).find((name) => (
    ![type.unionKey, type.prefix, "name", "dataSource"].includes(name)
  ));
  if (other !== undefined) {
    const known = [...types.values()].some(({ unionKey }) => unionKey === other);
    throw known
      ? invalid(`data_point.${other}`, `The data point must hold ${type.unionKey}, not ${other}.`)
      : unknownName(other, "data_point");
  }
  const value = point[type.unionKey] ?? point[type.prefix];
  if (!isObject(value)) {
    throw invalid("data_point", `The data point must hold ${type.unionKey}.`);
  }
  const { message, optional } = writerOf(type);
  const path = `data_point.${type.prefix}`;
  return readMessage(schemas, message, value, path, optional?.(life.switches));
}

/** Stores a value; the key of the record. */
function store(
  life: Life, type: DataType, value: Fields, created = life.person.now,
): string {
  const writer = writerOf(type);
  const { moments, rest } = writer.read(value);
  const [start, end] = moments;
  if (Math.abs(start.offset) > 18 * (DAY / 24)) {
    throw invalid(`data_point.${type.prefix}`, "The UTC offset must lie between -18 and 18 hours.");
  }
  const key = writer.add(life, moments, rest);
  life.state.written.set(key, { start, end, created, value: rest });
  return key;
}

const storedPoint = (life: Life, type: DataType, key: string): Point => {
  const found = namedPoints(life, type).find((point) => point.key === key);
  if (!found) throw internal();
  return found;
};

/** The id that a client wants for what it creates, where that is possible. */
function chosenId({ life, body }: Call): string | undefined {
  const { name } = jsonOf(body);
  if (typeof name !== "string" || !life.switches.clientIds) return undefined;
  const id = NAME.exec(name)?.[3] ?? "";
  if (!/^[a-z0-9-]{4,63}$/.test(id)) throw invalid("data_point.name", "Invalid data point name.");
  return id;
}

function create(call: Call): object {
  const { life } = call;
  const type = typeFor(call, "create");
  demand(call.access, life.switches, scopeOf(type));
  const chosen = chosenId(call);
  const key = store(life, type, valueOf(call, type));
  if (chosen !== undefined) life.state.ids.give(key, chosen);
  return operation("DataPoint", dataPoint(life, type, storedPoint(life, type, key)));
}

/** A client may change and delete what it wrote itself, and nothing else. */
function demandOwn({ source }: Point, field: string): void {
  if (source !== "self") throw notOwned(field);
}

function remove(life: Life, type: DataType, { key = "" }: Point): void {
  writerOf(type).remove(life, key);
  life.state.written.delete(key);
}

/** What becomes of a PATCH. */
function patchedOf({ life, body }: Call, type: DataType): Patched {
  const { patch: does } = life.switches;
  if (does !== "as seen") return does === "stores" ? "stored" : "failed";
  const value = jsonOf(body)[type.unionKey];
  return writerOf(type).patched?.(isObject(value) ? value : {}) ?? "stored";
}

function patch(call: Call): object {
  const { life, params } = call;
  const type = typeFor(call, "patch");
  demand(call.access, life.switches, scopeOf(type));
  const patched = patchedOf(call, type);
  if (patched === "failed") throw internal();
  const id = params.id ?? "";
  const point = pointById(life, type, id);
  demandOwn(point, "name");
  const value = valueOf(call, type);
  if (patched === "ignored") return operation("DataPoint", dataPoint(life, type, point));
  const before = life.state.written.get(point.key ?? "");
  remove(life, type, point);
  try {
    const key = store(life, type, value, before?.created);
    life.state.ids.give(key, id);
    return operation("DataPoint", dataPoint(life, type, storedPoint(life, type, key)));
  } catch (error) {
    // What could not be changed stays as it was.
    if (before) {
      const key = writerOf(type).add(life, [before.start, before.end], before.value);
      life.state.written.set(key, before);
      life.state.ids.give(key, id);
    }
    throw error;
  }
}

interface Named { type: DataType; point: Point }

/** The point that a full resource name names. */
function named(call: Call, collection: string, name: string): Named {
  const { life, access } = call;
  const [, user = "", typeId = "", id = ""] = NAME.exec(name) ?? [];
  if (id === "") throw invalid("names", `Invalid data point name: ${name}`);
  if (collection !== "-" && collection !== typeId) {
    throw invalid("names", `The data point ${name} does not belong to the parent collection.`);
  }
  const type = typeFor(call, "batchDelete", typeId);
  demand(access, life.switches, scopeOf(type));
  if (user !== "me" && user !== life.state.ids.user) throw notFound();
  return { type, point: pointById(life, type, id) };
}

function batchDelete(call: Call): object {
  const { life, params, access } = call;
  const collection = params.type ?? "";
  if (collection !== "-") {
    demand(access, life.switches, scopeOf(typeFor(call, "batchDelete")));
  } else if (!access.all && ![...access.scopes].some((scope) => scope.endsWith(".writeonly"))) {
    throw missingScope(life.switches);
  }
  const { names } = readMessage(
    call.schemas, "BatchDeleteDataPointsRequest", jsonOf(call.body), "",
  );
  const wanted = [...new Set(names as string[])];
  if (wanted.length === 0 || wanted.length > MOST_NAMES) {
    throw invalid("names", `Between 1 and ${MOST_NAMES} names must be given.`);
  }
  const found = wanted.map((name) => named(call, collection, name));
  found.forEach(({ point }) => demandOwn(point, "names"));
  if (found.some(({ type }) => writerOf(type).canDelete?.(life.switches) === false)) {
    throw internal();
  }
  const dataPoints = found.map(({ type, point }) => dataPoint(life, type, point));
  found.forEach(({ type, point }) => remove(life, type, point));
  return operation("BatchDeleteDataPointsResponse", { dataPoints });
}

export const writeRoutes: Route[] = [
  {
    verb: "POST",
    pattern: dataPoints(""),
    rpc: "DataPointsService.CreateDataPoint",
    answer: create,
  },
  {
    verb: "PATCH",
    pattern: dataPoints("/(?<id>[^/:]+)"),
    rpc: "DataPointsService.UpdateDataPoint",
    answer: patch,
  },
  {
    verb: "POST",
    pattern: dataPoints(":batchDelete"),
    rpc: "DataPointsService.BatchDeleteDataPoints",
    answer: batchDelete,
  },
];
