import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** What vitals of days without any answer: their empty list, `{}`, or no body at all. */
    vitalsWithoutData: "list" | "object" | "nothing";
    /** Skin temperature is worked out so long after a night, later than the rest. */
    skinMinutes: number;
  }
}

export const vitalsSwitches = {
  vitalsWithoutData: "list",
  skinMinutes: 0,
} satisfies Partial<Switches>;
