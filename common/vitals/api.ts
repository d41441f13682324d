import type { Call } from "../call";
import type { LogQuery } from "../lists";
import type { Found, Reading } from "../polling/found";
import type { Days } from "../ranges";
import type { Pages } from "../wire/pages";
import type { CardioSeries } from "./cardio";
import type { CoreSeries } from "./core";
import type { GlucoseReading, GlucoseSeries } from "./glucose";
import type { Vital, VitalSeries } from "./metrics";
import type { ReadingsSeries, ReadVital } from "./readings";
import type { EcgReading, IrregularRhythmAlert, IrregularRhythmProfile } from "./shapes";
import type { StagesSeries } from "./stages";

export interface VitalsApi {
  /** A vital of each night; the oldest day first, as in all series. */
  getVitals<V extends Vital>(vital: V, range: Days, call: Call): Promise<VitalSeries<V>>;
  /** Each reading of a vital, by nights. */
  getVitalReadings<V extends ReadVital>(
    vital: V, range: Days, call: Call,
  ): Promise<ReadingsSeries<V>>;
  /** Breathing rates of each night by sleep stage. */
  getBreathingByStage(range: Days, call: Call): Promise<StagesSeries>;
  /** VO2 max of each day, in ml/kg/min. */
  getCardioFitness(range: Days, call: Call): Promise<CardioSeries>;
  /** Body temperatures, in the unit of the call's system. */
  getCoreTemperatures(range: Days, call: Call): Promise<CoreSeries>;
  /** Blood glucose of each day, in the unit of the call's system. */
  getBloodGlucose(
    range: Days, wanted: { values: boolean }, call: Call,
  ): Promise<GlucoseSeries>;
  /** The same, and what follows, as sources poll them. */
  listRecentGlucose(reading: Reading, call: Call): Pages<Found<GlucoseReading>>;
  listRecentEcgReadings(reading: Reading, call: Call): Pages<Found<EcgReading>>;
  listRecentRhythmAlerts(reading: Reading, call: Call): Pages<Found<IrregularRhythmAlert>>;
  /** Electrocardiograms, newest first. */
  listEcgReadings(wanted: LogQuery, call: Call): Pages<EcgReading>;
  /** Notifications of irregular rhythms, newest first. */
  listIrregularRhythmAlerts(wanted: LogQuery, call: Call): Pages<IrregularRhythmAlert>;
  getIrregularRhythmProfile(call: Call): Promise<IrregularRhythmProfile>;
}
