import { at, between, errorOf, useHealth } from "./support";

const STEPS = "steps.interval.civil_start_time";

describe("pages of lists", () => {
  const health = useHealth();

  it.each(["sleep", "exercise"])("of %s hold 25, whatever more is asked", async (type) => {
    const size = async (query = {}) => (await health.list(type, query)).body.dataPoints;
    expect(await size({ pageSize: 1000 })).toHaveLength(25);
    expect(await size()).toHaveLength(25);
    expect(await size({ pageSize: 2 })).toHaveLength(2);
  });

  it.each(["sleep", "exercise", "activity-level"])(
    "of a single one of %s begin with an empty one that has a token", async (type) => {
      const { body } = await health.list(type, { pageSize: 1 });
      expect(Object.keys(body)).toEqual(["nextPageToken"]);
      const { nextPageToken: pageToken } = body;
      const next = await health.list(type, { pageSize: 1, pageToken: String(pageToken) });
      expect(next.body.dataPoints).toHaveLength(1);
    },
  );

  it("of a single sample or day begin with it", async () => {
    for (const type of ["weight", "daily-resting-heart-rate"]) {
      expect((await health.list(type, { pageSize: 1 })).body.dataPoints).toHaveLength(1);
    }
  });

  it("hold 1440 points, or 50 of heart rate, and at most 10000, or 5000", async () => {
    const march = (member: string) => between(member, "2026-02-20", "2026-03-10");
    const levels = march("activity_level.interval.civil_start_time");
    expect((await health.list("activity-level", levels)).body.dataPoints).toHaveLength(1440);
    const hearts = march("heart_rate.sample_time.civil_time");
    expect((await health.list("heart-rate", hearts)).body.dataPoints).toHaveLength(50);
    const most = async (type: string, range: { filter: string }) =>
      (await health.list(type, { ...range, pageSize: 99_999 })).body.dataPoints;
    const energy = march("active_energy_burned.interval.civil_start_time");
    expect(await most("active-energy-burned", energy)).toHaveLength(10_000);
    expect(await most("heart-rate", hearts)).toHaveLength(5000);
  });

  it.each([["steps", 37, "2026-03-17"], ["heart-rate", 2500, "2026-03-18"]])(
    "of %s give every point once, newest first", async (type, pageSize, first) => {
      const member = type === "steps" ? STEPS : "heart_rate.sample_time.civil_time";
      const range = between(member, first, "2026-03-19");
      const whole = await health.all(type, { ...range, pageSize: 10_000 });
      const paged = await health.all(type, { ...range, pageSize });
      expect(paged).toEqual(whole);
      const starts = whole.map((point) => String(
        at(point, "steps", "interval", "startTime") ?? at(point, "heartRate", "sampleTime", "physicalTime"),
      ));
      expect(starts).toEqual([...starts].sort().reverse());
      expect(new Set(starts).size).toBe(starts.length);
    },
  );

  it("of all sleeps give each once, newest start first", async () => {
    const sleeps = await health.all("sleep");
    const starts = sleeps.map((point) => String(at(point, "sleep", "interval", "startTime")));
    expect(starts.length).toBeGreaterThan(300);
    expect(starts).toEqual([...starts].sort().reverse());
    expect(new Set(sleeps.map(({ name }) => name)).size).toBe(sleeps.length);
  });

  it("begin with an empty one that has a token where the range is long", async () => {
    const pages = await health.pages("steps", between(STEPS, "2026-02-01", "2026-03-01"));
    expect(pages[0]).toEqual([]);
    expect(pages.flat().length).toBeGreaterThan(3500);
  });

  it("end with an empty one when the one before was full", async () => {
    const range = between("sleep.interval.civil_end_time", "2026-03-01", "2026-03-10");
    const all = await health.all("sleep", range);
    const pages = await health.pages("sleep", { ...range, pageSize: all.length });
    expect(pages.map((page) => page.length)).toEqual([all.length, 0]);
  });

  it("have tokens that hold for the very same parameters alone", async () => {
    const range = between(STEPS, "2026-03-17", "2026-03-19");
    const { body } = await health.list("steps", { ...range, pageSize: 10 });
    const pageToken = String(body.nextPageToken);
    expect((await health.list("steps", { ...range, pageSize: 10, pageToken })).status).toBe(200);
    for (const query of [
      { ...range, pageSize: 11, pageToken },
      { ...between(STEPS, "2026-03-17", "2026-03-18"), pageSize: 10, pageToken },
      { ...range, pageSize: 10, pageToken: `${pageToken}x` },
      { ...range, pageSize: 10, pageToken: "nonsense" },
    ]) expect((await health.list("steps", query)).status).toBe(400);
    const other = await health.list("steps", { ...range, pageSize: 10, pageToken }, undefined, ":reconcile");
    expect(errorOf(other).status).toBe("INVALID_ARGUMENT");
  });

  it.each(["-1", "ten", "1.5"])("refuse the size %s", async (pageSize) => {
    expect((await health.list("steps", { pageSize })).status).toBe(400);
  });

  it("refuse a parameter that the method does not know", async () => {
    const reply = await health.list("steps", { orderBy: "start" });
    expect(errorOf(reply).message).toContain('Unknown name "orderBy": Cannot bind query parameter.');
  });
});
