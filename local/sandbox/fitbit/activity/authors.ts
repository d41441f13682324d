import type { Author } from "../../person/truth";

/** How the list of activities names an author; what is not there, it does not say. */
interface Named { logType?: string; source?: object }

export const AUTHORS: Record<Author, Named> = {
  phone: {
    logType: "mobile_run",
    source: {
      id: "228VSR",
      name: "Fitbit for Android",
      trackerFeatures: ["CALORIES", "DISTANCE", "GPS", "PACE", "STEPS"],
      type: "app",
      url: "https://www.fitbit.com/android",
    },
  },
  hand: {
    logType: "manual",
    source: {
      id: "228TSL",
      name: "Fitbit for iPhone",
      trackerFeatures: [],
      type: "app",
      url: "https://www.fitbit.com/",
    },
  },
  web: { logType: "manual" },
  old: {},
  api: { logType: "manual", source: { type: "api" } },
  strava: {
    logType: "manual",
    source: {
      id: "22997K", name: "Fitbit + Strava", type: "app", url: "https://strava.fitbit.com/",
    },
  },
};
