import { toSummary } from "../../common/activity/google-health-day";
import {
  toActivityLog, toDayActivity, withProvenance,
} from "../../common/activity/google-health-log";
import { differences } from "../../common/differences";
import { toSleepLog, withLogType } from "../../common/sleep/google-health-log";
import { toUser } from "../../common/user/google-health-profile";
import { loadCatalog } from "../../local/catalog/catalog";
import { isFields } from "../../local/runtime/component";
import { absentFields } from "../support/differences";
import { keysOf } from "../support/source";
import { fitbitFields } from "./fitbit-fields";
import { night, run, WATCH } from "./records";

const catalog = loadCatalog(process.cwd());

const OWN_CLIENT = /The account that Pipedream manages does not carry the scopes for this: /;

describe("a component's description", () => {
  it("says in one sentence when Pipedream's own account is not enough, and only then", async () => {
    const wrong = (await catalog)
      .filter(({ entry, component }) => OWN_CLIENT.test(component.description ?? "") === entry.managed)
      .map(({ entry }) => entry.key);
    expect(wrong).toEqual([]);
  });

  it("says on Google Health what the table says of its records, each thing once", async () => {
    const twins = (await catalog).filter(({ entry }) => entry.app === "google_health");
    for (const { entry: { key }, records, component: { description = "" } } of twins) {
      const words = records.flatMap((record) => differences[record].map((row) => row.words));
      // One may end as another does: `source`.
      const often = words.map((word) => [": ", ", "].reduce((sum, before) => (
        sum + description.split(before + word).length - 1
      ), 0));
      expect({ key, often }).toEqual({ key, often: words.map(() => 1) });
      expect({ key, says: /Absent here|Approximate here/.test(description) })
        .toEqual({ key, says: records.length > 0 });
    }
  });

  it("belongs to a component for each record of the table", async () => {
    const records = new Set((await catalog).flatMap((component) => component.records));
    expect([...records].sort()).toEqual(Object.keys(differences).sort());
  });
});

/** The paths of a record's fields, as deep as the table looks. */
function paths(record: object, deep: Record<string, (value: object) => string[]> = {}) {
  return Object.entries(record).flatMap(([key, value]: [string, unknown]) => {
    const inner = deep[key];
    return inner && isFields(value) ? inner(value).map((path) => `${key}.${path}`) : [key];
  });
}

function missing(record: keyof typeof fitbitFields, ...given: string[][]): string[] {
  return fitbitFields[record].filter((field) => !given.flat().includes(field)).sort();
}

describe("the mapping leaves out what the table calls absent, and nothing else", () => {
  it("of a sleep log", () => {
    const log = withLogType(toSleepLog("1", night), WATCH);
    const levels = Object.keys(log.levels).map((key) => `levels.${key}`);
    const stages = Object.values(log.levels.summary).flatMap(keysOf);
    const summary = stages.map((key) => `levels.summary[].${key}`);
    expect(missing("sleepLog", Object.keys(log), levels, summary))
      .toEqual(absentFields("sleepLog").sort());
  });

  it("of an activity log", () => {
    const log = toActivityLog("1", run, "metric");
    const app = { platform: "HEALTH_CONNECT", application: { packageName: "com.strava" } };
    const given = [WATCH, app].flatMap((origin) =>
      paths(withProvenance(log, origin), { source: keysOf }));
    expect(missing("activityLog", given)).toEqual(absentFields("activityLog").sort());
  });

  it("of an activity of a day", () => {
    const given = Object.keys(toDayActivity("1", run, "metric"));
    expect(missing("dayActivity", given)).toEqual(absentFields("dayActivity").sort());
  });

  it("of a day", () => {
    const zones = [{ heartRateZoneType: "LIGHT", heartRateZone: "LIGHT" }];
    const summary = toSummary({
      "steps": { countSum: "1" },
      "floors": { countSum: "1" },
      "altitude": { gainMillimetersSum: "1" },
      "distance": { millimetersSum: "1" },
      "google-wearables distance": { millimetersSum: "1" },
      "total-calories": { kcalSum: 1 },
      "active-energy-burned": { kcalSum: 1 },
      "sedentary-period": { durationSum: "60s" },
      "active-minutes": { activeMinutesRollupByActivityLevel: [{ activityLevel: "LIGHT" }] },
      "daily-heart-rate-zones": { heartRateZones: zones },
      "time-in-heart-rate-zone": { timeInHeartRateZones: zones },
      "calories-in-heart-rate-zone": { caloriesInHeartRateZones: zones },
      "daily-resting-heart-rate": { beatsPerMinute: "57" },
    }, "metric");
    const distances = (summary.distances ?? [])
      .map(({ activity }) => `summary.distances[${activity}]`);
    const given = Object.keys(summary).map((key) => `summary.${key}`);
    expect(missing("activityDay", given, distances, ["activities"]))
      .toEqual(absentFields("activityDay").sort());
  });

  it("of a profile", () => {
    const user = toUser({
      identity: { legacyUserId: "ABC123" },
      profile: {
        age: 36,
        membershipStartDate: { year: 2020, month: 1, day: 5 },
        autoWalkingStrideLengthMm: 700,
        autoRunningStrideLengthMm: 1_100,
      },
      settings: {
        timeZone: "UTC", languageLocale: "en-US", foodLanguageCode: "en-US",
        strideLengthWalkingType: "STRIDE_LENGTH_TYPE_AUTO",
        strideLengthRunningType: "STRIDE_LENGTH_TYPE_DEFAULT",
        distanceUnit: "DISTANCE_UNIT_KILOMETERS", heightUnit: "HEIGHT_UNIT_INCHES",
        weightUnit: "WEIGHT_UNIT_POUNDS", waterUnit: "WATER_UNIT_CUP",
        temperatureUnit: "TEMPERATURE_UNIT_CELSIUS", glucoseUnit: "GLUCOSE_UNIT_MG_DL",
        swimUnit: "SWIM_UNIT_YARDS",
      },
      weight: { weight: { weightGrams: 75_000 } },
      height: { height: { heightMillimeters: "1785" } },
    }, "metric");
    expect(missing("profile", Object.keys(user))).toEqual(absentFields("profile").sort());
  });
});
