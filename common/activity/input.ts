import { ConfigurationError } from "@pipedream/platform";
import { readChoice, readDecimal, readInteger, readText } from "../input";
import type { Given } from "../pipedream";
import { distanceUnits, type Distance } from "../units";
import type { NewActivity } from "./shapes";

/**
 * The activity's name or its type: one of the two, where types have ids. Throws a
 * ConfigurationError otherwise.
 */
export function readActivityKind(
  name: Given<string | undefined>,
  typeId: Given<number | undefined> | undefined,
): NewActivity["activity"] {
  const text = readText("Activity Name", name);
  const id = readInteger("Activity Type", typeId, { min: 1, example: "90009" });
  if (text !== undefined && id === undefined) return { name: text };
  if (text === undefined && id !== undefined) return { id };
  throw new ConfigurationError(id === undefined ? NEITHER : BOTH);
}

const NEITHER = "Activity Name is missing: fill it in, such as Run, or check the expression in it. On Fitbit that or Activity Type, such as 90009.";
const BOTH = "Give either Activity Name, such as Run, or Activity Type, such as 90009: one of them, not both.";

/**
 * A distance with its unit, or none. Throws a ConfigurationError for one without the other.
 */
export function readDistance(
  distance: Given<string | undefined>,
  distanceUnit: Given<string | undefined>,
): Distance | undefined {
  const value = readDecimal("Distance", distance);
  if (value === undefined) return undefined;
  const unit = readChoice("Distance Unit", distanceUnit, distanceUnits);
  if (unit !== undefined) return { value, unit };
  throw new ConfigurationError(
    `Distance: ${value} has no unit. Set Distance Unit to ${distanceUnits.join(", ")}.`,
  );
}
