import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** What beforeDate and afterDate of the sleep list are compared with. */
    sleepListDateMeans: "start" | "dateOfSleep";
  }
}

export const sleepSwitches = {
  sleepListDateMeans: "start",
} satisfies Partial<Switches>;
