import type { Call } from "../call";
import type { CivilDate } from "../dates";
import { isFields } from "../fields";
import type { Crossed, Looking } from "../polling/crossings";
import { figuresIn, isDay, isTime } from "../polling/json";
import { allOf } from "../ranges";
import { columnUnits, flatRow, type Cells, type FlatRow } from "../rows";
import { nothing } from "../sentences";
import type { UnitSystem } from "../units";
import { askingFor, partOf, type Asked, type Asking, type Lacking } from "./asking";
import { daysFrom } from "./daily";
import { isNightMetric, nightMetrics, tellingOf, type NightMetric } from "./night-metrics";
import type { SummaryApi } from "./parts";
import { figureInWords } from "./text";

/** What was measured in a night, as a flat row of the day that it ended on. */
export interface NightReport {
  date: CivilDate;
  row: FlatRow;
  units: Record<string, string>;
  missing?: Lacking[];
}

/** Which metrics are wanted, and how long they are waited for after the first. */
export interface NightlyChoice {
  metrics: readonly NightMetric[];
  hoursAfter: number;
}

/** A night of which not all has landed: since when, and what had. */
interface OpenNight {
  at: number;
  has: NightMetric[];
}

/** What is kept: whose turn it was, what could not be read and when, the nights that wait. */
interface Note {
  last?: NightMetric;
  lost: Lost;
  nights: Record<CivilDate, OpenNight>;
}

type Lost = { [M in NightMetric]?: number };

const HOUR_MS = 3_600_000;
/** What may not be read is not asked for again before. */
const LOST_FOR_MS = 6 * HOUR_MS;

/**
 * The nights of which all has landed, or as much as there is some hours after the first of it.
 * The metrics take turns: when one has news, or a night has waited long enough, the others are
 * asked for, too. What is there on the first look is taken as it is.
 */
export async function nightsMeasured(
  app: SummaryApi, choice: NightlyChoice, looking: Looking, call: Call,
): Promise<Crossed<NightReport>> {
  const kept = readNote(looking.note);
  const note = kept ?? { lost: {}, nights: {} };
  const ask = askingFor(app, daysFrom(looking.since, looking.now), call);
  const turn = await takeTurn(choice.metrics, { note, now: looking.now }, ask);
  const passed = { ...note, last: turn.metric, lost: turn.lost };
  const isNews = [...turn.days.keys()].some((date) =>
    isOpen(date, looking) && !note.nights[date]?.has.includes(turn.metric));
  const isDue = Object.values(note.nights)
    .some((night) => isRipe(night, choice, passed, looking));
  if (kept && !isNews && !isDue) return { crossings: [], note: passed };
  return await judge(choice, { kept, ask, last: turn.metric }, looking, call);
}

const isOpen = (date: CivilDate, { since, isTold }: Looking): boolean =>
  date >= since && !isTold(date);

function isRipe(
  { at, has }: OpenNight, { metrics, hoursAfter }: NightlyChoice,
  { lost }: Pick<Note, "lost">, { now }: Pick<Looking, "now">,
): boolean {
  return now >= at + hoursAfter * HOUR_MS
    || metrics.every((metric) => has.includes(metric) || isLost(lost, metric, now));
}

function isLost(lost: Lost, metric: NightMetric, now: number): boolean {
  const at = lost[metric];
  return at !== undefined && now - at < LOST_FOR_MS;
}

/** The metric whose turn it is. One that cannot be read leaves it to the next. */
async function takeTurn(
  metrics: readonly NightMetric[], { note, now }: { note: Note; now: number }, ask: Asking,
) {
  const telling = tellingOf(metrics);
  const waiting = Object.keys(note.nights).length ? metrics : telling;
  const order = [
    ...after(note.last, waiting).filter((metric) => !isLost(note.lost, metric, now)),
    ...telling.filter((metric) => isLost(note.lost, metric, now)),
  ];
  let { lost } = note;
  let failure: unknown;
  for (const metric of order) {
    const { days, error } = await ask(partOf(metric));
    if (error === undefined) return { metric, days, lost: { ...lost, [metric]: undefined } };
    lost = { ...lost, [metric]: now };
    failure = error;
  }
  throw failure;
}

