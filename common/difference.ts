/** What Google Health does not have of a record of Fitbit's. */
export interface Difference {
  /** The fields, as paths in the record. */
  fields: readonly string[];
  /** How a description names them. */
  words: string;
  is: "absent" | "approximate";
  why: string;
}

const NO_SOURCE = "The API has nothing like it.";

export function absent(
  words: string, fields: readonly string[], why = NO_SOURCE,
): Difference {
  return { words, fields, is: "absent", why };
}

export function approximate(
  words: string, fields: readonly string[], why: string,
): Difference {
  return { words, fields, is: "approximate", why };
}
