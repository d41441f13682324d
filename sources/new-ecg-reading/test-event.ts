/** An event in the shape of the real ones, whose waveform has 7,500 samples. */
export default {
  averageHeartRate: 70,
  deviceName: "Charge 6",
  featureVersion: "1.2.3-2.11-2.14",
  firmwareVersion: "1.2.3",
  leadNumber: 1,
  numberOfWaveformSamples: 7500,
  resultClassification: "Normal Sinus Rhythm",
  samplingFrequencyHz: "250",
  scalingFactor: 10922,
  startTime: "2026-03-20T19:34:30.222",
  waveformSamples: [
    130,
    176,
    252,
    365,
  ],
};
