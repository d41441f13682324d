/** An event in the shape of the real ones. */
export default {
  activeDuration: 1834000,
  activityLevel: [
    {
      minutes: 2,
      name: "lightly",
    },
    {
      minutes: 29,
      name: "very",
    },
  ],
  activityName: "Run",
  activityTypeId: 90009,
  averageHeartRate: 142,
  calories: 355,
  distance: 5.5,
  distanceUnit: "Kilometer",
  duration: 1834000,
  elevationGain: 21.3,
  hasActiveZoneMinutes: true,
  lastModified: "2026-03-19T14:41:07.000Z",
  logId: "2369048793018741424",
  logType: "tracker",
  originalDuration: 1834000,
  originalStartTime: "2026-03-19T07:04:51.000-07:00",
  pace: 333.5,
  speed: 10.8,
  startTime: "2026-03-19T07:04:51.000-07:00",
  steps: 4980,
  tcxLink: "https://api.fitbit.com/1/user/-/activities/2369048793018741424.tcx",
};

/** The same run as Google Health tells of it. */
export const onGoogleHealth = {
  activeDuration: 1834000,
  activeZoneMinutes: {
    minutesInHeartRateZones: [
      {
        minuteMultiplier: 0,
        minutes: 13,
        order: 0,
        type: "OUT_OF_ZONE",
        zoneName: "Out of Range",
      },
      {
        minuteMultiplier: 1,
        minutes: 15,
        order: 1,
        type: "FAT_BURN",
        zoneName: "Fat Burn",
      },
      {
        minuteMultiplier: 2,
        minutes: 2,
        order: 2,
        type: "CARDIO",
        zoneName: "Cardio",
      },
      {
        minuteMultiplier: 2,
        minutes: 0,
        order: 3,
        type: "PEAK",
        zoneName: "Peak",
      },
    ],
    totalMinutes: 19,
  },
  activityName: "Run",
  averageHeartRate: 142,
  calories: 355,
  distance: 5.5,
  distanceUnit: "Kilometer",
  duration: 1834000,
  elevationGain: 21.3,
  lastModified: "2026-03-19T14:41:07.000Z",
  logId: "8808518358174752985",
  logType: "tracker",
  pace: 333.5,
  source: {
    name: "Pixel Watch 4",
    type: "tracker",
  },
  speed: 10.8,
  startTime: "2026-03-19T07:04:51.000-07:00",
  steps: 4980,
};
