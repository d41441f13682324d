import { devices } from "../polling/devices";
import type { Stream } from "../polling/stream";
import type { FoundDevice } from "./api";
import { synced } from "./sentences";
import type { Device } from "./shapes";
import { isRecent, isWatched, syncOf } from "./watched";

/**
 * A device syncs: known by the time of its last sync, which may have no zone, so that another
 * one is all that it tells.
 */
export function syncs(list: () => Promise<FoundDevice[]>, chosen: string | undefined): Stream {
  return devices<FoundDevice, number, Device>({
    devices: list,
    idOf: ({ device }) => device.id,
    readState: (value) => typeof value === "number" ? value : undefined,
    compare: (before, found, now) => {
      const sync = syncOf(found);
      if (sync === undefined || sync === before) return {};
      const isNews = before !== undefined || isRecent(sync, now);
      if (!isNews || !isWatched(found, chosen)) return { state: sync };
      const { device, complete } = found;
      // A local time without its zone is no instant: that of the poll is near.
      const ts = found.synced && "utc" in found.synced ? found.synced.utc : now;
      return { state: sync, news: { id: `${device.id}-${sync}`, ts, report: complete } };
    },
    summary: synced,
  });
}
