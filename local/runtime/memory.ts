import type { Provide } from "./bind";
import type { Json } from "./component";
import type { DataStores } from "./data-stores";
import { createDataStore } from "./data-stores";
import { createDb } from "./services";

/** What is kept of a component from one call to the next: plain JSON. */
export interface Memory {
  db: Record<string, Json>;
  dataStores: DataStores;
}

export const noMemory = (): Memory => ({ db: {}, dataStores: {} });

/**
 * Gives the props of a component what is kept of it, which they change.
 * @param note told of what JSON changes on the way
 */
export function provideFrom(
  { db, dataStores }: Memory,
  note?: (text: string) => void,
): Provide {
  return ({ kind, name }, value) => {
    if (kind === "db") return createDb(db, note);
    if (kind === "data_store") return createDataStore(dataStores, name, value);
    return undefined;
  };
}
