import { dataTypes, type DataType, type DataTypeId } from "../../common/google-health/data-types";
import {
  checkFamily, checkSpan, daysOf, filterOf, type Span,
} from "../../common/google-health/filters";

const DAY = daysOf({ from: "2026-03-20", to: "2026-03-20" });
const HOUR: Span = {
  physical: { from: "2026-03-20T08:00:00Z", before: "2026-03-20T09:00:00.5Z" },
};

function filter(type: DataTypeId, span: Span) {
  checkSpan(dataTypes[type], span);
  return filterOf(dataTypes[type], span);
}

describe("a filter", () => {
  it.each<[DataTypeId, string]>([
    ["steps", "steps.interval.civil_start_time"],
    ["active-zone-minutes", "active_zone_minutes.interval.civil_start_time"],
    ["heart-rate", "heart_rate.sample_time.civil_time"],
    ["daily-resting-heart-rate", "daily_resting_heart_rate.date"],
    ["exercise", "exercise.interval.civil_start_time"],
    ["nutrition-log", "nutrition_log.interval.civil_start_time"],
    ["sleep", "sleep.interval.civil_end_time"],
    [
      "irregular-rhythm-notification",
      "irregular_rhythm_notification.interval.civil_start_time",
    ],
  ])("of a day of %s bounds %s, the day after excluded", (type, member) => {
    expect(filter(type, DAY)).toBe(`${member} >= "2026-03-20" AND ${member} < "2026-03-21"`);
  });

  it.each<[DataTypeId, string]>([
    ["steps", "steps.interval.start_time"],
    ["heart-rate", "heart_rate.sample_time.physical_time"],
    ["sleep", "sleep.interval.end_time"],
  ])("of an hour of %s bounds %s", (type, member) => {
    expect(filter(type, HOUR)).toBe(
      `${member} >= "2026-03-20T08:00:00Z" AND ${member} < "2026-03-20T09:00:00.5Z"`,
    );
  });

  it.each([
    [{ from: "2026-03-20" }, "sleep.interval.civil_end_time >= \"2026-03-20\""],
    [{ to: "2026-03-20" }, "sleep.interval.civil_end_time < \"2026-03-21\""],
    [{}, undefined],
  ])("of %j leaves the open end out", (range, text) => {
    expect(filter("sleep", daysOf(range))).toBe(text);
  });

  it("takes only a beginning for electrocardiograms", () => {
    const from = "2026-03-20T00:00:00Z";
    expect(filter("electrocardiogram", { physical: { from } }))
      .toBe(`electrocardiogram.interval.start_time >= "${from}"`);
    expect(() => filter("electrocardiogram", HOUR)).toThrow(/by its beginning only/);
  });

  it.each<[string, DataTypeId, Span, RegExp]>([
    ["an instant for exercises", "exercise", HOUR, /cannot filter exercise by instants/],
    ["an instant for days", "daily-vo2-max", HOUR, /cannot filter daily-vo2-max by instants/],
    ["a day for electrocardiograms", "electrocardiogram", DAY, /by the user's own days/],
    ["anything for foods", "food", DAY, /cannot filter food/],
    ["an empty span", "steps", { civil: { from: "2026-03-20", before: "2026-03-20" } }, /no span/],
    ["an end before its beginning", "steps", daysOf({ from: "2026-03-20", to: "2026-03-18" }), /swap/],
    ["what is no time", "steps", { civil: { from: "2026-03-20\" OR \"" } }, /is no time/],
    ["a day that is not there", "steps", { civil: { from: "2026-02-30" } }, /is no time/],
    ["an hour that is not there", "steps", { civil: { from: "2026-02-20T24:00:00" } }, /is no time/],
    ["a local time in UTC", "exercise", { civil: { from: "2026-03-20T08:00:00Z" } }, /such as 2026-03-20 or 2026-03-20T08:00:00\.$/],
    ["an instant without UTC", "steps", { physical: { from: "2026-03-20T08:00:00" } }, /such as 2026-03-20T08:00:00Z\.$/],
    ["a day as an instant", "steps", { physical: { before: "2026-03-20" } }, /such as 2026-03-20T08:00:00Z\.$/],
    ["a time of what is daily", "daily-vo2-max", { civil: { before: "2026-03-20T08:00:00" } }, /such as 2026-03-20\.$/],
    ["an instant written twice", "steps", { physical: { from: "2026-03-20T08:00:00.5Z", before: "2026-03-20T08:00:00.50Z" } }, /no span/],
    ["a day to its own midnight", "steps", { civil: { from: "2026-03-20", before: "2026-03-20T00:00:00" } }, /no span/],
  ])("refuses %s before any request", (_, type, span, sentence) => {
    expect(() => filter(type, span)).toThrow(sentence);
  });

  it.each<[string, DataTypeId, Span, string]>([
    [
      "instants, whose text would say otherwise",
      "steps",
      { physical: { from: "2026-03-20T08:00:00Z", before: "2026-03-20T08:00:00.5Z" } },
      "steps.interval.start_time >= \"2026-03-20T08:00:00Z\" AND steps.interval.start_time < \"2026-03-20T08:00:00.5Z\"",
    ],
    [
      "billionths of a second",
      "steps",
      { physical: { from: "2026-03-20T08:00:00.749348123Z", before: "2026-03-20T08:00:00.749348124Z" } },
      "steps.interval.start_time >= \"2026-03-20T08:00:00.749348123Z\" AND steps.interval.start_time < \"2026-03-20T08:00:00.749348124Z\"",
    ],
    [
      "local times",
      "exercise",
      { civil: { from: "2026-03-20", before: "2026-03-20T00:00:01" } },
      "exercise.interval.civil_start_time >= \"2026-03-20\" AND exercise.interval.civil_start_time < \"2026-03-20T00:00:01\"",
    ],
  ])("compares %s", (_, type, span, text) => {
    expect(filter(type, span)).toBe(text);
  });
});

describe("a family of sources", () => {
  it.each<DataTypeId>(["sleep", "food", "food-measurement-unit"])("is refused in a list of %s before any request", (type) => {
    expect(() => checkFamily(dataTypes[type], "google-wearables"))
      .toThrow(`Google Health lists ${type} of all sources only: leave out the family`);
    expect(() => checkFamily(dataTypes[type], undefined)).not.toThrow();
  });

  it("is taken in any other list", () => {
    const all = Object.values<DataType>(dataTypes);
    const narrowed = all.filter(({ isOfAllSources }) => !isOfAllSources);
    narrowed.forEach((type) => checkFamily(type, "self-sources"));
    expect(narrowed).toHaveLength(all.length - 3);
  });
});
