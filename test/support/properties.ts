import fc from "fast-check";
import { budgets } from "../budgets";

export const SEED = 20260320;

fc.configureGlobal({ numRuns: budgets.propertyRuns, seed: SEED });

/** fast-check that draws the same in each run of the tests, as often as the budget has it. */
export default fc;
