import { counted, nothing } from "../sentences";
import { isPhone, type Device } from "./shapes";

/** Devices that a sentence names; people have few. */
const NAMED = 3;

/** `2 devices: Charge 6, battery High (85 %), synced on 2026-03-20 at 08:41; phone, …`. */
export function devicesListed(devices: readonly Device[], isEachSyncTold: boolean): string {
  if (!devices.length) return nothing("devices");
  const unsynced = isEachSyncTold ? "never synced" : "";
  const named = devices.slice(0, NAMED).map((device) => inWords(device, unsynced)).join("; ");
  const more = devices.length > NAMED ? "; …" : "";
  return `${counted(devices.length, "device")}: ${named}${more}`;
}

/** `Charge 6 synced on 2026-03-20 at 08:41`. */
export function synced(device: Device): string {
  const when = syncIn(device);
  return `${nameOf(device)} synced${when ? ` ${when}` : ""}`;
}

/** `Charge 6: battery Low (18 %)`. */
export function batteryLow(device: Device): string {
  return `${nameOf(device)}: ${batteryIn(device)}`;
}

function inWords(device: Device, unsynced: string): string {
  const when = syncIn(device);
  return [
    isPhone(device) ? "phone" : nameOf(device),
    device.battery && !isPhone(device) ? batteryIn(device) : "",
    when ? `synced ${when}` : unsynced,
  ].filter(Boolean).join(", ");
}

function nameOf({ deviceVersion, type }: Device): string {
  return deviceVersion ?? type ?? "device";
}

function batteryIn({ battery, batteryLevel }: Device): string {
  if (battery === undefined) return `battery at ${batteryLevel} %`;
  return `battery ${battery}${batteryLevel === undefined ? "" : ` (${batteryLevel} %)`}`;
}

/** When it synced last; empty where that is not told. */
function syncIn({ lastSyncTime = "" }: Device): string {
  const [day, time = ""] = lastSyncTime.split("T");
  return day ? `on ${day} at ${time.slice(0, 5)}` : "";
}
