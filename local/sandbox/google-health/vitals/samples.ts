import { HOUR, type Span } from "../../person/days";
import { type Night, saturationIn, variabilityIn } from "../../person/vitals";
import { type DataType, dataType, METHODS, SCOPES } from "../data-type";
import { type Point, type Stream, starts } from "../points/point";
import { spread, average } from "../points/sums";
import type { Source } from "../sources";
import type { Life } from "../state";
import { type Moment, momentOf, sampleTime } from "../time";

/** A point of one moment. */
const pointAt = (
  moment: Moment, source: Source, value: object, more?: Partial<Point>,
): Point => ({
  start: moment,
  end: moment,
  source,
  amount: 0,
  value: () => ({ sampleTime: sampleTime(moment), ...value }),
  ...more,
});

/** The points of the nights that may have some in a span. */
const byNight = (pointsOf: (life: Life, night: Night) => Point[]): Stream => ({
  points: (life, span) => nightsIn(life, span)
    .flatMap((night) => pointsOf(life, night))
    .filter(({ start }) => starts(span)({ start: start.at })),
});

const nightsIn = ({ person }: Life, { from, to }: Span): Night[] =>
  person.nights().filter(({ sleep }) => sleep.start < to && sleep.end >= from);

const variability = byNight(({ person, switches }, night) =>
  variabilityIn(person.who, night).map(({ at, rmssd, highFrequency, lowFrequency }) =>
    pointAt(momentOf(person.timeline, at), "watch", {
      rootMeanSquareOfSuccessiveDifferencesMilliseconds: rmssd,
      // As seen on thousands of samples: not computed.
      standardDeviationMilliseconds: 0,
      ...(switches.hrvPowers && {
        metadata: { highFrequencyPower: highFrequency, lowFrequencyPower: lowFrequency },
      }),
    })));

const saturation = byNight(({ person, switches }, night) =>
  saturationIn(person.who, night).flatMap(({ at, percent }) => {
    const moment = momentOf(person.timeline, at);
    const point = pointAt(moment, "watch", { percentage: percent });
    if (!switches.oxygenTwice) return [point];
    const behind = { ...moment, offset: moment.offset - HOUR };
    const bare = { physicalTime: sampleTime(moment).physicalTime };
    // Lists that have the newest first turn them round.
    return [
      pointAt(behind, "watch", { percentage: percent }),
      point,
      pointAt(moment, "watch", {}, { value: () => ({ sampleTime: bare }) }),
    ];
  }));

/** How many times too small rates were once. */
const SCALE = 1000;

const breathing = byNight((life, { sleep, breathsBy: { full, deep, light, rem } }) => {
  const { person, switches } = life;
  const unknown = switches.breathsUnknown === "zero" ? 0 : -0.001;
  const stats = (rate = unknown): object => (
    { breathsPerMinute: switches.breathsScaled ? rate / SCALE : rate, signalToNoise: 8.3 }
  );
  const at = (before: number): Moment => momentOf(person.timeline, sleep.end - before);
  const fullSleepStats = stats(full);
  return [
    ...(switches.breathsTwice ? [pointAt(at(HOUR), "derived", { fullSleepStats }, { key: "" })] : []),
    // A name without an id, as recorded.
    pointAt(at(0), "derived", {
      deepSleepStats: stats(deep),
      lightSleepStats: stats(light),
      remSleepStats: stats(rem),
      fullSleepStats,
    }, { key: "" }),
  ];
});

const temperatures: Stream = {
  points: ({ person }, span) => person.temperatures().filter(starts(span))
    .map(({ key, start, celsius }) =>
      pointAt(momentOf(person.timeline, start), "app", { temperatureCelsius: celsius }, {
        key, amount: celsius,
      })),
  rollUp: spread("temperatureCelsius"),
};

const glucoses: Stream = {
  points: ({ person, switches }, span) => person.glucoses().filter(starts(span))
    .map(({ key, start, mgPerDl, measured }) => {
      const moment = momentOf(person.timeline, start);
      const { physicalTime } = sampleTime(moment);
      const value = {
        bloodGlucoseMilligramsPerDeciliter: mgPerDl,
        ...(measured && { measurementSource: "SELF_MONITORING_BLOOD_GLUCOSE" }),
      };
      return pointAt(moment, switches.glucoseWithoutOffset ? "healthConnect" : "app", value, {
        key,
        amount: mgPerDl,
        ...(switches.glucoseWithoutOffset && {
          value: () => ({ sampleTime: { physicalTime }, ...value }),
        }),
      });
    }),
  rollUp: average("bloodGlucoseMilligramsPerDeciliterAvg"),
};

export const SAMPLE_TYPES: readonly DataType[] = [
  dataType("heart-rate-variability", "sample", SCOPES.metrics, METHODS.read, {
    stream: variability,
  }),
  dataType("oxygen-saturation", "sample", SCOPES.metrics, METHODS.read, { stream: saturation }),
  dataType("respiratory-rate-sleep-summary", "sample", SCOPES.metrics, METHODS.read, {
    stream: breathing,
  }),
  dataType("core-body-temperature", "sample", SCOPES.metrics, METHODS.samples, {
    stream: temperatures,
  }),
  dataType("blood-glucose", "sample", SCOPES.metrics, METHODS.samples, { stream: glucoses }),
  dataType("run-vo2-max", "sample", SCOPES.activity, METHODS.series),
  dataType("vo2-max", "sample", SCOPES.activity, METHODS.read),
];
