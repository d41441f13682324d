import { ConfigurationError } from "@pipedream/platform";
import type { Answer } from "../answer";
import type { Call } from "../call";
import type { DaysApi } from "../days";
import { newestPoint } from "../google-health/days";
import { assemble } from "../google-health/parts";
import type { Requests } from "../google-health/requests";
import { wholeMillimetres } from "../units";
import { adding, failedWith } from "../wire/errors";
import type { UserApi } from "./api";
import {
  changeable, missingStrides, settingsFields, settingsFor, stridesFor, toUser, type Height,
} from "./google-health-profile";
import type { Profile, ProfileChanges } from "./shapes";

/** The only file that asks for Google's profile and settings. */
export const user = {
  /**
   * The person from five calls; a missing scope takes only its own part.
   * https://developers.google.com/health/reference/rest/v4/users/getProfile
   */
  async getProfile(this: Requests, call: Call): Promise<Answer<Profile>> {
    const { got, missing } = await assemble({
      identity: { fields: ["user.encodedId"], ask: () => this.getIdentity(call) },
      profile: {
        fields: [
          "user.age", "user.memberSince", "user.strideLengthWalking", "user.strideLengthRunning",
        ],
        ask: () => this.getGoogleProfile(call),
      },
      settings: {
        fields: settingsFields.map((field) => `user.${field}`),
        ask: () => this.getSettings(call),
      },
      weight: { fields: ["user.weight"], ask: () => newestPoint(this, "weight", call) },
      height: { fields: ["user.height"], ask: () => newestPoint(this, "height", call) },
    });
    const lost = [...missing ?? [], ...missingStrides(got)];
    const data = { user: toUser(got, call.unitSystem) };
    return { data, ...lost.length && { missing: lost } };
  },

  /**
   * Strides, units and height, each where the API keeps it; gives the whole profile after the
   * change. Throws a ConfigurationError for a field that Google Health does not have.
   * https://developers.google.com/health/reference/rest/v4/users/updateProfile
   */
  async updateProfile(this: Users, changes: ProfileChanges, call: Call) {
    const refused = Object.keys(changes).filter((field) => !changeable.includes(field));
    if (refused.length) throw hasNone(refused);
    const strides = stridesFor(changes, call.unitSystem);
    const units = settingsFor(changes);
    const height = await newHeight(this, changes, call);
    const steps = [
      { what: "the strides", isWanted: hasFields(strides), store: () => this.updateGoogleProfile(strides, call) },
      { what: "the units", isWanted: hasFields(units), store: () => this.updateSettings(units, call) },
      { what: "the height", isWanted: height !== undefined, store: () => this.createDataPoint("height", { height }, NEW_HEIGHT, call) },
    ].filter(({ isWanted }) => isWanted);
    for (const [i, { store }] of steps.entries()) {
      await store().catch((error: unknown) => {
        throw afterSome(error, steps.slice(0, i).map(({ what }) => what));
      });
    }
    return await this.getProfile(call).catch(nothingToSee);
  },
} satisfies UserApi;

/** A height is a record of its own, measured now; its day matters to nobody. */
async function newHeight(
  app: Pick<DaysApi, "getUtcOffset">,
  changes: ProfileChanges,
  call: Call,
): Promise<Height | undefined> {
  const height = wholeMillimetres(changes.height, call.unitSystem);
  if (height === undefined) return undefined;
  const offset = await app.getUtcOffset(call).catch(inUtc) ?? 0;
  const sampleTime = {
    physicalTime: new Date().toISOString(),
    utcOffset: `${Math.round(offset / 1_000)}s`,
  };
  return { sampleTime, heightMillimeters: String(height) };
}

type Users = Requests & Pick<UserApi, "getProfile"> & Pick<DaysApi, "getUtcOffset">;

const NEW_HEIGHT = { record: "The height", lookAt: "Get Profile" };

/** A connection that only writes may not ask for the clock. */
function inUtc(error: unknown): undefined {
  if (!failedWith(error, "missing_scope", "forbidden")) throw error;
}

function hasNone(fields: string[]): ConfigurationError {
  return new ConfigurationError(
    `Google Health has no such field: ${fields.join(", ")}. Leave it out; only stride lengths, height and units can be changed here.`,
  );
}

/**
 * What was changed stays changed, even if it cannot be read: a failure would have the step run
 * again, and a height stored twice.
 */
function nothingToSee(error: unknown): Answer<Profile> {
  const loss = failedWith(error, "missing_scope")
    ? { why: "scope", scope: error.scope } as const
    : { why: "failed" } as const;
  return { data: { user: {} }, missing: [{ part: "user", ...loss }] };
}

function hasFields(changes: object): boolean {
  return Object.keys(changes).length > 0;
}

/** A failure after a part of the changes was stored says which. */
function afterSome(error: unknown, stored: string[]): unknown {
  return stored.length ? adding(error, `Changed before that: ${stored.join(" and ")}.`) : error;
}
