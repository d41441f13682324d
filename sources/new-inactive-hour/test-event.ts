/** An event in the shape of the real ones. */
export default {
  date: "2026-03-19",
  startTime: "14:00",
  endTime: "15:00",
  start: "2026-03-19T21:00:00.000Z",
  steps: 42,
  minimumSteps: 250,
};
