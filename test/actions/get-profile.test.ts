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

  it.each([
    ["an empty object", {}],
    ["an empty body", ""],
    ["an empty user", { user: {} }],
  ])("gives an empty profile for %s", async (_, body) => {
    api({ path: PATH, body });
    const { result, summary } = await run(getProfile);
    expect(result).toEqual({ user: {} });
    expect(summary).toBe("Profile of the user, time zone unknown");
  });
});
