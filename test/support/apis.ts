/** Where each app's requests go. */
export const HOSTS = {
  fitbit: "https://api.fitbit.com",
  google_health: "https://health.googleapis.com",
};

const interval = { startTime: "2026-03-19T12:00:00Z", endTime: "2026-03-19T12:01:00Z" };

/** A stored record, where one is asked for by its id. */
const stored = (path: string) => /dataPoints\/[\w-]+$/.test(path)
  ? { name: path, nutritionLog: { interval }, hydrationLog: { interval } }
  : {};

/**
 * What a read answers that finds nothing, whatever it looks for before a write; but the record
 * that is to be changed is there.
 */
export const FOUND_NOTHING = {
  fitbit: () => ({
    activities: [], sleep: [], summary: {}, foods: [], water: [], weight: [], fat: [],
  }),
  google_health: stored,
};
