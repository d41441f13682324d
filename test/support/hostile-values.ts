import fc from "fast-check";
import { hostileDays, hostileDecimals, hostileIds, hostileTimes } from "./hostile";

const known: unknown[] = [hostileIds, hostileDays, hostileTimes, hostileDecimals]
  .flatMap((rows) => rows.map((row) => row.at(-1)));

/** Values of every type, of which one or the other may fit. */
const plain: unknown[] = [
  {}, [null], null, undefined, "", -1, "\ud83c", "constructor", "  ", true, false, "true", 0, -3,
  2.5, 7, "7", "45", 5.2, 178.5, 20_260_320, 0.1 + 0.2, NaN, Infinity, 1e21, 12_345,
  Number("2369048793018741424"), 12n, [], ["Run"], { value: 1 }, "abc", "male", "usa", "us",
  "Europe/Berlin", "7:30", "2026-03-15", "9999-12-31", "0001-01-01", "99999 days ago",
  "__proto__",
];

/** Pieces of which an address of another place may be made. */
const climbs = fc.array(fc.constantFrom(
  "../", "..%2f", "%2e%2e", "/", "//", "\\", "?", "#", "&", "=", ";", ":", "@", "%", "%00",
  "\r\n", "\0", "https://example.com", "@example.com", ".json", "-", "1", "2026-03-15",
), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));

const days = fc.date({ noInvalidDate: true }).map((date) => date.toISOString());

/** What an expression may pass, whatever a prop declares. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...plain) },
  { weight: 3, arbitrary: fc.constantFrom(...known) },
  { weight: 3, arbitrary: climbs },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.oneof(days, days.map((day) => day.slice(0, 10))) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer(), fc.bigInt()) },
  { weight: 1, arbitrary: fc.oneof(fc.double(), fc.integer()).map(String) },
  { weight: 1, arbitrary: fc.jsonValue() },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(climbs, fc.constantFrom(...plain)), { maxLength: 4 }),
  },
);
