import { type Body, LIST, useSandbox } from "../support";

// Written here once more, so that a wrong factor in the sandbox does not prove itself.
const KM_PER_MILE = 1.609344;
const CM_PER_INCH = 2.54;
const METRES_PER_FOOT = 0.3048;
const POUNDS_PER_KG = 2.2046226;
const STONES_PER_KG = POUNDS_PER_KG / 14;

const DAY = "/1/user/-/activities/date/2026-03-14.json";
const PROFILE = "/1/user/-/profile.json";
const DISTANCE = "/1/user/-/activities/distance/date/2026-03-14/2026-03-14.json";
const ELEVATION = "/1/user/-/activities/elevation/date/2026-03-14/2026-03-14.json";
const PAGE = `${LIST.activities}?afterDate=2026-03-14&sort=asc&limit=1&offset=0`;

describe("units follow Accept-Language", () => {
  const client = useSandbox();

  const ask = (path: string, language?: string) =>
    client.get(path, { headers: language === undefined ? {} : { "accept-language": language } });

  const value = async (path: string, language?: string): Promise<number> => {
    const [rows] = Object.values(await ask(path, language)) as [{ value: string }[]];
    return Number(rows[0]?.value);
  };

  it.each(["metric", "de_DE", "en-US,en;q=0.9", "en-US", "en_UK", "EN_US", "*"])(
    "%s means metric", async (language) => {
      const { user } = await ask(PROFILE, language);
      expect(user.height).toBeCloseTo(client.sandbox.person.profile.heightMetres * 100, 1);
    });

  it("weighs in kilograms, pounds and stones", async () => {
    const { user: { weight } } = await ask(PROFILE, "xx_XX");
    expect((await ask(PROFILE, "en_US")).user.weight).toBeCloseTo(weight * POUNDS_PER_KG, 1);
    expect((await ask(PROFILE, "en_GB")).user.weight).toBeCloseTo(weight * STONES_PER_KG, 1);
  });

  it("measures height and strides in inches for en_US alone", async () => {
    const { user } = await ask(PROFILE, "en_GB");
    const { user: american } = await ask(PROFILE, "en_US");
    for (const field of ["height", "strideLengthWalking", "strideLengthRunning"] as const) {
      expect(Math.abs(american[field] - user[field] / CM_PER_INCH)).toBeLessThan(0.1);
    }
  });

  it("tells distance in miles and elevation in feet for en_US alone", async () => {
    const [km, metres] = [await value(DISTANCE), await value(ELEVATION)];
    expect(km).toBeGreaterThan(1);
    expect(await value(DISTANCE, "en_US")).toBeCloseTo(km / KM_PER_MILE, 5);
    expect(await value(DISTANCE, "en_GB")).toBe(km);
    expect(metres).toBeGreaterThan(0);
    expect(await value(ELEVATION, "en_US")).toBeCloseTo(metres / METRES_PER_FOOT, 2);
    expect(await value(ELEVATION, "en_GB")).toBe(metres);
  });

  it("tells the distances of the day, its goal and its activities alike", async () => {
    const metric = await ask(DAY);
    const american = await ask(DAY, "en_US");
    const total = (day: Body): number => day.summary.distances[0]?.distance ?? 0;
    expect(Math.abs(total(american) - total(metric) / KM_PER_MILE)).toBeLessThan(0.011);
    expect(american.goals.distance).toBeCloseTo(metric.goals.distance / KM_PER_MILE, 2);
    expect(american.activities[0].distance)
      .toBeCloseTo(metric.activities[0].distance / KM_PER_MILE, 5);
  });

  it("names the unit of listed distances", async () => {
    const [metric] = (await ask(PAGE)).activities;
    const [american] = (await ask(PAGE, "en_US")).activities;
    expect([metric.distanceUnit, american.distanceUnit]).toEqual(["Kilometer", "Mile"]);
    expect(american.distance).toBeCloseTo(metric.distance / KM_PER_MILE, 5);
    expect(american.speed).toBeCloseTo(metric.speed / KM_PER_MILE, 2);
    expect(american.pace / (metric.pace * KM_PER_MILE)).toBeCloseTo(1, 3);
  });

  it("reads what is written in the units of the request", async () => {
    await client.post(`${PROFILE}?height=70`, { headers: { "accept-language": "en_US" } });
    expect((await ask(PROFILE)).user.height).toBeCloseTo(70 * CM_PER_INCH, 1);
    await client.post(`${PROFILE}?height=180.5`);
    expect((await ask(PROFILE, "en_US")).user.height).toBeCloseTo(180.5 / CM_PER_INCH, 1);
    const { body } = await client.post(
      "/1/user/-/activities.json?activityId=90009&date=2026-03-02&startTime=08:00"
      + "&durationMillis=1200000&distance=2",
      { headers: { "accept-language": "en_US" } },
    );
    expect(body.activityLog.distance).toBe(2);
    const { activities } = await client.get("/1/user/-/activities/date/2026-03-02.json");
    const written = activities.find(({ logId }) => logId === body.activityLog.logId);
    expect(written?.distance).toBeCloseTo(2 * KM_PER_MILE, 5);
  });
});
