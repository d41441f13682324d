import { instantWith, takenAt } from "../../common/google-health/times";
import { calledBy, civilDateOf, durationOf } from "../../common/google-health/values";

const DAY = { year: 2026, month: 3, day: 8 };

describe("a date", () => {
  it("is a day of the calendar", () => {
    expect(civilDateOf(DAY)).toBe("2026-03-08");
    expect(civilDateOf({ ...DAY, year: "2026" })).toBe("2026-03-08");
  });

  it.each<[unknown]>([
    [undefined], [null], ["2026-03-08"], [[DAY]], [{}],
    [{ ...DAY, month: "x" }], [{ ...DAY, day: null }], [{ ...DAY, day: [null] }],
    [{ ...DAY, year: 123_456 }], [{ ...DAY, month: 2, day: 30 }], [{ ...DAY, day: 8.5 }],
  ])("is none where it is %j", (date) => {
    expect(civilDateOf(date)).toBeUndefined();
  });
});

describe("an instant", () => {
  const TIME = "2026-03-08T12:00:00.25Z";
  const at = Date.parse(TIME);
  const civil = (time: unknown, date: unknown = DAY) => ({ date, time });

  it.each<[unknown]>([[undefined], [null], [123_456], ["x"], ["123456"], [[null]], [{}]])(
    "is none where it is %j", (time) => {
      expect(instantWith(time, "3600s")).toBeUndefined();
      expect(takenAt({ physicalTime: time, utcOffset: "3600s" })).toBeUndefined();
    },
  );

  it.each<[unknown]>([[undefined], [null], [5], [TIME], [[TIME]]])(
    "is none of a sample that is %j", (sample) => {
      expect(takenAt(sample)).toBeUndefined();
    },
  );

  it("has the offset that is stated, or else that of the local time beside it", () => {
    expect(instantWith(TIME, "3600s", civil({ hours: 14 }))).toEqual({ at, offset: 3_600_000 });
    const beside = instantWith(TIME, undefined, civil({ hours: 14 }));
    expect(beside).toEqual({ at, offset: 7_200_000 });
    expect(instantWith(TIME, "x", civil({ hours: 6, minutes: 30 })))
      .toEqual({ at, offset: -19_800_000 });
    // A zero is left out: of midnight all of it is.
    expect(instantWith(TIME, undefined, { date: DAY })).toEqual({ at, offset: -43_200_000 });
  });

  it.each<[unknown, unknown]>([
    ["x", undefined], [null, null], [3_600, "2026"], ["999999s", { date: null }],
    [undefined, civil({ hours: "x" })], [undefined, civil("14:00")],
    [undefined, civil({ hours: 14 }, { ...DAY, day: "x" })],
    [undefined, civil({ hours: 14 }, { ...DAY, year: 2025 })],
  ])("tells no offset by %j and %j", (utcOffset, civilTime) => {
    expect(instantWith(TIME, utcOffset, civilTime)).toEqual({ at });
  });
});

describe("a duration", () => {
  it("is 0 where a message that is there leaves it out, and unknown where it is none", () => {
    expect(durationOf({ time: "90.5s" }, "time")).toBe(90.5);
    expect(durationOf<{ time?: unknown }>({}, "time")).toBe(0);
    expect(durationOf({ time: "x" }, "time")).toBeUndefined();
    expect(durationOf({ time: null }, "time")).toBeUndefined();
    expect(durationOf<{ time?: unknown }>(undefined, "time")).toBeUndefined();
  });
});

describe("a message of a list", () => {
  const LEVELS = { key: "level", words: ["LOW", "HIGH"] };
  const low = { level: "LOW", minutes: 5 };
  const high = { level: "HIGH", minutes: 7 };

  it("is the first that is called so", () => {
    expect(calledBy("LOW", [high, low, { level: "LOW" }], LEVELS)).toBe(low);
  });

  it("has nothing where the list leaves it out", () => {
    expect(calledBy("LOW", [high], LEVELS)).toEqual({});
  });

  it.each<[unknown]>([
    [undefined], [null], ["LOW"], [[]], [[null]],
    [[high, { level: "UNHEARD_OF", minutes: 5 }]], [[high, { level: null, minutes: 5 }]],
    [[high, { minutes: 5 }]], [[high, null]],
  ])("is unknown where it may be one of %j", (list) => {
    expect(calledBy("LOW", list, LEVELS)).toBeUndefined();
  });
});
