/** An event in the shape of the real ones; the end of a gap has `until` beside. */
export default {
  status: "data again",
  date: "2026-03-18",
  since: "2026-03-18T21:14:05.000Z",
  until: "2026-03-20T06:40:00.000Z",
  hours: 33.4,
};
