import type { CivilDate } from "../dates";
import type { Cells, FigureColumn } from "../rows";
import { nothing } from "../sentences";
import type { UnitSystem } from "../units";
import type { Lacking } from "./asking";
import { figureInWords } from "./text";

/** What is told of a morning. */
interface Told {
  date: CivilDate;
  night: Cells;
  yesterday: Cells;
  missing: readonly Lacking[];
  system: UnitSystem | undefined;
}

/** The lines of the text. */
const NIGHT: readonly (readonly FigureColumn[])[] = [
  ["sleepMinutes", "deepMinutes", "remMinutes"],
  ["restingHeartRate", "hrv", "spo2", "breathingRate", "skinTemperature", "vo2Max"],
  ["weight", "bodyFat"],
];
const YESTERDAY: readonly (readonly FigureColumn[])[] = [
  ["steps", "distance", "calories", "activeZoneMinutes"],
  ["caloriesIn", "water"],
];

/** `7 h 12 min asleep on 2026-03-20, 9,412 steps the day before`. */
export function morningSentence({ date, night, yesterday, system }: Told): string {
  const slept = inWords(["sleepMinutes", "restingHeartRate"], night, system, ` on ${date}`);
  const before = slept ? "the day before" : `the day before ${date}`;
  const moved = inWords(["steps"], yesterday, system, ` ${before}`);
  const words = [slept, moved].filter(Boolean).join(", ");
  return words || nothing(`health data for the morning of ${date}`);
}

/** A few lines of Markdown, for a message. */
export function morningText({ date, night, yesterday, missing, system }: Told): string {
  const late = missing.filter(({ why }) => why === "not yet").map(({ part }) => part);
  const lost = missing.filter(({ why }) => why !== "not yet").map(({ part }) => part);
  return [
    `**${date}**`,
    ...NIGHT.map((names) => inWords(names, night, system)).filter(Boolean)
      .map((line) => `- ${line}`),
    ...YESTERDAY.map((names) => inWords(names, yesterday, system)).filter(Boolean)
      .map((line) => `- yesterday: ${line}`),
    ...late.length ? [`- not there yet: ${late.join(", ")}`] : [],
    ...lost.length ? [`- could not be read: ${lost.join(", ")}`] : [],
  ].join("\n");
}

/** The figures that are known, in words; "" for none. */
function inWords(
  names: readonly FigureColumn[], cells: Cells, system: UnitSystem | undefined, end = "",
): string {
  const words = names.flatMap((name) => {
    const figure = cells[name];
    return figure === undefined ? [] : [figureInWords(name, figure, system)];
  });
  return words.length ? `${words.join(", ")}${end}` : "";
}
