import { BASELINE_DAYS, baselineOf, deviationsOff } from "../../common/baseline";
import { columns, columnUnits, flatRow, toCsv } from "../../common/rows";

describe("a flat row", () => {
  it("has every column in its place, and null for what is not known", () => {
    const sleepStart = "2026-03-19T23:10";
    const row = flatRow("2026-03-20", { steps: 9412, distance: 6.8049, sleepStart });
    expect(Object.keys(row)).toEqual(["date", ...columns.map(({ name }) => name)]);
    expect(row).toMatchObject({
      date: "2026-03-20", steps: 9412, distance: 6.8, sleepStart, hrv: null,
    });
    const unknown = Object.values(row).filter((value) => value === null);
    expect(unknown).toHaveLength(columns.length - 3);
  });

  it("is a line of CSV, with an empty cell for what is not known", () => {
    const [names = "", line = "", end] = toCsv([flatRow("2026-03-20", { steps: 0 })]).split("\n");
    expect(names.split(",").slice(0, 3)).toEqual(["date", "steps", "distance"]);
    expect(line.split(",")).toEqual(["2026-03-20", "0", ...columns.slice(1).map(() => "")]);
    expect(end).toBe("");
  });

  it.each([
    [undefined, { distance: "km", weight: "kg", water: "ml", skinTemperature: "°C" }],
    ["en_US", { distance: "mi", weight: "lb", water: "fl oz", skinTemperature: "°F" }],
    ["en_GB", { distance: "km", weight: "stone", water: "ml", skinTemperature: "°C" }],
  ] as const)("has the units of the system %s", (system, units) => {
    expect(columnUnits(system)).toMatchObject({ ...units, calories: "kcal" });
    expect(columnUnits(system)).not.toHaveProperty("steps");
  });
});

describe("what is usual for a person", () => {
  it("is the mean and the sample deviation of seven days or more", () => {
    const figures = [50, 52, 54, 56, 58, 60, 62];
    expect(baselineOf(figures)).toEqual({ mean: 56, sd: 4.3205, n: 7 });
    expect(baselineOf(figures.slice(1))).toBeUndefined();
    expect(BASELINE_DAYS).toBe(28);
  });

  it("says how far a day is off, where days vary at all", () => {
    expect(deviationsOff(64, { mean: 56, sd: 4, n: 7 })).toBe(2);
    expect(deviationsOff(48, { mean: 56, sd: 4, n: 7 })).toBe(-2);
    expect(deviationsOff(48, { mean: 56, sd: 0, n: 7 })).toBeUndefined();
  });
});
