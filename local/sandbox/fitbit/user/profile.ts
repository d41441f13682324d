import { dayText } from "../../person/days";
import type { Person } from "../../person/person";
import type { Profile } from "../../person/profile";
import { allows } from "../access";
import type { Call } from "../route";
import { inUnit } from "../units";

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

/** The person as the API shows them. */
export function userOf(call: Call): object {
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
