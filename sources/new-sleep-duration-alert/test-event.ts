import night, { onGoogleHealth as nightOnGoogleHealth } from "../new-sleep-log/test-event";

/** A night that was shorter than the limit. */
const alert = {
  dateOfSleep: "2026-03-20",
  direction: "shorter",
  hours: 7,
  minutesAsleep: 394,
};

/** Every field of real events. */
export default {
  ...alert,
  sleep: night,
};

/** The same night as Google Health tells of it. */
export const onGoogleHealth = {
  ...alert,
  sleep: nightOnGoogleHealth,
};
