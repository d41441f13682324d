import type { Call } from "../call";
import { offsetAt, type Clock } from "../clocks";
import { numberOf, textOf } from "../fields";
import type { PairedDevice } from "../google-health/answers";
import { knownClock } from "../google-health/days";
import type { Requests } from "../google-health/requests";
import { instant } from "../google-health/times";
import { idOf } from "../google-health/values";
import { whole } from "../wire/pages";
import { readEach } from "../wire/records";
import type { Devices, DevicesApi } from "./api";
import { featuresOf, lastSyncedFirst, type Device } from "./shapes";

/** The only file that asks for Google's devices. */
export const devices = {
  /**
   * Their times are instants, which the user's clock makes local, as Fitbit's are; they have
   * been seen to be left out of devices that do sync.
   * https://developers.google.com/health/reference/rest/v4/users.pairedDevices/list
   */
  async listDevices(this: Requests, call: Call): Promise<Devices> {
    const paired = await whole(this.listPairedDevices(call));
    const hasSynced = paired.some(({ lastSyncTime }) => instant(lastSyncTime) !== undefined);
    const clock = hasSynced ? await knownClock(this, call) : undefined;
    const read = (device: unknown) => toDevice(device as PairedDevice, clock);
    const data = lastSyncedFirst(readEach(paired, "devices", read, call));
    const missing = hasSynced && !clock ? [NO_CLOCK] : undefined;
    return { data, missing, isEachSyncTold: false };
  },
} satisfies DevicesApi;

const NO_CLOCK = { part: "devices[].lastSyncTime", why: "no source" } as const;

/** A device in Fitbit's words; undefined without its id, which is Fitbit's own. */
function toDevice(device: PairedDevice, clock: Clock | undefined): Device | undefined {
  const id = idOf(device.name);
  if (!id) return undefined;
  return {
    id,
    type: textOf(device.deviceType),
    deviceVersion: textOf(device.deviceVersion),
    battery: textOf(device.batteryStatus),
    batteryLevel: numberOf(device.batteryLevel),
    lastSyncTime: clock && localTimeAt(clock, device.lastSyncTime),
    mac: textOf(device.macAddress),
    features: featuresOf(device.features),
  };
}

/** An instant as the user's clock shows it, without its offset. */
function localTimeAt(clock: Clock, time: unknown): string | undefined {
  const at = Date.parse(instant(time) ?? "");
  if (Number.isNaN(at)) return undefined;
  return new Date(at + offsetAt(clock, at)).toISOString().slice(0, -1);
}
