/** What somebody may type, or a model make up, where the id of a log is asked for. */
export const hostileIds: [what: string, id: string][] = [
  ["a climb", "../../1/user/-/profile"],
  ["an encoded climb", "%2e%2e"],
  ["dots", ".."],
  ["an emoji", "🏃"],
  ["a newline", "12\n34"],
  ["half a surrogate pair", "\ud83c"],
  ["21 digits", "123456789012345678901"],
  ["a sign", "-5"],
  ["a fraction", "12.5"],
  ["an exponent", "2.369048793018741e18"],
  ["a query", "12?x=1"],
  ["digits of another script", "١٢٣"],
];

/** What is no day: neither a date that exists nor one of the words for days. */
export const hostileDays = [
  "2026-02-30",
  "2025-02-29",
  "2026-13-01",
  "2026-3-20",
  "20.03.2026",
  "2026-03-20T10:00",
  "tomorrow",
  "7 days",
  "-1 days ago",
  "../profile",
  "%2e%2e",
  "2026-03-20/../../profile",
  "2026-03-20\n2026",
].map((day) => [day]);

export const hostileZones = [["Mars/Olympus"], ["+25:00"], ["../profile"]];

export const hostileTimes = [
  ["24:00"],
  ["7:5"],
  ["07:60"],
  ["0730"],
  ["7pm"],
  ["07:30:00"],
  [":30"],
  ["soon"],
];

export const hostileDecimals = [
  ["five"],
  ["-1"],
  ["5,2,1"],
  ["1,500"],
  ["9".repeat(400)],
  ["1e3"],
  ["0x10"],
  ["5."],
  ["NaN"],
  ["Infinity"],
  ["5 km"],
];
