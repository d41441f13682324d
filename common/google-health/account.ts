import type { Call } from "../call";
import type { Pages } from "../wire/pages";
import { path } from "../wire/paths";
import type {
  GoogleProfile, GoogleSettings, Identity, IrnProfile, PairedDevice,
} from "./answers";
import { json, type Transport } from "./transport";
import { tokenPages } from "./walks";

const IDENTITY = path`/v4/users/me/identity`;
const PROFILE = path`/v4/users/me/profile`;
const SETTINGS = path`/v4/users/me/settings`;
const IRN_PROFILE = path`/v4/users/me/irnProfile`;
const DEVICES = path`/v4/users/me/pairedDevices`;
const DEVICES_A_PAGE = 100;
const DEVICES_SCOPE = "settings.readonly";

/** The person, their settings and their devices. */
export const account = {
  /** Who the connected account is; any scope that reads will do. */
  async getIdentity(this: Transport, call: Call): Promise<Identity> {
    const scope = "activity_and_fitness.readonly";
    return await json<Identity>(this, { method: "GET", path: IDENTITY, scope }, call);
  },

  async getGoogleProfile(this: Transport, call: Call): Promise<GoogleProfile> {
    const scope = "profile.readonly";
    return await json<GoogleProfile>(this, { method: "GET", path: PROFILE, scope }, call);
  },

  /** Changes the fields given, and no other; only the strides can be changed. */
  async updateGoogleProfile(this: Transport, changes: GoogleProfile, call: Call) {
    return await json<GoogleProfile>(this, {
      method: "PATCH",
      path: PROFILE,
      params: { updateMask: Object.keys(changes).join(",") },
      body: changes,
      scope: "profile.writeonly",
      stored: { record: "The profile", lookAt: "Get Profile" },
    }, call);
  },

  async getSettings(this: Transport, call: Call): Promise<GoogleSettings> {
    const scope = "settings.readonly";
    return await json<GoogleSettings>(this, { method: "GET", path: SETTINGS, scope }, call);
  },

  /** Changes the fields given, and no other; only the units can be changed. */
  async updateSettings(this: Transport, changes: GoogleSettings, call: Call) {
    return await json<GoogleSettings>(this, {
      method: "PATCH",
      path: SETTINGS,
      params: { updateMask: Object.keys(changes).join(",") },
      body: changes,
      scope: "settings.writeonly",
      stored: { record: "The settings", lookAt: "Get Profile" },
    }, call);
  },

  /** Whether the person takes part in notifications of irregular rhythms. */
  async getIrnProfile(this: Transport, call: Call): Promise<IrnProfile> {
    const scope = "irn.readonly";
    return await json<IrnProfile>(this, { method: "GET", path: IRN_PROFILE, scope }, call);
  },

  listPairedDevices(this: Transport, call: Call): Pages<PairedDevice> {
    return tokenPages(async (pageToken) => {
      const body = await json<{ pairedDevices: PairedDevice[]; nextPageToken: string }>(this, {
        method: "GET",
        path: DEVICES,
        params: { pageSize: DEVICES_A_PAGE, pageToken },
        scope: DEVICES_SCOPE,
      }, call);
      return { items: body.pairedDevices ?? [], next: body.nextPageToken };
    });
  },

  /** One device; the documentation's `/devices/` is a path that is not there. */
  async getPairedDevice(this: Transport, id: string, call: Call): Promise<PairedDevice> {
    const request = { method: "GET", path: `${DEVICES}${path`/${id}`}`, scope: DEVICES_SCOPE } as const;
    return await json<PairedDevice>(this, request, call);
  },
};
