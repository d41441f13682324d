import type { Call } from "../call";
import { isFields, textOf } from "../fields";
import { get, type Requests } from "../fitbit/requests";
import { path } from "../wire/paths";
import { localTimeOf, numbersOf, readEach, textsOf } from "../wire/records";
import type { Devices, DevicesApi } from "./api";
import { featuresOf, isPhone, lastSyncedFirst, type Device } from "./shapes";

/** The only file that knows Fitbit's path of devices. */
export const devices = {
  /** https://dev.fitbit.com/build/reference/web-api/devices/get-devices/ */
  async listDevices(this: Requests, call: Call): Promise<Devices> {
    const answer: object = await get<object>(this, {
      path: path`/1/user/-/devices.json`,
      root: "[]",
      scope: "settings",
    }, call);
    const data = lastSyncedFirst(readEach(answer, "devices", readDevice, call));
    return { data, isEachSyncTold: true };
  },
} satisfies DevicesApi;

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
