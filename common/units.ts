import { readChoice } from "./input";
import type { Given } from "./pipedream";

/** Units of distance by Fitbit's words for them, in millimetres. */
const DISTANCES = { kilometer: 1_000_000, mile: 1_609_344, meter: 1_000, yards: 914.4 };

export type DistanceUnit = keyof typeof DISTANCES;

export interface Distance {
  value: number;
  unit: DistanceUnit;
}

export const distanceUnits = Object.keys(DISTANCES).filter(isDistanceUnit);

function isDistanceUnit(text: string): text is DistanceUnit {
  return Object.hasOwn(DISTANCES, text);
}

/** A distance in millimetres. */
export function millimetresOf({ value, unit }: Distance): number {
  return value * DISTANCES[unit];
}

/** Units of what is drunk by Fitbit's words for them, in millilitres: those of the US. */
const VOLUMES = { "ml": 1, "fl oz": 29.573_529_562_5, "cup": 236.588_236_5 };

export type VolumeUnit = keyof typeof VOLUMES;

export interface Volume {
  value: number;
  unit: VolumeUnit;
}

export const volumeUnits = Object.keys(VOLUMES).filter(isVolumeUnit);

function isVolumeUnit(text: string): text is VolumeUnit {
  return Object.hasOwn(VOLUMES, text);
}

/** A volume in millilitres. */
export function millilitresOf({ value, unit }: Volume): number {
  return value * VOLUMES[unit];
}

const KILOMETRE = { word: "km", name: "Kilometer", millimetres: DISTANCES.kilometer };
const MILE = { word: "mi", name: "Mile", millimetres: DISTANCES.mile };
const METRIC = {
  distance: KILOMETRE,
  elevation: { millimetres: 1_000 },
  length: { millimetres: 10 },
  temperature: { word: "°C", degrees: 1, zero: 0 },
  glucose: { word: "mmol/L", milligrams: 18.0156, digits: 1 },
  weight: { word: "kg", grams: 1_000, digits: 2 },
  volume: { word: "ml", millilitres: 1 },
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
    temperature: { word: "°F", degrees: 1.8, zero: 32 },
    glucose: { word: "mg/dL", milligrams: 1, digits: 0 },
    weight: { word: "lb", grams: 453.592_37, digits: 2 },
    volume: { word: "fl oz", millilitres: VOLUMES["fl oz"] },
  },
  en_GB: {
    label: "United Kingdom (km, cm, stone, ml)",
    ...METRIC,
    weight: { word: "stone", grams: 6_350.293_18, digits: 3 },
  },
};

export type UnitSystem = keyof typeof UNIT_SYSTEMS;

/** The choices of a Unit System prop. */
export const unitSystemOptions = Object.entries(UNIT_SYSTEMS).map(([value, { label }]) => ({
  label,
  value,
}));

const DEFAULT: UnitSystem = "metric";

const NAMES = Object.keys(UNIT_SYSTEMS).filter(isUnitSystem);

/**
 * Reads a Unit System prop; left out, it is metric. Throws a ConfigurationError for any other
 * word.
 */
export function readUnitSystem(given: Given<string | undefined> | undefined): UnitSystem {
  return readChoice("Unit System", given, NAMES) ?? DEFAULT;
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
  // A little less than nothing is nothing: -0 would be another.
  return (Number.isInteger(value) ? value : Number(value.toFixed(digits))) + 0;
}

/** A distance in the unit of a system, with so many digits. */
export function distanceIn(
  system: UnitSystem | undefined,
  millimetres: number | undefined,
  digits: number,
): number | undefined {
  return inUnit(millimetres, unitsOf(system).distance.millimetres, digits);
}

/** A climb in the unit of a system. */
export function elevationIn(system: UnitSystem | undefined, millimetres: number | undefined) {
  return inUnit(millimetres, unitsOf(system).elevation.millimetres, 3);
}

/** A height or a stride in the unit of a system. */
export function lengthIn(system: UnitSystem | undefined, millimetres: number | undefined) {
  return inUnit(millimetres, unitsOf(system).length.millimetres, 1);
}

/** A weight in the unit of a system, with so many digits. */
export function weightIn(
  system: UnitSystem | undefined, grams: number | undefined, digits = 1,
): number | undefined {
  return inUnit(grams, unitsOf(system).weight.grams, digits);
}

/** A weight of a unit system in grams. */
export function gramsOf(weight: number, system: UnitSystem | undefined): number {
  return weight * unitsOf(system).weight.grams;
}

/** The systems of the units that a weight may be given in. */
const WEIGHTS = { kg: "metric", lb: "en_US", stone: "en_GB" } satisfies Record<string, UnitSystem>;

export type WeightUnit = keyof typeof WEIGHTS;

export const weightUnits = Object.keys(WEIGHTS).filter(isWeightUnit);

function isWeightUnit(text: string): text is WeightUnit {
  return Object.hasOwn(WEIGHTS, text);
}

/** The system that has a unit of weight. */
export function systemOf(unit: WeightUnit): UnitSystem {
  return WEIGHTS[unit];
}

/** Digits that the Fitbit Web API gives of temperatures. */
const DEGREE_DIGITS = 1;

/** A temperature in the unit of a system. */
export function temperatureIn(system: UnitSystem | undefined, celsius: number | undefined) {
  const { degrees, zero } = unitsOf(system).temperature;
  return celsius === undefined ? undefined : rounded(celsius * degrees + zero, DEGREE_DIGITS);
}

/** By how much temperatures differ, in the unit of a system. */
export function degreesIn(system: UnitSystem | undefined, celsius: number | undefined) {
  const { degrees } = unitsOf(system).temperature;
  return celsius === undefined ? undefined : rounded(celsius * degrees, DEGREE_DIGITS);
}

/** Blood glucose in the unit of a system, of milligrams per decilitre. */
export function glucoseIn(system: UnitSystem | undefined, milligrams: number | undefined) {
  const { milligrams: size, digits } = unitsOf(system).glucose;
  return inUnit(milligrams, size, digits);
}

/** A volume of a unit system in millilitres. */
export function millilitresIn(system: UnitSystem | undefined, volume: number): number {
  return volume * unitsOf(system).volume.millilitres;
}

/** A volume in the unit of a system. */
export function volumeIn(system: UnitSystem | undefined, millilitres: number | undefined) {
  return inUnit(millilitres, unitsOf(system).volume.millilitres, 2);
}

function inUnit(value: number | undefined, size: number, digits: number): number | undefined {
  return value === undefined ? undefined : rounded(value / size, digits);
}

/** A length of a unit system in whole millimetres. */
export function wholeMillimetres(length: number | undefined, system: UnitSystem | undefined) {
  if (length === undefined) return undefined;
  return Math.round(length * unitsOf(system).length.millimetres);
}
