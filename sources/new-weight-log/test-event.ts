/** An event in the shape of the real ones; `fat` is there where it was measured too. */
export default {
  bmi: 22.9,
  date: "2026-03-20",
  fat: 18.4,
  logId: "1774002101000",
  source: "AriaAir",
  time: "10:21:41",
  weight: 72.5,
};

/** The same on Google Health. */
export const onGoogleHealth = {
  bmi: 22.9,
  date: "2026-03-20",
  fat: 18.4,
  logId: "6685309773198399080",
  source: "Aria Air",
  time: "10:21:41",
  weight: 72.5,
};
