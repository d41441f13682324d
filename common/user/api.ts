import type { Answer } from "../answer";
import type { Call } from "../call";
import type { Profile, ProfileChanges } from "./shapes";

export interface UserApi {
  /** The person; lengths and weights in the units of the call. */
  getProfile(call: Call): Promise<Answer<Profile>>;
  /** Changes what is given, and gives the whole profile after it. */
  updateProfile(changes: ProfileChanges, call: Call): Promise<Answer<Profile>>;
}
