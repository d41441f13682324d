import { ConfigurationError } from "@pipedream/platform";
import { absentFields } from "../differences";
import { ApiError, failedWith } from "../errors";
import type { Answer, Call, HealthApi } from "../health-api";
import type { Profile, ProfileChanges } from "../shapes/user";
import { newestPoint, offsetAt, type Days } from "./days";
import { assemble } from "./parts";
import { millimetres, settingsFields, settingsFor, stridesFor, toUser } from "./profile";

/** The only file that asks for Google's profile and settings. */
export const user = {
  /**
   * The person from five calls; a missing scope takes only its own part.
   * https://developers.google.com/health/reference/rest/v4/users/getProfile
   */
  async profile(this: Users, call: Call): Promise<Answer<Profile>> {
    const { got, missing } = await assemble({
      identity: { fields: ["user.encodedId"], ask: () => this.identity(call) },
      profile: {
        fields: [
          "user.age", "user.memberSince", "user.strideLengthWalking", "user.strideLengthRunning",
        ],
        ask: () => this.getProfile(call),
      },
      settings: {
        fields: settingsFields.map((field) => `user.${field}`),
        ask: () => this.getSettings(call),
      },
      weight: { fields: ["user.weight"], ask: () => newestPoint(this, "weight", call) },
      height: { fields: ["user.height"], ask: () => newestPoint(this, "height", call) },
    });
    return { data: { user: toUser(got, call.unitSystem) }, missing };
  },

  /**
   * Strides, units and height, each where the API keeps it; gives the whole profile after the
   * change. Throws a ConfigurationError for a field that Google Health does not have.
   * https://developers.google.com/health/reference/rest/v4/users/updateProfile
   */
  async updateProfile(this: Users, changes: ProfileChanges, call: Call) {
    const unknown = absentFields("profileChanges");
    const refused = Object.keys(changes).filter((field) => unknown.includes(field));
    if (refused.length) throw hasNone(refused);
    const strides = stridesFor(changes, call.unitSystem);
    const units = settingsFor(changes);
    const height = millimetres(changes.height, call.unitSystem);
    const steps = [
      { what: "the strides", isWanted: hasFields(strides), store: () => this.patchProfile(strides, call) },
      { what: "the units", isWanted: hasFields(units), store: () => this.patchSettings(units, call) },
      { what: "the height", isWanted: height !== undefined, store: () => this._addHeight(height ?? 0, call) },
    ].filter(({ isWanted }) => isWanted);
    for (const [i, { store }] of steps.entries()) {
      await store().catch((error: unknown) => {
        throw afterSome(error, steps.slice(0, i).map(({ what }) => what));
      });
    }
    return await this.profile(call).catch(nothingToSee);
  },

  /** A height is a record of its own, measured now. */
  async _addHeight(this: Users, heightMillimeters: number, call: Call) {
    const now = Date.now();
    const offset = offsetAt(await this._clock(call), now);
    const sampleTime = {
      physicalTime: new Date(now).toISOString(),
      utcOffset: `${Math.round(offset / 1_000)}s`,
    };
    const stored = { record: "The height", lookAt: "Get Profile" };
    await this.create("height", {
      height: { sampleTime, heightMillimeters: String(heightMillimeters) },
    }, stored, call);
  },
} satisfies Pick<HealthApi, "profile" | "updateProfile"> & Record<string, unknown>;

interface Users extends Days {
  profile: HealthApi["profile"];
  _addHeight(heightMillimeters: number, call: Call): Promise<void>;
}

function hasNone(fields: string[]): ConfigurationError {
  return new ConfigurationError(
    `Google Health has no such field: ${fields.join(", ")}. Leave it out; only stride lengths, height and units can be changed here.`,
  );
}

/** What was changed stays changed, even if this connection may not read it. */
function nothingToSee(error: unknown): Answer<Profile> {
  if (!failedWith(error, "missing_scope")) throw error;
  return { data: { user: {} }, missing: [{ part: "user", why: "scope", scope: error.scope }] };
}

function hasFields(changes: object): boolean {
  return Object.keys(changes).length > 0;
}

/** A failure after a part of the changes was stored says which. */
function afterSome(error: unknown, stored: string[]): unknown {
  if (!(error instanceof ApiError) || !stored.length) return error;
  const { cause, message, ...details } = error;
  return new ApiError(cause, `${message} Changed before that: ${stored.join(" and ")}.`, details);
}
