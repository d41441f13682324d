import { ConfigurationError } from "@pipedream/platform";

/**
 * A path whose holes are each one encoded segment: nothing that a user types can leave its
 * place. Throws a ConfigurationError for text that cannot be a segment.
 */
export function path(parts: TemplateStringsArray, ...holes: (string | number)[]): string {
  return String.raw({ raw: parts }, ...holes.map((hole) => segment(String(hole))));
}

/**
 * Dots alone would climb, encoded or not. https://url.spec.whatwg.org/#double-dot-path-segment
 */
const CLIMBS = /^\.*$/;

function segment(text: string): string {
  try {
    if (!CLIMBS.test(text)) return encodeURIComponent(text);
  } catch {
    // Half of a surrogate pair has no encoding.
  }
  throw new ConfigurationError(`${JSON.stringify(text)} cannot be part of a request.`);
}
