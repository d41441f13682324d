import { picked } from "../fields";
import type { Listed } from "../lists";
import type { BodyFatLog, WeightLog } from "./shapes";

/** What a log keeps in a summary, on both apps. */
const WEIGHT_FIELDS = ["logId", "date", "time", "weight", "bmi", "fat"] as const;
const FAT_FIELDS = ["logId", "date", "time", "fat"] as const;

/** Weighings of a list, by their day. */
export const weightList: Listed<WeightLog> = {
  dayOf: ({ date }) => date,
  summaryOf: (log) => picked(log, WEIGHT_FIELDS),
};

export const bodyFatList: Listed<BodyFatLog> = {
  dayOf: ({ date }) => date,
  summaryOf: (log) => picked(log, FAT_FIELDS),
};
