import { ConfigurationError } from "@pipedream/platform";
import { isCivilDate, readTimeZone } from "../dates";
import { readChoice, readDecimal } from "../input";
import type { ProfileChanges } from "./shapes";

const TEXTS = [
  "fullName",
  "aboutMe",
  "gender",
  "country",
  "state",
  "city",
  "locale",
  "foodsLocale",
  "clockTimeDisplayFormat",
  "startDayOfWeek",
] as const;

/** Settings of units, and the words that stand for them; any other would pass as metric. */
const UNITS = [
  { name: "heightUnit", label: "Height Unit", words: ["en_US", "any"] },
  { name: "weightUnit", label: "Weight Unit", words: ["en_US", "en_GB", "any"] },
  { name: "waterUnit", label: "Water Unit", words: ["en_US", "any"] },
  { name: "glucoseUnit", label: "Glucose Unit", words: ["en_US", "any"] },
] as const;

const LENGTHS = [
  { name: "height", label: "Height" },
  { name: "strideLengthWalking", label: "Walking Stride Length" },
  { name: "strideLengthRunning", label: "Running Stride Length" },
] as const;

type Given = Partial<Record<
  | typeof TEXTS[number]
  | typeof UNITS[number]["name"]
  | typeof LENGTHS[number]["name"]
  | "birthday" | "timeZone" | "unitSystem",
  string
>>;

/**
 * The fields that a user filled in, checked. Throws a ConfigurationError when there is none,
 * when one is malformed, and for a length whose unit system is not said.
 */
export function readProfileChanges(given: Given): ProfileChanges {
  const changes: ProfileChanges = {};
  for (const name of TEXTS) {
    if (given[name]) changes[name] = given[name];
  }
  for (const { name, label, words } of UNITS) {
    const text = given[name];
    if (text) changes[name] = readChoice(label, text, words);
  }
  for (const { name, label } of LENGTHS) {
    const text = given[name];
    if (text) changes[name] = readLength(label, text, given.unitSystem);
  }
  if (given.birthday) changes.birthday = readBirthday(given.birthday);
  if (given.timeZone) changes.timezone = readTimeZone(given.timeZone);
  if (Object.keys(changes).length) return changes;
  throw new ConfigurationError("Nothing to change: fill in at least one field, such as Height.");
}

function readLength(label: string, text: string, unitSystem: string | undefined): number {
  if (unitSystem) return readDecimal(label, text);
  throw new ConfigurationError(
    `${label}: ${JSON.stringify(text)} has no unit. Set Unit System to metric for centimetres, or en_US for inches.`,
  );
}

function readBirthday(text: string): string {
  if (isCivilDate(text)) return text;
  throw new ConfigurationError(`Birthday: ${JSON.stringify(text)} is not a date such as 1990-05-17.`);
}
