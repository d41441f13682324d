import fc from "../support/properties";
import { ids as ofFitbit } from "../../common/fitbit/ids";
import { ids as ofGoogle } from "../../common/google-health/ids";
import {
  readAnyId, readChoice, readChoices, readDecimal, readFlag, readId, readMinutes, readText,
  readTime,
} from "../../common/input";
import { readActivityKind, readDistance } from "../../common/activity/input";
import { readProfileChanges } from "../../common/user/input";
import { readUnitSystem, unitsOf } from "../../common/units";
import { given } from "../support/given";
import { hostileDecimals, hostileIds, hostileTimes } from "../support/hostile";

/** Nothing, a value that `isValid`, or a sentence that names the prop. */
function valueOrSentence(
  read: (text: string) => string | number | undefined,
  isValid: RegExp,
) {
  return (text: string) => {
    try {
      const value = read(text);
      if (value !== undefined) expect(String(value)).toMatch(isValid);
    } catch (error) {
      expect(error).toMatchObject({ name: "ConfigurationError" });
      expect(String(error)).toMatch(/Prop(:| is missing)/);
    }
  };
}

describe("readers of what users type", () => {
  it.each([
    ["decimal", (text: string) => readDecimal("Prop", given(text)), /^\d+(\.\d+)?(e[+-]\d+)?$/],
    ["time", (text: string) => readTime("Prop", given(text)), /^([01]\d|2[0-3]):[0-5]\d$/],
    ["Fitbit's id", (text: string) => readId("Prop", given(text), "List Things", ofFitbit.getIdForm()), /^\d{1,20}$/],
    ["Google's id", (text: string) => readId("Prop", given(text), "List Things", ofGoogle.getIdForm()), /^[\w-]{1,63}$/],
  ])("a %s is read or refused in a sentence that names the prop", (_, read, isValid) => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), valueOrSentence(read, isValid)));
    const near = fc.stringMatching(/^ ?[-+:.,e\d]{0,6} ?$/);
    fc.assert(fc.property(near, valueOrSentence(read, isValid)));
  });

  it.each([["5.2", 5.2], [" 0 ", 0], ["5,2", 5.2], ["007", 7], ["1234.5678", 1234.5678]])(
    "the decimal %j is %s",
    (text, value) => {
      expect(readDecimal("Height", given(text))).toBe(value);
    },
  );

  const round: unknown[] = [];
  round.push(round);
  it.each([[[12n], '["12"]'], [{ id: 12n }, '{"id":"12"}'], [round, "object"]])(
    "what JSON cannot write is refused by name all the same: %p",
    (value, shown) => {
      expect(() => readTime("Prop", given(value))).toThrow(`Prop: ${shown} is not text`);
    },
  );

  it.each(hostileDecimals)("the decimal %j is refused", (text) => {
    expect(() => readDecimal("Height", given(text))).toThrow(`Height: ${JSON.stringify(text)} is not a number`);
  });

  it.each([["7:30", "07:30"], [" 18:05 ", "18:05"], ["00:00", "00:00"], ["23:59", "23:59"]])(
    "the time %j is %s",
    (text, time) => {
      expect(readTime("Start Time", given(text))).toBe(time);
    },
  );

  it.each(hostileTimes)("the time %j is refused", (text) => {
    expect(() => readTime("Start Time", given(text))).toThrow(`Start Time: ${JSON.stringify(text)}`);
  });

  it.each(hostileIds)("%s is no id of Fitbit's", (_, text) => {
    expect(() => readId("Log ID", given(text), "List Things", ofFitbit.getIdForm()))
      .toThrow("Take `logId` from List Things, such as 2369048793018741424.");
  });

  it.each([[1, 60_000], [1440, 86_400_000]])("%s minutes are %s ms", (minutes, ms) => {
    expect(readMinutes("Duration", given(minutes))).toBe(ms);
  });

  it.each([0, -1, 1.5, 1441, NaN, Infinity])("%s minutes are refused", (minutes) => {
    expect(() => readMinutes("Duration", given(minutes))).toThrow(/^Duration: .* is not a/);
  });

  it.each([[0.1 + 0.2], [5.720000000000001], [1e-7], [0]])(
    "the number %s is taken as it is, however many digits it has",
    (number) => {
      expect(readDecimal("Height", given(number))).toBe(number);
    },
  );

  it.each([[NaN, "NaN"], [Infinity, "Infinity"], [-1, "-1"], [1e21, "1e+21"], [5n, "5"], [{}, "{}"]])(
    "the value %s is no decimal",
    (value, shown) => {
      expect(() => readDecimal("Height", given(value)))
        .toThrow(`Height: ${shown} is not a number of 0 or more. Write one such as 5.2.`);
    },
  );

  it.each([[7, "7"], [5.2, "5.2"], [12n, "12"], ["  a b ", "a b"], [" ", undefined], [null, undefined]])(
    "the text of %j is %j",
    (value, text) => {
      expect(readText("Name", given(value))).toBe(text);
    },
  );

  it("a text that was cut within a character keeps the rest of it", () => {
    expect(readText("Name", given("Run \ud83c"))).toBe("Run \ufffd");
    expect(readText("Name", given("Run 🏃"))).toBe("Run 🏃");
  });

  it.each([[true], [["a"]], [{}], [NaN], [() => 1]])("%p is no text", (value) => {
    expect(() => readText("Name", given(value))).toThrow(/^Name: .+ is not text\.$/);
  });

  it("a sentence shows no more of a value than a person reads", () => {
    const long = Array.from({ length: 1_000 }, () => "a");
    expect(() => readText("Name", given(long))).toThrow(/^Name: \["a".{490,500}… is not text\.$/);
  });

  it.each([[true, true], ["true", true], [" TRUE ", true], [false, false], ["False", false]])(
    "the flag %j is %s",
    (value, flag) => {
      expect(readFlag("Main", given(value))).toBe(flag);
      expect(readFlag("Main", given(value), true)).toBe(flag);
    },
  );

  it.each([[undefined], [null], [""], [" "]])("a flag of %j is what it is left out", (value) => {
    expect(readFlag("Main", given(value))).toBe(false);
    expect(readFlag("Main", given(value), true)).toBe(true);
  });

  it.each(["yes", 1, "1", "constructor", [], {}])("%j is no flag", (value) => {
    expect(() => readFlag("Main", given(value))).toThrow("is neither true nor false.");
  });

  it.each([[undefined], [null], [" "]])("what may not be left out is missed: %j", (value) => {
    expect(() => readTime("Start", given(value))).toThrow("Start is missing: fill it in");
    expect(() => readMinutes("Length", given(value))).toThrow("Length is missing: fill it in");
  });

  it("a choice is one of the words", () => {
    expect(readChoice("Unit", given(" mile "), ["mile", "yards"])).toBe("mile");
    expect(() => readChoice("Unit", given("miles"), ["mile", "yards"])).toThrow(
      "Unit: \"miles\" is not one of mile, yards.",
    );
  });

  const METRICS = ["steps", "minutesSedentary", "tracker/steps"] as const;

  it.each<[unknown, string[]]>([
    [undefined, []],
    [null, []],
    [[], []],
    [" ", []],
    ["steps", ["steps"]],
    [["STEPS", "minutessedentary"], ["steps", "minutesSedentary"]],
    ["tracker/steps, steps,", ["tracker/steps", "steps"]],
    ["[\"steps\"]", ["steps"]],
    [["steps", "steps"], ["steps"]],
  ])("some of the words: %j is %j", (value, chosen) => {
    expect(readChoices("Metrics", given(value), METRICS)).toEqual(chosen);
  });

  it.each([[["steps", "floor"], "floor"], ["steps,floor", "floor"], [[7], "7"]])(
    "none of the words is refused: %j",
    (value, word) => {
      expect(() => readChoices("Metrics", given(value), METRICS)).toThrow(
        `Metrics: "${word}" is not one of steps, minutesSedentary, tracker/steps.`,
      );
    },
  );

  it.each([[undefined], [null], [""], [" "]])("a time that may be left out is its fallback: %j", (value) => {
    expect(readTime("End Time", given(value), "23:59")).toBe("23:59");
    expect(readTime("End Time", given("7:05"), "23:59")).toBe("07:05");
    expect(() => readTime("End Time", given("7pm"), "23:59")).toThrow("End Time: \"7pm\" is not a time");
  });

  const readAny = (value: unknown) =>
    readAnyId("Log ID", given(value), "List Things", ofFitbit.getIdForm());

  it.each([[undefined], [null], [""], [" "]])("an id that may be left out is none: %j", (value) => {
    expect(readAny(value)).toBeUndefined();
  });

  it("an id that is not left out is read as any other", () => {
    expect(readAny(26_013_218_219)).toBe("26013218219");
    expect(() => readAny("x")).toThrow("Take `logId` from List Things");
    expect(() => readAny(Number("2369048793018741424"))).toThrow("has lost its last digits");
  });
});

