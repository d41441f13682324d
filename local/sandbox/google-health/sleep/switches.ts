import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** reconcile gives each entry of a sleep's `stagesSummary` twice, as seen. */
    doubledStages: boolean;
    /** Short awakenings count as AWAKE in a sleep's summary; the real ones count as sleep. */
    shortAwakeningsCounted: boolean;
    /** Restless minutes of a classic sleep count as awake; documented is AWAKE alone. */
    restlessIsAwake: boolean;
    /** A sleep's summary shows zeros, as seen, instead of leaving them out. */
    zerosInSleepSummary: boolean;
    /** What another app tells of a sleep says that it is processed; both were reported. */
    appSleepsProcessed: boolean;
    /** A sleep that goes on while the watch syncs is there as far as it is known. */
    nightsInProgress: boolean;
    /** Minutes after its end in which a sleep is there, but not yet processed. */
    sleepProcessingMinutes: number;
  }
}

export const sleepSwitches = {
  doubledStages: true,
  shortAwakeningsCounted: false,
  restlessIsAwake: false,
  zerosInSleepSummary: true,
  appSleepsProcessed: true,
  nightsInProgress: false,
  sleepProcessingMinutes: 0,
} satisfies Partial<HealthSwitches>;
