import { between, errorOf, metadataOf, reasonOf, useHealth } from "./support";

describe("filters", () => {
  const health = useHealth();

  const P = "INVALID_DATA_POINT_FILTER_";
  const START = "steps.interval.start_time";
  const CIVIL = "steps.interval.civil_start_time";

  it.each([
    ["a field that cannot be filtered by", "steps", 'steps.count >= "3"', `${P}DATA_TYPE_MEMBER`],
    ["a physical start of an exercise", "exercise",
      'exercise.interval.start_time >= "2026-03-01T00:00:00Z"', `${P}DATA_TYPE_MEMBER`],
    ["a start of a sleep", "sleep",
      'sleep.interval.civil_start_time >= "2026-03-01"', `${P}DATA_TYPE_MEMBER`],
    ["an unknown prefix", "steps", 'walks.interval.start_time >= "2026-03-01T00:00:00Z"',
      `${P}DATA_TYPE_RESTRICTION`],
    ["the prefix of another type", "steps",
      'distance.interval.start_time >= "2026-03-01T00:00:00Z"', `${P}COLLECTION_MISMATCH`],
    ["a kebab-case prefix", "heart-rate",
      'heart-rate.sample_time.civil_time >= "2026-03-01"', `${P}EXPRESSION_STRUCTURE`],
    ["=", "steps", `${CIVIL} = "2026-03-01"`, `${P}RESTRICTION_COMPARATOR`],
    [">", "steps", `${CIVIL} > "2026-03-01"`, `${P}RESTRICTION_COMPARATOR`],
    ["<=", "steps", `${CIVIL} <= "2026-03-01"`, `${P}RESTRICTION_COMPARATOR`],
    ["an upper bound of ECGs", "electrocardiogram",
      'electrocardiogram.interval.start_time < "2026-03-01T00:00:00Z"',
      `${P}RESTRICTION_COMPARATOR`],
    ["OR", "steps", `${CIVIL} >= "2026-03-01" OR ${CIVIL} < "2026-03-02"`,
      `${P}EXPRESSION_STRUCTURE`],
    ["two lower bounds", "steps", `${CIVIL} >= "2026-03-01" AND ${CIVIL} >= "2026-03-02"`,
      `${P}EXPRESSION_STRUCTURE`],
    ["parentheses", "steps", `(${CIVIL} >= "2026-03-01")`, `${P}EXPRESSION_STRUCTURE`],
    ["a literal without quotes", "steps", `${CIVIL} >= 2026-03-01`, `${P}EXPRESSION_STRUCTURE`],
    ["a civil time with Z", "steps", `${CIVIL} >= "2026-03-01T00:00:00Z"`,
      `${P}CIVIL_DATE_TIME_FORMAT`],
    ["an instant without offset", "steps", `${START} >= "2026-03-01T00:00:00"`,
      `${P}EXPRESSION_STRUCTURE`],
    ["a day that does not exist", "steps", `${CIVIL} >= "2026-02-30"`,
      `${P}CIVIL_DATE_TIME_FORMAT`],
    ["a time in a daily filter", "daily-resting-heart-rate",
      'daily_resting_heart_rate.date >= "2026-03-01T00:00:00"',
      `${P}CIVIL_DATE_TIME_FORMAT`],
    ["physical and civil times together", "steps",
      `${START} >= "2026-03-01T00:00:00Z" AND ${CIVIL} < "2026-03-02"`,
      `${P}MIXED_TIME_RESTRICTIONS`],
    ["an empty window", "steps", `${CIVIL} >= "2026-03-01" AND ${CIVIL} < "2026-03-01"`,
      "INVALID_TIME_RANGE"],
    ["a filter of what has no time", "food", 'food.name >= "2026-03-01"', `${P}DATA_TYPE_MEMBER`],
  ])("refuse %s", async (_, type, filter, reason) => {
    const reply = await health.list(type, { filter });
    expect(reply.status).toBe(400);
    expect(errorOf(reply).status).toBe("INVALID_ARGUMENT");
    expect(reasonOf(reply)).toBe("INVALID_DATA_POINT_FILTER");
    expect(metadataOf(reply)).toEqual({ detailedReasons: reason });
  });

  it("are refused word for word as it was captured, with the column of each restriction", async () => {
    const { body } = await health.list(
      "sleep", between("sleep.interval.civil_start_time", "2026-09-20", "2026-09-21"),
    );
    const reason = `${P}DATA_TYPE_MEMBER`;
    const violation = (column: number) => ({
      field: "filter",
      description: "Member 'sleep.interval.civil_start_time' is not supported for filtering."
        + ` (at line 1, column ${column})`,
    });
    expect(body).toEqual({
      error: {
        code: 400,
        message: `Invalid data point filter: ${reason}, ${reason}.`,
        status: "INVALID_ARGUMENT",
        details: [
          {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "INVALID_DATA_POINT_FILTER",
            "domain": "health.googleapis.com",
            "metadata": { detailedReasons: `${reason},${reason}` },
          },
          {
            "@type": "type.googleapis.com/google.rpc.BadRequest",
            "fieldViolations": [violation(1), violation(53)],
          },
        ],
      },
    });
  });

  it("take a civil range of samples from its start on and before its end", async () => {
    const member = "heart_rate.sample_time.civil_time";
    const points = await health.all("heart-rate", {
      ...between(member, "2026-03-18T08:00:00", "2026-03-18T08:05:00"), pageSize: 100,
    });
    const minutes = points.map((point) => point.heartRate as {
      sampleTime: { civilTime: { time: { hours: number; minutes?: number } } };
    }).map(({ sampleTime }) => sampleTime.civilTime.time)
      .map(({ hours, minutes: minute = 0 }) => [hours, minute].join(":"));
    expect([...new Set(minutes)]).toEqual(["8:4", "8:3", "8:2", "8:1", "8:0"]);
  });

  it("take a sleep by the day on which it ends, in either kind of time", async () => {
    const names = (points: { name: string }[]) => points.map(({ name }) => name);
    const civil = await health.all(
      "sleep", between("sleep.interval.civil_end_time", "2026-03-18", "2026-03-19"),
    );
    const zone = health.client.sandbox.person.timeline;
    const bound = (local: string) =>
      new Date(zone.instant(Date.parse(`${local}T00:00:00Z`))).toISOString();
    const physical = await health.all(
      "sleep", between("sleep.interval.end_time", bound("2026-03-18"), bound("2026-03-19")),
    );
    expect(civil.length).toBeGreaterThan(0);
    expect(names(physical)).toEqual(names(civil));
  });

  it("take daily points by their date, and one bound alone", async () => {
    const type = "daily-resting-heart-rate";
    const some = await health.all(
      type, between("daily_resting_heart_rate.date", "2026-03-17", "2026-03-20"),
    );
    const dates = some.map((point) => (
      point.dailyRestingHeartRate as { date: { day: number } }
    ).date.day);
    expect(dates.every((date, i) => date <= 19 - i && date >= 17)).toBe(true);
    const since = await health.all(type, { filter: 'daily_resting_heart_rate.date >= "2026-03-17"' });
    expect(since.length).toBeGreaterThan(some.length);
  });
});
