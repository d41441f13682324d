import type { Answer, Call, HealthApi } from "../health-api";
import { path } from "../wire/paths";
import type { Profile, ProfileChanges } from "./shapes";
import type { Requests } from "../fitbit/requests";

const SCOPE = "profile";
const PROFILE = path`/1/user/-/profile.json`;

/** The only file that knows Fitbit's paths of the user. */
export const user = {
  /** https://dev.fitbit.com/build/reference/web-api/user/get-profile/ */
  async profile(this: Requests, call: Call): Promise<Answer<Profile>> {
    return asProfile(await this.get<Profile>({
      path: PROFILE,
      scope: SCOPE,
    }, call));
  },

  /**
   * Gives the whole profile after the change.
   * https://dev.fitbit.com/build/reference/web-api/user/update-profile/
   */
  async updateProfile(this: Requests, changes: ProfileChanges, call: Call) {
    return asProfile(await this.post<Profile>({
      path: PROFILE,
      params: { ...changes },
      scope: SCOPE,
      stored: { record: "The profile", lookAt: "Get Profile" },
    }, call));
  },
} satisfies Pick<HealthApi, "profile" | "updateProfile">;

function asProfile({ user = {} }: Partial<Profile>): Answer<Profile> {
  return { data: { user } };
}
