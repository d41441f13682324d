import { IANAZone } from "luxon";
import { parseDay } from "../../person/days";
import type { Person } from "../../person/person";
import type { Profile, UnitChoice } from "../../person/profile";
import { invalid } from "../envelope";
import { decimal, oneOf } from "../read";
import type { Call } from "../route";

/** Reads one parameter; what it returns is done once all of them have been read. */
interface Change {
  read: (call: Call, text: string, name: string) => (person: Person) => void;
  scope?: string;
}

const set = (part: (text: string, name: string) => Partial<Profile>): Change => ({
  read: (_, text, name) => {
    const change = part(text, name);
    return ({ profile }) => void Object.assign(profile, change);
  },
});

const choose = <K extends keyof Profile>(
  key: K, choices: readonly Extract<Profile[K], string>[],
): Change => ({
  read: (_, text, name) => {
    const choice = oneOf(name, text, choices);
    return ({ profile }) => void (profile[key] = choice);
  },
});

const pattern = (name: string, text: string, form: RegExp): string => {
  if (!form.test(text)) throw invalid(name, `Invalid ${name}: ${text}`);
  return text;
};

const LOCALES = [
  "en_US", "fr_FR", "de_DE", "es_ES", "en_GB", "en_AU", "en_NZ", "ja_JP",
] as const;

const unit = (
  key: keyof Profile["units"], choices: readonly string[], scope?: string,
): Change => ({
  scope,
  read: (_, text, name) => {
    const chosen = oneOf(name, text, choices);
    const choice: UnitChoice = chosen === "en_US" || chosen === "en_GB" ? chosen : "METRIC";
    return ({ profile }) => void (profile.units[key] = choice);
  },
});

/** A length in the unit of the request. */
const span = (part: (metres: number) => Partial<Profile>): Change => ({
  read: (call, text, name) => {
    const metres = decimal(name, text) / call.units.length.perSi;
    return ({ profile }) => void Object.assign(profile, part(metres));
  },
});

/** What can be changed of the profile, by its parameter. */
export const CHANGES: Record<string, Change> = {
  aboutMe: set((aboutMe) => ({ aboutMe })),
  birthday: {
    read: ({ person: { today } }, birthday) => {
      const day = parseDay(birthday);
      if (day === undefined || day >= today) throw invalid("birthday", `Invalid date: ${birthday}`);
      return ({ profile }) => void Object.assign(profile, { birthday });
    },
  },
  city: { ...set((city) => ({ city })), scope: "location" },
  clockTimeDisplayFormat: choose("clock", ["12hour", "24hour"]),
  country: {
    ...set((text, name) => ({ country: pattern(name, text, /^[A-Z]{2}$/) })), scope: "location",
  },
  foodsLocale: {
    ...set((text, name) => ({ foodsLocale: pattern(name, text, /^[a-z]{2}_[A-Z]{2}$/) })),
    scope: "nutrition",
  },
  fullName: set((text, name) => {
    const [firstName = "", ...rest] = pattern(name, text.trim(), /\S/).split(/\s+/);
    return { firstName, lastName: rest.join(" ") };
  }),
  gender: choose("gender", ["MALE", "FEMALE", "NA"]),
  glucoseUnit: unit("glucose", ["en_US", "any"]),
  height: span((heightMetres) => ({ heightMetres })),
  heightUnit: unit("height", ["en_US", "any"]),
  locale: choose("locale", LOCALES),
  localeCountry: {
    read: (_, text, name) => {
      pattern(name, text, /^[A-Z]{2}$/);
      return ({ profile }) => void (profile.locale = `${profile.locale.slice(0, 2)}_${text}`);
    },
  },
  localeLang: {
    read: (_, text, name) => {
      pattern(name, text, /^[a-z]{2}$/);
      return ({ profile }) => void (profile.locale = `${text}_${profile.locale.slice(3)}`);
    },
  },
  startDayOfWeek: set((text, name) => ({
    startDayOfWeek: oneOf(name, text, ["Sunday", "Monday"]) === "Sunday" ? "SUNDAY" : "MONDAY",
  })),
  state: {
    ...set((text, name) => ({ state: pattern(name, text, /^[A-Z]{2}$/) })), scope: "location",
  },
  strideLengthRunning: span((strideRunningMetres) => (
    { strideRunningMetres, strideRunningSet: true }
  )),
  strideLengthWalking: span((strideWalkingMetres) => (
    { strideWalkingMetres, strideWalkingSet: true }
  )),
  timezone: {
    read: (_, zone, name) => {
      if (!IANAZone.isValidZone(zone)) throw invalid(name, `Invalid timezone: ${zone}`);
      return (person) => person.moveTo(zone);
    },
  },
  waterUnit: unit("water", ["en_US", "any"], "nutrition"),
  weightUnit: unit("weight", ["en_US", "en_GB", "any"]),
};
