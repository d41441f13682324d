/** An event in the shape of the real ones; a count, such as steps, has no unit. */
export default {
  date: "2026-03-19",
  metric: "distance",
  value: 8.42,
  goal: 8,
  unit: "km",
};
