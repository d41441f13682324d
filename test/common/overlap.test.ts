import { partOfLonger, partOfShorter } from "../../common/overlap";

const at = (start: number, end: number) => ({ start, end });

describe("what two records share", () => {
  it.each([
    ["the same span", at(0, 10), at(0, 10), 1, 1],
    ["one within the other", at(0, 100), at(40, 60), 1, 0.2],
    ["halves that overlap", at(0, 10), at(5, 15), 0.5, 0.5],
    ["a short one that reaches out of a long one", at(0, 100), at(98, 102), 0.5, 0.02],
    ["two that touch", at(0, 10), at(10, 20), 0, 0],
    ["two far from each other", at(0, 10), at(50, 60), 0, 0],
    ["an instant within a span", at(5, 5), at(0, 10), 0, 0],
    ["an instant twice", at(5, 5), at(5, 5), 0, 0],
  ])("of %s", (_, a, b, shorter, longer) => {
    for (const [one, other] of [[a, b], [b, a]] as const) {
      expect(partOfShorter(one, other)).toBeCloseTo(shorter, 10);
      expect(partOfLonger(one, other)).toBeCloseTo(longer, 10);
    }
  });
});
