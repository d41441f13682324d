import type { HealthSwitches } from "../switches";

declare module "../switches" {
  interface HealthSwitches {
    /** Devices carry their address and their features, as documented; seen was neither. */
    deviceDetails: boolean;
    /** A device that never synced is listed, without `lastSyncTime`. */
    unusedDevice: boolean;
  }
}

export const devicesSwitches = {
  deviceDetails: false,
  unusedDevice: false,
} satisfies Partial<HealthSwitches>;
