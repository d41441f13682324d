import type { Call } from "../call";
import { readTime } from "../clocks";
import { isFields, textOf } from "../fields";
import { get, type Requests } from "../fitbit/requests";
import { path } from "../wire/paths";
import { localTimeOf, numbersOf, readEach, textsOf } from "../wire/records";
import type { Devices, DevicesApi, FoundDevice } from "./api";
import { featuresOf, isPhone, lastSyncedFirst, type Device } from "./shapes";

/** The only file that knows Fitbit's path of devices. */
export const devices = {
  /** https://dev.fitbit.com/build/reference/web-api/devices/get-devices/ */
  async listDevices(this: Requests, call: Call): Promise<Devices> {
    return { data: await listed(this, call), isEachSyncTold: true };
  },

  /** The time of a sync is local, and says nothing of its offset. */
  async findDevices(this: Requests, call: Call): Promise<FoundDevice[]> {
    const found = (await listed(this, call)).map((device) => ({
      device,
      synced: device.lastSyncTime === undefined
        ? undefined
        : readTime(device.lastSyncTime).moment,
      complete: () => Promise.resolve(device),
    }));
    return found.reverse();
  },
} satisfies DevicesApi;

/** The devices, the one that synced last first. */
async function listed(app: Requests, call: Call): Promise<Device[]> {
  const answer: object = await get<object>(app, {
    path: path`/1/user/-/devices.json`,
    root: "[]",
    scope: "settings",
  }, call);
  return lastSyncedFirst(readEach(answer, "devices", readDevice, call));
}

/** A device; undefined without its id, which of a scale may have letters. */
function readDevice(value: unknown): Device | undefined {
  if (!isFields(value)) return undefined;
  const id = Number.isSafeInteger(value.id) ? String(value.id) : textOf(value.id);
  if (id === undefined) return undefined;
  const texts = textsOf(value, "type", "deviceVersion", "battery", "mac");
  const { batteryLevel } = numbersOf(value, "batteryLevel");
  return {
    ...value,
    ...texts,
    id,
    // That of a phone is not known, and comes as 0.
    batteryLevel: isPhone(texts) ? undefined : batteryLevel,
    lastSyncTime: localTimeOf(value.lastSyncTime),
    features: featuresOf(value.features),
  };
}
