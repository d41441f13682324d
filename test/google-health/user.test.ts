import * as getProfile from "../../actions/get-profile/get-profile";
import * as updateProfile from "../../actions/update-profile/update-profile";
import googleHealth from "../../google_health.app";
import { refusal } from "../support/step";
import { listed } from "./records";
import { absentFields } from "../support/differences";
import {
  api, apiRefuses, app, call, date, failureOf, noScope, points, rpcError, run, skipWaits, twin,
} from "./support";

const at = (request: string) => ({ path: `/v4/users/me/${request}` });
const newest = (type: string) => ({ path: points(type), query: { pageSize: "25" } });

const IDENTITY = { healthUserId: "2515055256096816351", legacyUserId: "ABC123" };
const PROFILE = {
  age: 36,
  membershipStartDate: date("2020-01-05"),
  userConfiguredWalkingStrideLengthMm: 724,
  autoWalkingStrideLengthMm: 700,
  autoRunningStrideLengthMm: 1_101,
};
const SETTINGS = {
  timeZone: "America/Los_Angeles",
  utcOffset: "-25200s",
  languageLocale: "en-US",
  foodLanguageCode: "de-DE",
  strideLengthWalkingType: "STRIDE_LENGTH_TYPE_MANUAL",
  strideLengthRunningType: "STRIDE_LENGTH_TYPE_AUTO",
  distanceUnit: "DISTANCE_UNIT_MILES",
  heightUnit: "HEIGHT_UNIT_CENTIMETERS",
  weightUnit: "WEIGHT_UNIT_STONE",
  waterUnit: "WATER_UNIT_FL_OZ",
  temperatureUnit: "TEMPERATURE_UNIT_UNSPECIFIED",
};
const WEIGHT = { dataPoints: [{ ...listed("weight", "1"), weight: { weightGrams: 75_500 } }] };
const HEIGHT = { dataPoints: [{ ...listed("height", "2"), height: { heightMillimeters: "1785" } }] };

function wholeProfile() {
  wholeProfileBut("settings", { body: SETTINGS });
}

/** A whole profile, but for the answer to one of its requests. */
function wholeProfileBut(request: string, answer: object) {
  const bodies = { identity: IDENTITY, profile: PROFILE, settings: SETTINGS };
  for (const [name, body] of Object.entries(bodies)) {
    api({ ...at(name), body, ...name === request && answer });
  }
  api({ ...newest("weight"), body: WEIGHT });
  api({ ...newest("height"), body: HEIGHT });
}

