/** An electrocardiogram, with the names that Fitbit gives its parts. */
export interface EcgReading {
  /** Local, without offset. */
  startTime: string;
  averageHeartRate?: number;
  /** Such as `Normal Sinus Rhythm`. */
  resultClassification?: string;
  /** Divided by `scalingFactor`, millivolts; absent in a summary. */
  waveformSamples?: number[];
  samplingFrequencyHz?: string;
  scalingFactor?: number;
  numberOfWaveformSamples?: number;
  leadNumber?: number;
  featureVersion?: string;
  deviceName?: string;
  firmwareVersion?: string;
}

/** A window of an alert, with the beats in it. */
export interface AlertWindow {
  startTime: string;
  bpmData: { dataTime: string; value: number }[];
}

/** A notification of an irregular rhythm: local times, without offset. */
export interface IrregularRhythmAlert {
  /** When what was detected began. */
  alertTime: string;
  /** When it was detected. */
  detectedTime?: string;
  serviceVersion?: string;
  algoVersion?: string;
  deviceType?: string;
  /** Absent in a summary. */
  windows?: AlertWindow[];
}

/** Whether the person takes part in notifications of irregular rhythms. */
export interface IrregularRhythmProfile {
  onboarded?: boolean;
  enrolled?: boolean;
  /** Local, without offset: when data that can be analyzed last arrived. */
  lastUpdated?: string;
}
