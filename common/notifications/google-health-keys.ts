import { createPublicKey, verify, type KeyObject } from "node:crypto";
import { isFields, objectsIn, textOf } from "../fields";

/**
 * Google's keys for the signatures of notifications: a keyset of Tink, which changes every 30
 * days. https://developers.google.com/health/webhooks#verify-signature
 */
export type Keyset = { key: object[] } & Record<string, unknown>;

/** Whether a signature is one of Google's; a key that is not among them may be a newer one. */
export type Verdict = "valid" | "invalid" | "unknown key";

/** Tink's own prefix: a byte for its version, four for the number of the key. */
const PREFIX_BYTES = 5;
const VERSION = 1;

/** Whether these bytes were signed so: ECDSA over P-256 and SHA-256, in DER, in base64. */
export function verdictOn(body: string, signature: string, keyset: Keyset): Verdict {
  const bytes = Buffer.from(signature, "base64");
  if (bytes.length <= PREFIX_BYTES || bytes[0] !== VERSION) return "invalid";
  const key = keyOf(keyset, bytes.readUInt32BE(1));
  if (!key) return "unknown key";
  const isSigned = verify("sha256", Buffer.from(body), key, bytes.subarray(PREFIX_BYTES));
  return isSigned ? "valid" : "invalid";
}

/** Whether an answer is a keyset. */
export function isKeyset(answer: unknown): answer is Keyset {
  return isFields(answer) && objectsIn(answer.key).some((entry) => publicKey(entry));
}

function keyOf({ key }: Keyset, id: number): KeyObject | undefined {
  const entry = objectsIn(key).find(({ keyId }) => Number(keyId) === id);
  return entry && publicKey(entry);
}

/** A coordinate has 32 bytes; before a first bit that is set stands a zero. */
const COORDINATE_BYTES = 32;

/** The fields of the message `google.crypto.tink.EcdsaPublicKey`. */
const FIELDS = { x: 3, y: 4 };

/** The key of an entry; undefined for one that is withdrawn, or that is no such key. */
function publicKey({ status, keyData }: Record<string, unknown>): KeyObject | undefined {
  const { value } = isFields(keyData) ? keyData : {};
  if (status !== "ENABLED" || textOf(value) === undefined) return undefined;
  const message = fieldsOf(Buffer.from(String(value), "base64"));
  const [x, y] = [message.get(FIELDS.x), message.get(FIELDS.y)].map(coordinate);
  if (x === undefined || y === undefined) return undefined;
  try {
    return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  } catch {
    // Two numbers that are no point of the curve.
    return undefined;
  }
}

function coordinate(bytes: Buffer | undefined): string | undefined {
  if (!bytes?.length) return undefined;
  const digits = bytes.subarray(bytes.findIndex((byte) => byte > 0));
  if (digits.length > COORDINATE_BYTES) return undefined;
  const zeros = Buffer.alloc(COORDINATE_BYTES - digits.length);
  return Buffer.concat([zeros, digits]).toString("base64url");
}

const VARINT = 0;
const BYTES = 2;

/**
 * The fields of a protobuf message that are bytes, by their numbers, as far as it can be read.
 * https://protobuf.dev/programming-guides/encoding/
 */
function fieldsOf(message: Buffer): Map<number, Buffer> {
  const fields = new Map<number, Buffer>();
  for (let at = 0; at < message.length;) {
    const tag = varint(message, at);
    const value = varint(message, tag.end);
    const type = tag.value & 0b111;
    if (type !== VARINT && type !== BYTES) break;
    at = value.end + (type === BYTES ? value.value : 0);
    if (type === BYTES) fields.set(tag.value >> 3, message.subarray(value.end, at));
  }
  return fields;
}

/** A number in groups of seven bits, the lowest first, and where it ends. */
function varint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  let end = start;
  for (let scale = 1; end < bytes.length; scale *= 128) {
    const byte = bytes[end++] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return { value, end };
}
