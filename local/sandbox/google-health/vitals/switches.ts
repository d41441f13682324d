import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** HRV samples carry their HF and LF power; seen were few that do. */
    hrvPowers: boolean;
    /** The average HRV of every other night is 0, beside what deep sleep had. */
    hrvZeros: boolean;
    /** Skin temperature is worked out so long after a night, later than the rest. */
    skinMinutes: number;
    /** Breathing by stage comes a thousand times too small, as seen in May 2026. */
    breathsScaled: boolean;
    /** A stage in which breathing was not counted has a rate of 0, as seen, or of -0.001. */
    breathsUnknown: "zero" | "negative";
    /** Each night has a second summary of breathing, of all sleep alone. */
    breathsTwice: boolean;
    /** Oxygen is told a second time under an offset that is an hour behind, and once more
     *  without offset or figure. */
    oxygenTwice: boolean;
    /** What Health Connect has of glucose tells neither offset nor civil time. */
    glucoseWithoutOffset: boolean;
    /** Electrocardiograms tell no offset, as old ones. */
    ecgWithoutOffset: boolean;
  }
}

export const vitalsSwitches = {
  hrvPowers: false,
  hrvZeros: false,
  skinMinutes: 0,
  breathsScaled: false,
  breathsUnknown: "zero",
  breathsTwice: false,
  oxygenTwice: false,
  glucoseWithoutOffset: false,
  ecgWithoutOffset: false,
} satisfies Partial<HealthSwitches>;
