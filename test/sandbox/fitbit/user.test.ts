import { useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses, type Shape } from "./tables";

const PROFILE = "/1/user/-/profile.json";
const SLEEP = "/1.2/user/-/sleep";

const USER = {
  "aboutMe": "str", "age": "int", "ambassador": "bool", "autoStrideEnabled": "bool", "avatar": "str",
  "avatar150": "str", "avatar640": "str", "averageDailySteps": "int", "challengesBeta": "bool",
  "city": "str", "clockTimeDisplayFormat": "str", "corporate": "bool", "corporateAdmin": "bool",
  "country": "str", "dateOfBirth": "date", "displayName": "str", "displayNameSetting": "str",
  "distanceUnit": "str", "encodedId": "str", "features": { exerciseGoal: "bool" }, "firstName": "str",
  "foodsLocale": "str", "fullName": "str", "gender": "str", "glucoseUnit": "str", "height": "num",
  "heightUnit": "str", "isBugReportEnabled": "bool", "isChild": "bool", "isCoach": "bool",
  "languageLocale": "str", "lastName": "str", "legalTermsAcceptRequired": "bool", "locale": "str",
  "memberSince": "date", "mfaEnabled": "bool", "offsetFromUTCMillis": "int", "sdkDeveloper": "bool",
  "sleepTracking": "str", "startDayOfWeek": "str", "state?": "str", "strideLengthRunning": "num",
  "strideLengthRunningType": "str", "strideLengthWalking": "num", "strideLengthWalkingType": "str",
  "swimUnit": "str", "temperatureUnit": "str", "timezone": "str", "topBadges": [{}], "visibleUser": "bool",
  "waterUnit": "str", "waterUnitName": "str", "weight": "num", "weightUnit": "str",
} satisfies Shape;

describe("the user on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    ["profile", "GET", "/1/user/-/profile.json", 200, { user: USER }],
    ["profile update", "POST", "/1/user/-/profile.json?aboutMe=hi", 201, { user: USER }],
  ]);

  itRefuses(client, [
    ["GET", "/1/user/-/profile.json?x=1", 400, "x"],
    ["POST", "/1/user/-/profile.json?gender=OTHER", 400, "gender"],
    ["POST", "/1/user/-/profile.json?height=tall", 400, "height"],
    ["POST", "/1/user/-/profile.json?birthday=2030-01-01", 400, "birthday"],
    ["POST", "/1/user/-/profile.json?timezone=Mars/Olympus", 400, "timezone"],
    ["POST", "/1/user/-/profile.json?weightUnit=METRIC", 400, "weightUnit"],
    ["POST", "/1/user/-/profile.json?shoeSize=43", 400, "shoeSize"],
  ]);

  it("changes nothing when one of several profile changes is refused", async () => {
    await client.post("/1/user/-/profile.json?aboutMe=changed&gender=OTHER");
    const { user } = await client.get("/1/user/-/profile.json");
    expect(user.aboutMe).not.toBe("changed");
  });
});

describe("profiles that are changed on the Fitbit door", () => {
  const client = useFreshSandbox();

  it("changes every part of the profile that can be changed", async () => {
    const changes = {
      aboutMe: "new", birthday: "1980-05-06", city: "Rome", clockTimeDisplayFormat: "24hour",
      country: "IT", foodsLocale: "it_IT", fullName: "Ada de Vries", gender: "NA",
      glucoseUnit: "any", heightUnit: "any", locale: "de_DE", startDayOfWeek: "Monday",
      state: "NY", strideLengthRunning: "101.5", strideLengthWalking: "71.5",
      timezone: "Asia/Tokyo", waterUnit: "any", weightUnit: "en_GB",
    };
    const reply = await client.post(`${PROFILE}?${new URLSearchParams(changes).toString()}`);
    expect(reply.status).toBe(201);
    const { user } = await client.get(PROFILE);
    expect(reply.body.user).toEqual(user);
    expect(user).toMatchObject({
      aboutMe: "new", age: 45, dateOfBirth: "1980-05-06", city: "Rome", country: "IT",
      clockTimeDisplayFormat: "24hour", foodsLocale: "it_IT", firstName: "Ada",
      lastName: "de Vries", gender: "NA", glucoseUnit: "METRIC", heightUnit: "METRIC",
      locale: "de_DE", startDayOfWeek: "MONDAY", state: "NY", strideLengthRunning: 101.5,
      strideLengthRunningType: "manual", strideLengthWalking: 71.5, timezone: "Asia/Tokyo",
      offsetFromUTCMillis: 9 * 3_600_000, waterUnit: "METRIC", waterUnitName: "ml",
      weightUnit: "en_GB",
    });
    const split = await client.post(`${PROFILE}?localeLang=fr&localeCountry=FR`);
    expect(split.body.user.locale).toBe("fr_FR");
  });

  it("lets today follow a changed time zone, and leaves the past alone", async () => {
    const today = async () => (await client.series("steps/date/today/1d"))[0]?.dateTime;
    const before = await client.get(`${SLEEP}/date/2026-02-20/2026-03-19.json`);
    await client.control("clock", { now: "2026-03-20T22:00:00Z" });
    expect(await today()).toBe("2026-03-20");
    await client.post(`${PROFILE}?timezone=Asia/Tokyo`);
    expect(await today()).toBe("2026-03-21");
    expect(await client.get(`${SLEEP}/date/2026-02-20/2026-03-19.json`)).toEqual(before);
  });
});
