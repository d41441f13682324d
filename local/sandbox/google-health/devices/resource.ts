import type { Person } from "../../person/person";
import { notFound } from "../envelope";
import { cursorOf, fingerprint, int32Of, pageSizeOf, tokenOf } from "../pages";
import type { Resource } from "../resource";
import { type Call, ofUser, scoped } from "../route";
import { timestamp } from "../time";
import { devicesSchemas } from "./schemas";

const lastWeighing = (person: Person) =>
  person.weighings().filter(({ source }) => source === "scale").at(-1);

const paired = ({ person }: Call["life"]) => [
  {
    name: "users/me/pairedDevices/816713257",
    deviceType: "TRACKER",
    deviceVersion: "Charge 6",
    batteryStatus: "High",
    batteryLevel: 85,
    lastSyncTime: timestamp(person.lastSync),
    macAddress: "5C0A1B2C3D4E",
    features: [
      "ACTIVE_ZONE_MINUTES", "CALORIES", "CONNECTED_GPS", "DISTANCE", "ELEVATION", "GROK",
      "HEART_RATE", "SEDENTARY_TIME", "SLEEP", "SMART_SLEEP", "SPO2", "STEPS", "SWIM",
    ],
  },
  {
    name: "users/me/pairedDevices/816713258",
    deviceType: "SCALE",
    deviceVersion: "Aria Air",
    batteryStatus: "Medium",
    batteryLevel: 54,
    lastSyncTime: timestamp(lastWeighing(person)?.start ?? person.lastSync),
    macAddress: "5C0A1B2C3D4F",
  },
];

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

export const devices: Resource = {
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
};
