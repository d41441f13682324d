/** An event as real ones are; each has what is asked for, a threshold or a baseline. */
export default {
  date: "2026-03-19",
  metric: "restingHeartRate",
  value: 71,
  side: "above",
  unit: "bpm",
  threshold: 65,
  baseline: {
    mean: 58.2143,
    sd: 1.9642,
    n: 28,
    off: 6.5,
  },
};
