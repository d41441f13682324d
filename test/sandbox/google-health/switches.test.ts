import type { HealthSwitches } from "../../../local/sandbox";
import {
  at, between, BODY_FAT, errorOf, FOOD, type Json, NAP, reasonOf, RUN, stored,
  useFreshHealth, WEIGHT,
} from "./support";

const STEPS = between("steps.interval.civil_start_time", "2026-03-18", "2026-03-19");
const sleeps = (from: string, to: string) => between("sleep.interval.civil_end_time", from, to);
const stagesOf = (point: Json | undefined) =>
  at(point, "sleep", "summary", "stagesSummary") as { type: string; count: string }[];

describe("switches of what is not established", () => {
  const health = useFreshHealth({ healthSwitches: { emptyFirstPage: "never" } });

  /** Asks while switches are turned. */
  async function turned<T>(
    settings: Partial<HealthSwitches>, ask: () => Promise<T>,
  ): Promise<T> {
    const { healthSwitches } = health.client.sandbox;
    const usual = { ...healthSwitches };
    Object.assign(healthSwitches, settings);
    return ask().finally(() => Object.assign(healthSwitches, usual));
  }

  /** What is answered with a switch at each of two settings. */
  const both = async <K extends keyof HealthSwitches, T>(
    name: K, [one, other]: [HealthSwitches[K], HealthSwitches[K]], ask: () => Promise<T>,
  ): Promise<[T, T]> =>
    [await turned({ [name]: one }, ask), await turned({ [name]: other }, ask)];

  const anew = () => health.client.control("reset", {});

  it.each([
    ["not linked", 400, "FAILED_PRECONDITION", "ACCOUNT_NOT_LINKED"],
    ["not moved", 403, "PERMISSION_DENIED", undefined],
    ["no profile", 412, "FAILED_PRECONDITION", undefined],
    ["API disabled", 403, "PERMISSION_DENIED", "SERVICE_DISABLED"],
  ] as const)("account: %s", async (account, status, word, reason) => {
    const [fine, wrong] = await both("account", ["fine", account], () => health.ask("/identity"));
    expect(fine.status).toBe(200);
    expect([wrong.status, errorOf(wrong).status]).toEqual([status, word]);
    expect(errorOf(wrong).details && reasonOf(wrong)).toBe(reason);
  });

  it("missingScopeReason", async () => {
    const reasons = await both(
      "missingScopeReason", ["MISSING_OAUTH_SCOPE", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"],
      async () => reasonOf(await health.ask("/profile", "GET", undefined, "sandbox:managed")),
    );
    expect(reasons).toEqual(["MISSING_OAUTH_SCOPE", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"]);
  });

  it("retryAfterOn429", async () => {
    await health.client.control("reset", { rateLimit: true });
    await health.client.control("clock", { now: "2026-03-20T09:00:20Z" });
    for (let i = 0; i < 300; i += 1) await health.get("/identity");
    const waits = await both("retryAfterOn429", [false, true], async () =>
      (await health.ask("/identity")).headers.get("retry-after"));
    expect(waits).toEqual([null, "40"]);
  });

  it("emptyFirstPage", async () => {
    const sizes = await both("emptyFirstPage", ["never", "always"], async () =>
      (await health.pages("sleep", sleeps("2026-03-17", "2026-03-19"))).map((page) => page.length > 0));
    expect(sizes).toEqual([[true], [false, true]]);
  });

  it("emptyNextPageToken", async () => {
    const tokens = await both("emptyNextPageToken", [false, true], async () =>
      (await health.list("sleep", sleeps("2026-03-17", "2026-03-19"))).body.nextPageToken);
    expect(tokens).toEqual([undefined, ""]);
  });

  it("sampleOrder", async () => {
    const member = "heart_rate.sample_time.civil_time";
    const query = { ...between(member, "2026-03-17T23:00:00", "2026-03-18T01:00:00"), pageSize: 300 };
    const [newest, oldest] = await both(
      "sampleOrder", ["newest first", "oldest first"], () => health.all("heart-rate", query),
    );
    expect(newest.length).toBeGreaterThan(700);
    expect(oldest).toEqual([...newest].reverse());
  });

  it("heartRatePage", async () => {
    const sizes = await both("heartRatePage", [50, 1440], async () =>
      ((await health.list("heart-rate")).body.dataPoints as Json[]).length);
    expect(sizes).toEqual([50, 1440]);
  });

  it("zonesTouch", async () => {
    const gaps = await both("zonesTouch", [false, true], async () => {
      const { body } = await health.list("daily-heart-rate-zones", { pageSize: 25 });
      const zones = at(body, "dataPoints", 0, "dailyHeartRateZones", "heartRateZones");
      const [light, moderate] = zones as Record<string, string>[];
      return Number(moderate?.minBeatsPerMinute) - Number(light?.maxBeatsPerMinute);
    });
    expect(gaps).toEqual([1, 0]);
  });

  it("emptyWindows", async () => {
    const charging = ["2026-03-02T15:00:00Z", "2026-03-02T16:00:00Z", "300s"] as const;
    const keysOf = (reply: Awaited<ReturnType<typeof health.daily>>, key: string) =>
      ((reply.body.rollupDataPoints ?? []) as Json[]).map(({ [key]: value }) => value);
    const hearts = await both("emptyWindows", ["left out", "empty"], async () =>
      keysOf(await health.rollUp("heart-rate", ...charging, { pageSize: 12 }), "heartRate"));
    expect(hearts[0].length).toBeLessThan(12);
    expect(hearts[1]).toHaveLength(12);
    expect(hearts[1]).toContainEqual({});
    const days = (type: string, key: string) =>
      both("emptyWindows", ["left out", "empty"], async () =>
        keysOf(await health.daily(type, "2026-03-22", "2026-03-23"), key));
    expect(await days("active-minutes", "activeMinutes")).toEqual([[], [{}]]);
    expect(await days("calories-in-heart-rate-zone", "caloriesInHeartRateZone"))
      .toEqual([[], [{ caloriesInHeartRateZones: [] }]]);
  });

  it.each([
    ["of phone", "2026-03-18", { device: { displayName: "MobileTrack" }, platform: "FITBIT" }],
    ["of two offsets", "2026-02-03", { recordingMethod: "PASSIVELY_MEASURED" }],
    ["of days", "2026-03-18", { platform: "HEALTH_CONNECT" }],
  ] as const)("stepCopies: %s are listed, and counted once", async (copies, date, dataSource) => {
    const range = between("steps.interval.civil_start_time", date, date.replace("3-18", "3-19")
      .replace("02-03", "02-05"));
    const all = await both("stepCopies", ["none", copies], async () => ({
      listed: await health.all("steps", { ...range, pageSize: 5000 }),
      reconciled: await health.all("steps", { ...range, pageSize: 5000 }, ":reconcile"),
      rolled: (await health.daily("steps", date, "2026-03-19")).body,
    }));
    const [once, more] = all;
    expect(more.reconciled).toEqual(once.reconciled);
    expect(more.rolled).toEqual(once.rolled);
    const known = new Set(once.listed.map((point) => JSON.stringify(point)));
    const extra = more.listed.filter((point) => !known.has(JSON.stringify(point)));
    expect(more.listed).toHaveLength(once.listed.length + extra.length);
    expect(extra[0]).toMatchObject({ dataSource });
    if (copies !== "of two offsets") return;
    const times = once.listed.map((point) => at(point, "steps", "interval", "startTime"));
    const offsets = more.listed.map((point) => at(point, "steps", "interval", "startUtcOffset"));
    expect(new Set(offsets).size).toBe(2);
    expect(times).toEqual(expect.arrayContaining(
      extra.map((point) => at(point, "steps", "interval", "startTime")),
    ));
  });

  it("dailyRollUpPages", async () => {
    const [refused, paged] = await both("dailyRollUpPages", [false, true], () =>
      health.daily("total-calories", "2026-03-01", "2026-03-06", { pageSize: 2 }));
    expect(refused.status).toBe(400);
    expect(paged.body.rollupDataPoints).toHaveLength(2);
    expect(typeof paged.body.nextPageToken).toBe("string");
  });

  it("healthConnect: copies are listed, and left out when reconciled", async () => {
    const winter = [
      ["sleep", sleeps("2025-12-01", "2026-03-20")],
      ["exercise", between("exercise.interval.civil_start_time", "2025-09-01", "2026-03-20")],
    ] as const;
    const [twofold, once] = await both("healthConnect", ["some", "none"], () =>
      Promise.all(winter.map(async ([type, range]) => ({
        listed: (await health.all(type, range)).length,
        reconciled: (await health.all(type, range, ":reconcile")).length,
      }))));
    twofold.forEach(({ listed, reconciled }, i) => {
      expect(once[i]).toEqual({ listed: reconciled, reconciled });
      expect(listed).toBeGreaterThan(reconciled);
    });
  });

  it("reconcileOrder: not of the list, and through all pages", async () => {
    const range = { ...sleeps("2026-02-20", "2026-03-20"), pageSize: 10 };
    const starts = (method: string) => both(
      "reconcileOrder", ["newest first", "oldest first"], async () => (
        (await health.all("sleep", range, method))
          .map((point) => String(at(point, "sleep", "interval", "startTime")))),
    );
    const [newest, oldest] = await starts(":reconcile");
    expect(newest.length).toBeGreaterThan(20);
    expect(oldest).toEqual([...newest].reverse());
    const [list, same] = await starts("");
    expect(same).toEqual(list);
  });

  it("copiesReconciled: both of a night are told", async () => {
    const [once, twice] = await both("copiesReconciled", [false, true], async () => (
      turned({ healthConnect: "all" }, async () => ({
        listed: (await health.all("sleep", sleeps("2026-03-01", "2026-03-20"))).length,
        reconciled: (
          await health.all("sleep", sleeps("2026-03-01", "2026-03-20"), ":reconcile")
        ).length,
      }))));
    expect(once.reconciled).toBeLessThan(once.listed);
    expect(twice.reconciled).toBe(twice.listed);
  });

  it("healthConnectFirst: a copy is all there is until the watch has synced", async () => {
    const shown = async () => {
      const range = sleeps("2026-03-21", "2026-03-22");
      const listed = await health.all("sleep", range);
      const [night] = await health.all("sleep", range, ":reconcile");
      return { listed: listed.length, id: night?.dataPointName };
    };
    const switched = { healthConnect: "all", healthConnectFirst: true } as const;
    await health.client.control("clock", { now: "2026-03-21T12:00:00Z" });
    const before = await turned(switched, shown);
    await health.client.control("sync", {});
    const after = await turned(switched, shown);
    expect([before.listed, after.listed]).toEqual([1, 2]);
    expect(before.id).toMatch(/\d{19}$/);
    expect(after.id).not.toBe(before.id);
  });

  it("doubledStages: on reconcile alone", async () => {
    const count = (method: string) => both("doubledStages", [true, false], async () => {
      const { body } = await health.list("sleep", { pageSize: 1 }, undefined, method);
      const types = stagesOf((body.dataPoints as Json[])[0]).map(({ type }) => type);
      return types.length / new Set(types).size;
    });
    expect(await count(":reconcile")).toEqual([2, 1]);
    expect(await count("")).toEqual([1, 1]);
  });

  it("shortAwakeningsCounted", async () => {
    const awake = await both("shortAwakeningsCounted", [true, false], async () => {
      const points = await health.all("sleep", sleeps("2026-03-10", "2026-03-19"), ":reconcile");
      const point = points.find((one) => at(one, "sleep", "shortAwakenings") !== undefined);
      const spells = (at(point, "sleep", "stages") as { type: string }[])
        .filter(({ type }) => type === "AWAKE").length;
      const short = (at(point, "sleep", "shortAwakenings") as object[]).length;
      const counted = Number(stagesOf(point).find(({ type }) => type === "AWAKE")?.count);
      return { spells, short, counted };
    });
    const [{ spells, short }] = awake;
    expect(short).toBeGreaterThan(0);
    expect(awake.map(({ counted }) => counted)).toEqual([spells + short, spells]);
  });

  it("restlessIsAwake", async () => {
    const [alone, together] = await both("restlessIsAwake", [false, true], async () => {
      const points = await health.all("sleep", sleeps("2026-01-01", "2026-03-19"), ":reconcile");
      const nap = points.find((point) => stagesOf(point).some(({ type }) => type === "RESTLESS"));
      const minutes = (name: string) => Number(at(nap, "sleep", "summary", name));
      const rest = minutes("minutesInSleepPeriod") - minutes("minutesAsleep");
      return { awake: minutes("minutesAwake"), rest };
    });
    expect(alone.awake).toBeLessThan(alone.rest);
    expect(together.awake).toBe(together.rest);
  });

  it("zerosInSleepSummary", async () => {
    const zeros = await both("zerosInSleepSummary", [true, false], async () => {
      const [point] = await health.all("sleep", sleeps("2026-03-18", "2026-03-19"));
      return at(point, "sleep", "summary", "minutesToFallAsleep");
    });
    expect(zeros).toEqual(["0", undefined]);
  });

  it("sleepProcessingMinutes", async () => {
    const answers = await both("sleepProcessingMinutes", [0, 30], async () => {
      await anew();
      await health.client.control("clock", { now: "2026-03-21T20:00:00Z" });
      const { person } = health.client.sandbox;
      const start = person.timeline.local(person.now - 8 * 3_600_000).slice(0, 19);
      await health.client.control("records", [{ type: "sleep", start, minutes: 470, synced: true }]);
      const newest = async () => {
        const { body } = await health.list("sleep", { pageSize: 1 }, undefined, ":reconcile");
        return at(body, "dataPoints", 0, "sleep") as Json;
      };
      const before = await newest();
      await health.client.control("clock", { now: "2026-03-21T20:20:01Z" });
      return [before, await newest()].map(({ stages, metadata }) => [
        stages !== undefined, at(metadata, "processed"),
      ]);
    });
    expect(answers).toEqual([
      [[true, true], [true, true]], [[false, undefined], [true, true]],
    ]);
  });

  it("fitbitWritesAre", async () => {
    const methods = await both("fitbitWritesAre", ["MANUAL", "UNKNOWN"], async () => {
      await health.client.post("/1/user/-/activities.json?activityId=90013&startTime=23:00"
        + "&date=2026-03-19&durationMillis=600000&distance=1");
      const { body } = await health.list("exercise", { pageSize: 1 });
      return at(body, "dataPoints", 0, "dataSource", "recordingMethod");
    });
    expect(methods).toEqual(["MANUAL", "UNKNOWN"]);
  });

  it.each([
    ["exercise", RUN], ["sleep", NAP], ["nutrition-log", FOOD],
  ])("patch: %s", async (type, body) => {
    const statuses = await both("patch", ["stores", "fails"], async () => {
      await anew();
      const { name } = stored(await health.create(type, body));
      const path = `/dataTypes/${type}/dataPoints/${name.split("/").at(-1) ?? ""}`;
      return (await health.ask(path, "PATCH", body)).status;
    });
    expect(statuses).toEqual([200, 500]);
  });

  it("patch: what was seen of food logs, and what the guide says", async () => {
    const answers = await both("patch", ["as seen", "stores"], async () => {
      const { name } = stored(await health.create("nutrition-log", FOOD));
      const path = `/dataTypes/nutrition-log/dataPoints/${name.split("/").at(-1) ?? ""}`;
      const body = { nutritionLog: { ...FOOD.nutritionLog, energy: { kcal: 99 } } };
      const { status } = await health.ask(path, "PATCH", body);
      return [status, at(await health.get(path), "nutritionLog", "energy", "kcal")];
    });
    expect(answers).toEqual([[500, 420], [200, 99]]);
  });

  it("anyMealType", async () => {
    const body = { nutritionLog: { ...FOOD.nutritionLog, mealType: "BEFORE_LUNCH" } };
    const statuses = await both("anyMealType", [false, true], async () =>
      (await health.create("nutrition-log", body)).status);
    expect(statuses).toEqual([400, 200]);
  });

  it("clientIds", async () => {
    const name = "users/me/dataTypes/weight/dataPoints/my-own-id";
    const [given, chosen] = await both("clientIds", [false, true], async () =>
      stored(await health.create("weight", { name, ...WEIGHT })).name);
    expect(given).toMatch(/\/\d{19}$/);
    expect(chosen).toMatch(/\/my-own-id$/);
  });

  it("exerciseNeedsMetrics", async () => {
    const { interval, exerciseType } = RUN.exercise;
    const bare = { interval, exerciseType };
    const statuses = await both("exerciseNeedsMetrics", [true, false], async () =>
      (await health.create("exercise", { exercise: bare })).status);
    expect(statuses).toEqual([400, 200]);
  });

  it("speedInMetrics", async () => {
    const speeds = await both("speedInMetrics", [true, false], async () => {
      const exercises = await health.all("exercise", {}, ":reconcile");
      return exercises.filter((point) => (
        at(point, "exercise", "metricsSummary", "averageSpeedMillimetersPerSecond") !== undefined
      )).length > 0;
    });
    expect(speeds).toEqual([true, false]);
  });

  it("bodyFatDeletes", async () => {
    const statuses = await both("bodyFatDeletes", [true, false], async () => {
      const { name } = stored(await health.create("body-fat", BODY_FAT));
      return (await health.remove("body-fat", [name])).status;
    });
    expect(statuses).toEqual([200, 500]);
  });

  it("basalWithoutData: days with the watch off still burn", async () => {
    const days = await both("basalWithoutData", [true, false], async () => {
      const worn = await health.daily("steps", "2026-01-01", "2026-01-15");
      const burnt = await health.daily("total-calories", "2026-01-01", "2026-01-15");
      const count = ({ body }: { body: Json }) => (body.rollupDataPoints as Json[]).length;
      return [count(burnt), count(worn)];
    });
    expect(days[0][0]).toBe(14);
    expect(days[1][0]).toBe(days[1][1]);
  });

  it("profileAgeOnly", async () => {
    const [whole, age] = await both("profileAgeOnly", [false, true], () => health.get("/profile"));
    expect(Object.keys(age)).toEqual(["name", "age"]);
    expect(Object.keys(whole).length).toBeGreaterThan(2);
  });

  it("altimeter, the Fitbit door's: without it no floors and no altitude", async () => {
    const { switches } = health.client.sandbox;
    switches.altimeter = false;
    try {
      const { body } = await health.list("floors", {}, undefined, ":reconcile");
      expect(body.dataPoints).toBeUndefined();
      expect((await health.daily("altitude", "2026-03-18", "2026-03-19")).body).toEqual({});
      expect((await health.list("steps", STEPS)).body.dataPoints).toBeDefined();
    } finally {
      switches.altimeter = true;
    }
  });
});
