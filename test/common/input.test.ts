import fc from "../support/properties";
import { ids as ofFitbit } from "../../common/fitbit/ids";
import { ids as ofGoogle } from "../../common/google-health/ids";
import { readChoice, readDecimal, readId, readMinutes, readTime } from "../../common/input";
import { readActivityKind, readDistance } from "../../common/new-activity";
import { readProfileChanges } from "../../common/profile-changes";
import { readUnitSystem, unitsOf } from "../../common/units";
import { hostileDecimals, hostileIds, hostileTimes } from "../support/hostile";

/** Either a value that `isValid`, or a sentence that names the prop. */
function valueOrSentence(read: (text: string) => unknown, isValid: RegExp) {
  return (text: string) => {
    try {
      expect(String(read(text))).toMatch(isValid);
    } catch (error) {
      expect(error).toMatchObject({ name: "ConfigurationError" });
      expect(String(error)).toContain("Prop: ");
    }
  };
}

describe("readers of what users type", () => {
  it.each([
    ["decimal", (text: string) => readDecimal("Prop", text), /^\d+(\.\d+)?(e[+-]\d+)?$/],
    ["time", (text: string) => readTime("Prop", text), /^([01]\d|2[0-3]):[0-5]\d$/],
    ["Fitbit's id", (text: string) => readId("Prop", text, "List Things", ofFitbit.idForm()), /^\d{1,20}$/],
    ["Google's id", (text: string) => readId("Prop", text, "List Things", ofGoogle.idForm()), /^[\w-]{1,63}$/],
  ])("a %s is read or refused in a sentence that names the prop", (_, read, isValid) => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), valueOrSentence(read, isValid)));
    const near = fc.stringMatching(/^ ?[-+:.,e\d]{0,6} ?$/);
    fc.assert(fc.property(near, valueOrSentence(read, isValid)));
  });

  it.each([["5.2", 5.2], [" 0 ", 0], ["5,2", 5.2], ["007", 7], ["1234.5678", 1234.5678]])(
    "the decimal %j is %s",
    (text, value) => {
      expect(readDecimal("Height", text)).toBe(value);
    },
  );

  it.each(hostileDecimals)("the decimal %j is refused", (text) => {
    expect(() => readDecimal("Height", text)).toThrow(`Height: ${JSON.stringify(text)} is not a number`);
  });

  it.each([["7:30", "07:30"], [" 18:05 ", "18:05"], ["00:00", "00:00"], ["23:59", "23:59"]])(
    "the time %j is %s",
    (text, time) => {
      expect(readTime("Start Time", text)).toBe(time);
    },
  );

  it.each(hostileTimes)("the time %j is refused", (text) => {
    expect(() => readTime("Start Time", text)).toThrow(`Start Time: ${JSON.stringify(text)}`);
  });

  it.each(hostileIds)("%s is no id of Fitbit's", (_, text) => {
    expect(() => readId("Log ID", text, "List Things", ofFitbit.idForm()))
      .toThrow("Take `logId` from List Things, such as 2369048793018741424.");
  });

  it.each([[1, 60_000], [1440, 86_400_000]])("%s minutes are %s ms", (minutes, ms) => {
    expect(readMinutes("Duration", minutes, 1440)).toBe(ms);
  });

  it.each([0, -1, 1.5, 1441, NaN, Infinity])("%s minutes are refused", (minutes) => {
    expect(() => readMinutes("Duration", minutes, 1440)).toThrow(
      `Duration: ${minutes} is not a whole number of minutes from 1 to 1440.`,
    );
  });

  it("a choice is one of the words", () => {
    expect(readChoice("Unit", " mile ", ["mile", "yards"])).toBe("mile");
    expect(() => readChoice("Unit", "miles", ["mile", "yards"])).toThrow(
      "Unit: \"miles\" is not one of mile, yards.",
    );
  });
});

describe("a unit system", () => {
  it.each([[undefined, "metric"], ["", "metric"], [" en_US ", "en_US"], ["en_GB", "en_GB"]])(
    "%j is %s",
    (text, system) => {
      expect(readUnitSystem(text)).toBe(system);
    },
  );

  it.each(["en-US", "imperial", "METRIC", "toString", "__proto__"])("%j is refused", (text) => {
    expect(() => readUnitSystem(text)).toThrow(
      `Unit System: ${JSON.stringify(text)} is not one. Write metric, en_US, en_GB.`,
    );
  });

  it("is metric when none is named", () => {
    expect(unitsOf()).toBe(unitsOf("metric"));
    expect(unitsOf("en_US").distance.word).toBe("mi");
  });
});

describe("a new activity", () => {
  it("has a name or a type", () => {
    expect(readActivityKind(" Run ", undefined)).toEqual({ name: "Run" });
    expect(readActivityKind(undefined, 90009)).toEqual({ id: 90009 });
    expect(readActivityKind("", 90009)).toEqual({ id: 90009 });
  });

  it("has a distance with its unit, or none", () => {
    expect(readDistance("5.2", "kilometer")).toEqual({ value: 5.2, unit: "kilometer" });
    expect(readDistance(undefined, "kilometer")).toBeUndefined();
    expect(() => readDistance("5.2", "km")).toThrow("Distance Unit: \"km\" is not one of");
  });
});

it("a profile takes no blank for a change", () => {
  expect(() => readProfileChanges({ fullName: "", height: "", birthday: "" })).toThrow("Nothing to change");
});
