import type { FoundDevice } from "./api";
import { isPhone } from "./shapes";

/** A device that has not synced for so long lies in a drawer: what it last said is old. */
const IN_USE_MS = 14 * 86_400_000;

/** Whether a source tells of a device: of the chosen one or of all, but of no phone. */
export function isWatched({ device }: FoundDevice, chosen: string | undefined): boolean {
  return !isPhone(device) && (chosen === undefined || device.id === chosen);
}

/** When it synced last in ms, nearly where that is local; undefined where nothing tells. */
export function syncOf({ synced }: FoundDevice): number | undefined {
  return synced && ("utc" in synced ? synced.utc : synced.local);
}

/** Whether a sync was not so long ago that nobody uses the device any more. */
export function isRecent(sync: number, now: number): boolean {
  return now - sync < IN_USE_MS;
}