/** The metrics from the one behind another on. */
function after(last: NightMetric | undefined, metrics: readonly NightMetric[]): NightMetric[] {
  const next = metrics.findIndex((metric) => metric === last) + 1;
  return [...metrics.slice(next), ...metrics.slice(0, next)];
}

/** Holds all metrics of all nights together: which are told of, and which wait on. */
async function judge(
  choice: NightlyChoice,
  { kept, ask, last }: { kept: Note | undefined; ask: Asking; last: NightMetric },
  looking: Looking,
  call: Call,
): Promise<Crossed<NightReport>> {
  const asked = new Map(await allOf(choice.metrics, async (metric) =>
    [metric, await ask(partOf(metric))] as const));
  const daysOf = (metric: NightMetric) => [...asked.get(metric)?.days.keys() ?? []];
  const lost: Lost = Object.fromEntries(choice.metrics.flatMap((metric) =>
    asked.get(metric)?.error === undefined ? [] : [[metric, looking.now]]));
  const landed = new Set(tellingOf(choice.metrics).flatMap(daysOf));
  const nights = [...landed].filter((date) => isOpen(date, looking))
    .map((date): [CivilDate, OpenNight] => [date, {
      at: kept ? kept.nights[date]?.at ?? looking.now : 0,
      has: choice.metrics.filter((metric) => daysOf(metric).includes(date)),
    }]);
  const isReady = (night: OpenNight) => isRipe(night, choice, { lost }, looking);
  return {
    crossings: nights.filter(([, night]) => isReady(night)).map(([date, night]) => ({
      id: date,
      day: date,
      ts: Date.parse(`${date}T12:00:00Z`),
      report: () => reportOf(date, { ...choice, has: night.has, asked }, call),
    })),
    note: {
      last,
      lost,
      nights: Object.fromEntries(nights.filter(([, night]) => !isReady(night))),
    } satisfies Note,
  };
}

function reportOf(
  date: CivilDate,
  { metrics, has, asked }: {
    metrics: readonly NightMetric[]; has: NightMetric[]; asked: Map<NightMetric, Asked>;
  },
  { unitSystem }: Call,
): NightReport {
  const parts = metrics.map((metric) => asked.get(metric)?.days.get(date) ?? {});
  const missing = metrics.flatMap((metric): Lacking[] => {
    const { missing: lost = [] } = asked.get(metric) ?? {};
    if (has.includes(metric) || lost.length) return lost;
    return [{ part: partOf(metric).name, why: "not yet" }];
  });
  return {
    date,
    row: flatRow(date, Object.assign({}, ...parts) as Cells),
    units: columnUnits(unitSystem),
    ...missing.length && { missing },
  };
}

/** `resting heart rate 58 bpm, oxygen saturation 96.4 % in the night to 2026-03-20`. */
export function nightInWords(
  { date, row }: NightReport, system: UnitSystem | undefined,
): string {
  const figures = nightMetrics.flatMap((metric) => {
    const figure = row[metric];
    return figure === null ? [] : [figureInWords(metric, figure, system)];
  });
  return figures.length
    ? `${figures.join(", ")} in the night to ${date}`
    : nothing(`figures of the night to ${date}`);
}

/** What was kept; undefined before the first look. */
function readNote(value: unknown): Note | undefined {
  if (!isFields(value)) return undefined;
  const { last, lost, nights } = value;
  const open = Object.entries(isFields(nights) ? nights : {})
    .flatMap(([date, night]) =>
      isDay(date) && isOpenNight(night) ? [[date, night] as const] : []);
  return {
    ...isNightMetric(last) && { last },
    lost: Object.fromEntries(Object.entries(figuresIn(lost))
      .filter(([metric]) => isNightMetric(metric))),
    nights: Object.fromEntries(open),
  };
}

const isOpenNight = (value: unknown): value is OpenNight => isFields(value)
  && isTime(value.at) && Array.isArray(value.has) && value.has.every(isNightMetric);
