/**
 * A watch, a scale or a phone; what the API does not say of it is absent.
 * https://dev.fitbit.com/build/reference/web-api/devices/get-devices/
 */
export interface Device {
  id: string;
  /** `TRACKER` or `SCALE`; a phone is a tracker. */
  type?: string;
  /** The model; that of a phone is `MobileTrack`. */
  deviceVersion?: string;
  /** `High`, `Medium`, `Low` or `Empty`, which a phone always is. */
  battery?: string;
  /** Percent. */
  batteryLevel?: number;
  /** Local, without offset; absent where it never synced, or where the API leaves it out. */
  lastSyncTime?: string;
  mac?: string;
  features?: string[];
}

const PHONE = "MobileTrack";

/** Whether it is the phone, of whose battery nothing is known. */
export function isPhone({ deviceVersion }: Pick<Device, "deviceVersion">): boolean {
  return deviceVersion === PHONE;
}

/** The one that synced last first, for the APIs list them in no order. */
export function lastSyncedFirst(devices: readonly Device[]): Device[] {
  const synced = ({ lastSyncTime = "" }: Device) => lastSyncTime;
  return [...devices].sort((a, b) => synced(b).localeCompare(synced(a)));
}

/** What a device can do, in the API's words. */
export function featuresOf(value: unknown): string[] | undefined {
  const words: unknown[] | undefined = Array.isArray(value) ? value : undefined;
  return words?.filter((word) => typeof word === "string");
}
