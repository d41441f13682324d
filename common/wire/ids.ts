const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const TOO_LONG_FOR_A_NUMBER = /^-?\d{16,}$/;

/**
 * Puts quotes round the integers of a JSON text that a JavaScript number could not hold
 * exactly: ids are unsigned 64-bit.
 * https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/
 */
export function quoteLongIntegers(json: string): string {
  return json.replace(
    STRING_OR_NUMBER,
    (token) => TOO_LONG_FOR_A_NUMBER.test(token) ? `"${token}"` : token,
  );
}

/** A record whose `logId` is a string: short ids arrive as numbers, long ones quoted. */
export function withStringId<T extends { logId: string | number }>(record: T) {
  return { ...record, logId: String(record.logId) };
}
