import type { Answer } from "../answer";
import type { Call } from "../call";
import type { Device } from "./shapes";

export interface Devices extends Answer<Device[]> {
  /** Whether a device without the time of a sync never synced, and it was not left out. */
  isEachSyncTold: boolean;
}

export interface DevicesApi {
  /** The person's devices, the one that synced last first. */
  listDevices(call: Call): Promise<Devices>;
}
