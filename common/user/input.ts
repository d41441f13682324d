import { ConfigurationError } from "@pipedream/platform";
import { isUsualDate, readTimeZone } from "../dates";
import { readChoice, readDecimal, readText, refused } from "../input";
import type { Given } from "../pipedream";
import type { ProfileChanges } from "./shapes";

const TEXTS = [
  { name: "fullName", label: "Full Name" },
  { name: "aboutMe", label: "About Me" },
  { name: "city", label: "City" },
  { name: "foodsLocale", label: "Food Database" },
] as const;

/** Two letters. */
const CODES = [
  { name: "country", label: "Country", example: "US" },
  { name: "state", label: "State", example: "CA" },
] as const;

const CHOICES = [
  { name: "gender", label: "Gender", words: ["MALE", "FEMALE", "NA"] },
  {
    name: "locale",
    label: "Locale",
    words: ["en_US", "en_GB", "en_AU", "en_NZ", "fr_FR", "de_DE", "es_ES", "ja_JP"],
  },
  { name: "clockTimeDisplayFormat", label: "Clock Format", words: ["12hour", "24hour"] },
  { name: "startDayOfWeek", label: "First Day Of Week", words: ["Sunday", "Monday"] },
] as const;

/** Settings of units, and Fitbit's words for them; any other would pass as metric. */
const UNITS = [
  { name: "heightUnit", label: "Height Unit", words: ["Metric", "US"] },
  { name: "weightUnit", label: "Weight Unit", words: ["Metric", "US", "UK"] },
  { name: "waterUnit", label: "Water Unit", words: ["Metric", "US"] },
  { name: "glucoseUnit", label: "Glucose Unit", words: ["Metric", "US"] },
] as const;

const FITBIT_UNITS = { Metric: "any", US: "en_US", UK: "en_GB" };

const LENGTHS = [
  { name: "height", label: "Height" },
  { name: "strideLengthWalking", label: "Walking Stride Length" },
  { name: "strideLengthRunning", label: "Running Stride Length" },
] as const;

type Filled = Partial<Record<
  | (typeof TEXTS | typeof CODES | typeof CHOICES | typeof UNITS | typeof LENGTHS)[number]["name"]
  | "birthday" | "timeZone" | "unitSystem",
  Given<string | undefined>
>>;

/**
 * The fields that a user filled in, checked. Throws a ConfigurationError when there is none,
 * when one is malformed, and for a length whose unit system is not said.
 */
export function readProfileChanges(filled: Filled): ProfileChanges {
  const changes: ProfileChanges = {
    ...read(TEXTS, ({ name, label }) => readText(label, filled[name])),
    ...read(CODES, ({ name, label, example }) => readCode(label, filled[name], example)),
    ...read(CHOICES, ({ name, label, words }) =>
      readChoice<string>(label, filled[name], words)),
    ...read(UNITS, ({ name, label, words }) => {
      const word = readChoice(label, filled[name], words);
      return word && FITBIT_UNITS[word];
    }),
    ...read(LENGTHS, ({ name, label }) => readLength(label, filled[name], filled.unitSystem)),
    ...read([{ name: "birthday" }], () => readBirthday(filled.birthday)),
    ...read([{ name: "timezone" }], () => readTimeZone(filled.timeZone)),
  };
  if (Object.keys(changes).length) return changes;
  throw new ConfigurationError("Nothing to change: fill in at least one field, such as Height.");
}

/** The fields of a kind that were filled in, by their names. */
function read<F extends { name: string }>(
  fields: readonly F[],
  valueOf: (field: F) => string | number | undefined,
) {
  return Object.fromEntries(fields.flatMap((field) => {
    const value = valueOf(field);
    return value === undefined ? [] : [[field.name, value]];
  }));
}

function readCode(
  label: string,
  filled: Given<string | undefined> | undefined,
  example: string,
): string | undefined {
  const code = readText(label, filled)?.toUpperCase();
  if (code === undefined || /^[A-Z]{2}$/.test(code)) return code;
  throw refused(label, code, `is not two letters. Write them as in ${example}.`);
}

function readLength(
  label: string,
  filled: Given<string | undefined> | undefined,
  unitSystem: Given<string | undefined> | undefined,
): number | undefined {
  const length = readDecimal(label, filled, { example: "178.5" });
  if (length === undefined || readText("Unit System", unitSystem) !== undefined) return length;
  throw refused(label, length, "has no unit. Set Unit System to metric for centimetres, or en_US for inches.");
}

function readBirthday(filled: Given<string | undefined> | undefined): string | undefined {
  const text = readText("Birthday", filled);
  if (text === undefined || isUsualDate(text)) return text;
  throw refused("Birthday", text, "is not a date such as 1990-05-17.");
}
