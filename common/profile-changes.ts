import { ConfigurationError } from "@pipedream/platform";
import { isCivilDate, readTimeZone } from "./dates";
import { readDecimal } from "./input";
import type { ProfileChanges } from "./shapes/user";

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
  "heightUnit",
  "weightUnit",
  "waterUnit",
  "glucoseUnit",
] as const;

const LENGTHS = [
  { name: "height", label: "Height" },
  { name: "strideLengthWalking", label: "Walking Stride Length" },
  { name: "strideLengthRunning", label: "Running Stride Length" },
] as const;

type Given = Partial<Record<
  | typeof TEXTS[number]
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
