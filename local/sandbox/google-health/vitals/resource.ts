import { dataType, METHODS, SCOPES } from "../data-type";
import type { Resource } from "../resource";

const { activity, metrics } = SCOPES;

export const vitals: Resource = {
  types: [
    dataType("blood-glucose", "sample", metrics, METHODS.samples),
    dataType("core-body-temperature", "sample", metrics, METHODS.samples),
    dataType("daily-oxygen-saturation", "daily", metrics, METHODS.read),
    dataType("daily-respiratory-rate", "daily", metrics, METHODS.read),
    dataType("daily-sleep-temperature-derivations", "daily", metrics, METHODS.read),
    dataType("daily-vo2-max", "daily", activity, METHODS.read),
    dataType("oxygen-saturation", "sample", metrics, METHODS.read),
    dataType("respiratory-rate-sleep-summary", "sample", metrics, METHODS.read),
    dataType("run-vo2-max", "sample", activity, METHODS.series),
    dataType("vo2-max", "sample", activity, METHODS.read),
  ],
};
