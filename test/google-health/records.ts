/** Records written after the shapes that Google Health answers with. */

export const USER = "users/1173016576421350648";

const HOURS = { west: "-25200s", east: "32400s", utc: undefined };

/** A span between two instants, on one clock or, where the clocks changed, on two. */
export function interval(
  startTime: string,
  endTime: string,
  startUtcOffset: string | undefined = HOURS.west,
  endUtcOffset: string | undefined = startUtcOffset,
) {
  return { startTime, startUtcOffset, endTime, endUtcOffset };
}

type Span = ReturnType<typeof interval>;

/** One stretch of a sleep. */
export const stage = (type: string, span: Span) => ({ ...span, type });

/** A night of 7 h 42 min, six minutes of it awake, that ended on 20 March in Los Angeles. */
export const night = {
  interval: interval("2026-03-20T06:21:30Z", "2026-03-20T14:03:30Z"),
  type: "STAGES",
  stages: [
    stage("AWAKE", interval("2026-03-20T06:21:30Z", "2026-03-20T06:27:30Z")),
    stage("LIGHT", interval("2026-03-20T06:27:30Z", "2026-03-20T10:03:30Z")),
    stage("DEEP", interval("2026-03-20T10:03:30Z", "2026-03-20T11:33:30Z")),
    stage("REM", interval("2026-03-20T11:33:30Z", "2026-03-20T14:03:30Z")),
  ],
  // Seen live: a short awakening may carry the type of the stage around it.
  shortAwakenings: [stage("LIGHT", interval("2026-03-20T08:00:00Z", "2026-03-20T08:01:00Z"))],
  metadata: { stagesStatus: "SUCCEEDED", processed: true, mainSleep: true },
  summary: {
    minutesInSleepPeriod: "462",
    minutesAsleep: "456",
    minutesAwake: "6",
    minutesToFallAsleep: "0",
    minutesAfterWakeUp: "0",
    stagesSummary: [
      { type: "AWAKE", minutes: "6", count: "1" },
      { type: "LIGHT", minutes: "216", count: "1" },
      { type: "DEEP", minutes: "90", count: "1" },
      { type: "REM", minutes: "150", count: "1" },
    ],
  },
  createTime: "2026-03-20T14:33:36.038623Z",
  updateTime: "2026-03-20T14:33:42.827423Z",
};

/** The same as Fitbit shows it, which counts the short awakening as one. */
export const nightInFitbitShape = {
  logId: "8808518358174752984",
  dateOfSleep: "2026-03-20",
  startTime: "2026-03-19T23:21:30.000",
  endTime: "2026-03-20T07:03:30.000",
  duration: 27_720_000,
  timeInBed: 462,
  minutesAsleep: 455,
  minutesAwake: 7,
  minutesToFallAsleep: 0,
  minutesAfterWakeup: 0,
  isMainSleep: true,
  infoCode: 0,
  type: "stages",
  logType: "auto_detected",
  levels: {
    data: [
      { dateTime: "2026-03-19T23:21:30.000", level: "wake", seconds: 360 },
      { dateTime: "2026-03-19T23:27:30.000", level: "light", seconds: 12_960 },
      { dateTime: "2026-03-20T03:03:30.000", level: "deep", seconds: 5_400 },
      { dateTime: "2026-03-20T04:33:30.000", level: "rem", seconds: 9_000 },
    ],
    shortData: [{ dateTime: "2026-03-20T01:00:00.000", level: "wake", seconds: 60 }],
    summary: {
      deep: { count: 1, minutes: 90 },
      light: { count: 2, minutes: 215 },
      rem: { count: 1, minutes: 150 },
      wake: { count: 2, minutes: 7 },
    },
  },
};

/** A nap of 40 minutes without stages, 5 of them restless. */
export const nap = {
  interval: interval("2026-03-20T21:00:00Z", "2026-03-20T21:40:00Z"),
  type: "CLASSIC",
  stages: [
    stage("ASLEEP", interval("2026-03-20T21:00:00Z", "2026-03-20T21:35:00Z")),
    stage("RESTLESS", interval("2026-03-20T21:35:00Z", "2026-03-20T21:40:00Z")),
  ],
  metadata: { stagesStatus: "REJECTED_NAP", processed: true, nap: true },
  summary: {
    minutesInSleepPeriod: "40",
    minutesAsleep: "35",
    stagesSummary: [
      { type: "ASLEEP", minutes: "35", count: "1" },
      { type: "RESTLESS", minutes: "5", count: "1" },
    ],
  },
};

/** A run with 15 moderate and 2 vigorous minutes: 19 active zone minutes, as seen live. */
export const run = {
  interval: interval("2026-03-19T14:04:51Z", "2026-03-19T14:39:54Z"),
  exerciseType: "RUNNING",
  displayName: "ランニング",
  activeDuration: "1834s",
  metricsSummary: {
    caloriesKcal: 355.4,
    distanceMillimeters: 5_502_559,
    steps: "4980",
    averageHeartRateBeatsPerMinute: "142",
    averagePaceSecondsPerMeter: 0.3333,
    averageSpeedMillimetersPerSecond: 3_000.3,
    elevationGainMillimeters: 54_864,
    activeZoneMinutes: "19",
    heartRateZoneDurations: {
      lightTime: "812.4s", moderateTime: "900s", vigorousTime: "120s",
    },
  },
  exerciseMetadata: { hasGps: true },
  updateTime: "2026-03-19T14:41:07.827423Z",
};

/** The same as Fitbit's list shows it, in metric units. */
export const runInFitbitShape = {
  logId: "8808518358174752985",
  activityName: "Run",
  startTime: "2026-03-19T07:04:51.000-07:00",
  duration: 2_103_000,
  activeDuration: 1_834_000,
  calories: 355,
  distance: 5.502559,
  distanceUnit: "Kilometer",
  steps: 4_980,
  averageHeartRate: 142,
  elevationGain: 54.864,
  pace: 333.3,
  speed: 10.8011,
  lastModified: "2026-03-19T14:41:07.827Z",
  logType: "tracker",
  source: { name: "Pixel Watch 4", type: "tracker" },
  activeZoneMinutes: {
    minutesInHeartRateZones: [
      { minuteMultiplier: 0, minutes: 14, order: 0, type: "OUT_OF_ZONE", zoneName: "Out of Range" },
      { minuteMultiplier: 1, minutes: 15, order: 1, type: "FAT_BURN", zoneName: "Fat Burn" },
      { minuteMultiplier: 2, minutes: 2, order: 2, type: "CARDIO", zoneName: "Cardio" },
      { minuteMultiplier: 2, minutes: 0, order: 3, type: "PEAK", zoneName: "Peak" },
    ],
    totalMinutes: 19,
  },
};

export const WATCH = {
  recordingMethod: "DERIVED", device: { displayName: "Pixel Watch 4" }, platform: "FITBIT",
};

const nameOf = (type: string, id: string) => `${USER}/dataTypes/${type}/dataPoints/${id}`;

/** A record as the list gives it; its value matters only where the list has many pages. */
export const listed = (type: string, id: string, dataSource?: object, value?: object) =>
  ({ name: nameOf(type, id), dataSource, [type]: value });

/** A record as reconcile gives it. */
export const reconciled = (type: string, id: string, value: object) =>
  ({ dataPointName: nameOf(type, id), [type]: value });
