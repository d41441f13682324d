import updateProfile from "../../actions/update-profile/update-profile";
import { api, fixture } from "../support/api";
import { refusal, run } from "../support/step";

const PATH = "/1/user/-/profile.json";

describe("update-profile", () => {
  it("sends what is filled in and nothing else, and gives the whole profile", async () => {
    api({
      method: "POST",
      path: PATH,
      query: { fullName: "Sam & Co. Rivera", birthday: "1990-05-17", timezone: "Europe/Berlin" },
      body: fixture("profile"),
    });
    const { result, summary } = await run(updateProfile, {
      fullName: "Sam & Co. Rivera",
      birthday: "1990-05-17",
      timeZone: "Europe/Berlin",
    });
    expect(result).toEqual(JSON.parse(fixture("profile")));
    expect(summary).toBe("Changed fullName, birthday, timezone");
  });

  it.each(["Asia/Kolkata", "Europe/Kyiv"])("sends the time zone %s by that name", async (zone) => {
    api({ method: "POST", path: PATH, query: { timezone: zone } });
    const { summary } = await run(updateProfile, { timeZone: zone });
    expect(summary).toBe("Changed timezone");
  });

  it("sends lengths in the unit system that is named", async () => {
    api({
      method: "POST",
      path: PATH,
      unitSystem: "en_US",
      query: { height: "70.5", strideLengthWalking: "28", strideLengthRunning: "43.3" },
      body: fixture("profile"),
    });
    const { summary } = await run(updateProfile, {
      height: "70.5",
      strideLengthWalking: "28",
      strideLengthRunning: "43,3",
      unitSystem: "en_US",
    });
    expect(summary).toBe("Changed height, strideLengthWalking, strideLengthRunning");
  });

  it.each([
    ["aboutMe", "Runs at dawn"],
    ["gender", "NA"],
    ["country", "US"],
    ["state", "CA"],
    ["city", "Portland"],
    ["locale", "de_DE"],
    ["foodsLocale", "en_US"],
    ["clockTimeDisplayFormat", "24hour"],
    ["startDayOfWeek", "Monday"],
    ["heightUnit", "Metric", "any"],
    ["weightUnit", "UK", "en_GB"],
    ["waterUnit", "Metric", "any"],
    ["glucoseUnit", "US", "en_US"],
  ])("sends %s alone", async (field, value, sent = value) => {
    api({ method: "POST", path: PATH, query: { [field]: sent } });
    const { result, summary } = await run(updateProfile, { [field]: value });
    expect(result).toEqual({ user: {} });
    expect(summary).toBe(`Changed ${field}`);
  });

  it.each([
    ["nothing to change", {}, "Nothing to change"],
    ["a unit system alone", { unitSystem: "en_US" }, "Nothing to change"],
    ["a length without its unit", { height: "178.5" }, "Height: 178.5 has no unit"],
    ["a date that does not exist", { birthday: "1990-02-30" }, "Birthday: \"1990-02-30\""],
    ["a country in three letters", { country: "usa" }, "Country: \"USA\" is not two letters"],
    ["an unknown time zone", { timeZone: "Mars/Olympus" }, "Time Zone: \"Mars/Olympus\""],
  ])("refuses %s before any request", async (_, props, sentence) => {
    expect(await refusal(updateProfile, props)).toContain(sentence);
  });
});
