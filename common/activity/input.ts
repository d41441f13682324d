import { ConfigurationError } from "@pipedream/platform";
import { readChoice, readDecimal } from "../input";
import { distanceUnits, type NewActivity } from "./shapes";

/** The activity's name or its type: one of the two. Throws a ConfigurationError otherwise. */
export function readActivityKind(
  name: string | undefined,
  typeId: number | undefined,
): NewActivity["activity"] {
  const text = name?.trim();
  if (text && typeId === undefined) return { name: text };
  if (!text && typeId !== undefined) return { id: typeId };
  const both = text ? ": one of them, not both" : "";
  throw new ConfigurationError(
    `Give either Activity Name, such as Run, or Activity Type, such as 90009${both}.`,
  );
}

/**
 * A distance with its unit, or none. Throws a ConfigurationError for one without the other.
 */
export function readDistance(
  text: string | undefined,
  unit: string | undefined,
): NewActivity["distance"] {
  if (!text) return undefined;
  if (!unit) {
    throw new ConfigurationError(
      `Distance: ${JSON.stringify(text)} has no unit. Set Distance Unit to ${distanceUnits.join(", ")}.`,
    );
  }
  return {
    value: readDecimal("Distance", text),
    unit: readChoice("Distance Unit", unit, distanceUnits),
  };
}
