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
