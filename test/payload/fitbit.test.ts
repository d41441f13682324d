import getProfile from "../../actions/get-profile/get-profile";
import * as profile from "../../actions/get-profile/get-profile";
import { sampled } from "./sample";

it("is what the registry gets of Fitbit, and not the source", () => {
  expect(getProfile).toHaveProperty("key", "fitbit-get-profile");
  expect(Object.keys(profile)).toEqual(["default"]);
});

describe.each(sampled(["actions", "sources"], /^engine/))("what %s says", (_, file) => {
  jest.requireActual(file);
});
