/** What one step may use, so that it ends in time and its result fits. */
export const STEP_LIMITS = {
  requests: 100,
  bytes: 5_000_000,
};

/** The step has made all the requests it may; what it has so far is an answer. */
export class OutOfRequests extends Error {
  constructor() {
    super(
      `This step reached its limit of ${STEP_LIMITS.requests} requests: ask for a shorter range, or for fewer logs.`,
    );
    this.name = "OutOfRequests";
  }
}

const spent = new WeakMap<object, number>();

/** Counts a request of a step. Throws OutOfRequests past the limit. */
export function spendRequest(step: object): void {
  const count = (spent.get(step) ?? 0) + 1;
  if (count > STEP_LIMITS.requests) throw new OutOfRequests();
  spent.set(step, count);
}
