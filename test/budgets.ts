/**
 * What the tests that draw at random may spend, in one place and however many components there
 * are, from fixed seeds, so that the whole suite stays quick. DIFFERENTIAL_RUNS asks for more
 * draws, SOAK_RUNS for so many histories of each source, PAYLOAD_FILES for more files.
 */
const { DIFFERENTIAL_RUNS = "3", PAYLOAD_FILES = "4", FAULTS = "2", FUZZ_RUNS } = process.env;

export const budgets = {
  /** Random histories of all sources on all apps together; each has one at least. */
  soakHistories: 44,
  /** Random props with which a reading action is run through both doors; a write has half. */
  differentialDraws: Number(DIFFERENTIAL_RUNS),
  /** Reading actions that look at what a write has stored: its list and its day. */
  readersPerWrite: 2,
  /** Odd answers that each component that reads is given. */
  oddAnswers: 10,
  /** Things that go wrong with each action, of all that may. */
  faults: Number(FAULTS),
  /** Polls of a source to the first of which something happens. */
  pollsAfterFaults: Number(FAULTS) > 2 ? 3 : 2,
  /** Of so many actions one is answered with 10 MB as well. */
  largeAnswers: Number(FAULTS) > 2 ? 1 : 60,
  /** Files of tests that run on the payload of an app too. */
  payloadFiles: Number(PAYLOAD_FILES),
  /** Components that the sandbox asks in the payload's form, and each in its own file. */
  payloadAnswers: 6,
  /** Hostile values of a prop, where it is met first and wherever else it is. */
  fuzzFirst: Number(FUZZ_RUNS ?? 15),
  fuzzAgain: Number(FUZZ_RUNS ?? 2),
  /** Runs of a property that fast-check tries. */
  propertyRuns: 100,
} as const;
