/** Every field of real events, whose sleep may be a classic one too. */
export default {
  dateOfSleep: "2026-03-20",
  direction: "shorter",
  hours: 7,
  minutesAsleep: 394,
  sleep: {
    dateOfSleep: "2026-03-20",
    duration: 27720000,
    efficiency: 94,
    endTime: "2026-03-20T07:03:30.000",
    infoCode: 0,
    isMainSleep: true,
    levels: {
      data: [
        {
          dateTime: "2026-03-19T23:21:30.000",
          level: "wake",
          seconds: 630,
        },
        {
          dateTime: "2026-03-19T23:32:00.000",
          level: "light",
          seconds: 1170,
        },
      ],
      shortData: [
        {
          dateTime: "2026-03-20T00:10:30.000",
          level: "wake",
          seconds: 30,
        },
      ],
      summary: {
        asleep: {
          count: 0,
          minutes: 0,
        },
        restless: {
          count: 0,
          minutes: 0,
        },
        awake: {
          count: 0,
          minutes: 0,
        },
        deep: {
          count: 5,
          minutes: 94,
          thirtyDayAvgMinutes: 69,
        },
        light: {
          count: 32,
          minutes: 215,
          thirtyDayAvgMinutes: 202,
        },
        rem: {
          count: 11,
          minutes: 85,
          thirtyDayAvgMinutes: 87,
        },
        wake: {
          count: 30,
          minutes: 68,
          thirtyDayAvgMinutes: 55,
        },
      },
    },
    logId: "2369048793018741425",
    logType: "auto_detected",
    minutesAfterWakeup: 0,
    minutesAsleep: 394,
    minutesAwake: 68,
    minutesToFallAsleep: 0,
    startTime: "2026-03-19T23:21:30.000",
    timeInBed: 462,
    type: "stages",
  },
};

/** The same night as Google Health tells of it. */
export const onGoogleHealth = {
  dateOfSleep: "2026-03-20",
  direction: "shorter",
  hours: 7,
  minutesAsleep: 394,
  sleep: {
    dateOfSleep: "2026-03-20",
    duration: 27720000,
    endTime: "2026-03-20T07:03:30.000",
    infoCode: 0,
    isMainSleep: true,
    levels: {
      data: [
        {
          dateTime: "2026-03-19T23:21:30.000",
          level: "wake",
          seconds: 630,
        },
        {
          dateTime: "2026-03-19T23:32:00.000",
          level: "light",
          seconds: 1170,
        },
      ],
      shortData: [
        {
          dateTime: "2026-03-20T00:10:30.000",
          level: "wake",
          seconds: 30,
        },
      ],
      summary: {
        asleep: {
          count: 0,
          minutes: 0,
        },
        restless: {
          count: 0,
          minutes: 0,
        },
        awake: {
          count: 0,
          minutes: 0,
        },
        deep: {
          count: 5,
          minutes: 94,
        },
        light: {
          count: 32,
          minutes: 215,
        },
        rem: {
          count: 11,
          minutes: 85,
        },
        wake: {
          count: 30,
          minutes: 68,
        },
      },
    },
    logId: "8808518358174752984",
    logType: "auto_detected",
    minutesAfterWakeup: 0,
    minutesAsleep: 394,
    minutesAwake: 68,
    minutesToFallAsleep: 0,
    startTime: "2026-03-19T23:21:30.000",
    timeInBed: 462,
    type: "stages",
  },
};
