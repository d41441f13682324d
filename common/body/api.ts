import type { Answer } from "../answer";
import type { Call } from "../call";
import type { DayInput } from "../dates";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import type { RecordStream } from "../polling/record-stream";
import type { Days } from "../ranges";
import type { Series } from "../series";
import type { Pages } from "../wire/pages";
import type { BodyFigures, BodyMetric, BodyRows } from "./metrics";
import type { BodyFatLog, NewBodyFat, NewWeight, WeightDay, WeightLog } from "./shapes";

export type MeasurementRules = Pick<RecordStream<object>, "identity" | "lookBackDays">;

/** Weights are in the units of the call. */
export interface BodyApi {
  /** Every weighing of a day. */
  getWeightDay(day: DayInput, call: Call): Promise<WeightDay>;
  /** Weighings, the newest first. */
  listWeightLogs(wanted: LogQuery, call: Call): Pages<WeightLog>;
  /** Weighings as a source polls them. */
  listRecentWeights(reading: Reading, call: Call): Pages<Found<WeightLog>>;
  /** How measurements are known again, and how late they may come. */
  getMeasurementRules(): MeasurementRules;
  /** The weighing that is stored already: of the same minute, or of the day, and weight. */
  findWeightLog(made: NewWeight, call: Call): Promise<{ weightLog: WeightLog } | undefined>;
  /** Records a weighing, and gives it as stored. */
  createWeightLog(made: NewWeight, call: Call): Promise<Answer<{ weightLog?: WeightLog }>>;
  deleteWeightLog(logId: string, call: Call): Promise<void>;
  /** Measurements of body fat, the newest first. */
  listBodyFatLogs(wanted: LogQuery, call: Call): Pages<BodyFatLog>;
  listRecentBodyFats(reading: Reading, call: Call): Pages<Found<BodyFatLog>>;
  /** The same for body fat. */
  findBodyFatLog(made: NewBodyFat, call: Call): Promise<{ fatLog: BodyFatLog } | undefined>;
  createBodyFatLog(made: NewBodyFat, call: Call): Promise<Answer<{ fatLog?: BodyFatLog }>>;
  deleteBodyFatLog(logId: string, call: Call): Promise<void>;
  /** Figures a day of each metric, the oldest day first. */
  getBodyTimeSeries(
    metrics: readonly BodyMetric[],
    range: Days,
    call: Call,
  ): Promise<Series<BodyRows, BodyFigures>>;
}
