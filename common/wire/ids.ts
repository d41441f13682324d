/** Integers with fewer digits fit a JavaScript number. */
const LONG = 16;

/**
 * Puts quotes round the integers of a JSON text that a JavaScript number could not hold
 * exactly: ids are unsigned 64-bit. A text without any is given back as it is.
 * https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/
 */
export function quoteLongIntegers(json: string): string {
  const parts: string[] = [];
  let copied = 0;
  let quote = json.indexOf("\"");
  let textEnds = 0;
  for (let found = findLong(json, 0); found; found = findLong(json, found.end)) {
    const { start, end } = found;
    while (quote !== -1 && quote < start) {
      textEnds = endOfText(json, quote);
      quote = json.indexOf("\"", textEnds);
    }
    // Within a text all digits are kept.
    if (textEnds > start) continue;
    parts.push(json.slice(copied, start), `"${json.slice(start, end)}"`);
    copied = end;
  }
  return copied ? parts.join("") + json.slice(copied) : json;
}

/**
 * The next long integer from a place on that stands where a value of JSON may. A run of 16
 * digits holds one of every 16 characters, so that only these are looked at.
 */
function findLong(json: string, from: number): { start: number; end: number } | undefined {
  for (let at = from + LONG - 1; at < json.length; at += LONG) {
    if (!isDigit(json, at)) continue;
    let [start, end] = [at, at + 1];
    while (start > from && isDigit(json, start - 1)) start--;
    while (isDigit(json, end)) end++;
    const sign = json[start - 1] === "-" ? 1 : 0;
    const isWhole = isAround(json, start - sign - 1, "[:,") && isAround(json, end, ",]}");
    if (end - start >= LONG && isWhole) return { start: start - sign, end };
    at = end;
  }
  return undefined;
}

function isDigit(json: string, at: number): boolean {
  const code = json.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** Whether one of these, a space or an end of the text stands there. */
function isAround(json: string, at: number, marks: string): boolean {
  const mark = json[at];
  return mark === undefined || marks.includes(mark) || /\s/.test(mark);
}

/** Where the text that begins at a quote is over. */
function endOfText(json: string, begins: number): number {
  let end = json.indexOf("\"", begins + 1);
  while (end !== -1 && isEscaped(json, end)) end = json.indexOf("\"", end + 1);
  return end === -1 ? json.length : end + 1;
}

function isEscaped(json: string, at: number): boolean {
  let slashes = 0;
  while (json[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
