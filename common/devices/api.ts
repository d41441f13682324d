import type { Answer } from "../answer";
import type { Call } from "../call";
import type { Moment } from "../clocks";
import type { Device } from "./shapes";

export interface Devices extends Answer<Device[]> {
  /** Whether a device without the time of a sync never synced, and it was not left out. */
  isEachSyncTold: boolean;
}

/** A device as a poll finds it. */
export interface FoundDevice {
  /** As the list of devices tells of it. */
  device: Device;
  /** When it synced last; undefined where that is not told. */
  synced?: Moment;
  /** The device with what takes a request more; asked of one that is to be told of. */
  complete(): Promise<Device>;
}

export interface DevicesApi {
  /** The person's devices, the one that synced last first. */
  listDevices(call: Call): Promise<Devices>;

  /** The same for a source, the one that synced last at the end. */
  findDevices(call: Call): Promise<FoundDevice[]>;
}
