/** Every field of real events, whose record is of the kind's own fields. */
export default {
  kind: "water",
  record: {
    amount: 500,
    logDate: "2026-03-20",
    logId: "6088001986",
  },
};

/** The same as Google Health tells of it. */
export const onGoogleHealth = {
  kind: "water",
  record: {
    amount: 500,
    logDate: "2026-03-20",
    logId: "8808518358174752986",
  },
};