describe("get-profile", () => {
  it("puts the person together in Fitbit's words", async () => {
    wholeProfile();
    const { result, summary } = await run(getProfile);
    expect(summary).toBe("Profile of the user, time zone America/Los_Angeles");
    expect(result).toEqual({
      user: {
        encodedId: "ABC123",
        age: 36,
        memberSince: "2020-01-05",
        weight: 75.5,
        height: 178.5,
        strideLengthWalking: 72.4,
        strideLengthRunning: 110.1,
        strideLengthWalkingType: "manual",
        strideLengthRunningType: "auto",
        timezone: "America/Los_Angeles",
        offsetFromUTCMillis: -25_200_000,
        autoStrideEnabled: false,
        locale: "en_US",
        languageLocale: "en_US",
        foodsLocale: "de_DE",
        distanceUnit: "en_US",
        heightUnit: "METRIC",
        weightUnit: "en_GB",
        waterUnit: "en_US",
        waterUnitName: "fl oz",
      },
    });
  });

  it.each([
    ["en_US", { weight: 166.4, height: 70.3, strideLengthWalking: 28.5 }],
    ["en_GB", { weight: 11.9, height: 178.5, strideLengthWalking: 72.4 }],
  ])("weighs and measures in %s", async (unitSystem, user) => {
    wholeProfile();
    expect(await run(getProfile, { unitSystem })).toMatchObject({ result: { user } });
  });

  it.each([
    [[null]], [{}], [[5]],
  ])("knows nothing by a field that is %j, and makes no zero of it", async (strange) => {
    const fields = (body: object) =>
      Object.fromEntries(Object.keys(body).map((name) => [name, strange]));
    api({ ...at("identity"), body: fields(IDENTITY) });
    api({ ...at("profile"), body: fields(PROFILE) });
    api({ ...at("settings"), body: { ...fields(SETTINGS), autoStrideEnabled: strange } });
    api({ ...newest("weight"), body: WEIGHT });
    api({ ...newest("height"), body: HEIGHT });
    const { result } = await run(getProfile);
    expect(result).toEqual({ user: { weight: 75.5, height: 178.5 } });
  });

  it("gives what four scopes that read allow, and names the rest", async () => {
    api({ ...at("identity"), body: IDENTITY });
    apiRefuses(at("profile"));
    apiRefuses(at("settings"));
    api({ ...newest("weight"), body: WEIGHT });
    api(newest("height"));
    const { result, summary } = await run(getProfile);
    expect(summary).toBe("Profile of the user, time zone unknown");
    expect(result).toHaveProperty("user", { encodedId: "ABC123", weight: 75.5 });
    expect(result).toMatchObject({
      missing: expect.arrayContaining([
        { part: "user.age", why: "scope", scope: "profile.readonly" },
        { part: "user.timezone", why: "scope", scope: "settings.readonly" },
      ]) as unknown,
    });
  });

  it("names the strides that the profile withholds, which have a scope of their own", async () => {
    api({ ...at("identity"), body: IDENTITY });
    api({ ...at("profile"), body: { age: 36 } });
    api({ ...at("settings"), body: SETTINGS });
    api(newest("weight"));
    api(newest("height"));
    const scope = "activity_and_fitness.readonly";
    const { result } = await run(getProfile);
    expect(result).toHaveProperty("missing", [
      { part: "user.strideLengthWalking", why: "scope", scope },
      { part: "user.strideLengthRunning", why: "scope", scope },
    ]);
  });

  it("has the offset of the time zone where settings leave it out, and none without settings", async () => {
    api({ ...at("identity"), body: IDENTITY });
    api(at("profile"));
    api({ ...at("settings"), body: { timeZone: "Europe/London" } });
    api(newest("weight"));
    api(newest("height"));
    expect(await run(getProfile)).toMatchObject({
      result: { user: { timezone: "Europe/London", offsetFromUTCMillis: 0 } },
    });
  });

  it.each([
    ["nothing", 200, ""],
    ["no content", 204, ""],
    ["an empty object", 200, {}],
    ["a list", 200, []],
    ["an error", 200, rpcError(500, "INTERNAL", "Oops.")],
    ["something else", 200, { user: {} }],
  ])("is never empty: %s in each answer is a failure", async (_, status, body) => {
    ["identity", "profile", "settings"].forEach((request) => api({ ...at(request), status, body }));
    ["weight", "height"].forEach((type) => api({ ...newest(type), status, body }));
    expect((await run(getProfile)).error).toMatchObject({ name: "UnexpectedAnswerError", status });
  });

  it("makes nothing up of settings that say nothing", async () => {
    api({ ...at("identity"), body: IDENTITY });
    api({ ...at("profile"), body: { age: 36 } });
    api(at("settings"));
    ["weight", "height"].forEach((type) => api(newest(type)));
    expect((await run(getProfile)).result).toHaveProperty("user", { encodedId: "ABC123", age: 36 });
  });

  it("loses only what one endpoint refuses, for whatever reason", async () => {
    wholeProfileBut("settings", { status: 403, body: rpcError(403, "PERMISSION_DENIED", "No.") });
    const { result } = await run(getProfile);
    expect(result).toMatchObject({
      user: { encodedId: "ABC123", weight: 75.5 },
      missing: expect.arrayContaining([{ part: "user.timezone", why: "refused" }]) as unknown,
    });
  });

  it("names what was asked for when the API fails", async () => {
    skipWaits();
    wholeProfileBut("settings", { status: 503, body: "", times: 3 });
    const { error } = await run(getProfile);
    expect(error).toMatchObject({ name: "ServerError", status: 503 });
    expect(error).toHaveProperty("message", expect.stringContaining("It was asked for user.timezone, "));
  });

  it("fails whole when the account is not ready", async () => {
    const body = rpcError(400, "FAILED_PRECONDITION", "Not linked.", "ACCOUNT_NOT_LINKED");
    const account = ["identity", "profile", "settings"].map(at);
    for (const request of [...account, newest("weight"), newest("height")]) {
      api({ ...request, status: 400, body });
    }
    const { error } = await run(getProfile);
    expect(error).toMatchObject({ name: "AccountNotReadyError" });
  });
});

