import { type Device, devicesOf, PHONE, UNUSED } from "../../person/devices";
import type { Resource } from "../resource";
import type { Answer, Call } from "../route";
import { devicesSwitches } from "./switches";

/** https://dev.fitbit.com/build/reference/web-api/devices/get-devices/ */
function shown({ person, switches }: Call, device: Device): object {
  const { id, type, version, battery, lastSync, address, features } = device;
  const isZero = version === PHONE && switches.phoneBatteryLevel === "zero";
  const { level = isZero ? 0 : undefined } = device;
  return {
    battery,
    ...(level !== undefined && { batteryLevel: level }),
    deviceVersion: version,
    features: [...features],
    id,
    ...(lastSync !== undefined && { lastSyncTime: person.timeline.local(lastSync) }),
    mac: address,
    type,
  };
}

function list(call: Call): Answer {
  const all = [...call.switches.unusedDevice ? [UNUSED] : [], ...devicesOf(call.person)];
  return { body: all.map((device) => shown(call, device)) };
}

export const devices = {
  routes: [
    { method: "GET", path: "/1/user/:user/devices.json", scope: "settings", answer: list },
  ],
  switches: devicesSwitches,
} satisfies Resource;
