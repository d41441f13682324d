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

function inWords(device: Device, unsynced: string): string {
  const { deviceVersion, type, battery, batteryLevel, lastSyncTime = "" } = device;
  const [day, time = ""] = lastSyncTime.split("T");
  const level = batteryLevel === undefined ? "" : ` (${batteryLevel} %)`;
  return [
    isPhone(device) ? "phone" : deviceVersion ?? type ?? "device",
    battery && !isPhone(device) ? `battery ${battery}${level}` : "",
    day ? `synced on ${day} at ${time.slice(0, 5)}` : unsynced,
  ].filter(Boolean).join(", ");
}
