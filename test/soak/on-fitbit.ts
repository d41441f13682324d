import type { Kind } from "./kind";

/** What holds of every source on Fitbit. */
export const onFitbit = {
  page: 100,
  never: ["copy"],
  syncChangesIds: false,
} satisfies Partial<Kind>;
