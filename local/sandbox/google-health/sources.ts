import { refused } from "./envelope";
import type { HealthSwitches } from "./switches";

/** Where a data point comes from. */
export type Source = "watch" | "derived" | "started" | "phone" | "pocket" | "scale" | "app"
  | "fitbitClient" | "namelessClient" | "stravaClient" | "self" | "healthConnect" | "strava";

export type Family = "all-sources" | "google-wearables" | "google-sources" | "self-sources";

const WATCH = { device: { displayName: "Charge 6" }, platform: "FITBIT" };
const SELF_CLIENT = "140017516064-sandbox.apps.googleusercontent.com";

const DATA_SOURCES: Record<Source, object> = {
  watch: { recordingMethod: "PASSIVELY_MEASURED", ...WATCH },
  derived: { recordingMethod: "DERIVED", ...WATCH },
  started: { recordingMethod: "ACTIVELY_MEASURED", ...WATCH },
  phone: {
    recordingMethod: "ACTIVELY_MEASURED",
    device: { displayName: "MobileTrack" },
    platform: "FITBIT",
  },
  pocket: {
    recordingMethod: "PASSIVELY_MEASURED",
    device: { displayName: "MobileTrack" },
    platform: "FITBIT",
  },
  scale: {
    recordingMethod: "ACTIVELY_MEASURED", device: { displayName: "Aria Air" }, platform: "FITBIT",
  },
  app: { recordingMethod: "MANUAL", platform: "FITBIT" },
  fitbitClient: { application: { webClientId: "23SBX7" }, platform: "FITBIT_WEB_API" },
  namelessClient: { platform: "FITBIT_WEB_API" },
  stravaClient: { application: { webClientId: "22997K" }, platform: "FITBIT_WEB_API" },
  self: {
    recordingMethod: "UNKNOWN",
    application: { googleWebClientId: SELF_CLIENT },
    platform: "GOOGLE_WEB_API",
  },
  healthConnect: {
    recordingMethod: "UNKNOWN",
    device: {},
    application: { packageName: "com.sec.android.app.shealth" },
    platform: "HEALTH_CONNECT",
  },
  strava: {
    recordingMethod: "PASSIVELY_MEASURED",
    device: {},
    application: { packageName: "com.strava" },
    platform: "HEALTH_CONNECT",
  },
};

const LEGACY_CLIENTS: readonly Source[] = ["fitbitClient", "namelessClient", "stravaClient"];

export const dataSourceOf = (source: Source, { fitbitWritesAre }: HealthSwitches): object => ({
  ...(LEGACY_CLIENTS.includes(source) && { recordingMethod: fitbitWritesAre }),
  ...DATA_SOURCES[source],
});

const WEARABLES: readonly Source[] = ["watch", "derived", "started"];

const FAMILIES: Record<Family, (source: Source) => boolean> = {
  "all-sources": () => true,
  "google-wearables": (source) => WEARABLES.includes(source),
  "google-sources": (source) => source !== "self",
  "self-sources": (source) => source === "self",
};

export const isIn = (family: Family, source: Source): boolean => FAMILIES[family](source);

/** A family by its full name; all sources when none is named. */
export function familyOf(name: string | undefined, user: string): Family {
  if (name === undefined || name === "") return "all-sources";
  const [, owner, id = ""] = /^users\/([^/]+)\/dataSourceFamilies\/([^/]+)$/.exec(name) ?? [];
  const known = owner === "me" || owner === user;
  if (!known || !Object.hasOwn(FAMILIES, id)) throw unsupportedFamily();
  return id as Family;
}

export const unsupportedFamily = () => refused(
  "INVALID_DATA_POINT_DATA_SOURCE_FAMILY", "Data family is missing or is not supported",
);
