import { quoted } from "../wire/errors";

/** What an error body says; Google's errors are `{ error: { … , details: [ … ] } }`. */
export interface Envelope {
  /** The name of the google.rpc code. */
  status: string;
  /** The API's words as part of a sentence; empty when it has none. */
  message: string;
  reason?: string;
  /** What the reason is about, such as `maxDurationDays`. */
  metadata: Record<string, string>;
  field?: string;
}

/** Reads an error body, and takes tokens out of all it says; undefined for any other body. */
export function envelopeOf(json: unknown, token: string): Envelope | undefined {
  const error = field(json, "error");
  if (typeof error !== "object" || error === null) return undefined;
  const read = (object: unknown, key: string) => quoted(text(object, key), token);
  const details = field(error, "details");
  const parts: unknown[] = Array.isArray(details) ? details : [];
  const info = parts.find((part) => text(part, "reason"));
  const violation = parts.map((part) => first(field(part, "fieldViolations"))).find(Boolean);
  const metadata = field(info, "metadata") ?? {};
  const keys = Object.keys(metadata);
  return {
    status: read(error, "status"),
    message: joined(read(error, "message"), read(violation, "description")),
    reason: read(info, "reason") || undefined,
    metadata: Object.fromEntries(keys.map((key) => [key, read(metadata, key)])),
    field: read(violation, "field") || undefined,
  };
}

/** A violation of a field says more than its title. */
function joined(message: string, description: string): string {
  const words = message.includes(description) ? [message] : [ended(message), description];
  return words.filter(Boolean).join(" ").replace(/\.$/, "");
}

function ended(message: string): string {
  return !message || /[.:]$/.test(message) ? message : `${message}.`;
}

function first(list: unknown): unknown {
  return Array.isArray(list) ? list[0] : undefined;
}

function field(object: unknown, key: string): unknown {
  if (typeof object !== "object" || object === null) return undefined;
  return Object.entries(object).find(([name]) => name === key)?.[1];
}

function text(object: unknown, key: string): string {
  const value = field(object, key);
  return typeof value === "string" ? value : "";
}
