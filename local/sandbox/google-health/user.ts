import { dayText } from "../person/days";
import type { Person } from "../person/person";
import type { Profile, UnitChoice } from "../person/profile";
import { allows, demand, missingScope, readsSomething } from "./access";
import { invalid, notFound } from "./envelope";
import { cursorOf, fingerprint, int32Of, pageSizeOf, tokenOf } from "./pages";
import { type Fields, jsonOf, readMessage } from "./read";
import type { Call, Route } from "./route";
import { date, duration, timestamp } from "./time";

const millimetres = (metres: number): number => Math.round(metres * 1000);

/** Full years between a birthday and a day. */
function age(birthday: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}

function identity({ life: { person, state, switches }, access }: Call): object {
  if (!readsSomething(access)) throw missingScope(switches);
  return {
    name: "users/me/identity",
    healthUserId: state.ids.user,
    legacyUserId: person.profile.encodedId,
  };
}

function strides({ strideWalkingMetres, strideWalkingSet, ...running }: Profile): object {
  const walking = millimetres(strideWalkingMetres);
  const run = millimetres(running.strideRunningMetres);
  return {
    ...(strideWalkingSet
      ? { userConfiguredWalkingStrideLengthMm: walking }
      : { autoWalkingStrideLengthMm: walking }),
    ...(running.strideRunningSet
      ? { userConfiguredRunningStrideLengthMm: run }
      : { autoRunningStrideLengthMm: run }),
  };
}

function profile({ life: { person, switches }, access }: Call): object {
  const years = age(person.profile.birthday, dayText(person.today));
  if (switches.profileAgeOnly) return { name: "users/me/profile", age: years };
  return {
    name: "users/me/profile",
    age: years,
    membershipStartDate: date(person.profile.memberSince),
    ...(allows(access, "activity_and_fitness.readonly") && strides(person.profile)),
  };
}

type Unit = keyof Profile["units"];

/** The words of each unit setting, for what Fitbit calls en_US, METRIC and en_GB. */
const UNITS: Record<string, { unit: Unit; words: Partial<Record<UnitChoice, string>> }> = {
  distanceUnit: {
    unit: "distance", words: { en_US: "DISTANCE_UNIT_MILES", METRIC: "DISTANCE_UNIT_KILOMETERS" },
  },
  glucoseUnit: {
    unit: "glucose", words: { en_US: "GLUCOSE_UNIT_MG_DL", METRIC: "GLUCOSE_UNIT_MMOL_L" },
  },
  heightUnit: {
    unit: "height", words: { en_US: "HEIGHT_UNIT_INCHES", METRIC: "HEIGHT_UNIT_CENTIMETERS" },
  },
  swimUnit: { unit: "swim", words: { en_US: "SWIM_UNIT_YARDS", METRIC: "SWIM_UNIT_METERS" } },
  temperatureUnit: {
    unit: "temperature",
    words: { en_US: "TEMPERATURE_UNIT_FAHRENHEIT", METRIC: "TEMPERATURE_UNIT_CELSIUS" },
  },
  waterUnit: {
    unit: "water",
    words: { en_US: "WATER_UNIT_FL_OZ", METRIC: "WATER_UNIT_ML", en_GB: "WATER_UNIT_CUP" },
  },
  weightUnit: {
    unit: "weight",
    words: {
      en_US: "WEIGHT_UNIT_POUNDS", METRIC: "WEIGHT_UNIT_KILOGRAMS", en_GB: "WEIGHT_UNIT_STONE",
    },
  },
};

const strideType = (set: boolean): string =>
  (set ? "STRIDE_LENGTH_TYPE_MANUAL" : "STRIDE_LENGTH_TYPE_AUTO");

function settings(person: Person): object {
  const { units, locale, foodsLocale, strideWalkingSet, strideRunningSet } = person.profile;
  const auto = !strideWalkingSet && !strideRunningSet;
  return {
    name: "users/me/settings",
    ...(auto && { autoStrideEnabled: true }),
    foodLanguageCode: foodsLocale.replace("_", "-"),
    languageLocale: locale.replace("_", "-"),
    strideLengthRunningType: strideType(strideRunningSet),
    strideLengthWalkingType: strideType(strideWalkingSet),
    timeZone: person.timeZone,
    utcOffset: duration(person.timeline.offsetAt(person.now)),
    ...Object.fromEntries(Object.entries(UNITS).map(([name, { unit, words }]) => (
      [name, words[units[unit]] ?? words.METRIC]
    ))),
  };
}

/** The fields to change: those of the mask, else, and for `*`, those of the body. */
function masked(call: Call, message: string, updatable: readonly string[]): Fields {
  const body = readMessage(message, jsonOf(call.body), "");
  const mask = call.query.get("updateMask");
  const names = mask === undefined || mask === "" || mask === "*"
    ? Object.keys(body).filter((name) => name !== "name")
    : mask.split(",").map((name) => (
        name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      ));
  const other = names.find((name) => !updatable.includes(name));
  if (other !== undefined) throw invalid("update_mask", `Updates to ${other} are not supported.`);
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}

