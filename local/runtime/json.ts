import { Readable } from "node:stream";
import { types } from "node:util";
import type { Json } from "./component";

/** More notes than this would bury the first ones. */
const MAX_NOTES = 20;

/** Stands for a value that is left out: of an object its key, of an array null. */
const DROPPED = Symbol("dropped");
type Kept = Json | typeof DROPPED;

const plainKey = /^[A-Za-z_$][\w$]*$/;

class Writer {
  readonly notes: string[] = [];
  /** Those notes that tell of more than what JSON itself leaves out or makes null. */
  readonly losses: string[] = [];
  private readonly ancestors = new Set<object>();

  constructor(private readonly root: string) {}

  private note(path: string, what: string): void {
    this.notes.push(`${path} ${what}`);
    this.losses.push(`${path} ${what}`);
  }

  private drop(path: string, what: string): typeof DROPPED {
    this.note(path, `is ${what}, which Pipedream cannot store; it is dropped`);
    return DROPPED;
  }

  /** JSON leaves it out of an object as a matter of course. */
  private leaveOut(path: string, what: string): typeof DROPPED {
    this.drop(path, what);
    if (path !== this.root) this.losses.pop();
    return DROPPED;
  }

  private asNull(path: string, what: string): null {
    this.notes.push(`${path} is ${what}, which becomes null`);
    return null;
  }

  write(input: unknown, path: string): Kept {
    const value = types.isBoxedPrimitive(input) ? input.valueOf() as unknown : input;
    switch (typeof value) {
      case "string":
      case "boolean": return value;
      case "number": return Number.isFinite(value) ? value : this.asNull(path, String(value));
      case "bigint": return this.drop(path, "a BigInt");
      case "symbol": return this.leaveOut(path, "a symbol");
      case "function": return this.leaveOut(path, "a function");
      case "undefined": return DROPPED;
      default: return value === null ? null : this.writeObject(value as object, path);
    }
  }

  private writeObject(value: object, path: string): Kept {
    if (this.ancestors.has(value)) return this.drop(path, "a circular reference");
    this.ancestors.add(value);
    try {
      return this.writeBody(value, path);
    } finally {
      this.ancestors.delete(value);
    }
  }

  private writeBody(value: object, path: string): Kept {
    if (value instanceof Readable || value instanceof ReadableStream) {
      return this.drop(path, "a stream (save it under /tmp and return the path)");
    }
    if (types.isDate(value)) {
      const valid = Number.isFinite(value.getTime());
      return valid ? value.toISOString() : this.asNull(path, "an invalid Date");
    }
    if (Buffer.isBuffer(value) || ArrayBuffer.isView(value)) {
      this.note(path, "is binary, which becomes a list of numbers; return toString(\"base64\")");
    }
    if ("toJSON" in value && typeof value.toJSON === "function") {
      return this.write((value.toJSON as (key: string) => unknown)(""), path);
    }
    if (Array.isArray(value)) return this.writeArray(value, path);
    this.noteEmptied(value, path);
    return this.writeKeys(value, path);
  }

  private writeArray(list: unknown[], path: string): Json {
    return Array.from(list, (item, index) => {
      const at = `${path}[${index}]`;
      if (item === undefined) return this.asNull(at, "undefined");
      const kept = this.guarded(() => item, at);
      return kept === DROPPED ? null : kept;
    });
  }

  private writeKeys(value: object, path: string): Json {
    const entries: [string, Json][] = [];
    for (const key of Object.keys(value)) {
      const at = plainKey.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
      const kept = this.guarded(() => Reflect.get(value, key) as unknown, at);
      if (kept !== DROPPED) entries.push([key, kept]);
    }
    return Object.fromEntries(entries);
  }

  /** Says what JSON keeps nothing of: `{}` in its place puzzles everybody. */
  private noteEmptied(value: object, path: string): void {
    const prototype = Object.getPrototypeOf(value) as object | null;
    if (prototype === null || Object.keys(value).length > 0) return;
    const kind = prototype.constructor.name;
    if (kind === "Object") return;
    const hint = {
      Map: "; return Object.fromEntries(map)",
      Set: "; return [...set]",
      Promise: "; await it",
    }[kind] ?? "";
    this.note(path, `is a ${kind}, of which JSON keeps nothing: it becomes {}${hint}`);
  }

  guarded(read: () => unknown, path: string): Kept {
    try {
      return this.write(read(), path);
    } catch (error) {
      if (error instanceof RangeError) return this.drop(path, "too deeply nested");
      return this.drop(path, `unreadable (${error instanceof Error ? error.message : "it throws"})`);
    }
  }
}

export interface Written {
  value: Json | undefined;
  notes: string[];
}

interface Strict extends Written {
  /** The notes on what JSON cannot hold at all: not those on NaN and its like. */
  losses: string[];
}

/** As toJson, with what is lost told apart. */
export function toJsonWithLosses(value: unknown, root: string): Strict {
  const writer = new Writer(root);
  const kept = writer.guarded(() => value, root);
  const more = writer.notes.length - MAX_NOTES;
  const notes = more > 0
    ? [...writer.notes.slice(0, MAX_NOTES), `${root} has ${more} more values of this kind`]
    : writer.notes;
  const losses = writer.losses.slice(0, MAX_NOTES);
  return { value: kept === DROPPED ? undefined : kept, notes, losses };
}

/**
 * What Pipedream would store of a value: JSON, with a note for every place that JSON does not
 * keep as it is. `undefined` stays undefined. Never throws.
 * @param root how notes call the value: "return" gives "return.rows[3].id is a BigInt, …"
 */
export function toJson(value: unknown, root = "return"): Written {
  const { value: json, notes } = toJsonWithLosses(value, root);
  return { value: json, notes };
}

/** Bytes of a value as JSON text; Infinity when it is longer than any text can be. */
export function jsonBytes(value: Json | undefined): number {
  try {
    return value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
  } catch (error) {
    if (error instanceof RangeError) return Infinity;
    throw error;
  }
}
