import type { Fields, Json } from "./component";
import { isFields } from "./component";
import { toJson } from "./json";

interface Item {
  value: Json;
  /** Epoch milliseconds. */
  until?: number;
}

/** What a data store holds, by its keys: JSON. */
type Items = Record<string, Item>;

/** The data stores of a component, by the names of their props: JSON. */
export type DataStores = Record<string, Items>;

const isItem = (value: unknown): value is Item => isFields(value) && value.value !== undefined;

/** Whether a value is what data stores are kept as. */
export function isDataStores(value: unknown): value is DataStores {
  return isFields(value) && Object.values(value).every((items) =>
    isFields(items) && Object.values(items).every(isItem));
}

/** JSON or an error that names the key: what a data store would lose or refuse. */
function storable(value: unknown, key: string): Json | undefined {
  const { value: json, notes } = toJson(value, `the value of "${key}"`);
  if (notes.length === 0) return json;
  throw new TypeError(`A data store keeps JSON alone: ${notes.join("; ")}.`);
}

const expiry = (seconds: unknown): Pick<Item, "until"> =>
  typeof seconds === "number" ? { until: Date.now() + seconds * 1000 } : {};

/** Puts a value under a key; with nothing to put, the key goes. */
function put(items: Items, key: string, value: unknown, ttl?: unknown): void {
  const json = storable(value, key);
  if (json === undefined) Reflect.deleteProperty(items, key);
  else items[key] = { value: json, ...expiry(ttl) };
}

function live(items: Items): [string, Json][] {
  for (const [key, { until }] of Object.entries(items)) {
    if (until !== undefined && until <= Date.now()) Reflect.deleteProperty(items, key);
  }
  return Object.entries(items).map(([key, { value }]) => [key, structuredClone(value)]);
}

/** The items of a prop's store: at first those of the value that the prop is given. */
function itemsOf(stores: DataStores, name: string, initial: unknown): Items {
  const known = stores[name];
  if (known) return known;
  const items: Items = {};
  for (const [key, value] of Object.entries(isFields(initial) ? initial : {})) {
    put(items, key, value);
  }
  stores[name] = items;
  return items;
}

/**
 * The data store of a prop, over the stores of its component, which it changes.
 * https://pipedream.com/docs/workflows/data-management/data-stores/
 */
export function createDataStore(stores: DataStores, name: string, initial: unknown): Fields {
  const items = itemsOf(stores, name, initial);
  const get = (key: string): Json | undefined =>
    live(items).find(([known]) => known === key)?.[1];
  return {
    get: (key: string) => Promise.resolve(get(key)),
    has: (key: string) => Promise.resolve(get(key) !== undefined),
    set: async (key: string, value: unknown, { ttl }: { ttl?: number } = {}) => {
      await Promise.resolve();
      put(items, key, value, ttl);
    },
    setTtl: async (key: string, ttl: unknown) => {
      await Promise.resolve();
      const value = get(key);
      if (value !== undefined) put(items, key, value, ttl);
    },
    delete: async (key: string) => {
      await Promise.resolve();
      Reflect.deleteProperty(items, key);
    },
    clear: async () => {
      await Promise.resolve();
      Object.keys(items).forEach((key) => Reflect.deleteProperty(items, key));
    },
    keys: () => Promise.resolve(live(items).map(([key]) => key)),
    entries: () => Promise.resolve(live(items)),
    size: () => Promise.resolve(live(items).length),
    async* [Symbol.asyncIterator]() {
      await Promise.resolve();
      yield* live(items);
    },
  };
}
