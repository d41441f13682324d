import { flawOf, type Holds } from "../../common/wire/answers";

const user: Holds = { root: "user" };
const sleeps: Holds = { root: ["sleep[]", "meta"], empty: true };
const devices: Holds = { root: "[]" };
const points: Holds = { root: "dataPoints[]", fields: ["nextPageToken"], empty: "{}" };
const operation: Holds = { fields: ["done", "error", "response"], empty: true };

describe("the body of a success", () => {
  it.each<[what: string, body: string, holds: Holds, flaw: string | undefined]>([
    ["a user", "{\"user\":{\"age\":36}}", user, undefined],
    ["a user beside more", "{\"user\":{\"age\":36},\"more\":[]}", user, undefined],
    ["a user with nothing", "{\"user\":{}}", user, "empty"],
    ["no user", "{\"user\":null}", user, "empty"],
    ["nothing", "{}", user, "empty"],
    ["no body", "", user, "empty"],
    ["white space", " \n", user, "empty"],
    ["a list for a user", "{\"user\":[{}]}", user, "other"],
    ["text for a user", "{\"user\":\"me\"}", user, "other"],
    ["another root", "{\"profile\":{}}", user, "other"],
    ["an error beside a user", "{\"user\":{\"age\":36},\"errors\":[{}]}", user, "error"],
    ["no errors beside a user", "{\"user\":{\"age\":36},\"errors\":[],\"error\":null,\"success\":true}", user, undefined],
    ["no success", "{\"success\":false}", user, "error"],
    ["no JSON", "<html>", user, "other"],
    ["a list", "{\"sleep\":[]}", sleeps, undefined],
    ["a list of odd records", "{\"sleep\":[null,5]}", sleeps, undefined],
    ["what stands beside a list", "{\"meta\":{\"state\":\"pending\"}}", sleeps, undefined],
    ["no list", "{\"sleep\":null}", sleeps, undefined],
    ["nothing where that may be", "{}", sleeps, undefined],
    ["no body where that may be", "", sleeps, undefined],
    ["an object for a list", "{\"sleep\":{}}", sleeps, "other"],
    ["text beside a list", "{\"sleep\":[],\"meta\":\"pending\"}", sleeps, "other"],
    ["another list", "{\"activities\":[]}", sleeps, "other"],
    ["a bare list", "[]", sleeps, "other"],
    ["a bare list where that is it", "[]", devices, undefined],
    ["an object where a bare list is it", "{\"devices\":[]}", devices, "other"],
    ["nothing where a bare list is it", "{}", devices, "empty"],
    ["points", "{\"dataPoints\":[{}]}", points, undefined],
    ["a token alone", "{\"nextPageToken\":\"a\"}", points, undefined],
    ["no points", "{}", points, undefined],
    ["no body where there is an object at least", "", points, "empty"],
    ["an error that is one of the fields", "{\"error\":{\"code\":3}}", operation, undefined],
    ["a refusal that is none of them", "{\"errors\":[{}]}", operation, "other"],
    ["anything where nothing is said of it", "{\"success\":true}", {}, undefined],
    ["a list where nothing is said of it", "[]", {}, "other"],
  ])("is held against what the endpoint says: %s", (_, text, holds, flaw) => {
    let json: object | undefined;
    try {
      json = JSON.parse(text) as object;
    } catch {
      json = undefined;
    }
    expect(flawOf({ text, json }, holds)).toBe(flaw);
  });
});
