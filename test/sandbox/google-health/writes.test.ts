import { DATA_TYPES } from "../../../local/sandbox/google-health/resources";
import {
  at, BODY_FAT, DRINK, errorOf, FOOD, type Health, HEIGHT, type Json, metadataOf, NAP, NOTES,
  openHealth, RUN, stored, WEIGHT,
} from "./support";

const idOf = (name: string): string => name.split("/").at(-1) ?? "";

describe("writing", () => {
  let health: Health;
  beforeEach(async () => {
    health = await openHealth({ healthSwitches: { emptyFirstPage: "never" } });
  });
  afterEach(() => health.client.sandbox.close());

  it("an exercise: times come back in UTC, the name is that of the type", async () => {
    const interval = {
      startTime: "2026-03-18T18:00:00.500+01:00",
      startUtcOffset: "3600s",
      endTime: "2026-03-18T18:30:00+01:00",
      endUtcOffset: "3600s",
    };
    const body = { exercise: { ...RUN.exercise, interval, displayName: "My loop", notes: "easy" } };
    const { exercise } = stored(await health.create("exercise", body));
    expect(exercise).toMatchObject({
      interval: {
        ...interval, startTime: "2026-03-18T17:00:00.500Z", endTime: "2026-03-18T17:30:00Z",
      },
      displayName: "Running",
      notes: "easy",
      metricsSummary: { caloriesKcal: 350, distanceMillimeters: 5e6, steps: "4800" },
      createTime: "2026-03-20T09:00:00Z",
      updateTime: "2026-03-20T09:00:00Z",
    });
  });

  it("an exercise of type OTHER keeps the name it was given, on both doors", async () => {
    const body = {
      exercise: { ...RUN.exercise, exerciseType: "OTHER", displayName: "Slacklining" },
    };
    const { exercise } = stored(await health.create("exercise", body));
    expect(at(exercise, "displayName")).toBe("Slacklining");
    const { activities } = await health.client.get(
      "/1/user/-/activities/list.json?beforeDate=2026-03-20&sort=desc&limit=1&offset=0",
    );
    expect(activities[0].activityName).toBe("Slacklining");
  });

  it("a sleep: its stages are summed up", async () => {
    const { sleep, name } = stored(await health.create("sleep", NAP));
    expect(sleep).toMatchObject({
      type: "CLASSIC",
      stages: [{ type: "ASLEEP", endTime: "2026-03-18T18:00:00Z" }],
      summary: {
        minutesInSleepPeriod: "60", minutesAsleep: "60", minutesAwake: "0",
        stagesSummary: [{ type: "ASLEEP", minutes: "60", count: "1" }],
      },
    });
    expect(at(sleep, "metadata", "processed")).toBeUndefined();
    expect(at(sleep, "metadata", "stagesStatus")).toBeUndefined();
    const { sleep: logs } = await health.client.get(
      "/1.2/user/-/sleep/list.json?beforeDate=2026-03-20&sort=desc&limit=5&offset=0",
    );
    expect(logs.some(({ duration, logType }: { duration: number; logType?: string }) => (
      duration === 3_600_000 && logType === "manual"
    ))).toBe(true);
    expect(idOf(name)).toMatch(/^\d{19}$/);
  });

  it("a weight, a fat and a height, as numbers of their kind", async () => {
    expect(stored(await health.create("weight", WEIGHT))).toMatchObject({
      weight: {
        sampleTime: {
          civilTime: {
            date: { year: 2026, month: 3, day: 20 }, time: { hours: 9, minutes: 59 },
          },
        },
        weightGrams: 75_500,
        notes: "after a run",
      },
    });
    expect(stored(await health.create("body-fat", BODY_FAT)))
      .toMatchObject({ bodyFat: { percentage: 18.4 } });
    expect(stored(await health.create("height", HEIGHT))).toMatchObject({
      height: { heightMillimeters: "1750" },
    });
    const { user } = await health.client.get("/1/user/-/profile.json");
    expect(user).toMatchObject({ height: 175, weight: 75.5 });
  });

  it("a food and a drink: everything that was told comes back, in civil time too", async () => {
    const { nutritionLog } = stored(await health.create("nutrition-log", FOOD));
    const { hydrationLog } = stored(await health.create("hydration-log", DRINK));
    expect(nutritionLog).toMatchObject(FOOD.nutritionLog);
    expect(hydrationLog).toMatchObject(DRINK.hydrationLog);
    const date = { year: 2026, month: 3, day: 19 };
    const civil = {
      civilStartTime: { date, time: { hours: 12 } },
      civilEndTime: { date, time: { hours: 12, minutes: 20 } },
    };
    expect(at(nutritionLog, "interval")).toMatchObject(civil);
    expect(at(hydrationLog, "interval")).toMatchObject(civil);
  });

  it("a food of which nothing but the name is told: no figure is made up", async () => {
    const bare = { interval: FOOD.nutritionLog.interval, foodDisplayName: "Tea" };
    const { nutritionLog } = stored(await health.create("nutrition-log", { nutritionLog: bare }));
    expect(Object.keys(nutritionLog as Json).sort()).toEqual(["foodDisplayName", "interval"]);
    const { body } = await health.daily("nutrition-log", "2026-03-19", "2026-03-20");
    expect(at(body, "rollupDataPoints", 0, "nutritionLog")).toEqual({});
  });

  it("any type that can be created: none is unknown to the sandbox", async () => {
    const writable = [...DATA_TYPES.values()].filter(({ methods }) => methods.includes("create"));
    expect(writable).toHaveLength(11);
    for (const { id, unionKey } of writable) {
      const reply = await health.create(id, { [unionKey]: {} });
      expect(errorOf(reply)).toMatchObject({ code: 400, status: "INVALID_ARGUMENT" });
      expect(errorOf(reply).message).toContain("Missing required field");
    }
  });

  const interval = RUN.exercise.interval;
  const food = (change: Json) => ({ nutritionLog: { ...FOOD.nutritionLog, ...change } });
  const drink = (change: Json) => ({ hydrationLog: { ...DRINK.hydrationLog, ...change } });
  const [, [, , MOODS]] = NOTES;
  const timed = (change: Json) => (
    { exercise: { ...RUN.exercise, interval: { ...interval, ...change } } }
  );
  const without = (field: string) => ({
    exercise: { ...RUN.exercise, [field]: undefined },
  });

  it.each([
    ["an exercise without a type", "exercise", without("exerciseType"), "exercise_type"],
    ["an exercise without metrics", "exercise", without("metricsSummary"), "metrics_summary"],
    ["an exercise without a name", "exercise", without("displayName"), "display_name"],
    ["an exercise without an offset", "exercise",
      timed({ startUtcOffset: undefined }), "start_utc_offset"],
    ["an unknown type of exercise", "exercise",
      { exercise: { ...RUN.exercise, exerciseType: "RUN" } }, "exercise_type"],
    ["an end before the start", "exercise", timed({ endTime: interval.startTime }),
      "Data point start time must be strictly earlier than end time"],
    ["a duration as a number", "exercise", { exercise: { ...RUN.exercise, activeDuration: 1800 } },
      "google.protobuf.Duration"],
    ["local time without an offset", "weight",
      {
        weight: {
          sampleTime: { physicalTime: "2026-03-18T06:00:00", utcOffset: "0s" }, weightGrams: 1,
        },
      },
      "google.protobuf.Timestamp"],
    ["an unknown field", "weight", { weight: { ...WEIGHT.weight, kilograms: 75 } },
      'Unknown name "kilograms" at \'data_point.weight\': Cannot find field.'],
    ["a wrapped point", "weight", { dataPoint: WEIGHT }, 'Unknown name "dataPoint"'],
    ["the value of another type", "weight", BODY_FAT, "must hold weight"],
    ["more fat than there can be", "body-fat", { bodyFat: { ...BODY_FAT.bodyFat, percentage: 101 } },
      "[0, 100]"],
    ["stages that do not cover the sleep", "sleep",
      { sleep: { ...NAP.sleep, stages: [{ ...interval, type: "ASLEEP" }] } }, "cover the sleep"],
    ["stages of the other type", "sleep",
      { sleep: { ...NAP.sleep, type: "STAGES" } }, "does not belong"],
    ["a drink of no amount", "hydration-log", drink({ amountConsumed: undefined }),
      "Missing required field: data_point.hydration_log.amount_consumed"],
    ["a drink in another unit than millilitres", "hydration-log",
      drink({ amountConsumed: { ounces: 8 } }), 'Unknown name "ounces"'],
    ["a unit that there is not", "hydration-log",
      drink({ amountConsumed: { milliliters: 1, userProvidedUnit: "ML" } }), "TYPE_ENUM"],
    ["more water than there can be", "hydration-log",
      drink({ amountConsumed: { milliliters: 100_001 } }),
      "'data_point.hydration_log.amount_consumed.milliliters': must be in the range [0, 100000]"],
    ["a drink that ends as it begins", "hydration-log",
      drink({ interval: { ...interval, endTime: interval.startTime } }), "strictly earlier"],
    ["a drink of more than was asked for", "hydration-log",
      drink({ foodDisplayName: "Tea" }), 'Unknown name "foodDisplayName"'],
    ["a food without a name", "nutrition-log", food({ foodDisplayName: undefined }),
      "food_display_name"],
    ["a meal that the guide does not name", "nutrition-log", food({ mealType: "BEFORE_LUNCH" }),
      "must be one of BREAKFAST, LUNCH, DINNER, SNACK"],
    ["a meal that there is not", "nutrition-log", food({ mealType: "BRUNCH" }), "TYPE_ENUM"],
    ["a nutrient that there is not", "nutrition-log",
      food({ nutrients: [{ nutrient: "PROTEINS", quantity: { grams: 1 } }] }),
      "'data_point.nutrition_log.nutrients[0].nutrient' (TYPE_ENUM)"],
    ["a nutrient without a quantity", "nutrition-log",
      food({ nutrients: [{ nutrient: "PROTEIN" }] }), "Missing required field"],
    ["a nutrient of less than nothing", "nutrition-log",
      food({ nutrients: [{ nutrient: "PROTEIN", quantity: { grams: -1 } }] }),
      "nutrients[0].quantity.grams': must be in the range"],
    ["energy as a bare number", "nutrition-log", food({ energy: 420 }), "EnergyQuantity"],
    ["no moods at all", "moods", { moods: { ...MOODS.moods, moods: [] } },
      "Missing required field: data_point.moods.moods"],
    ["a mood that there is not", "moods", { moods: { ...MOODS.moods, moods: ["MEH"] } },
      "TYPE_ENUM"],
  ])("refuses %s", async (_, type, body, message) => {
    const reply = await health.create(type, body);
    expect(reply.status).toBe(400);
    expect(errorOf(reply).status).toBe("INVALID_ARGUMENT");
    expect(errorOf(reply).message).toContain(message);
  });

  const names = "users/me/dataTypes";

  it.each([
    ["food", `${names}/food/dataPoints/1`],
    ["serving", { foodMeasurementUnit: `${names}/food-measurement-unit/dataPoints/1` }],
  ])(
    "says of what needs a catalogue of foods that there is none: %s", async (field, value) => {
      const reply = await health.create("nutrition-log", food({ [field]: value }));
      expect([reply.status, errorOf(reply).status]).toEqual([501, "UNIMPLEMENTED"]);
      expect(errorOf(reply).message).toContain("catalogue of foods");
    },
  );

  it.each([
    ["exercise", RUN], ["sleep", NAP], ["weight", WEIGHT], ["body-fat", BODY_FAT], ["height", HEIGHT],
    ["hydration-log", DRINK], ["nutrition-log", FOOD],
  ])("and deleting a %s: it is given back, then it is gone", async (type, body) => {
    const { name } = stored(await health.create(type, body));
    const path = `/dataTypes/${type}/dataPoints/${idOf(name)}`;
    const point = await health.get(path);
    const reply = await health.remove(type, [name]);
    expect(reply.body).toEqual({
      done: true,
      response: {
        "@type": "type.googleapis.com/google.devicesandservices.health.v4"
          + ".BatchDeleteDataPointsResponse",
        "dataPoints": [point],
      },
    });
    expect((await health.ask(path)).status).toBe(404);
    expect((await health.remove(type, [name])).status).toBe(404);
  });

  it("deletes several types at once under -, and all or nothing", async () => {
    const run = stored(await health.create("exercise", RUN)).name;
    const weight = stored(await health.create("weight", WEIGHT)).name;
    expect((await health.remove("exercise", [run, weight])).status).toBe(400);
    expect((await health.remove("-", [run, `${weight}0`])).status).toBe(404);
    expect((await health.ask(`/dataTypes/exercise/dataPoints/${idOf(run)}`)).status).toBe(200);
    const reply = await health.remove("-", [run, weight]);
    expect(at(reply.body, "response", "dataPoints")).toHaveLength(2);
  });

  it.each([["no names", []], ["an id instead of a name", ["8808518358174752984"]]])(
    "does not delete by %s", async (_, names) => {
      expect((await health.remove("exercise", names)).status).toBe(400);
    },
  );

  it("leaves alone what the watch, the other API or another app wrote", async () => {
    await health.client.post("/1/user/-/activities.json?activityId=90013&startTime=12:00"
      + "&date=2026-03-18&durationMillis=600000&distance=1&manualCalories=77");
    const { body } = await health.list("exercise", { pageSize: 3 });
    const points = body.dataPoints as { name: string; dataSource: Json }[];
    expect(points.map(({ dataSource }) => dataSource.platform)).toContain("FITBIT_WEB_API");
    for (const { name } of points) {
      const reply = await health.remove("exercise", [name]);
      expect([reply.status, errorOf(reply).status]).toEqual([403, "PERMISSION_DENIED"]);
      const path = `/dataTypes/exercise/dataPoints/${idOf(name)}`;
      expect((await health.ask(path, "PATCH", RUN)).status).toBe(403);
    }
  });

  it("patches a whole point under its id, and takes no mask", async () => {
    const { name } = stored(await health.create("exercise", RUN));
    await health.client.control("clock", { now: "2026-03-20T10:00:00Z" });
    const path = `/dataTypes/exercise/dataPoints/${idOf(name)}`;
    const until = { ...interval, endTime: "2026-03-18T18:00:00Z" };
    const longer = { exercise: { ...RUN.exercise, interval: until } };
    const patched = stored(await health.ask(path, "PATCH", longer));
    expect(patched.name).toBe(name);
    expect(await health.get(path)).toMatchObject({
      exercise: {
        interval: until,
        createTime: "2026-03-20T09:00:00Z",
        updateTime: "2026-03-20T10:00:00Z",
      },
    });
    const masked = await health.ask(`${path}?updateMask=exercise.interval`, "PATCH", longer);
    expect(errorOf(masked).message)
      .toContain('Unknown name "updateMask": Cannot bind query parameter.');
    const wrong = timed({ endTime: interval.startTime });
    expect((await health.ask(path, "PATCH", wrong)).status).toBe(400);
    expect(await health.get(path)).toMatchObject({ name, exercise: { interval: until } });
  });

  it("patches a drink: the id stays, the amount is another, and there is one drink", async () => {
    const { name } = stored(await health.create("hydration-log", DRINK));
    const path = `/dataTypes/hydration-log/dataPoints/${idOf(name)}`;
    const patched = stored(await health.ask(path, "PATCH", drink({ amountConsumed: { milliliters: 200 } })));
    expect(patched.name).toBe(name);
    const refused = await health.ask(path, "PATCH", drink({ amountConsumed: { milliliters: -1 } }));
    expect(refused.status).toBe(400);
    const points = await health.all("hydration-log");
    expect(points.map((point) => [point.name, at(point, "hydrationLog", "amountConsumed")]))
      .toEqual([[name, { milliliters: 200 }]]);
  });

  it("cannot patch food logs: 500, whatever the body is", async () => {
    const reply = await health.ask("/dataTypes/nutrition-log/dataPoints/1", "PATCH", {});
    expect([reply.status, errorOf(reply)]).toEqual([
      500, { code: 500, message: "Internal error encountered.", status: "INTERNAL" },
    ]);
  });
});

