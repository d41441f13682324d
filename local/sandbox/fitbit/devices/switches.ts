import type { Switches } from "../switches";

declare module "../switches" {
  interface Switches {
    /** A device that never synced is listed, without `lastSyncTime`. */
    unusedDevice: boolean;
    /** The phone's `batteryLevel`, of which nothing is known: missing, or 0. */
    phoneBatteryLevel: "missing" | "zero";
  }
}

export const devicesSwitches = {
  unusedDevice: false,
  phoneBatteryLevel: "missing",
} satisfies Partial<Switches>;
