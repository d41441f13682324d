/** Every field of real events; in metric units the amount is in millilitres. */
export default {
  amount: 500,
  logDate: "2026-03-20",
  logId: "6088001986",
};

/** The same water as Google Health tells of it. */
export const onGoogleHealth = {
  amount: 500,
  logDate: "2026-03-20",
  logId: "8808518358174752986",
};
