import { isToday, type CivilDate, type DayInput } from "../dates";
import { noneListed, type Extent } from "../lists";
import { inWords, type RangeExtent } from "../ranges";
import { amount, counted, nothing } from "../sentences";
import { unitsOf, type UnitSystem } from "../units";
import type { NewWeighing } from "./log";
import type { BodyFigures, BodyMetric } from "./metrics";
import type { BodyFatLog, NewTime, WeightDay, WeightLog } from "./shapes";

const POUNDS_A_STONE = 14;
const STONES: UnitSystem = "en_GB";

/** `72.5 kg`, `159.8 lb`, `11 st 4 lb`. */
export function weightInWords(weight: number, units?: UnitSystem): string {
  if (units !== STONES) return `${tenths(weight)} ${unitsOf(units).weight.word}`;
  const pounds = Math.round(weight * POUNDS_A_STONE);
  return `${Math.floor(pounds / POUNDS_A_STONE)} st ${pounds % POUNDS_A_STONE} lb`;
}

const tenths = (value: number): string => amount(Math.round(value * 10) / 10);

/** `18.4 % body fat`. */
export function fatInWords(fat: number): string {
  return `${tenths(fat)} % body fat`;
}

function weighing({ weight, bmi, fat }: WeightLog, units?: UnitSystem): string {
  return [
    weightInWords(weight, units),
    bmi === undefined ? "" : `BMI ${tenths(bmi)}`,
    fat === undefined ? "" : fatInWords(fat),
  ].filter(Boolean).join(", ");
}

/** `72.5 kg, BMI 22.9 on 2026-03-20`. */
export function weighed(log: WeightLog, units?: UnitSystem): string {
  return `${weighing(log, units)} on ${log.date}`;
}

/** `18.4 % body fat on 2026-03-20`. */
export function fatMeasured({ fat, date }: BodyFatLog): string {
  return `${fatInWords(fat)} on ${date}`;
}

/** `2026-03-20 08:41: 72.5 kg, BMI 22.9`, as an option. */
export function weightLabel(log: WeightLog): string {
  return `${when(log)}: ${weighing(log)}`;
}

export function bodyFatLabel(log: BodyFatLog): string {
  return `${when(log)}: ${fatInWords(log.fat)}`;
}

function when({ date, time = "" }: Pick<WeightLog, "date" | "time">): string {
  return `${date} ${time.slice(0, 5)}`.trim();
}

/** `28 weight logs, the newest on 2026-03-18: 72.5 kg, BMI 22.9`. */
export function weightsListed(
  logs: readonly WeightLog[], units?: UnitSystem, extent: Partial<Extent> = {},
): string {
  const [newest] = logs;
  if (!newest) return noneListed("weight logs", extent);
  return `${counted(logs.length, "weight log")}, the newest on ${newest.date}: ${weighing(newest, units)}`;
}

/** `28 body fat logs, the newest on 2026-03-18: 18.4 % body fat`. */
export function bodyFatsListed(
  logs: readonly BodyFatLog[], extent: Partial<Extent> = {},
): string {
  const [newest] = logs;
  if (!newest) return noneListed("body fat logs", extent);
  return `${counted(logs.length, "body fat log")}, the newest on ${newest.date}: ${fatInWords(newest.fat)}`;
}

/** `72.5 kg, BMI 22.9 on 2026-03-18`, and how many weighings more. */
export function weightOfDay(
  { date, weight }: WeightDay, day: DayInput, units?: UnitSystem,
): string {
  const last = weight.at(-1);
  if (!last) return nothing(`weight logs ${isToday(day) ? "today" : `on ${date}`}`);
  const more = weight.length - 1;
  return `${weighed(last, units)}${more ? `, ${counted(more, "weighing")} before` : ""}`;
}

/** `on 2026-03-20 at 08:41`. */
export function atTime({ day, time }: NewTime): string {
  return time === undefined ? `on ${day}` : `on ${day} at ${time}`;
}

/** `Logged 72.5 kg and 18.4 % body fat on 2026-03-20`, or what of it was there already. */
export function weighingLogged(
  { weight, fat, ...time }: NewWeighing, written: readonly string[], units?: UnitSystem,
): string {
  const parts = {
    weight: weightInWords(weight, units),
    ...fat !== undefined && { fat: fatInWords(fat) },
  };
  const said = (isNew: boolean) => Object.entries(parts)
    .filter(([part]) => written.includes(part) === isNew)
    .map(([, words]) => words)
    .join(" and ");
  const [fresh, known] = [said(true), said(false)];
  if (!fresh) return `Already logged: ${known} ${atTime(time)}`;
  return `Logged ${fresh} ${atTime(time)}${known && `; ${known} was there already`}`;
}

/** What a figure is called, and how its amounts are said. */
const FIGURES: Record<BodyMetric, {
  name: string;
  say: (value: number, units?: UnitSystem) => string;
}> = {
  weight: { name: "Weight", say: weightInWords },
  fat: { name: "Body fat", say: (value) => `${tenths(value)} %` },
  bmi: { name: "BMI", say: tenths },
};

type Day = BodyFigures & { date: CivilDate };

/** `Weight 72.4 kg on 2026-03-20, down from 72.9 kg on 2026-03-14; BMI 22.9 …`. */
export function bodyOverDays(
  metrics: readonly BodyMetric[],
  { days, ...extent }: RangeExtent & { days: readonly Day[] },
  units?: UnitSystem,
): string {
  const said = metrics.flatMap((metric) => {
    const known = days.flatMap(({ date, [metric]: value }) =>
      value === undefined ? [] : [{ date, value }]);
    const [first, last] = [known[0], known.at(-1)];
    return first && last ? [courseOf(metric, [first, last], units)] : [];
  });
  return said.join("; ") || nothing(`${metrics.join(", ")} ${inWords(extent)}`);
}

interface Known {
  date: CivilDate;
  value: number;
}

function courseOf(metric: BodyMetric, [first, last]: [Known, Known], units?: UnitSystem) {
  const { name, say } = FIGURES[metric];
  const [before, now] = [say(first.value, units), say(last.value, units)];
  const said = `${name} ${now} on ${last.date}`;
  if (first === last) return said;
  if (before === now) return `${said}, as on ${first.date}`;
  const way = last.value < first.value ? "down" : "up";
  return `${said}, ${way} from ${before} on ${first.date}`;
}
