import type { CivilDate } from "./dates";
import { rounded, unitsOf, type UnitSystem } from "./units";

/** What a column of a flat row holds. */
interface ColumnDefinition {
  name: string;
  /** What it is called in a sentence. */
  label: string;
  /** Its unit, or what each unit system has one of its own for. */
  unit?: string;
  quantity?: Quantity;
  /** Digits after the point; a column without is text. */
  digits?: number;
  /** Whether days add up. */
  isSum?: true;
  /** Whether it says how far something is off, so that a percentage of it says nothing. */
  isRelative?: true;
  /** Whether another column says the same in another measure. */
  isDerived?: true;
}

/** What has units of its own in each system. */
type Quantity = "distance" | "weight" | "volume" | "temperature";

/**
 * The columns of a flat row, one day a row, in the order that a sheet keeps: none is ever
 * moved, and none left out.
 */
export const columns = [
  { name: "steps", label: "steps", digits: 0, isSum: true },
  { name: "distance", label: "distance", quantity: "distance", digits: 2, isSum: true },
  { name: "floors", label: "floors", digits: 0, isSum: true },
  { name: "calories", label: "calories burned", unit: "kcal", digits: 0, isSum: true },
  { name: "activeMinutes", label: "active", unit: "min", digits: 0, isSum: true },
  { name: "activeZoneMinutes", label: "active zone minutes", digits: 0, isSum: true },
  { name: "restingHeartRate", label: "resting heart rate", unit: "bpm", digits: 0 },
  { name: "sleepMinutes", label: "asleep", unit: "min", digits: 0 },
  { name: "deepMinutes", label: "deep sleep", unit: "min", digits: 0 },
  { name: "lightMinutes", label: "light sleep", unit: "min", digits: 0 },
  { name: "remMinutes", label: "REM sleep", unit: "min", digits: 0 },
  { name: "awakeMinutes", label: "awake at night", unit: "min", digits: 0 },
  { name: "sleepStart", label: "fell asleep" },
  { name: "sleepEnd", label: "woke up" },
  { name: "hrv", label: "heart rate variability", unit: "ms", digits: 1 },
  { name: "spo2", label: "oxygen saturation", unit: "%", digits: 1 },
  { name: "breathingRate", label: "breathing rate", unit: "breaths/min", digits: 1 },
  {
    name: "skinTemperature",
    label: "skin temperature against its baseline",
    quantity: "temperature",
    digits: 1,
    isRelative: true,
  },
  { name: "vo2Max", label: "VO2 max", unit: "ml/kg/min", digits: 1 },
  { name: "weight", label: "weight", quantity: "weight", digits: 1 },
  { name: "bodyFat", label: "body fat", unit: "%", digits: 1 },
  { name: "bmi", label: "BMI", digits: 1, isDerived: true },
  { name: "caloriesIn", label: "calories eaten", unit: "kcal", digits: 0, isSum: true },
  { name: "water", label: "water", quantity: "volume", digits: 0, isSum: true },
] as const satisfies readonly ColumnDefinition[];

export type Column = typeof columns[number]["name"];

type TextColumn = Exclude<typeof columns[number], { digits: number }>["name"];
export type FigureColumn = Exclude<Column, TextColumn>;

/** What is known of a day: figures in the units of the row, and local times. */
export type Cells = { [C in FigureColumn]?: number } & { [C in TextColumn]?: string };

/** A day as a row of scalars: what is not known is null, so that no column moves. */
export type FlatRow = { date: CivilDate }
  & { [C in FigureColumn]: number | null } & { [C in TextColumn]: string | null };

/** A flat row of what is known of a day. */
export function flatRow(date: CivilDate, cells: Cells): FlatRow {
  const values = columns.map((column) => {
    const value = cells[column.name];
    const isRounded = typeof value === "number" && "digits" in column;
    return [column.name, isRounded ? rounded(value, column.digits) : value ?? null];
  });
  return { date, ...Object.fromEntries(values) as Omit<FlatRow, "date"> };
}

/** The unit of a column; undefined for a count, and for a time. */
export function unitOf(column: ColumnDefinition, system?: UnitSystem): string | undefined {
  return column.quantity ? unitsOf(system)[column.quantity].word : column.unit;
}

/** The units of the columns that have one. */
export function columnUnits(system: UnitSystem | undefined): Record<string, string> {
  return Object.fromEntries(columns.flatMap((column) => {
    const unit = unitOf(column, system);
    return unit === undefined ? [] : [[column.name, unit]];
  }));
}

/** Rows as a sheet takes them: a line of names, then one a day; an unknown cell is empty. */
export function toCsv(rows: readonly FlatRow[]): string {
  const names = ["date", ...columns.map(({ name }) => name)] as const;
  const lines = rows.map((row) => names.map((name) => row[name] ?? "").join(","));
  return [names.join(","), ...lines, ""].join("\n");
}
