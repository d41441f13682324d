import type { Call } from "../call";
import { offsetAt, type Clock } from "../clocks";
import { numberOf, textOf } from "../fields";
import type { PairedDevice } from "../google-health/answers";
import { knownClock } from "../google-health/days";
import type { Requests } from "../google-health/requests";
import { instantMs } from "../google-health/times";
import { idOf } from "../google-health/values";
import { whole } from "../wire/pages";
import { readEach } from "../wire/records";
import type { Devices, DevicesApi, FoundDevice } from "./api";
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
    const hasSynced = paired.some((device) => syncOf(device) !== undefined);
    const clock = hasSynced ? await knownClock(this, call) : undefined;
    const read = (device: unknown) => toDevice(device as PairedDevice, clock);
    const data = lastSyncedFirst(readEach(paired, "devices", read, call));
    const missing = hasSynced && !clock ? [NO_CLOCK] : undefined;
    return { data, missing, isEachSyncTold: false };
  },

  /** The user's clock is asked for once a device is to be told of. */
  async findDevices(this: Requests, call: Call): Promise<FoundDevice[]> {
    const paired = await whole(this.listPairedDevices(call));
    const find = (value: unknown): FoundDevice | undefined => {
      const told = value as PairedDevice;
      const device = toDevice(told, undefined);
      if (!device) return undefined;
      const at = syncOf(told);
      const complete = async () => ({
        ...device,
        ...at !== undefined && toDevice(told, await knownClock(this, call)),
      });
      return { device, synced: at === undefined ? undefined : { utc: at }, complete };
    };
    const at = ({ synced }: FoundDevice) => synced && "utc" in synced ? synced.utc : 0;
    return readEach(paired, "devices", find, call).sort((a, b) => at(a) - at(b));
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
    lastSyncTime: clock && localTimeAt(clock, syncOf(device)),
    mac: textOf(device.macAddress),
    features: featuresOf(device.features),
  };
}

/** When a device synced last, in ms; undefined where it does not say. */
function syncOf({ lastSyncTime }: PairedDevice): number | undefined {
  return instantMs(lastSyncTime);
}

/** An instant as the user's clock shows it, without its offset. */
function localTimeAt(clock: Clock, at: number | undefined): string | undefined {
  if (at === undefined) return undefined;
  return new Date(at + offsetAt(clock, at)).toISOString().slice(0, -1);
}
