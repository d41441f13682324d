import { inTurn, MOST_AT_ONCE } from "../../common/wire/budget";

/** Work that ends when it is told to. */
function works(step: object, count: number) {
  let underWay = 0;
  let most = 0;
  const begun: (() => void)[] = [];
  const all = Array.from({ length: count }, (_, i) => inTurn(step, async () => {
    most = Math.max(most, ++underWay);
    await new Promise<void>((resolve) => begun.push(resolve));
    underWay--;
    if (i % 2) throw new Error(`Work ${i} failed.`);
    return i;
  }));
  return { all, begun, mostAtOnce: () => most };
}

describe("a step's requests", () => {
  it("take turns, four at once at most, whatever becomes of each", async () => {
    const { all, begun, mostAtOnce } = works({}, 11);
    const outcomes = Promise.allSettled(all);
    for (let i = 0; i < 11; i++) {
      while (begun.length <= i) await Promise.resolve();
      begun[i]?.();
    }
    expect((await outcomes).map(({ status }) => status))
      .toEqual(Array.from({ length: 11 }, (_, i) => i % 2 ? "rejected" : "fulfilled"));
    expect(mostAtOnce()).toBe(MOST_AT_ONCE);
  });

  it("do not wait for those of another step", async () => {
    const [one, other] = [works({}, 4), works({}, 1)];
    expect([one.begun.length, other.begun.length]).toEqual([4, 1]);
    [...one.begun, ...other.begun].forEach((end) => end());
    await Promise.allSettled([...one.all, ...other.all]);
  });
});