const patch = (request: string, sent: Record<string, unknown>) => ({
  ...at(request),
  method: "PATCH" as const,
  query: { updateMask: Object.keys(sent).join(",") },
  sent: sent as Record<string, string>,
  body: sent,
});

describe("update-profile", () => {
  it("changes strides, units and height where each is kept, and gives the whole", async () => {
    api(patch("profile", {
      userConfiguredWalkingStrideLengthMm: 724, userConfiguredRunningStrideLengthMm: 1_100,
    }));
    api(patch("settings", {
      heightUnit: "HEIGHT_UNIT_CENTIMETERS",
      weightUnit: "WEIGHT_UNIT_STONE",
      waterUnit: "WATER_UNIT_FL_OZ",
      glucoseUnit: "GLUCOSE_UNIT_MMOL_L",
    }));
    api({ ...at("settings"), body: SETTINGS });
    api({
      method: "POST",
      path: points("height"),
      sent: {
        height: {
          sampleTime: { physicalTime: /^2026-03-20T12:00:0\d\.\d{3}Z$/, utcOffset: "-25200s" },
          heightMillimeters: "1785",
        },
      },
      body: { done: true, response: listed("height", "3") },
    });
    wholeProfile();
    const { result, summary } = await run(updateProfile, {
      strideLengthWalking: "72.4", strideLengthRunning: "110", height: "178.5",
      unitSystem: "metric",
      heightUnit: "Metric", weightUnit: "UK", waterUnit: "US", glucoseUnit: "Metric",
    });
    expect(summary).toMatch(/^Changed /);
    expect(result).toMatchObject({ user: { height: 178.5, weightUnit: "en_GB" } });
  });

  const height = { height: "178.5", unitSystem: "metric" };
  const addedHeight = (utcOffset: string, answer = {}) => api({
    method: "POST",
    path: points("height"),
    sent: {
      height: {
        sampleTime: { physicalTime: /^2026-03-20T12:00:0\d\.\d{3}Z$/, utcOffset },
        heightMillimeters: "1785",
      },
    },
    body: { done: true, response: listed("height", "3") },
    ...answer,
  });

  it("adds a height in UTC when the connection only writes, so that no clock is known", async () => {
    jest.spyOn(googleHealth.methods, "getUtcOffset").mockResolvedValue(undefined);
    addedHeight("0s");
    wholeProfile();
    const { summary } = await run(updateProfile, height);
    expect(summary).toBe("Changed height");
  });

  it.each([
    ["for want of a scope", noScope],
    ["without a reason", rpcError(403, "PERMISSION_DENIED", "The caller does not have permission")],
  ])("adds a height in UTC when the clock is refused %s", async (_, body) => {
    api({ ...at("identity"), status: 403, body });
    const refusedClock = await failureOf(app.getIdentity(call()));
    jest.spyOn(googleHealth.methods, "getUtcOffset").mockRejectedValue(refusedClock);
    addedHeight("0s");
    wholeProfile();
    const { summary } = await run(updateProfile, height);
    expect(summary).toBe("Changed height");
  });

  it("stores nothing yet when the clock cannot be asked", async () => {
    skipWaits();
    api({ ...at("settings"), status: 503, body: "", times: 3 });
    const { error } = await run(updateProfile, { ...height, strideLengthWalking: "72.4" });
    expect(error).toMatchObject({ name: "ServerError" });
    expect(error).toHaveProperty("message", expect.not.stringContaining("Changed before that"));
  });

  it.each([
    ["Google Health fails", { status: 503, body: "", times: 3 }],
    ["the connection ends", { status: 401, body: "" }],
  ])("is done once it is stored, though %s when the profile is read", async (_, answer) => {
    skipWaits();
    api({ ...at("settings"), body: SETTINGS });
    addedHeight("-25200s");
    api({ ...at("identity"), body: IDENTITY });
    api({ ...at("profile"), ...answer });
    api({ ...at("settings"), body: SETTINGS });
    ["weight", "height"].forEach((type) => api(newest(type)));
    const { result, summary } = await run(updateProfile, height);
    expect(summary).toBe("Changed height");
    expect(result).toEqual({ user: {}, missing: [{ part: "user", why: "failed" }] });
  });

  it("lacks only what is refused when the profile is read", async () => {
    api({ ...at("settings"), body: SETTINGS });
    addedHeight("-25200s");
    api({ ...at("identity"), body: IDENTITY });
    api({ ...at("profile"), status: 403, body: rpcError(403, "PERMISSION_DENIED", "No.") });
    api({ ...at("settings"), body: SETTINGS });
    ["weight", "height"].forEach((type) => api(newest(type)));
    const { result } = await run(updateProfile, height);
    expect(result).toMatchObject({
      user: { encodedId: "ABC123", timezone: "America/Los_Angeles" },
      missing: [
        { part: "user.age", why: "refused" }, { part: "user.memberSince", why: "refused" },
        { part: "user.strideLengthWalking", why: "refused" },
        { part: "user.strideLengthRunning", why: "refused" },
      ],
    });
  });

  it.each([["nothing", ""], ["an empty object", {}], ["an error", rpcError(500, "INTERNAL", "Oops.")], ["a list", []]])(
    "may have changed what is answered with %s",
    async (_, body) => {
      const change = patch("profile", { userConfiguredWalkingStrideLengthMm: 724 });
      api({ ...change, body });
      const { error } = await run(updateProfile, { strideLengthWalking: "72.4", unitSystem: "metric" });
      expect(error).toMatchObject({ name: "UnexpectedAnswerError" });
      expect(error).toHaveProperty("message", expect.stringContaining(
        "The profile may have been stored or changed all the same: look at Get Profile",
      ));
    },
  );

  it("says what was changed, whatever kind of error comes after it", async () => {
    api(patch("profile", { userConfiguredWalkingStrideLengthMm: 724 }));
    const spent = new Error("This step reached its limit.");
    jest.spyOn(app, "updateSettings").mockRejectedValue(spent);
    const change = { strideLengthWalking: 72.4, heightUnit: "en_US" };
    const error = await failureOf(app.updateProfile(change, call()));
    expect(error).toBe(spent);
    expect(error.message).toBe("This step reached its limit. Changed before that: the strides.");
  });

  it("takes inches", async () => {
    api(patch("profile", { userConfiguredWalkingStrideLengthMm: 724 }));
    wholeProfile();
    await run(updateProfile, { strideLengthWalking: "28.5", unitSystem: "en_US" });
  });

  it("offers only what can be changed", () => {
    expect(Object.keys(twin(updateProfile).props ?? {})).toEqual([
      "fitbit", "height", "strideLengthWalking", "strideLengthRunning", "unitSystem",
      "heightUnit", "weightUnit", "waterUnit", "glucoseUnit",
    ]);
  });

  it.each(absentFields("profileChanges"))("says that there is no field %s", async (field) => {
    await expect(app.updateProfile({ [field]: "x" }, call()))
      .rejects.toThrow(`Google Health has no such field: ${field}. Leave it out`);
  });

  it("says what was changed before it failed", async () => {
    api(patch("profile", { userConfiguredWalkingStrideLengthMm: 724 }));
    api({ ...patch("settings", { heightUnit: "HEIGHT_UNIT_INCHES" }), status: 500, body: "" });
    const error = await failureOf(app.updateProfile(
      { strideLengthWalking: 72.4, heightUnit: "en_US" },
      call(),
    ));
    expect(error).toMatchObject({ name: "ServerError", status: 500 });
    expect(error.message).toMatch(/^.*The settings may have been stored/);
    expect(error.message).toMatch(/ Changed before that: the strides\.$/);
  });

  it("has changed what it changed, even when it may not read it", async () => {
    api(patch("profile", { userConfiguredWalkingStrideLengthMm: 724 }));
    ["identity", "profile", "settings"].forEach((request) => apiRefuses(at(request)));
    ["weight", "height"].forEach((type) => apiRefuses(newest(type)));
    const { result } = await run(updateProfile, {
      strideLengthWalking: "72.4", unitSystem: "metric",
    });
    expect(result).toMatchObject({ user: {}, missing: [{ part: "user", why: "scope" }] });
  });

  it("needs something to change", async () => {
    expect(await refusal(twin(updateProfile), {})).toContain("Nothing to change");
  });
});
