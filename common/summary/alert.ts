import { baselineOf, deviationsOff, LEAST_FIGURES, type Baseline } from "../baseline";
import type { Call } from "../call";
import { addDays, isWithin, type CivilDate } from "../dates";
import { defined, isFields } from "../fields";
import { fingerprint } from "../fingerprint";
import type { Crossed, Looking } from "../polling/crossings";
import { isDay } from "../polling/json";
import type { FigureColumn } from "../rows";
import { amount } from "../sentences";
import { rounded, type UnitSystem } from "../units";
import type { AlertRule } from "./alert-rule";
import { daysFrom, readDaily, unitOfMetric, type DailyFigures } from "./daily";
import type { SummaryApi } from "./parts";
import { figureInWords } from "./text";
import { DAILY } from "./worn";

/** A day whose figure is off. */
export interface Alert {
  date: CivilDate;
  metric: FigureColumn;
  value: number;
  side: AlertRule["side"];
  /** Absent for a count. */
  unit?: string;
  threshold?: number;
  /** What was usual in the days before, the days that it rests on, and how far off this is. */
  baseline?: Baseline & { off: number };
}

/** What is kept. */
interface Note {
  line: string;
  /** A fingerprint of the days that were over, where only those are judged. */
  over?: string;
  /** What a baseline is made of, where there is one. */
  figures?: Record<CivilDate, number>;
}

/**
 * The days whose figure is off. What grows as a day goes on is above a line at once, and below
 * it once the watch has synced past the end of the day.
 */
export async function alertsOf(
  app: SummaryApi, rule: AlertRule, looking: Looking, call: Call,
): Promise<Crossed<Alert>> {
  const line = JSON.stringify([rule, call.unitSystem]);
  const { note } = looking;
  const known = isNote(note) && note.line === line ? note : undefined;
  const over = rule.side === "below"
    ? await daysOver(app, rule.metric, looking, call)
    : undefined;
  const print = over?.worn && fingerprint(over.worn.join(" "));
  const isSame = print !== undefined && print === known?.over;
  if (isSame) return { crossings: [], line, note: known };
  const reading = { ...looking, kept: known?.figures, over };
  const figures = await readFigures(app, rule, reading, call);
  const isJudged = (date: CivilDate) =>
    date >= looking.since && (over?.isOver(date) ?? true);
  // What is not there yet is looked for again.
  const isWhole = over?.worn?.every((date) => !over.isOver(date) || figures.has(date));
  const alerts = [...figures].flatMap(([date, value]) =>
    isJudged(date) ? alertOf(rule, { date, value, figures }, call) : []);
  sayWhatIsMissing(rule, figures, call);
  return {
    crossings: alerts.map((alert) => ({
      id: `${alert.date}-${rule.metric}-${rule.side}`,
      day: alert.date,
      ts: Date.parse(`${alert.date}T12:00:00Z`),
      report: () => alert,
    })),
    line,
    note: {
      line,
      over: isWhole ? print : undefined,
      ...rule.deviations !== undefined && { figures: Object.fromEntries(figures) },
    },
  };
}

/** Which days are over, and where a watch says so, the days on which it was worn. */
interface DaysOver {
  isOver(date: CivilDate): boolean;
  worn?: CivilDate[];
}

/** What is added up over a day, or of the sleeps that end on it. */
const OF_A_DAY: readonly FigureColumn[] = [
  ...DAILY, "sleepMinutes", "deepMinutes", "lightMinutes", "remMinutes", "awakeMinutes",
];
const EATEN: readonly FigureColumn[] = ["caloriesIn", "water"];

/** From the beginning of a day of UTC until it is over everywhere on earth. */
const OVER_MS = 36 * 3_600_000;

