import fc from "../support/properties";
import {
  addDays, civilDate, cutNewestFirst, dayIn, inOrder, isCivilDate,
  isWithin, knownTimeZone, offsetIn, readDay, readRange, readTimeZone,
} from "../../common/dates";
import { given } from "../support/given";
import { hostileDays } from "../support/hostile";

/** How many days lie between the two: 0 for the same day. */
const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1950-01-01", days));
const range = fc.tuple(day, fc.integer({ min: 0, max: 3000 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

describe("a day", () => {
  it.each(["2026-03-20", "2024-02-29", "2000-02-29", "1999-12-31"])("%s exists", (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([["1900-02-29"], ["2026-00-10"], ["2026-04-31"], [""], [" 2026-03-20"], ...hostileDays])(
    "%j does not",
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );

  it("so many days on and back again is the same", () => {
    fc.assert(fc.property(day, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
      const other = addDays(date, days);
      expect(isCivilDate(other)).toBe(true);
      expect(daysBetween(date, other)).toBe(days);
      expect(addDays(other, -days)).toBe(date);
      expect(other > date).toBe(days > 0);
    }));
  });
});

describe("what a user writes for a day", () => {
  it.each([
    ["today", { daysAgo: 0 }],
    [" Yesterday ", { daysAgo: 1 }],
    ["1 day ago", { daysAgo: 1 }],
    ["30 DAYS AGO", { daysAgo: 30 }],
    ["2026-03-20", { date: "2026-03-20" }],
  ])("%j is read", (text, expected) => {
    expect(readDay("Date", given(text))).toEqual(expected);
  });

  it.each(["1900-01-01", "2199-12-31", "36500 days ago"])("%j may be meant", (text) => {
    expect(readDay("Date", given(text))).toBeDefined();
  });

  it.each([
    "1899-12-31", "0001-01-01", "0000-01-01", "2200-01-01", "9999-12-31", "36501 days ago",
    "99999 days ago",
  ])("%j is too far off to be meant", (text) => {
    expect(() => readDay("Date", given(text))).toThrow(`Date: ${JSON.stringify(text)} is not a day.`);
  });

  it.each([undefined, "", "  "])("%j is the fallback, or nothing", (text) => {
    expect(readDay("Date", given(text), "yesterday")).toEqual({ daysAgo: 1 });
    expect(readDay("Date", given(text))).toBeUndefined();
  });

  it("is understood from any date and any number of days", () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 3000 }), (today, days) => {
      const ago = readDay("Date", given(`${days} days ago`), "today");
      expect(civilDate(ago, today)).toBe(addDays(today, -days));
      expect(civilDate(readDay("Date", given(today), "today"), "1999-01-01")).toBe(today);
    }));
  });

  it("is a day or refused in a sentence that names the prop", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      try {
        const read = readDay("Start Date", given(text), "today");
        expect(isCivilDate(civilDate(read, "2026-03-20"))).toBe(true);
      } catch (error) {
        expect(error).toMatchObject({ name: "ConfigurationError" });
        expect(String(error)).toContain("Start Date: ");
      }
    }));
  });
});

