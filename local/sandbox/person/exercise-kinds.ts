/** How one kind of exercise looks, minute by minute. Ranges are [low, high]. */
export interface ExerciseKind {
  /** Set off by the person on the watch, or noticed by it. */
  origin: "started" | "detected";
  /** How often it is chosen, relative to the others. */
  weight: number;
  minutes: readonly [number, number];
  stepsPerMinute: readonly [number, number];
  /** Absent where distance means nothing. */
  metresPerMinute?: readonly [number, number];
  mets: readonly [number, number];
  /** Shares of the maximal heart rate. */
  heart: readonly [number, number];
  /** Chance of climbing a floor in a minute. */
  climb: number;
  strokesPerMinute?: number;
  gps: boolean;
}

const none = [0, 0] as const;

export const EXERCISE_KINDS = {
  walk: {
    origin: "detected", weight: 6, minutes: [15, 55], stepsPerMinute: [98, 122],
    metresPerMinute: [70, 92], mets: [3.2, 4.6], heart: [0.48, 0.62], climb: 0.06, gps: false,
  },
  run: {
    origin: "started", weight: 5, minutes: [20, 60], stepsPerMinute: [156, 174],
    metresPerMinute: [145, 185], mets: [8.5, 11.5], heart: [0.72, 0.9], climb: 0.05, gps: true,
  },
  bike: {
    origin: "started", weight: 3, minutes: [25, 90], stepsPerMinute: none,
    metresPerMinute: [260, 420], mets: [5.8, 8.5], heart: [0.6, 0.8], climb: 0, gps: true,
  },
  swim: {
    origin: "started", weight: 2, minutes: [20, 45], stepsPerMinute: none,
    metresPerMinute: [30, 45], mets: [6, 8.5], heart: [0.58, 0.78], climb: 0,
    strokesPerMinute: 19, gps: false,
  },
  sport: {
    origin: "detected", weight: 2, minutes: [20, 80], stepsPerMinute: [20, 90],
    mets: [4.5, 7.5], heart: [0.55, 0.82], climb: 0, gps: false,
  },
  workout: {
    origin: "started", weight: 2, minutes: [20, 60], stepsPerMinute: [0, 30],
    mets: [4, 6.5], heart: [0.5, 0.76], climb: 0, gps: false,
  },
  weights: {
    origin: "started", weight: 2, minutes: [25, 60], stepsPerMinute: [0, 12],
    mets: [3.2, 5.2], heart: [0.46, 0.66], climb: 0, gps: false,
  },
  yoga: {
    origin: "started", weight: 1, minutes: [20, 60], stepsPerMinute: none,
    mets: [2.2, 3.1], heart: [0.4, 0.52], climb: 0, gps: false,
  },
} as const satisfies Record<string, ExerciseKind>;

export type ExerciseKindName = keyof typeof EXERCISE_KINDS;

export const kindOf = (name: ExerciseKindName): ExerciseKind => EXERCISE_KINDS[name];

export const KIND_NAMES = Object.keys(EXERCISE_KINDS) as ExerciseKindName[];

/** Every kind as often as its weight says: to be picked from. */
export const KIND_URN = KIND_NAMES.flatMap((name) => Array<ExerciseKindName>(
  EXERCISE_KINDS[name].weight,
).fill(name)) as [ExerciseKindName, ...ExerciseKindName[]];
