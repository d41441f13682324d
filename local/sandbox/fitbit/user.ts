import { IANAZone } from "luxon";
import { dayText, parseDay } from "../person/days";
import type { Person } from "../person/person";
import type { Profile, UnitChoice } from "../person/profile";
import { allows, demand } from "../scopes";
import { invalid } from "./envelope";
import { decimal, oneOf } from "./read";
import type { Answer, Call, Route } from "./route";
import { inUnit } from "./units";

const AVATAR = "https://static0.fitbit.com/images/profile/defaultProfile_";

/** Full years between a birthday and a day. */
function age(birthday: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4));
  return today.slice(5) < birthday.slice(5) ? years - 1 : years;
}

function averageDailySteps(person: Person): number {
  const steps = Array.from({ length: 30 }, (_, i) => (
    person.dayTotals(person.today - 1 - i).steps
  ));
  return Math.round(steps.reduce((sum, count) => sum + count, 0) / steps.length);
}

/** What the person is, apart from units and settings. */
function identity(person: Person, profile: Profile): object {
  return {
    ...(profile.aboutMe !== "" && { aboutMe: profile.aboutMe }),
    age: age(profile.birthday, dayText(person.today)),
    ambassador: false,
    autoStrideEnabled: !profile.strideWalkingSet && !profile.strideRunningSet,
    avatar: `${AVATAR}100.png`,
    avatar150: `${AVATAR}150.png`,
    avatar640: `${AVATAR}640.png`,
    averageDailySteps: averageDailySteps(person),
    challengesBeta: true,
    corporate: false,
    corporateAdmin: false,
    dateOfBirth: profile.birthday,
    displayName: `${profile.firstName} ${profile.lastName.charAt(0)}.`,
    displayNameSetting: "name",
    encodedId: profile.encodedId,
    features: { exerciseGoal: true },
    firstName: profile.firstName,
    fullName: `${profile.firstName} ${profile.lastName}`.trim(),
    gender: profile.gender,
    lastName: profile.lastName,
    memberSince: dayText(profile.memberSince),
    topBadges: [],
    visibleUser: true,
  };
}

function settings(person: Person, profile: Profile): object {
  const { units } = profile;
  return {
    clockTimeDisplayFormat: profile.clock,
    distanceUnit: units.distance,
    foodsLocale: profile.foodsLocale,
    glucoseUnit: units.glucose,
    heightUnit: units.height,
    isBugReportEnabled: false,
    isChild: false,
    isCoach: false,
    languageLocale: profile.locale,
    legalTermsAcceptRequired: false,
    locale: profile.locale,
    mfaEnabled: false,
    offsetFromUTCMillis: person.timeline.offsetAt(person.now),
    sdkDeveloper: false,
    sleepTracking: "Normal",
    startDayOfWeek: profile.startDayOfWeek,
    swimUnit: units.swim,
    temperatureUnit: units.temperature,
    timezone: person.timeZone,
    waterUnit: units.water,
    waterUnitName: units.water === "en_US" ? "fl oz" : "ml",
    weightUnit: units.weight,
  };
}

function user(call: Call): object {
  const { person, units, access } = call;
  const { profile } = person;
  const kg = person.weighings().at(-1)?.kg ?? person.who.weightKg;
  const place = Object.entries({
    city: profile.city, country: profile.country, state: profile.state,
  }).filter(([, value]) => value !== "" && allows(access, "location"));
  const whole = {
    ...identity(person, profile),
    ...settings(person, profile),
    ...Object.fromEntries(place),
    height: inUnit(profile.heightMetres, units.length, 1),
    strideLengthRunning: inUnit(profile.strideRunningMetres, units.length, 1),
    strideLengthRunningType: profile.strideRunningSet ? "manual" : "auto",
    strideLengthWalking: inUnit(profile.strideWalkingMetres, units.length, 1),
    strideLengthWalkingType: profile.strideWalkingSet ? "manual" : "auto",
    weight: inUnit(kg, units.weight, 1),
  };
  return Object.fromEntries(Object.entries(whole).sort(([a], [b]) => (a < b ? -1 : 1)));
}

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

const CHANGES: Record<string, Change> = {
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

function update(call: Call): Answer {
  const changes = [...call.query].map(([name, text]) => {
    const change = CHANGES[name];
    if (change?.scope) demand(call.access, change.scope);
    return change?.read(call, text, name);
  });
  changes.forEach((change) => change?.(call.person));
  return { status: 201, body: { user: user(call) } };
}

const PATH = "/1/user/:user/profile.json";

export const userRoutes: Route[] = [
  { method: "GET", path: PATH, scope: "profile", answer: (call) => ({ body: { user: user(call) } }) },
  { method: "POST", path: PATH, scope: "profile", takes: Object.keys(CHANGES), answer: update },
];
