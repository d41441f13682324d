import type { Schemas } from "../schemas";

export const bodySchemas: Schemas = {
  BodyFat: { percentage: "double!", sampleTime: "ObservationSampleTime!" },
  BodyFatRollupValue: { bodyFatPercentageAvg: "double" },
  Height: { heightMillimeters: "int64!", sampleTime: "ObservationSampleTime!" },
  Weight: { notes: "string", sampleTime: "ObservationSampleTime!", weightGrams: "double!" },
  WeightRollupValue: { weightGramsAvg: "double" },
};
