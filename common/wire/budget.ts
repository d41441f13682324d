/** What one step may use, so that it ends in time and its result fits. */
export const STEP_LIMITS = {
  requests: 100,
  bytes: 2_000_000,
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
const limits = new WeakMap<object, number>();

/** Lets a step make no more than so many requests. */
export function limitRequests(step: object, most: number): void {
  limits.set(step, most);
}

/** How many requests a step may still make. */
export function requestsLeft(step: object): number {
  return (limits.get(step) ?? STEP_LIMITS.requests) - (spent.get(step) ?? 0);
}

/** Counts a request of a step. Throws OutOfRequests past the limit. */
export function spendRequest(step: object): void {
  if (requestsLeft(step) <= 0) throw new OutOfRequests();
  spent.set(step, (spent.get(step) ?? 0) + 1);
}
