import type { Person } from "../../person/person";
import type { Profile, UnitChoice } from "../../person/profile";
import { invalid } from "../envelope";
import type { Call } from "../route";
import { duration } from "../time";
import { masked } from "./mask";

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

export function settings(person: Person): object {
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

export function updateSettings(call: Call): object {
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
