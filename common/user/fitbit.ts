import type { Answer } from "../answer";
import type { Call } from "../call";
import { get, post, type Requests } from "../fitbit/requests";
import { path } from "../wire/paths";
import type { UserApi } from "./api";
import type { Profile, ProfileChanges } from "./shapes";

const SCOPE = "profile";
const PROFILE = path`/1/user/-/profile.json`;

/** The only file that knows Fitbit's paths of the user. */
export const user = {
  /** https://dev.fitbit.com/build/reference/web-api/user/get-profile/ */
  async getProfile(this: Requests, call: Call): Promise<Answer<Profile>> {
    return asProfile(await get<Profile>(this, {
      path: PROFILE,
      scope: SCOPE,
    }, call));
  },

  /**
   * Gives the whole profile after the change.
   * https://dev.fitbit.com/build/reference/web-api/user/update-profile/
   */
  async updateProfile(this: Requests, changes: ProfileChanges, call: Call) {
    return asProfile(await post<Profile>(this, {
      path: PROFILE,
      params: { ...changes },
      scope: SCOPE,
      stored: { record: "The profile", lookAt: "Get Profile" },
    }, call));
  },
} satisfies UserApi;

function asProfile({ user = {} }: Partial<Profile>): Answer<Profile> {
  return { data: { user } };
}
