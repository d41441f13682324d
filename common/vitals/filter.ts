import { fingerprint } from "../fingerprint";
import { readChoices } from "../input";
import type { Given } from "../pipedream";
import type { EcgReading } from "./shapes";

/** What an electrocardiogram is found to show, in Fitbit's words. */
export const ecgResults = [
  "Normal Sinus Rhythm", "Atrial Fibrillation", "Inconclusive", "Inconclusive: High heart rate",
  "Inconclusive: Low heart rate",
] as const;

/** The same on Google Health, which has two more. */
export const moreEcgResults = [...ecgResults, "Unreadable", "Not analyzed"] as const;

/** Reads which results are wanted; none means all. Throws a ConfigurationError for others. */
export function readEcgResults(given: Given<string[] | undefined>): string[] {
  return readChoices("Classifications", given, moreEcgResults);
}

export function isWantedEcg({ resultClassification = "" }: EcgReading, results: string[]): boolean {
  return !results.length || results.includes(resultClassification);
}

/** What a filter reads of it. */
export function contentOfEcg({ resultClassification = "" }: EcgReading): string {
  return fingerprint(resultClassification);
}
