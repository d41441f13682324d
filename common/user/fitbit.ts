import type { Answer } from "../answer";
import type { Call } from "../call";
import { get, post, type Requests } from "../fitbit/requests";
import { path } from "../wire/paths";
import type { UserApi } from "./api";
import { readUser } from "./records";
import type { Profile, ProfileChanges } from "./shapes";

const SCOPE = "profile";

/** Never without the person. */
const PROFILE = { path: path`/1/user/-/profile.json`, root: "user", scope: SCOPE };

/** The only file that knows Fitbit's paths of the user. */
export const user = {
  /** https://dev.fitbit.com/build/reference/web-api/user/get-profile/ */
  async getProfile(this: Requests, call: Call): Promise<Answer<Profile>> {
    return asProfile(await get<Profile>(this, PROFILE, call));
  },

  /**
   * Gives the whole profile after the change.
   * https://dev.fitbit.com/build/reference/web-api/user/update-profile/
   */
  async updateProfile(this: Requests, changes: ProfileChanges, call: Call) {
    return asProfile(await post<Profile>(this, {
      ...PROFILE,
      params: { ...changes },
      stored: { record: "The profile", lookAt: "Get Profile" },
    }, call));
  },
} satisfies UserApi;

/** The IANA name of the user's time zone. */
export async function askTimeZone(app: Requests, call: Call): Promise<string | undefined> {
  const { user } = await get<Profile>(app, PROFILE, call);
  return readUser(user).timezone;
}

function asProfile({ user }: Partial<Profile>): Answer<Profile> {
  return { data: { user: readUser(user) } };
}
