/**
 * What the tests that draw at random may spend, in one place: so many that the whole suite
 * stays quick, drawn from fixed seeds. SOAK_RUNS and DIFFERENTIAL_RUNS ask for more of them.
 */
const { SOAK_RUNS = "8", DIFFERENTIAL_RUNS = "10" } = process.env;

export const budgets = {
  /** Random histories that are played against a source. */
  soakHistories: Number(SOAK_RUNS),
  /** Random props with which an action is run through both doors. */
  differentialDraws: Number(DIFFERENTIAL_RUNS),
  /** Reading actions that look at what a write has stored. */
  readersPerWrite: 2,
  /** Runs of a property that fast-check tries. */
  propertyRuns: 100,
} as const;
