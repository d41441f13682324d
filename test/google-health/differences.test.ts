import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  absentFields, differencesInWords, OWN_CLIENT, recordsOf,
} from "../../common/differences";
import { toActivityLog, toDayActivity, withProvenance } from "../../common/activity/google-health-log";
import { toSummary } from "../../common/activity/google-health-day";
import { toUser } from "../../common/user/google-health-profile";
import { toSleepLog, withLogType } from "../../common/sleep/google-health-log";
import { isManaged } from "../../local/catalog/apps";
import { isFields, type Fields } from "../../local/runtime/component";
import { keysOf } from "../support/source";
import { differencesPage } from "./differences-page";
import { fitbitFields } from "./fitbit-fields";
import { night, run, WATCH } from "./records";

const ROOT = process.cwd();

async function twinsOf(kind: "actions" | "sources") {
  const names = readdirSync(join(ROOT, kind));
  const modules = await Promise.all(names.map(async (name) => {
    const module = await import(join(ROOT, kind, name, name)) as Fields;
    return { name, literals: module.googleHealth };
  }));
  return modules.filter(({ literals }) => isFields(literals));
}

async function descriptions() {
  const twins = [...await twinsOf("actions"), ...await twinsOf("sources")];
  return twins.map(({ name, literals }) => {
    const { description, scopes } = literals as { description: string; scopes: string[] };
    return { name, description, scopes };
  });
}

describe("a component's description on Google Health", () => {
  it("says what is absent and what is approximate, as the table does", async () => {
    const all = await descriptions();
    expect(all.length).toBeGreaterThan(0);
    for (const { name, description } of all) {
      const words = differencesInWords(name);
      expect({ name, says: description.includes(words) }).toEqual({ name, says: true });
      expect({ name, absent: /Absent here/.test(description) })
        .toEqual({ name, absent: words.includes("Absent here") });
    }
  });

  it("says in one sentence when Pipedream's own account is not enough, and only then", async () => {
    for (const { name, description, scopes } of await descriptions()) {
      const isEnough = isManaged("google_health", scopes);
      const says = description.includes(OWN_CLIENT);
      expect({ name, says }).toEqual({ name, says: !isEnough });
    }
  });

  it("belongs to a component for each name in the table", async () => {
    const names = (await descriptions()).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(recordsOf)));
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
    const sum = { kcalSum: 1, countSum: "1", gainMillimetersSum: "1", millimetersSum: "1" };
    const summary = toSummary({
      steps: { steps: sum },
      floors: { floors: sum },
      altitude: { altitude: sum },
      distance: { distance: sum },
      trackerDistance: { distance: sum },
      totalCalories: { totalCalories: sum },
      activeEnergy: { activeEnergyBurned: sum },
      sedentary: { sedentaryPeriod: { durationSum: "60s" } },
      activeMinutes: { activeMinutes: {} },
      zoneTimes: { timeInHeartRateZone: {} },
      zoneCalories: { caloriesInHeartRateZone: {} },
      zoneLimits: { dailyHeartRateZones: {} },
      restingHeartRate: { dailyRestingHeartRate: { beatsPerMinute: "57" } },
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

describe("the guides", () => {
  const page = (name: string) => readFileSync(join(ROOT, "docs", name), "utf8");

  it("list the differences of the table", () => {
    expect(page("differences.md")).toBe(differencesPage());
  });

  it("tell in ten lines how to move", () => {
    expect(page("moving-from-fitbit.md").match(/^\d+\. /gm)).toHaveLength(10);
  });
});
