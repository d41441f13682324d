import { inWords, type Days, type RangeExtent } from "../ranges";
import { amount, counted, nothing } from "../sentences";
import { seriesResult, type SeriesResult } from "../series";
import { statisticsOf } from "../statistics";
import { rounded, unitsOf, type UnitSystem } from "../units";
import type { CardioRows, CardioSeries, CardioFigures } from "./cardio";
import type { CoreSeries } from "./core";
import type { GlucoseReading, GlucoseSeries } from "./glucose";
import { labelOf, valuesOf, type Vital, type VitalSeries } from "./metrics";
import type { ReadingsSeries, ReadVital } from "./readings";
import type { EcgReading, IrregularRhythmAlert } from "./shapes";
import type { StagesSeries } from "./stages";

/** What the figures of a range come to, in one unit. */
interface Told {
  label: string;
  unit: string;
  /** One of each day that has it. */
  values: readonly number[];
  /** What there is beside them. */
  days: readonly object[];
}

/** `Oxygen saturation 96.4 % on average, 95 to 97.5, on 28 days from …`. */
export function figuresOverDays(
  { label, unit, values, days }: Told, extent: RangeExtent,
): string {
  const range = inWords(extent);
  const figures = statisticsOf(values);
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  if (!days.length) return nothing(`${name} ${range}`);
  if (!figures) return `No ${name}, but parts of it ${onDays(days.length, extent)}`;
  const [mean, least, most] = [figures.mean, figures.minimum, figures.maximum].map(tenths);
  const on = onDays(values.length, extent);
  if (values.length === 1) return `${label} ${mean} ${unit} ${on}`;
  return `${label} ${mean} ${unit} on average, ${least} to ${most}, ${on}`;
}

const tenths = (value: number): string => amount(rounded(value, 1));

/** `on 28 days from …`; of a range of one day, that day alone. */
function onDays(count: number, extent: RangeExtent): string {
  const range = inWords(extent);
  return extent.startDate === extent.endDate ? range : `on ${counted(count, "day")} ${range}`;
}

/** The units of vitals, as sentences have them. */
const UNITS: { [V in Vital]: (system: UnitSystem | undefined) => string } = {
  hrv: () => "ms",
  spo2: () => "%",
  br: () => "breaths a minute",
  tempSkin: (system) => unitsOf(system).temperature.word,
};

/** A vital of nights: what is returned, and what is said of it. */
export function vitalsTold<V extends Vital>(
  vital: V, series: VitalSeries<V>, range: Days, system?: UnitSystem,
) {
  const result = seriesResult(series, range, [vital]);
  const values = valuesOf(vital, series.days.slice(0, result.count));
  const unit = UNITS[vital](system);
  const told = { label: labelOf(vital), unit, values, days: result.days };
  return { result, sentence: figuresOverDays(told, result), error: series.error };
}

/** The same of its readings: `3,120 readings of heart rate variability on 28 days from …`. */
export function readingsTold<V extends ReadVital>(
  vital: V, series: ReadingsSeries<V>, range: Days,
) {
  const result = seriesResult(series, range, [vital]);
  const days = series.days.slice(0, result.count);
  const count = days.reduce((sum, { figures }) => sum + figures.readings, 0);
  const name = labelOf(vital).toLowerCase();
  const sentence = count
    ? `${counted(count, "reading")} of ${name} ${onDays(days.length, result)}`
    : nothing(`readings of ${name} ${inWords(result)}`);
  return { result, sentence, error: series.error };
}

/** The same of breathing rates by stage, of which that of all sleep is spoken of. */
export function stagesTold(series: StagesSeries, range: Days) {
  const result = seriesResult(series, range, ["br"]);
  const values = result.days.flatMap(({ fullSleepBreathingRate: rate }) => rate ?? []);
  const told = { label: labelOf("br"), unit: UNITS.br(undefined), values, days: result.days };
  return { result, sentence: figuresOverDays(told, result), error: series.error };
}

/** `VO2 max 44-48 ml/kg/min on 2026-03-19, the last of 28 days from …`. */
function cardioOverDays(
  { days, ...extent }: SeriesResult<CardioRows, CardioFigures>,
): string {
  const range = inWords(extent);
  const last = days.at(-1);
  if (!last) return nothing(`VO2 max ${range}`);
  const { date, vo2Max, vo2MaxLow, vo2MaxHigh } = last;
  const score = vo2Max === undefined ? `${vo2MaxLow}-${vo2MaxHigh}` : tenths(vo2Max);
  const newest = `VO2 max ${score} ml/kg/min on ${date}`;
  return days.length === 1 ? newest : `${newest}, the last of ${counted(days.length, "day")} ${range}`;
}

/** Cardio fitness scores, of which the last is spoken of. */
export function cardioTold(series: CardioSeries, range: Days) {
  const result = seriesResult(series, range, ["cardioScore"]);
  return { result, sentence: cardioOverDays(result), error: series.error };
}

/** Body temperatures, of which the mean of each day is spoken of. */
export function coreTold(series: CoreSeries, range: Days, system: UnitSystem | undefined) {
  const result = seriesResult(series, range, ["tempCore"]);
  const told = {
    label: "Body temperature",
    unit: unitsOf(system).temperature.word,
    values: result.days.map(({ coreTemperature }) => coreTemperature),
    days: result.days,
  };
  return { result, sentence: figuresOverDays(told, result), error: series.error };
}

/** `5.8 mmol/L on 2026-03-20 at 07:45`. */
export function glucoseRead({ value, dateTime }: GlucoseReading, system?: UnitSystem): string {
  return `${amount(value)} ${unitsOf(system).glucose.word} ${atTime(dateTime)}`;
}

/** `Normal Sinus Rhythm on 2026-03-20 at 19:34, heart rate 70`. */
export function ecgTaken(reading: EcgReading): string {
  const { resultClassification: result = "ECG", startTime, averageHeartRate: rate } = reading;
  const beside = rate === undefined ? "" : `, heart rate ${rate}`;
  return `${result} ${atTime(startTime)}${beside}`;
}

/** `Irregular heart rhythm on 2026-03-20 at 02:12`. */
export function rhythmAlerted({ alertTime }: IrregularRhythmAlert): string {
  return `Irregular heart rhythm ${atTime(alertTime)}`;
}

/** `on 2026-03-20 at 07:45`, of a local time. */
function atTime(time: string): string {
  return `on ${time.slice(0, 10)} at ${time.slice(11, 16)}`;
}

/** Blood glucose, of which the mean of each day is spoken of. */
export function glucoseTold(
  series: GlucoseSeries, range: Days, system: UnitSystem | undefined,
) {
  const result = seriesResult(series, range, ["bloodGlucose"]);
  const told = {
    label: "Blood glucose",
    unit: unitsOf(system).glucose.word,
    values: result.days.flatMap(({ bloodGlucose }) => bloodGlucose ?? []),
    days: result.days,
  };
  return { result, sentence: figuresOverDays(told, result), error: series.error };
}
