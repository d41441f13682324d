import type { IdsApi } from "../input";

const FORM = { pattern: /^[A-Za-z0-9-]{1,63}$/, example: "8808518358174752984" };

/** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints */
export const ids = {
  /** Long integers as far as seen, but documented as words with hyphens too. */
  getIdForm() {
    return FORM;
  },
} satisfies IdsApi;