describe("a unit system", () => {
  it.each([[undefined, "metric"], ["", "metric"], [" en_us ", "en_US"], ["METRIC", "metric"], ["en_GB", "en_GB"]])(
    "%j is %s",
    (text, system) => {
      expect(readUnitSystem(given(text))).toBe(system);
    },
  );

  it.each(["en-US", "imperial", "toString", "__proto__"])("%j is refused", (text) => {
    expect(() => readUnitSystem(given(text))).toThrow(
      `Unit System: ${JSON.stringify(text)} is not one of metric, en_US, en_GB.`,
    );
  });

  it("is metric when none is named", () => {
    expect(unitsOf()).toBe(unitsOf("metric"));
    expect(unitsOf("en_US").distance.word).toBe("mi");
  });
});

describe("a new activity", () => {
  it("has a name or a type", () => {
    expect(readActivityKind(given(" Run "), given(undefined))).toEqual({ name: "Run" });
    expect(readActivityKind(given(undefined), given(90009))).toEqual({ id: 90009 });
    expect(readActivityKind(given(""), given("90009"))).toEqual({ id: 90009 });
  });

  it("has a distance with its unit, or none", () => {
    expect(readDistance(given("5.2"), given("kilometer"))).toEqual({ value: 5.2, unit: "kilometer" });
    expect(readDistance(given(undefined), given("kilometer"))).toBeUndefined();
    expect(() => readDistance(given("5.2"), given("km"))).toThrow("Distance Unit: \"km\" is not one of");
  });
});

it.each([
  ["heightUnit", "feet", "Height Unit: \"feet\" is not one of Metric, US."],
  ["heightUnit", "UK", "Height Unit: \"UK\" is not one of Metric, US."],
  ["weightUnit", "pounds", "Weight Unit: \"pounds\" is not one of Metric, US, UK."],
  ["waterUnit", "cup", "Water Unit: \"cup\" is not one of Metric, US."],
  ["glucoseUnit", "mg/dL", "Glucose Unit: \"mg/dL\" is not one of Metric, US."],
  ["gender", "other", "Gender: \"other\" is not one of MALE, FEMALE, NA."],
])("a profile takes no unknown word for %s: %j", (field, word, sentence) => {
  expect(() => readProfileChanges({ [field]: given(word) })).toThrow(sentence);
});

it("a profile takes a word in any letter case", () => {
  expect(readProfileChanges({ gender: given("male"), weightUnit: given("uk") }))
    .toEqual({ gender: "MALE", weightUnit: "en_GB" });
});

it("a profile takes no blank for a change", () => {
  expect(() => readProfileChanges({ fullName: given(""), height: given(""), birthday: given("") })).toThrow("Nothing to change");
});
