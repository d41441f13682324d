import type { Call } from "../call";
import { objectsIn } from "../fields";
import type { Pages } from "../wire/pages";
import { path } from "../wire/paths";
import { fitting, type Shape } from "../wire/records";
import type {
  GoogleProfile, GoogleSettings, Identity, IrnProfile, PairedDevice,
} from "./answers";
import { json, type GoogleRequest, type Transport } from "./transport";
import { tokenPages } from "./walks";

/** What is false or not set is left out: only an account that has set nothing has none. */
const NOTHING_SET = "{}";

const IDENTITY = {
  path: path`/v4/users/me/identity`,
  shape: { healthUserId: "text", legacyUserId: "text" },
} as const;

const PROFILE = {
  path: path`/v4/users/me/profile`,
  shape: {
    name: "text",
    age: "number",
    membershipStartDate: {},
    userConfiguredWalkingStrideLengthMm: "number",
    userConfiguredRunningStrideLengthMm: "number",
    autoWalkingStrideLengthMm: "number",
    autoRunningStrideLengthMm: "number",
  },
} as const;

const SETTINGS = {
  path: path`/v4/users/me/settings`,
  shape: {
    name: "text",
    timeZone: "text",
    utcOffset: "text",
    languageLocale: "text",
    foodLanguageCode: "text",
    autoStrideEnabled: "flag",
    strideLengthWalkingType: "text",
    strideLengthRunningType: "text",
    distanceUnit: "text",
    heightUnit: "text",
    weightUnit: "text",
    waterUnit: "text",
    temperatureUnit: "text",
    glucoseUnit: "text",
    swimUnit: "text",
  },
} as const;

const IRN_PROFILE = {
  path: path`/v4/users/me/irnProfile`,
  shape: {
    name: "text", onboardingStatus: "flag", enrollmentStatus: "flag", updateTime: "text",
  },
} as const;

const DEVICES = {
  path: path`/v4/users/me/pairedDevices`,
  root: "pairedDevices[]",
  fields: ["nextPageToken"],
  empty: NOTHING_SET,
} as const;

const DEVICES_A_PAGE = 100;
const DEVICES_SCOPE = "settings.readonly";

/** What the API tells of an account, without what is not of its shape. */
async function told<T>(
  app: Transport,
  { shape, ...request }: GoogleRequest & { shape: { [K in keyof T]: Shape } },
  call: Call,
): Promise<T> {
  const answer = await json<T>(app, { ...request, fields: Object.keys(shape) }, call);
  return fitting(answer, shape) as T;
}

/** The person, their settings and their devices. */
export const account = {
  /** Who the connected account is; any scope that reads will do. */
  async getIdentity(this: Transport, call: Call): Promise<Identity> {
    const scope = "activity_and_fitness.readonly";
    return await told<Identity>(this, { method: "GET", ...IDENTITY, scope }, call);
  },

  async getGoogleProfile(this: Transport, call: Call): Promise<GoogleProfile> {
    const scope = "profile.readonly";
    const request = { method: "GET", ...PROFILE, empty: NOTHING_SET, scope } as const;
    return await told<GoogleProfile>(this, request, call);
  },

  /** Changes the fields given, and no other; only the strides can be changed. */
  async updateGoogleProfile(this: Transport, changes: GoogleProfile, call: Call) {
    return await told<GoogleProfile>(this, {
      method: "PATCH",
      ...PROFILE,
      params: { updateMask: Object.keys(changes).join(",") },
      body: changes,
      scope: "profile.writeonly",
      stored: { record: "The profile", lookAt: "Get Profile" },
    }, call);
  },

  async getSettings(this: Transport, call: Call): Promise<GoogleSettings> {
    const scope = "settings.readonly";
    const request = { method: "GET", ...SETTINGS, empty: NOTHING_SET, scope } as const;
    return await told<GoogleSettings>(this, request, call);
  },

  /** Changes the fields given, and no other; only the units can be changed. */
  async updateSettings(this: Transport, changes: GoogleSettings, call: Call) {
    return await told<GoogleSettings>(this, {
      method: "PATCH",
      ...SETTINGS,
      params: { updateMask: Object.keys(changes).join(",") },
      body: changes,
      scope: "settings.writeonly",
      stored: { record: "The settings", lookAt: "Get Profile" },
    }, call);
  },

  /** Whether the person takes part in notifications of irregular rhythms. */
  async getIrnProfile(this: Transport, call: Call): Promise<IrnProfile> {
    const scope = "irn.readonly";
    const request = { method: "GET", ...IRN_PROFILE, empty: NOTHING_SET, scope } as const;
    return await told<IrnProfile>(this, request, call);
  },

  listPairedDevices(this: Transport, call: Call): Pages<PairedDevice> {
    return tokenPages(async (pageToken) => {
      const body = await json<{ pairedDevices: PairedDevice[]; nextPageToken: string }>(this, {
        method: "GET",
        ...DEVICES,
        params: { pageSize: DEVICES_A_PAGE, pageToken },
        scope: DEVICES_SCOPE,
      }, call);
      return { items: objectsIn(body.pairedDevices), next: body.nextPageToken };
    }, call);
  },

  /** One device; the documentation's `/devices/` is a path that is not there. */
  async getPairedDevice(this: Transport, id: string, call: Call): Promise<PairedDevice> {
    return await json<PairedDevice>(this, {
      method: "GET",
      path: path`/v4/users/me/pairedDevices/${id}`,
      fields: ["name", "deviceType", "deviceVersion"],
      scope: DEVICES_SCOPE,
    }, call);
  },
};
