import type { Answer } from "../answer";
import type { Call } from "../call";
import type { Device } from "./shapes";

export interface DevicesApi {
  /** The person's devices, the one that synced last first. */
  listDevices(call: Call): Promise<Answer<Device[]>>;
}
