import type { IdsApi } from "../input";

const FORM = { pattern: /^\d{1,20}$/, example: "2369048793018741424" };

/** https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/ */
export const ids = {
  /** Unsigned 64-bit integers. */
  getIdForm() {
    return FORM;
  },
} satisfies IdsApi;