describe("a range", () => {
  it.each([
    ["2026-03-19", "2026-03-20"],
    ["2026-03-20", "2026-03-20"],
    ["7 days ago", "yesterday"],
    ["yesterday", "yesterday"],
    ["2026-03-20", "yesterday"],
    ["7 days ago", "2026-03-20"],
    [undefined, "2026-03-20"],
    ["today", undefined],
    [undefined, undefined],
  ])("from %s to %s is taken", (from, to) => {
    expect(readRange({ startDate: given(from), endDate: given(to) })).toEqual({
      from: readDay("Start Date", given(from)), to: readDay("End Date", given(to)),
    });
  });

  it.each([
    ["2026-03-21", "2026-03-20"],
    ["today", "1 day ago"],
  ])("from %s to %s is the wrong way round", (from, to) => {
    expect(() => readRange({ startDate: given(from), endDate: given(to) })).toThrow(
      `Start Date (${from}) is after End Date (${to}): swap them.`,
    );
  });

  it("may end as far ahead as one likes, but not begin so", () => {
    const far = given<string>("9999-12-31");
    expect(readRange({ startDate: given("2026-03-20"), endDate: far }))
      .toEqual({ from: { date: "2026-03-20" }, to: { date: "2199-12-31" } });
    expect(() => readRange({ startDate: far })).toThrow("Start Date: ");
  });

  it.each([
    [{ from: "2026-03-20", to: "2026-03-20" }],
    [{ from: "2026-03-20", to: "2026-03-21" }],
    [{ from: "2026-03-20", to: undefined }],
    [{ from: undefined, to: "2026-03-20" }],
    [{ from: undefined, to: undefined }],
  ])("is in order as it is: %j", (days) => {
    expect(inOrder(days)).toBe(days);
  });

  it("is not in order where it ends a day before it begins", () => {
    expect(() => inOrder({ from: "2026-03-21", to: "2026-03-20" }))
      .toThrow("Start Date (2026-03-21) is after End Date (2026-03-20): swap them.");
  });

  it.each([
    ["2026-03-19", false], ["2026-03-20", true], ["2026-03-21", true], ["2026-03-22", false],
  ])("holds its ends: %s is one of its days: %p", (day, isOne) => {
    expect(isWithin(day, { from: "2026-03-20", to: "2026-03-21" })).toBe(isOne);
    expect(isWithin(day, {})).toBe(true);
  });

  it("is cut into the fewest pieces, which cover each day once, newest first", () => {
    fc.assert(fc.property(range, fc.integer({ min: 1, max: 400 }), ({ from, to }, most) => {
      const pieces = cutNewestFirst({ from, to }, most);
      const days = pieces.map((piece) => daysBetween(piece.from, piece.to) + 1);
      expect({
        count: pieces.length,
        ends: pieces.map((piece) => piece.to),
        oldest: pieces.at(-1)?.from,
        emptyOrTooLong: days.filter((n) => n < 1 || n > most),
      }).toEqual({
        count: Math.ceil((daysBetween(from, to) + 1) / most),
        ends: [to, ...pieces.slice(0, -1).map((piece) => addDays(piece.from, -1))],
        oldest: from,
        emptyOrTooLong: [],
      });
    }));
  });

  it("that ends before it begins has no pieces", () => {
    expect(cutNewestFirst({ from: "2026-03-21", to: "2026-03-20" }, 100)).toEqual([]);
  });
});

describe("a time zone", () => {
  it.each([
    [" Europe/Berlin ", "Europe/Berlin"],
    ["UTC", "UTC"],
    ["america/new_york", "America/New_York"],
  ])("%j is read as %s", (text, name) => {
    expect(readTimeZone(given(text))).toBe(name);
  });

  it.each(["Asia/Kolkata", "Europe/Kyiv", "America/Argentina/Buenos_Aires"])(
    "%s keeps its name, whatever the runtime calls it",
    (name) => {
      expect(readTimeZone(given(name))).toBe(name);
    },
  );

  it.each(["Mars/Olympus", "Berlin", "../etc"])("%j is refused", (text) => {
    expect(() => readTimeZone(given(text))).toThrow(`Time Zone: ${JSON.stringify(text)} is not known.`);
  });

  it("that an API names may be unknown here, which is no failure", () => {
    expect(knownTimeZone("Europe/Berlin")).toBe("Europe/Berlin");
    expect(["Mars/Olympus", "", undefined].map(knownTimeZone)).toEqual([undefined, undefined, undefined]);
  });

  const hours = 3_600_000;

  it.each([
    ["Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29", 1],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29", 2],
    ["Europe/Berlin", "2026-10-25T22:59:59Z", "2026-10-25", 1],
    ["Europe/Berlin", "2026-10-25T23:00:00Z", "2026-10-26", 1],
    ["Asia/Kathmandu", "2026-03-20T18:15:00Z", "2026-03-21", 5.75],
    ["Pacific/Kiritimati", "2026-03-20T10:00:00.999Z", "2026-03-21", 14],
    ["Pacific/Pago_Pago", "2026-03-20T10:59:59Z", "2026-03-19", -11],
    ["UTC", "2026-01-01T00:00:00Z", "2026-01-01", 0],
  ])("%s at %s: it is %s there, %s h from UTC", (zone, at, date, offset) => {
    expect(dayIn(zone, Date.parse(at))).toBe(date);
    expect(offsetIn(zone, Date.parse(at))).toBe(offset * hours);
  });

  it("never puts today more than a day from the day in UTC", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    const instants = fc.integer({ min: 0, max: 4e12 });
    fc.assert(fc.property(zones, instants, (zone, at) => {
      const utc = new Date(at).toISOString().slice(0, 10);
      expect(Math.abs(daysBetween(utc, dayIn(zone, at)))).toBeLessThanOrEqual(1);
    }), { numRuns: 50 });
  });
});
