import { type Character, placeOf } from "./character";
import { type Day } from "./days";
import { random } from "./random";

export type UnitChoice = "en_US" | "en_GB" | "METRIC";

/** The account: what the person set, and what an API may change. SI units. */
export interface Profile {
  encodedId: string;
  firstName: string;
  lastName: string;
  aboutMe: string;
  birthday: string;
  gender: "FEMALE" | "MALE" | "NA";
  heightMetres: number;
  strideWalkingMetres: number;
  strideRunningMetres: number;
  /** Strides are worked out from the height until the person sets one. */
  strideWalkingSet: boolean;
  strideRunningSet: boolean;
  memberSince: Day;
  locale: string;
  foodsLocale: string;
  country: string;
  state: string;
  city: string;
  clock: "12hour" | "24hour";
  startDayOfWeek: "SUNDAY" | "MONDAY";
  units: Record<"distance" | "height" | "weight" | "water" | "glucose" | "swim" | "temperature",
    UnitChoice>;
}

/** The daily goals, in SI units. */
export interface Goals {
  steps: number;
  metres: number;
  floors: number;
  kcal: number;
  activeMinutes: number;
  activeZoneMinutes: number;
}

const LETTERS = "23456789BCDFGHJKLMNPQRSTVWXYZ";

export function profileOf(who: Character): Profile {
  const chance = random(who.seed, 8);
  const { locale, country } = placeOf(who.seed);
  const american = locale === "en_US";
  const unit = american ? "en_US" : "METRIC";
  return {
    encodedId: Array.from({ length: 6 }, () => LETTERS[chance.int(0, LETTERS.length - 1)]).join(""),
    firstName: who.firstName,
    lastName: who.lastName,
    aboutMe: "I walk to think.",
    birthday: who.birthday,
    gender: who.female ? "FEMALE" : "MALE",
    heightMetres: who.heightMetres,
    strideWalkingMetres: who.strideWalking,
    strideRunningMetres: who.strideRunning,
    strideWalkingSet: false,
    strideRunningSet: false,
    memberSince: who.firstDay,
    locale,
    foodsLocale: locale,
    country,
    state: american ? "CA" : "",
    city: "Springfield",
    clock: american ? "12hour" : "24hour",
    startDayOfWeek: american ? "SUNDAY" : "MONDAY",
    units: {
      distance: unit,
      height: unit,
      weight: locale === "en_GB" ? "en_GB" : unit,
      water: unit,
      glucose: unit,
      swim: unit,
      temperature: unit,
    },
  };
}

export const goalsOf = (who: Character): Goals => ({
  steps: 9000,
  metres: 8050,
  floors: 10,
  kcal: Math.round((who.basalMilliKcal * 1.44 * 1.35) / 10) * 10,
  activeMinutes: 30,
  activeZoneMinutes: 22,
});