describe("what can be written and never read", () => {
  let health: Health;
  beforeAll(async () => {
    health = await openHealth();
  });
  afterAll(() => health.client.sandbox.close());

  it.each(NOTES)("%s: it is created, patched and deleted by its name", async (type, _, body) => {
    const { "@type": message, ...point } = stored(await health.create(type, body));
    expect(message).toMatch(/\.DataPoint$/);
    const { name } = point;
    const path = `/dataTypes/${type}/dataPoints/${idOf(name)}`;
    const read = await health.ask(path);
    expect(read.status).toBe(400);
    expect(metadataOf(read)).toEqual({ allowed_actions: "create, patch, batchDelete" });
    expect((await health.list(type)).status).toBe(400);
    expect(stored(await health.ask(path, "PATCH", body)).name).toBe(name);
    const other = type === "moods" ? "symptoms" : "moods";
    const elsewhere = `/dataTypes/${other}/dataPoints/${idOf(name)}`;
    expect((await health.ask(elsewhere, "PATCH", body)).status).toBe(404);
    const gone = await health.remove("-", [name]);
    expect(at(gone.body, "response", "dataPoints")).toEqual([point]);
    expect((await health.remove(type, [name])).status).toBe(404);
    expect((await health.ask(path, "PATCH", body)).status).toBe(404);
  });

  it.each(NOTES)("%s: it needs its own scope, and there is none to read it", async (type, scope, body) => {
    const token = `sandbox:${scope}.writeonly`;
    const { name } = stored(await health.create(type, body, token));
    expect((await health.create(type, body, "sandbox:nutrition,profile")).status).toBe(403);
    expect((await health.remove(type, [name], "sandbox:nutrition,profile")).status).toBe(403);
    expect((await health.list(type, {}, token)).status).toBe(400);
    expect((await health.remove(type, [name], token)).status).toBe(200);
  });
});

