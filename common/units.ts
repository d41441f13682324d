import { ConfigurationError } from "@pipedream/platform";

const KILOMETRE = { word: "km", name: "Kilometer", millimetres: 1_000_000 };
const MILE = { word: "mi", name: "Mile", millimetres: 1_609_344 };
const METRIC = {
  distance: KILOMETRE,
  elevation: { millimetres: 1_000 },
  length: { millimetres: 10 },
  weight: { grams: 1_000 },
};

/**
 * The units of each system, in input and output alike.
 * https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/#Unit-Systems
 */
const UNIT_SYSTEMS = {
  metric: { label: "Metric (km, cm, kg, ml)", ...METRIC },
  en_US: {
    label: "United States (miles, inches, pounds, fl oz)",
    distance: MILE,
    elevation: { millimetres: 304.8 },
    length: { millimetres: 25.4 },
    weight: { grams: 453.592_37 },
  },
  en_GB: {
    label: "United Kingdom (km, cm, stone, ml)",
    ...METRIC,
    weight: { grams: 6_350.293_18 },
  },
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

/** A figure with at most so many digits after the point, as the Fitbit Web API rounds. */
export function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
