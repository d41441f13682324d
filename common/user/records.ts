import { isFields } from "../fields";
import { numbersOf, textsOf } from "../wire/records";
import type { Profile } from "./shapes";

/** A person as the Fitbit Web API gives them; empty for what is none. */
export function readUser(value: unknown): Profile["user"] {
  if (!isFields(value)) return {};
  return {
    ...value,
    ...textsOf(
      value, "dateOfBirth", "displayName", "distanceUnit", "encodedId", "fullName", "gender",
      "heightUnit", "memberSince", "timezone", "waterUnit", "weightUnit",
    ),
    ...numbersOf(
      value, "age", "height", "offsetFromUTCMillis", "strideLengthRunning",
      "strideLengthWalking", "weight",
    ),
  };
}
