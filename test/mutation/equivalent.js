/**
 * Mutants that no test can notice, since they do the same: the line as it is, and what it may
 * become.
 */
export const equivalent = [];
