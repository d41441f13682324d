/** A part that an answer made of several calls lacks. */
export interface Missing {
  part: string;
  /**
   * `refused`: by the API, for another reason than a scope. `failed`: what was asked is done,
   * and only reading it back was not.
   */
  why: "scope" | "no source" | "refused" | "failed";
  scope?: string;
}

/** An answer; one that lost a part names it. */
export interface Answer<T> {
  data: T;
  missing?: Missing[];
}
