import { approximate, type Difference } from "../difference";

/** What Google Health does not have of these records. */
export const devicesDifferences = {
  device: [
    approximate(
      "`mac`, `features` and `lastSyncTime`",
      ["mac", "features", "lastSyncTime"],
      "Documented, but answers have been seen without them: then they are absent.",
    ),
  ],
} satisfies Record<string, readonly Difference[]>;