/** Undefined of what is measured once: that is as low as it is. */
async function daysOver(
  app: SummaryApi, metric: FigureColumn, { since, now }: Looking, call: Call,
): Promise<DaysOver | undefined> {
  if (EATEN.includes(metric)) {
    const day = new Date(now - OVER_MS).toISOString().slice(0, 10);
    return { isOver: (date) => date <= day };
  }
  if (!OF_A_DAY.includes(metric)) return undefined;
  const worn = await app.listWatchDays(since, call);
  const newest = worn.at(-1) ?? "";
  return { isOver: (date) => date < newest, worn };
}

/** The figures of the days that are judged, and where it takes them of those before. */
async function readFigures(
  app: SummaryApi,
  { metric, deviations, baselineDays }: AlertRule,
  { since, now, kept, over }: Pick<Looking, "since" | "now"> & {
    kept?: Record<CivilDate, number>;
    over?: DaysOver;
  },
  call: Call,
): Promise<DailyFigures> {
  const first = deviations === undefined ? since : addDays(since, -baselineDays);
  const before = { from: first, to: addDays(since, -1) };
  const known = Object.entries(kept ?? {}).filter(([date]) => isWithin(date, before));
  const range = daysFrom(kept ? since : first, now);
  // Zeros count in what is usual, and below a line.
  const zeros = deviations !== undefined || over !== undefined;
  const worn = deviations === undefined ? over?.worn : undefined;
  const read = await readDaily(app, { column: metric, range, zeros, worn }, call);
  return new Map([...known, ...read]);
}

function alertOf(
  { metric, side, threshold, deviations, baselineDays }: AlertRule,
  { date, value, figures }: { date: CivilDate; value: number; figures: DailyFigures },
  { unitSystem }: Call,
): Alert[] {
  const unit = unitOfMetric(metric, unitSystem);
  const sign = side === "above" ? 1 : -1;
  const alert = {
    date, metric, value, side, ...unit !== undefined && { unit }, ...defined({ threshold }),
  };
  if (threshold !== undefined && sign * (value - threshold) <= 0) return [];
  if (deviations === undefined) return [alert];
  const baseline = baselineOf(figuresBefore(date, baselineDays, figures));
  const off = baseline && deviationsOff(value, baseline);
  if (!baseline || off === undefined || sign * off <= deviations) return [];
  return [{ ...alert, baseline: { ...baseline, off: rounded(off, 1) } }];
}

function figuresBefore(date: CivilDate, days: number, figures: DailyFigures): number[] {
  const range = { from: addDays(date, -days), to: addDays(date, -1) };
  return [...figures].flatMap(([day, figure]) => isWithin(day, range) ? figure : []);
}

/** Says in the log how many days there are, until there are enough for a baseline. */
function sayWhatIsMissing(
  { deviations, baselineDays }: AlertRule, figures: DailyFigures, { note }: Call,
): void {
  if (deviations === undefined) return;
  const newest = [...figures.keys()].sort().at(-1);
  const { length } = newest === undefined ? [] : figuresBefore(newest, baselineDays, figures);
  if (length >= LEAST_FIGURES) return;
  note?.(`What is usual takes ${LEAST_FIGURES} days with a figure: there are ${length} so far.`);
}

/** `resting heart rate 71 bpm on 2026-03-19, above the usual 58 of 28 days`. */
export function alertInWords(
  { date, metric, value, side, threshold, baseline }: Alert, system: UnitSystem | undefined,
): string {
  const lines = [
    threshold !== undefined && amount(threshold),
    baseline && `the usual ${amount(baseline.mean)} of ${baseline.n} days`,
  ].filter(Boolean);
  return `${figureInWords(metric, value, system)} on ${date}, ${side} ${lines.join(" and ")}`;
}

const isNote = (value: unknown): value is Note => isFields(value)
  && typeof value.line === "string"
  && (value.over === undefined || typeof value.over === "string")
  && (value.figures === undefined || isFigures(value.figures));

const isFigures = (value: unknown): boolean => isFields(value)
  && Object.entries(value).every(([day, figure]) => isDay(day) && typeof figure === "number");
