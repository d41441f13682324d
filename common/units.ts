import { ConfigurationError } from "@pipedream/platform";

const KILOMETRE = { word: "km", millimetres: 1_000_000 };
const MILE = { word: "mi", millimetres: 1_609_344 };

/** The units of each system, in input and output alike. */
const UNIT_SYSTEMS = {
  metric: { label: "Metric (km, cm, kg, ml)", distance: KILOMETRE },
  en_US: { label: "United States (miles, inches, pounds, fl oz)", distance: MILE },
  en_GB: { label: "United Kingdom (km, cm, stone, ml)", distance: KILOMETRE },
};

export type UnitSystem = keyof typeof UNIT_SYSTEMS;

/** The choices of a Unit System prop. */
export const unitSystemOptions = Object.entries(UNIT_SYSTEMS).map(([value, { label }]) => ({
  label,
  value,
}));

const DEFAULT: UnitSystem = "metric";

/**
 * Reads a Unit System prop; left out, it is metric. Throws a ConfigurationError for any other
 * word.
 */
export function readUnitSystem(text: string | undefined): UnitSystem {
  const value = text?.trim() || DEFAULT;
  if (isUnitSystem(value)) return value;
  throw new ConfigurationError(
    `Unit System: ${JSON.stringify(text)} is not one. Write ${Object.keys(UNIT_SYSTEMS).join(", ")}.`,
  );
}

function isUnitSystem(text: string): text is UnitSystem {
  return Object.hasOwn(UNIT_SYSTEMS, text);
}

/** The units of a system; metric when none is named. */
export function unitsOf(system: UnitSystem = DEFAULT) {
  return UNIT_SYSTEMS[system];
}
