const lists = Object.getPrototypeOf([].values()) as Iterator<unknown>;

/**
 * How many items of lists are walked over while something is done: a copy that is made of a
 * list for each of its items shows in it, however fast the machine is.
 */
export async function stepsOf(work: () => Promise<unknown>): Promise<number> {
  const { next } = lists;
  let steps = 0;
  lists.next = function (this: Iterator<unknown>, ...args) {
    steps++;
    return next.apply(this, args);
  };
  try {
    await work();
  } finally {
    lists.next = next;
  }
  return steps;
}
