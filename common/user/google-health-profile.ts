import type { Missing } from "../answer";
import { knownTimeZone, offsetIn } from "../dates";
import { defined } from "../fields";
import type {
  DataPoint, GoogleProfile, GoogleSettings, Identity, SampleTime,
} from "../google-health/answers";
import { statedOffset } from "../google-health/times";
import { civilDateOf, numberOf, valueOf, type Numeric } from "../google-health/values";
import { lengthIn, weightIn, wholeMillimetres, type UnitSystem } from "../units";
import type { Profile, ProfileChanges } from "./shapes";

interface Weight {
  sampleTime?: SampleTime;
  weightGrams?: Numeric;
}

export interface Height {
  sampleTime?: SampleTime;
  heightMillimeters?: Numeric;
}

/** What a profile is made of; what was not given is absent. */
export interface ProfileParts {
  identity?: Identity;
  profile?: GoogleProfile;
  settings?: GoogleSettings;
  weight?: DataPoint;
  height?: DataPoint;
}

type User = Profile["user"];

/** The person in Fitbit's words; lengths and weights in the units of the system. */
export function toUser(
  parts: ProfileParts,
  system: UnitSystem | undefined,
  now = Date.now(),
): User {
  const { identity, profile = {}, settings, weight, height } = parts;
  const { walking, running } = stridesOf(profile);
  const grams = numberOf(valueOf<Weight>(weight, "weight")?.weightGrams);
  const tall = numberOf(valueOf<Height>(height, "height")?.heightMillimeters);
  return defined({
    encodedId: identity?.legacyUserId,
    age: profile.age,
    memberSince: civilDateOf(profile.membershipStartDate),
    weight: weightIn(system, grams),
    height: lengthIn(system, tall),
    strideLengthWalking: lengthIn(system, walking),
    strideLengthRunning: lengthIn(system, running),
    ...settings && fromSettings(settings, now),
  });
}

/** In mm: the person's own, or else the watch's; none is as long as 0. */
function stridesOf(profile: GoogleProfile) {
  return {
    walking: profile.userConfiguredWalkingStrideLengthMm
      || profile.autoWalkingStrideLengthMm || undefined,
    running: profile.userConfiguredRunningStrideLengthMm
      || profile.autoRunningStrideLengthMm || undefined,
  };
}

/**
 * The strides that a profile withholds, since they have a scope of their own: it gives none,
 * though the settings say that they were set by hand or measured. Of others no length is kept.
 * https://developers.google.com/health/reference/rest/v4/users#Profile
 */
export function missingStrides({ profile, settings }: ProfileParts): Missing[] {
  const { walking, running } = stridesOf(profile ?? {});
  if (!profile || walking || running) return [];
  const isKept = (type = "") => /_(MANUAL|AUTO)$/.test(type);
  const fields = [
    isKept(settings?.strideLengthWalkingType) && "user.strideLengthWalking",
    isKept(settings?.strideLengthRunningType) && "user.strideLengthRunning",
  ];
  const scope = "activity_and_fitness.readonly";
  return fields.flatMap((part) => part ? [{ part, why: "scope", scope }] : []);
}

function fromSettings(settings: GoogleSettings, now: number) {
  const { timeZone, languageLocale, foodLanguageCode, waterUnit = "" } = settings;
  const locale = languageLocale?.replaceAll("-", "_");
  return {
    timezone: timeZone,
    offsetFromUTCMillis: offsetFrom(settings, now),
    autoStrideEnabled: flagOf(settings),
    locale,
    languageLocale: locale,
    foodsLocale: foodLanguageCode?.replaceAll("-", "_"),
    strideLengthWalkingType: strideType(settings.strideLengthWalkingType),
    strideLengthRunningType: strideType(settings.strideLengthRunningType),
    ...Object.fromEntries(UNITS.map((unit) => [unit, unitWord(settings[unit])])),
    waterUnitName: WATER_NAMES[waterUnit],
  };
}

/** The API leaves out what is false; settings that say nothing do not say that either. */
function flagOf(settings: GoogleSettings): boolean | undefined {
  const isSilent = !Object.keys(settings).length;
  return isSilent || "autoStrideEnabled" in settings ? settings.autoStrideEnabled : false;
}

