/** An event in the shape of the real ones. */
export default {
  date: "2026-03-20",
  fat: 18.4,
  logId: "1774002101000",
  source: "AriaAir",
  time: "10:21:41",
};

/** The same on Google Health. */
export const onGoogleHealth = {
  date: "2026-03-20",
  fat: 18.4,
  logId: "6685309773198399081",
  source: "Aria Air",
  time: "10:21:41",
};
