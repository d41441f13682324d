import * as getProfile from "../../actions/get-profile/get-profile";
import { missingStrides, toUser } from "../../common/user/google-health-profile";
import { isManaged } from "../../local/catalog/apps";

const SUMMER = Date.parse("2026-07-20T12:00:00Z");
const WINTER = Date.parse("2026-01-20T12:00:00Z");
const settings = (fields: object) => toUser({ settings: fields }, "metric", SUMMER);

describe("the offset of a profile", () => {
  it("is that of the time zone now where the settings state none", () => {
    const parts = { settings: { timeZone: "America/Los_Angeles" } };
    expect(toUser(parts, "metric", SUMMER).offsetFromUTCMillis).toBe(-25_200_000);
    expect(toUser(parts, "metric", WINTER).offsetFromUTCMillis).toBe(-28_800_000);
  });

  it("is the one stated, be it 0, and stands beside a time zone that is unknown here", () => {
    expect(settings({ timeZone: "Europe/Berlin", utcOffset: "0s" })).toMatchObject({
      timezone: "Europe/Berlin", offsetFromUTCMillis: 0,
    });
    expect(settings({ timeZone: "Mars/Olympus", utcOffset: "3600s" })).toMatchObject({
      timezone: "Mars/Olympus", offsetFromUTCMillis: 3_600_000,
    });
  });

  it.each([
    ["settings without time", { settings: {} }],
    ["a time zone that is unknown here", { settings: { timeZone: "Mars/Olympus" } }],
    ["no settings", {}],
  ])("is absent with %s", (_, parts) => {
    expect(toUser(parts, "metric", SUMMER)).not.toHaveProperty("offsetFromUTCMillis");
  });
});

describe("a profile", () => {
  it.each([
    [{}],
    [{ year: 2020 }],
    [{ year: 2020, month: 1 }],
    [{ month: 1, day: 5 }],
  ])("says no day of membership where the API gives %j", (membershipStartDate) => {
    expect(toUser({ profile: { membershipStartDate } }, "metric", SUMMER)).toEqual({});
  });

  it("has the measured stride where the configured one is 0, and none where both are", () => {
    const profile = {
      userConfiguredWalkingStrideLengthMm: 0, autoWalkingStrideLengthMm: 700,
      userConfiguredRunningStrideLengthMm: 0,
    };
    expect(toUser({ profile }, "metric", SUMMER)).toEqual({ strideLengthWalking: 70 });
  });

  it("writes locales of three parts as Fitbit does", () => {
    expect(settings({ languageLocale: "zh-Hant-TW", foodLanguageCode: "zh-TW" })).toMatchObject({
      locale: "zh_Hant_TW", languageLocale: "zh_Hant_TW", foodsLocale: "zh_TW",
    });
  });
});

describe("the strides of a profile", () => {
  const kept = {
    strideLengthWalkingType: "STRIDE_LENGTH_TYPE_MANUAL",
    strideLengthRunningType: "STRIDE_LENGTH_TYPE_AUTO",
  };
  const lost = (part: string) => ({
    part, why: "scope", scope: "activity_and_fitness.readonly",
  });

  it("are named with their scope where the settings know of some and the profile gives none", () => {
    expect(missingStrides({ profile: { age: 36 }, settings: kept }))
      .toEqual(["user.strideLengthWalking", "user.strideLengthRunning"].map(lost));
    const { strideLengthWalkingType } = kept;
    expect(missingStrides({ profile: {}, settings: { strideLengthWalkingType } }))
      .toEqual([lost("user.strideLengthWalking")]);
  });

  it.each([
    ["one is given, so that the scope is there", { profile: { autoWalkingStrideLengthMm: 700 }, settings: kept }],
    ["neither was set nor measured", { profile: {}, settings: { strideLengthWalkingType: "STRIDE_LENGTH_TYPE_DEFAULT" } }],
    ["the settings are lost", { profile: {} }],
    ["the profile itself is lost", { settings: kept }],
  ])("are not missed where %s", (_, parts) => {
    expect(missingStrides(parts)).toEqual([]);
  });

  it("are among what get-profile asks the scopes for, which Pipedream's account does not have", () => {
    const { scopes } = getProfile.googleHealth;
    expect(scopes).toContain("activity_and_fitness.readonly");
    expect(isManaged("google_health", scopes)).toBe(false);
  });
});
