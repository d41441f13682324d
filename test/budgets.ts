/** What the tests may cost, however many components there are. */
export const budgets = {
  /** Histories of all sources on all apps together; each is played one at least. */
  soakHistories: 64,
  /** Draws of an action that reads; one that writes has half, its example among them. */
  differentialDraws: 4,
  /** Readers after a write: the list and the day of what was stored. */
  readersPerWrite: 2,
  /** Draws of a property. */
  propertyRuns: 100,
} as const;