/** The offset stated, or else that of the time zone, which may be unknown here. */
function offsetFrom({ utcOffset, timeZone }: GoogleSettings, now: number): number | undefined {
  const known = knownTimeZone(timeZone);
  return statedOffset(utcOffset) ?? (known === undefined ? known : offsetIn(known, now));
}

const UNITS = [
  "distanceUnit", "heightUnit", "weightUnit", "waterUnit", "temperatureUnit", "glucoseUnit",
  "swimUnit",
] as const;

/** The fields that the settings give. */
export const settingsFields = [
  "timezone", "offsetFromUTCMillis", "autoStrideEnabled", "locale", "languageLocale",
  "foodsLocale", "strideLengthWalkingType", "strideLengthRunningType", ...UNITS,
  "waterUnitName",
];

/** Fitbit's words for the units that Google names. */
const WORDS: Record<string, string> = {
  DISTANCE_UNIT_MILES: "en_US",
  DISTANCE_UNIT_KILOMETERS: "METRIC",
  HEIGHT_UNIT_INCHES: "en_US",
  HEIGHT_UNIT_CENTIMETERS: "METRIC",
  WEIGHT_UNIT_POUNDS: "en_US",
  WEIGHT_UNIT_STONE: "en_GB",
  WEIGHT_UNIT_KILOGRAMS: "METRIC",
  WATER_UNIT_FL_OZ: "en_US",
  WATER_UNIT_CUP: "en_US",
  WATER_UNIT_ML: "METRIC",
  TEMPERATURE_UNIT_FAHRENHEIT: "en_US",
  TEMPERATURE_UNIT_CELSIUS: "METRIC",
  GLUCOSE_UNIT_MG_DL: "en_US",
  GLUCOSE_UNIT_MMOL_L: "METRIC",
  SWIM_UNIT_YARDS: "en_US",
  SWIM_UNIT_METERS: "METRIC",
};

const WATER_NAMES: Record<string, string> = {
  WATER_UNIT_FL_OZ: "fl oz",
  WATER_UNIT_CUP: "cup",
  WATER_UNIT_ML: "ml",
};

function unitWord(unit = ""): string | undefined {
  return WORDS[unit];
}

function strideType(type = ""): string | undefined {
  const word = /^STRIDE_LENGTH_TYPE_(DEFAULT|MANUAL|AUTO)$/.exec(type)?.[1];
  return word?.toLowerCase();
}

/** What Fitbit's words for a unit are to Google; `any` is its word for metric. */
const CHOICES = {
  heightUnit: { en_US: "HEIGHT_UNIT_INCHES", any: "HEIGHT_UNIT_CENTIMETERS" },
  weightUnit: {
    en_US: "WEIGHT_UNIT_POUNDS", en_GB: "WEIGHT_UNIT_STONE", any: "WEIGHT_UNIT_KILOGRAMS",
  },
  waterUnit: { en_US: "WATER_UNIT_FL_OZ", any: "WATER_UNIT_ML" },
  glucoseUnit: { en_US: "GLUCOSE_UNIT_MG_DL", any: "GLUCOSE_UNIT_MMOL_L" },
} satisfies Record<string, Record<string, string>>;

/** What of a profile can be changed here. */
export const changeable = [
  "strideLengthWalking", "strideLengthRunning", "height", ...Object.keys(CHOICES),
];

/** The settings that a change of units is. */
export function settingsFor(changes: ProfileChanges): GoogleSettings {
  const wanted = Object.entries<Record<string, string>>(CHOICES).flatMap(([name, choices]) => {
    const word = Object.entries(changes).find(([key]) => key === name)?.[1] as unknown;
    return typeof word === "string" ? [[name, choices[word]]] : [];
  });
  return Object.fromEntries(wanted) as GoogleSettings;
}

/** The strides of a change, in whole millimetres. */
export function stridesFor(
  { strideLengthWalking, strideLengthRunning }: ProfileChanges,
  system: UnitSystem | undefined,
): GoogleProfile {
  return defined({
    userConfiguredWalkingStrideLengthMm: wholeMillimetres(strideLengthWalking, system),
    userConfiguredRunningStrideLengthMm: wholeMillimetres(strideLengthRunning, system),
  });
}
