/** An event in the shape of the real ones; each has of `threshold` and `baseline` what is asked for. */
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
