import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** What was written down answers as a list of the one log, as one example has it. */
    weightLogListed: boolean;
    /** Logs of the first years have no `source`. */
    bodyLogSource: boolean;
    /** What series have of the days before the first log. */
    bodyBeforeFirst: "nothing" | "zero";
  }
}

export const bodySwitches = {
  weightLogListed: false,
  bodyLogSource: true,
  bodyBeforeFirst: "nothing",
} satisfies Partial<Switches>;