describe("tracks", () => {
  let health: Health;
  beforeAll(async () => {
    health = await openHealth();
  });
  afterAll(() => health.client.sandbox.close());

  const find = async (gps: boolean): Promise<string> => {
    const points = await health.all("exercise", {}, ":reconcile");
    const found = points.find((point) => (
      (at(point, "exercise", "exerciseMetadata", "hasGps") === true) === gps
    ));
    return `/dataTypes/exercise/dataPoints/${idOf(found?.dataPointName ?? "")}:exportExerciseTcx`;
  };

  it("are text as media, else a field", async () => {
    const path = await find(true);
    const media = await health.ask(`${path}?alt=media`);
    expect(media.status).toBe(200);
    expect(media.headers.get("content-type")).toContain("xml");
    expect(media.text).toMatch(/^<\?xml[^]*<Position>[^]*<HeartRateBpm>/);
    expect(await health.get(path)).toEqual({ tcxData: media.text });
  });

  it("need the scopes of activity and of location", async () => {
    const path = await find(true);
    for (const [scopes, status] of [
      ["managed", 403], ["activity", 403], ["location", 403], ["activity,location", 200],
    ] as const) {
      expect((await health.ask(path, "GET", undefined, `sandbox:${scopes}`)).status).toBe(status);
    }
  });

  it("are there without GPS only as partial data", async () => {
    const path = await find(false);
    expect((await health.ask(path)).status).toBe(400);
    const partial = await health.ask(`${path}?alt=media&partialData=true`);
    expect(partial.text).not.toContain("<Position>");
  });
});
