import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** What vitals of days without any answer: their empty list, `{}`, or no body at all. */
    vitalsWithoutData: "list" | "object" | "nothing";
  }
}

export const vitalsSwitches = {
  vitalsWithoutData: "list",
} satisfies Partial<Switches>;
