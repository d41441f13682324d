import type { CivilDate } from "../dates";
import { inWords, type Days } from "../ranges";
import { columns, unitOf, type Cells, type FigureColumn } from "../rows";
import { amount, duration, nothing } from "../sentences";
import type { UnitSystem } from "../units";
import type { SummaryFigures } from "./figures";

/** What is told of a person's days: first what most ask for. */
export interface Told {
  range: Days;
  days: Map<CivilDate, Cells>;
  figures: SummaryFigures;
  system: UnitSystem | undefined;
}

/** The figures of the lines of a text, and of the one sentence. */
const LINES: readonly (readonly FigureColumn[])[] = [
  ["sleepMinutes", "deepMinutes", "remMinutes"],
  ["restingHeartRate", "hrv", "spo2", "breathingRate", "skinTemperature"],
  ["steps", "distance", "calories", "activeZoneMinutes"],
  ["weight", "bodyFat"],
  ["caloriesIn", "water"],
];
const HEADLINE: readonly FigureColumn[] = ["sleepMinutes", "steps", "restingHeartRate"];

/** `7 h 12 min asleep`, `9,412 steps`, `resting heart rate 58 bpm`. */
export function figureInWords(
  name: FigureColumn, value: number, system: UnitSystem | undefined,
): string {
  const column = columns.find((one) => one.name === name);
  if (!column) return "";
  const { label } = column;
  const unit = unitOf(column, system);
  if (unit === "min") return `${duration(value)} ${label}`;
  if (unit === undefined && "isSum" in column) return `${amount(value)} ${label}`;
  return `${label} ${amount(value)}${unit === undefined ? "" : ` ${unit}`}`;
}

/** The averages of some figures in words; those that are not known are left out. */
function averages(names: readonly FigureColumn[], { figures, system }: Told): string[] {
  return names.flatMap((name) => {
    const figure = figures[name];
    return figure ? [figureInWords(name, figure.mean, system)] : [];
  });
}

const isOneDay = ({ from, to }: Days): boolean => from === to;

/** `7 h 12 min asleep, 9,412 steps, resting heart rate 58 bpm on 2026-03-20`. */
export function summarySentence(told: Told): string {
  const { range } = told;
  const when = inWords({ startDate: range.from, endDate: range.to });
  const words = averages(HEADLINE, told).join(", ");
  if (!words) return nothing(`health data ${when}`);
  return `${words}${isOneDay(range) ? "" : " a day on average"} ${when}`;
}

/** A change that is worth a word: `steps 12 % less than before`. */
function changes({ figures }: Told): string[] {
  return HEADLINE.flatMap((name) => {
    const { change = 0 } = figures[name] ?? {};
    const label = columns.find((one) => one.name === name)?.label ?? name;
    const size = `${amount(Math.abs(Math.round(change)))} %`;
    return Math.abs(change) < LEAST_CHANGE ? [] : [`${label} ${size} ${change > 0 ? "more" : "less"}`];
  });
}

/** In percent; a smaller one is chance. */
const LEAST_CHANGE = 10;

/** A few lines of Markdown, for a message. */
export function summaryText(told: Told): string {
  const { range } = told;
  const title = isOneDay(range) ? range.to : `${range.from} to ${range.to}, a day on average`;
  const lines = LINES.map((names) => averages(names, told).join(", ")).filter(Boolean);
  const changed = changes(told);
  return [
    `**${title}**`,
    ...lines.map((line) => `- ${line}`),
    ...changed.length ? [`- against the days before: ${changed.join(", ")}`] : [],
    ...lines.length ? [] : ["- nothing was recorded"],
  ].join("\n");
}
