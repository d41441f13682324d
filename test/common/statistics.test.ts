import { clean, figuresOf, statisticsOf } from "../../common/statistics";

describe("what many figures come to", () => {
  it.each([
    [[57], { minimum: 57, maximum: 57, mean: 57 }],
    [[61, 54, 58], { minimum: 54, maximum: 61, mean: 57.6667 }],
    [[0.1, 0.2], { minimum: 0.1, maximum: 0.2, mean: 0.15 }],
    [[-2, 0], { minimum: -2, maximum: 0, mean: -1 }],
  ])("of %j is %j", (values, expected) => {
    expect(statisticsOf(values)).toEqual(expected);
  });

  it("of nothing is nothing, and no zero", () => {
    expect(statisticsOf([])).toBeUndefined();
  });

  it("of a year of seconds is found all the same", () => {
    const many = Array.from({ length: 500_000 }, (_, i) => i % 3);
    expect(statisticsOf(many)).toMatchObject({ minimum: 0, maximum: 2 });
  });
});

it.each([
  [6.4281999999999995, 6.4282], [0.1 + 0.2, 0.3], [1e-7, 0], [12_345.678_9, 12_345.678_9],
])("the noise of floating point goes: %s is %s", (noisy, value) => {
  expect(clean(noisy)).toBe(value);
});

it("figures of a name are those of the days that have it, zeros too", () => {
  const days: { steps?: number }[] = [{ steps: 0 }, {}, { steps: 7 }];
  expect(figuresOf(days, "steps")).toEqual([0, 7]);
});
