/** An event in the shape of the real ones. */
export default {
  dateTime: "2026-03-20T07:45:00",
  measurementType: "SMBG",
  value: 5.8,
};

/** The same on Google Health. */
export const onGoogleHealth = {
  dateTime: "2026-03-20T07:45:00",
  logId: "6685309773198399082",
  measurementType: "SMBG",
  value: 5.8,
};
