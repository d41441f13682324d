import { dataTypes, type DataTypeId, type Operation } from "../google-health/data-types";
import { readChoice, required } from "../input";
import type { Given } from "../pipedream";

const all = Object.keys(dataTypes).filter(isDataType);

function isDataType(id: string): id is DataTypeId {
  return Object.hasOwn(dataTypes, id);
}

/** The data types that can be asked for in one of these ways, by their ids. */
export function typesFor(...operations: Operation[]): DataTypeId[] {
  return all.filter((id) => operations.some((one) => dataTypes[id].operations.includes(one)));
}

/** The first of the roll-ups, which is meant where none is chosen. */
const USUAL: DataTypeId = "steps";

/** Any data type: which of them can be asked for how, the client says in words. */
export function readDataType(given: Given<string>): DataTypeId {
  return required("Data Type", readChoice("Data Type", given, all));
}

/** The same, where it may be left out: then it is steps. */
export function readRolledType(given: Given<string | undefined>): DataTypeId {
  return readChoice("Data Type", given, all) ?? USUAL;
}

/** The most days that a window of a roll-up may have. */
export function longestRollUp(type: DataTypeId): number {
  return dataTypes[type].rollUpDays ?? 1;
}