function updateProfile(call: Call): object {
  const { person } = call.life;
  const walking = "userConfiguredWalkingStrideLengthMm";
  const running = "userConfiguredRunningStrideLengthMm";
  const changes = masked(call, "Profile", [walking, running]);
  for (const [name, value] of Object.entries(changes)) {
    const metres = Number(value) / 1000;
    if (!(metres > 0)) throw invalid(name, `Invalid value at '${name}'.`);
    Object.assign(person.profile, name === walking
      ? { strideWalkingMetres: metres, strideWalkingSet: true }
      : { strideRunningMetres: metres, strideRunningSet: true });
  }
  return profile(call);
}

function updateSettings(call: Call): object {
  const { person } = call.life;
  const changes = masked(call, "Settings", Object.keys(UNITS));
  for (const [name, value] of Object.entries(changes)) {
    const { unit, words } = UNITS[name] ?? {};
    const choices = Object.keys(words ?? {}) as UnitChoice[];
    const choice = choices.find((key) => words?.[key] === value);
    if (!unit || !choice) throw invalid(name, `Invalid value at '${name}'.`);
    person.profile.units[unit] = choice;
  }
  return settings(person);
}

const lastWeighing = (person: Person) =>
  person.weighings().filter(({ source }) => source === "scale").at(-1);

const devices = ({ person }: Call["life"]) => [
  {
    name: "users/me/pairedDevices/816713257",
    deviceType: "TRACKER",
    deviceVersion: "Charge 6",
    batteryStatus: "High",
    batteryLevel: 85,
    lastSyncTime: timestamp(person.lastSync),
    macAddress: "5C0A1B2C3D4E",
    features: [
      "ACTIVE_ZONE_MINUTES", "CALORIES", "CONNECTED_GPS", "DISTANCE", "ELEVATION", "GROK",
      "HEART_RATE", "SEDENTARY_TIME", "SLEEP", "SMART_SLEEP", "SPO2", "STEPS", "SWIM",
    ],
  },
  {
    name: "users/me/pairedDevices/816713258",
    deviceType: "SCALE",
    deviceVersion: "Aria Air",
    batteryStatus: "Medium",
    batteryLevel: 54,
    lastSyncTime: timestamp(lastWeighing(person)?.start ?? person.lastSync),
    macAddress: "5C0A1B2C3D4F",
  },
];

function listDevices(call: Call): object {
  const all = devices(call.life);
  const bound = fingerprint(call.path, call.query);
  const size = pageSizeOf(int32Of("page_size", call.query.get("pageSize")), 5, 100);
  const first = cursorOf(bound, call.query.get("pageToken"))?.taken ?? 0;
  const page = all.slice(first, first + size);
  const taken = first + size;
  return {
    ...(page.length > 0 && { pairedDevices: page }),
    ...(taken < all.length && { nextPageToken: tokenOf(bound, { at: 0, taken }) }),
  };
}

function getDevice(call: Call): object {
  const found = devices(call.life).find(({ name }) => name.split("/").at(-1) === call.params.id);
  if (!found) throw notFound();
  return found;
}

/** An answer that needs one scope. */
const scoped = (scope: string, answer: Route["answer"]): Route["answer"] => (call) => {
  demand(call.access, call.life.switches, scope);
  return answer(call);
};

const at = (path: string): RegExp => new RegExp(`^users/(?<user>[^/]+)/${path}$`);
const rpc = (name: string): string => `HealthProfileService.${name}`;

export const userRoutes: Route[] = [
  { verb: "GET", pattern: at("identity"), rpc: rpc("GetIdentity"), answer: identity },
  {
    verb: "GET",
    pattern: at("profile"),
    rpc: rpc("GetProfile"),
    answer: scoped("profile.readonly", profile),
  },
  {
    verb: "PATCH",
    pattern: at("profile"),
    rpc: rpc("UpdateProfile"),
    takes: ["updateMask"],
    answer: scoped("profile.writeonly", updateProfile),
  },
  {
    verb: "GET",
    pattern: at("settings"),
    rpc: rpc("GetSettings"),
    answer: scoped("settings.readonly", ({ life }) => settings(life.person)),
  },
  {
    verb: "PATCH",
    pattern: at("settings"),
    rpc: rpc("UpdateSettings"),
    takes: ["updateMask"],
    answer: scoped("settings.writeonly", updateSettings),
  },
  {
    verb: "GET",
    pattern: at("irnProfile"),
    rpc: rpc("GetIrnProfile"),
    // The person has never set up the notifications: false is left out.
    answer: scoped("irn.readonly", () => ({ name: "users/me/irnProfile" })),
  },
  {
    verb: "GET",
    pattern: at("pairedDevices"),
    rpc: rpc("ListPairedDevices"),
    takes: ["pageSize", "pageToken"],
    answer: scoped("settings.readonly", listDevices),
  },
  {
    verb: "GET",
    pattern: at("pairedDevices/(?<id>[^/:]+)"),
    rpc: rpc("GetPairedDevice"),
    answer: scoped("settings.readonly", getDevice),
  },
];
