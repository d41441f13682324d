import { WRITER, type BodyFatLog, type WeightLog } from "./shapes";

/** Whether a log is wanted where those that apps wrote may not be. */
export function isWantedLog(log: WeightLog | BodyFatLog, skipsApps: boolean): boolean {
  return !skipsApps || log[WRITER] !== "app";
}
