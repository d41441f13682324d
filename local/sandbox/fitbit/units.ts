/** A unit of the API: how many of it one SI unit (metre, kilogram) or one millilitre makes. */
interface Unit { name: string; perSi: number }

/** https://dev.fitbit.com/build/reference/web-api/developer-guide/application-design/ */
export interface Units {
  distance: Unit;
  elevation: Unit;
  /** Height and strides. */
  length: Unit;
  weight: Unit;
  /** Degrees that a degree Celsius makes, and where they begin. */
  temperature: { perDegree: number; zero: number };
  /** Of what a milligram in a decilitre makes. */
  glucose: { perMilligram: number; digits: number };
  volume: Unit;
}

const KILOMETRE = { name: "Kilometer", perSi: 1 / 1000 };
const MILE = { name: "Mile", perSi: 1 / 1609.344 };
const METRE = { name: "m", perSi: 1 };
const FOOT = { name: "ft", perSi: 1 / 0.3048 };
const CENTIMETRE = { name: "cm", perSi: 100 };
const INCH = { name: "inch", perSi: 1 / 0.0254 };
const KILOGRAM = { name: "kg", perSi: 1 };
const POUND = { name: "lb", perSi: 1 / 0.45359237 };
const STONE = { name: "stone", perSi: 1 / 6.35029318 };
const MILLILITRE = { name: "ml", perSi: 1 };
const FLUID_OUNCE = { name: "fl oz", perSi: 1 / 29.5735295625 };

const METRIC: Units = {
  distance: KILOMETRE,
  elevation: METRE,
  length: CENTIMETRE,
  weight: KILOGRAM,
  temperature: { perDegree: 1, zero: 0 },
  // A mole of glucose weighs 180.156 g.
  glucose: { perMilligram: 10 / 180.156, digits: 1 },
  volume: MILLILITRE,
};
const SYSTEMS: Record<string, Units> = {
  en_US: {
    distance: MILE,
    elevation: FOOT,
    length: INCH,
    weight: POUND,
    temperature: { perDegree: 9 / 5, zero: 32 },
    glucose: { perMilligram: 1, digits: 0 },
    volume: FLUID_OUNCE,
  },
  en_GB: { ...METRIC, weight: STONE },
};

/** The units of an Accept-Language header, for input and output; metric unless it is known. */
export const unitsOf = (acceptLanguage: string | undefined): Units =>
  (acceptLanguage !== undefined && SYSTEMS[acceptLanguage]) || METRIC;

/** Units that water may be given in, in millilitres. */
export const VOLUME_UNITS: Record<string, number> = {
  "ml": 1, "fl oz": 29.5735295625, "cup": 236.5882365,
};

/** Units that a distance may be given in, by their names in lower-case singular. */
export const DISTANCE_UNITS: Record<string, number> = {
  kilometer: 1000,
  meter: 1,
  centimeter: 0.01,
  millimeter: 0.001,
  mile: 1609.344,
  yard: 0.9144,
  foot: 0.3048,
  inch: 0.0254,
};

export const round = (value: number, digits: number): number =>
  Number(value.toFixed(digits));

/** An SI value in a unit of the API, rounded. */
export const inUnit = (si: number, unit: Unit, digits: number): number =>
  round(si * unit.perSi, digits);
