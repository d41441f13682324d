import getProfile from "../../actions/get-profile/get-profile";
import * as profile from "../../actions/get-profile/get-profile";
import { sampled } from "./sample";

/** About the source's own modules, and what stands beside a component there. */
const OF_MODULES = new RegExp("^(app|client|data-types|days|differences|failures|filters|ids"
  + "|operations|profile|provenance|walks)\\.");

it("is what the registry gets of Google Health, and not the source", () => {
  expect(getProfile).toHaveProperty("key", "google_health-get-profile");
  expect(Object.keys(profile)).toEqual(["default"]);
});

describe.each(sampled(["google-health"], OF_MODULES))("what %s says", (_, file) => {
  jest.requireActual(file);
});
