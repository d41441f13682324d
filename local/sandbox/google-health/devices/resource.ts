import { type Device, devicesOf, UNUSED } from "../../person/devices";
import { notFound } from "../envelope";
import { cursorOf, fingerprint, int32Of, pageSizeOf, tokenOf } from "../pages";
import type { Resource } from "../resource";
import { type Call, ofUser, scoped } from "../route";
import { timestamp } from "../time";
import { devicesSchemas } from "./schemas";
import { devicesSwitches } from "./switches";

/** A device; the API leaves zeros and empty lists out. */
function shown({ switches }: Call["life"], device: Device) {
  const { id, type, version, battery, level, lastSync, address, features } = device;
  return {
    name: `users/me/pairedDevices/${id}`,
    deviceType: type,
    deviceVersion: version,
    batteryStatus: battery,
    ...(level && { batteryLevel: level }),
    ...(lastSync !== undefined && { lastSyncTime: timestamp(lastSync) }),
    ...(switches.deviceDetails && {
      macAddress: address, ...(features.length > 0 && { features: [...features] }),
    }),
  };
}

const paired = (life: Call["life"]) =>
  [...life.switches.unusedDevice ? [UNUSED] : [], ...devicesOf(life.person)]
    .map((device) => shown(life, device));

function listDevices(call: Call): object {
  const all = paired(call.life);
  const bound = fingerprint(call.path, call.query);
  const size = pageSizeOf(int32Of("page_size", call.query.get("pageSize")), 5, 100);
  const first = cursorOf(bound, call.query.get("pageToken"))?.taken ?? 0;
  const page = all.slice(first, first + size);
  const taken = first + size;
  return {
    ...(page.length > 0 && { pairedDevices: page }),
    ...(taken < all.length && { nextPageToken: tokenOf(bound, { at: 0, taken }) }),
  };
}

function getDevice(call: Call): object {
  const found = paired(call.life).find(({ name }) => name.split("/").at(-1) === call.params.id);
  if (!found) throw notFound();
  return found;
}

export const devices = {
  routes: [
    {
      verb: "GET",
      pattern: ofUser("pairedDevices"),
      rpc: "HealthProfileService.ListPairedDevices",
      takes: ["pageSize", "pageToken"],
      answer: scoped("settings.readonly", listDevices),
    },
    {
      verb: "GET",
      pattern: ofUser("pairedDevices/(?<id>[^/:]+)"),
      rpc: "HealthProfileService.GetPairedDevice",
      answer: scoped("settings.readonly", getDevice),
    },
  ],
  schemas: devicesSchemas,
  switches: devicesSwitches,
} satisfies Resource;
