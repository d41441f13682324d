/** Where each app's requests go. */
export const HOSTS = {
  fitbit: "https://api.fitbit.com",
  google_health: "https://health.googleapis.com",
};

/** What a read answers that finds nothing, whatever it looks for before a write. */
export const FOUND_NOTHING = {
  fitbit: { activities: [], sleep: [], summary: {}, weight: [], fat: [] },
  google_health: {},
};
