import getProfile from "../../actions/get-profile/get-profile";
import { api, fixture } from "../support/api";
import { run } from "../support/step";

const PATH = "/1/user/-/profile.json";

describe("get-profile", () => {
  it.each([
    [undefined, "metric"],
    ["metric", "metric"],
    ["en_US", "en_US"],
    ["en_GB", "en_GB"],
  ])("asks once, in the unit system %s", async (unitSystem, header) => {
    api({ path: PATH, unitSystem: header, body: fixture("profile") });
    const { result, summary } = await run(getProfile, { unitSystem });
    expect(result).toEqual(JSON.parse(fixture("profile")));
    expect(summary).toBe("Profile of Sam R., time zone Europe/Berlin");
  });

  it("is read as far as it goes, and what is none of its fields stays", async () => {
    const user = { displayName: {}, timezone: ["UTC"], age: "36", height: null, topBadges: [null] };
    api({ path: PATH, body: { user } });
    const { result, summary } = await run(getProfile);
    expect(result).toEqual({ user: { age: 36, topBadges: [null] } });
    expect(summary).toBe("Profile of the user, time zone unknown");
  });

  it.each([
    ["an empty object", 200, {}, "nothing"],
    ["an empty body", 200, "", "nothing"],
    ["no content", 204, "", "nothing"],
    ["an empty user", 200, { user: {} }, "nothing"],
    ["no user", 200, { user: null }, "nothing"],
    ["a list", 200, [], "something else than was asked for"],
    ["a user that is a word", 200, { user: "me" }, "something else than was asked for"],
  ])("is never empty: %s is a failure", async (_, status, body, what) => {
    api({ path: PATH, status, body });
    const { error } = await run(getProfile);
    expect(error).toMatchObject({ name: "UnexpectedAnswerError", status });
    expect(error).toHaveProperty("message", expect.stringContaining(`Fitbit answered with ${what} (${status}).`));
  });
});
