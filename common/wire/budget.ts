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

/** Requests that a step may have under way at once. */
export const MOST_AT_ONCE = 4;

/** Requests of a step that are under way, and those that wait for their turn. */
interface Queue {
  underWay: number;
  waiting: (() => void)[];
}

const queues = new WeakMap<object, Queue>();

/** Does some work of a step when fewer than four of its requests are under way. */
export async function inTurn<T>(step: object, work: () => Promise<T>): Promise<T> {
  const queue = queues.get(step) ?? { underWay: 0, waiting: [] };
  queues.set(step, queue);
  if (queue.underWay >= MOST_AT_ONCE) {
    await new Promise<void>((resolve) => queue.waiting.push(resolve));
  } else {
    queue.underWay++;
  }
  try {
    return await work();
  } finally {
    // Who waits takes the turn over.
    const next = queue.waiting.shift();
    if (next) next();
    else queue.underWay--;
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
