import { type Day, MINUTE } from "../../person/days";
import { baselineOf, cardioFitness, type Night } from "../../person/vitals";
import { type DataType, dataType, METHODS, SCOPES } from "../data-type";
import { daily } from "../points/daily";
import { int64 } from "../points/point";
import { nonZero } from "../points/sums";
import type { Life } from "../state";

/** What is to be said of a night that came to something. */
const ofNight = (value: (life: Life, night: Night) => object | undefined) =>
  daily((life: Life, day: Day) => {
    const night = life.person.nights().find((one) => one.day === day);
    return night && value(life, night);
  });

/** Recorded in the first weeks of a watch: what takes thirty nights is no number yet. */
const UNKNOWN = "NaN";

function skin({ person, switches }: Life, night: Night): object | undefined {
  if (person.now < night.sleep.end + switches.skinMinutes * MINUTE) return undefined;
  const baseline = baselineOf(person.who, person.nights(), night.day);
  return {
    nightlyTemperatureCelsius: night.skin,
    baselineTemperatureCelsius: baseline?.median ?? UNKNOWN,
    relativeNightlyStddev30dCelsius: baseline?.deviation ?? UNKNOWN,
  };
}

function vo2Max({ person }: Life, { day }: Night): object {
  const runs = person.exercises().filter(({ kind, by }) => kind === "run" && !by);
  const ranOn = new Set(runs.map(({ start }) => person.timeline.dayOf(start)));
  const { vo2Max: value, isExact } = cardioFitness(person.who, day, ranOn);
  return {
    vo2Max: value,
    ...(isExact && { cardioFitnessLevel: "GOOD" }),
    vo2MaxCovariance: isExact ? 0.7634 : 6.03,
  };
}

export const DAILY_TYPES: readonly DataType[] = [
  dataType("daily-heart-rate-variability", "daily", SCOPES.metrics, METHODS.read, {
    stream: ofNight(({ switches }, { day, rmssd, deepRmssd }) => ({
      averageHeartRateVariabilityMilliseconds: switches.hrvZeros && day % 2 === 0 ? 0 : rmssd,
      ...int64("nonRemHeartRateBeatsPerMinute", 58),
      entropy: 2.986,
      deepSleepRootMeanSquareOfSuccessiveDifferencesMilliseconds: deepRmssd,
    })),
  }),
  dataType("daily-oxygen-saturation", "daily", SCOPES.metrics, METHODS.read, {
    stream: ofNight((_, { spo2: { average, lowest, highest } }) => ({
      averagePercentage: average,
      lowerBoundPercentage: lowest,
      upperBoundPercentage: highest,
    })),
  }),
  dataType("daily-respiratory-rate", "daily", SCOPES.metrics, METHODS.read, {
    stream: ofNight((_, { breaths }) => nonZero("breathsPerMinute", breaths)),
  }),
  dataType("daily-sleep-temperature-derivations", "daily", SCOPES.metrics, METHODS.read, {
    stream: ofNight(skin),
  }),
  dataType("daily-vo2-max", "daily", SCOPES.activity, METHODS.read, {
    stream: ofNight(vo2Max),
  }),
];
