import { deletion } from "../../../local/sandbox/person/changes";
import {
  at, between, DRINK, errorOf, FOOD, type HealthReply, idOf, type Json, type ListedPoint,
  reasonOf, stored, useFreshHealth, useHealth,
} from "./support";
import { itRefuses, itShows, itWrites } from "./tables";

const KEYS = { "nutrition-log": "nutritionLog", "hydration-log": "hydrationLog" } as const;
type Log = keyof typeof KEYS;

const LOGS = Object.keys(KEYS) as Log[];

const rows = ({ body }: HealthReply): Json[] => (body.rollupDataPoints ?? []) as Json[];

const on = (type: Log, from: string, to: string) =>
  between(`${type.replace("-", "_")}.interval.civil_start_time`, from, to);

/** The kilocalories or millilitres of a point. */
const amountOf = (type: Log, point: Json): unknown => (type === "nutrition-log"
  ? at(point, "nutritionLog", "energy", "kcal")
  : at(point, "hydrationLog", "amountConsumed", "milliliters"));

/** What is written of a lunch, some days before. */
const moved = (key: string, value: Json): Json => {
  const interval = JSON.stringify(value.interval).replaceAll("-19T", "-01T");
  return { [key]: { ...value, interval: JSON.parse(interval) as Json } };
};

const INTERVAL = DRINK.hydrationLog.interval;
const food = (change: Json) => ({ nutritionLog: { ...FOOD.nutritionLog, ...change } });
const drink = (change: Json) => ({ hydrationLog: { ...DRINK.hydrationLog, ...change } });

describe("nutrition on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });
  beforeAll(async () => {
    await health.client.control("records", ["food", "water"].map((type) => (
      { type, start: "2026-03-02T08:00:00", synced: true }
    )));
    await health.create("nutrition-log", moved("nutritionLog", FOOD.nutritionLog));
    await health.create("hydration-log", moved("hydrationLog", DRINK.hydrationLog));
  });

  itShows(health, [
    {
      id: "hydration-log",
      key: "hydrationLog",
      message: "HydrationLog",
      rollUp: "HydrationLogRollupValue",
      named: true,
    },
    {
      id: "nutrition-log",
      key: "nutritionLog",
      message: "NutritionLog",
      rollUp: "NutritionLogRollupValue",
      named: true,
    },
  ]);

  itWrites(health, [
    ["hydration-log", "hydrationLog", "HydrationLog", DRINK],
    ["nutrition-log", "nutritionLog", "NutritionLog", FOOD],
  ]);

  itRefuses(health, [
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
      drink({ interval: { ...INTERVAL, endTime: INTERVAL.startTime } }), "strictly earlier"],
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
  ]);

  const names = "users/me/dataTypes";

  it.each([
    ["food", `${names}/food/dataPoints/1`, "There is no food"],
    [
      "serving", { foodMeasurementUnit: `${names}/food-measurement-unit/dataPoints/1` },
      "There is no unit",
    ],
  ])("refuses what the catalogue has not: %s", async (field, value, problem) => {
    const reply = await health.create("nutrition-log", food({ [field]: value }));
    expect([reply.status, errorOf(reply).status]).toEqual([400, "INVALID_ARGUMENT"]);
    expect(errorOf(reply).message).toContain(problem);
  });

  it("has foods and their units by name, without a time or a filter", async () => {
    const units = await health.all("food-measurement-unit");
    expect(units.map(({ name, foodMeasurementUnit }) => [idOf(name), foodMeasurementUnit]))
      .toContainEqual(["304", { displayName: "serving", pluralDisplayName: "servings" }]);
    const [{ name, food: listed }] = await health.all("food") as [ListedPoint];
    expect(await health.get(`/dataTypes/food/dataPoints/${idOf(name)}`)).toMatchObject({
      name, food: listed,
    });
    expect(at(listed, "defaultServing", "amount")).toBe(1);
    expect((await health.list("food", { dataSourceFamily: names })).status).toBe(400);
  });

  it("fills in a food of the catalogue by what that holds, times the amount", async () => {
    const apple = (await health.all("food"))
      .find((point) => at(point, "food", "displayName") === "Apple");
    const serving = {
      amount: 2, foodMeasurementUnit: `${names}/food-measurement-unit/dataPoints/204`,
    };
    const interval = { interval: FOOD.nutritionLog.interval };
    const { nutritionLog } = stored(await health.create("nutrition-log", {
      nutritionLog: { ...interval, food: apple?.name, serving },
    }));
    expect(nutritionLog).toMatchObject({
      food: apple?.name,
      foodDisplayName: "Apple",
      energy: { kcal: 190 },
      serving: { amount: 2, foodMeasurementUnitDisplayName: "mediums" },
    });
  });

  it("shows what the person writes down, in 32 bits, with the unit's name alone", async () => {
    const foods = await health.all("nutrition-log", on("nutrition-log", "2026-02-01", "2026-03-01"));
    expect(foods.length).toBeGreaterThan(40);
    const logs = foods.map(({ nutritionLog }) => nutritionLog as Json);
    expect(new Set(logs.map(({ mealType }) => mealType))).toContain("BEFORE_DINNER");
    const [unit] = logs.map(({ serving }) => serving as Json);
    expect(Object.keys(unit ?? {}).sort()).toEqual(["amount", "foodMeasurementUnitDisplayName"]);
    const grams = logs.map((log) => at(log, "totalFat", "grams"));
    expect(grams.every((one) => one === Math.fround(Number(one)))).toBe(true);
    expect(grams.some((one) => String(one).length > 8)).toBe(true);
  });

  it("cannot patch food logs: 500, whatever the body is", async () => {
    const reply = await health.ask("/dataTypes/nutrition-log/dataPoints/1", "PATCH", {});
    expect([reply.status, errorOf(reply)]).toEqual([
      500, { code: 500, message: "Internal error encountered.", status: "INTERNAL" },
    ]);
  });
});

describe("what the person eats and drinks", () => {
  const health = useFreshHealth();
  /** What was written down by plan is put away, so that what is recorded stands alone. */
  beforeEach(() => {
    const { person } = health.client.sandbox;
    const gone = person.entries();
    gone.slice(0, 1).forEach((entry) => person.change({ ...deletion(entry), gone }));
  });

  /** The person records this in the app, by local time. */
  const record = async (type: "food" | "water", start: string, value: number, synced = true) => {
    const reply = await health.client.control("records", [{ type, start, value, synced }]);
    if (reply.status !== 200) throw new Error(reply.text);
  };

  const counts = async () => {
    const { body } = await health.client.ask("/_sandbox/state", { token: "" });
    return [body.records.food, body.records.water];
  };

  const amounts = async (type: Log, query = {}): Promise<unknown[]> =>
    (await health.all(type, query)).map((point) => amountOf(type, point));

  it("is nothing at first", async () => {
    for (const type of LOGS) expect(await health.get(`/dataTypes/${type}/dataPoints`)).toEqual({});
    expect((await health.daily("hydration-log", "2026-03-01", "2026-03-20")).body).toEqual({});
  });

  it("is listed with what was told of it, as the app's own entry", async () => {
    await record("food", "2026-03-19T12:30:00", 640);
    const [point] = await health.all("nutrition-log") as [ListedPoint];
    const date = { year: 2026, month: 3, day: 19 };
    expect(point).toEqual({
      name: point.name,
      dataSource: { recordingMethod: "MANUAL", platform: "FITBIT" },
      nutritionLog: {
        interval: {
          startTime: "2026-03-19T11:30:00Z",
          startUtcOffset: "3600s",
          endTime: "2026-03-19T11:31:00Z",
          endUtcOffset: "3600s",
          civilStartTime: { date, time: { hours: 12, minutes: 30 } },
          civilEndTime: { date, time: { hours: 12, minutes: 31 } },
        },
        foodDisplayName: "Quick calories",
        mealType: "ANYTIME",
        energy: { kcal: 640 },
      },
    });
    expect(await health.get(`/dataTypes/nutrition-log/dataPoints/${point.name.split("/").at(-1) ?? ""}`))
      .toEqual(point);
    const [merged] = await health.all("nutrition-log", {}, ":reconcile");
    expect(merged).toEqual({ dataPointName: point.name, nutritionLog: point.nutritionLog });
  });

  it("is kept apart: food is no drink, a drink no food, and neither is fat", async () => {
    const fat = await health.all("body-fat");
    await record("food", "2026-03-19T12:30:00", 640);
    await record("water", "2026-03-19T12:31:00", 300);
    expect(await amounts("nutrition-log")).toEqual([640]);
    expect(await amounts("hydration-log")).toEqual([300]);
    expect(await health.all("body-fat")).toEqual(fat);
  });

  it.each(LOGS)("%s: the newest first, by civil time, over pages", async (type) => {
    const kind = type === "nutrition-log" ? "food" : "water";
    for (const [start, value] of [
      ["2026-03-18T23:59:00", 1], ["2026-03-19T00:00:00", 2], ["2026-03-19T20:00:00", 3],
      ["2026-03-20T00:00:00", 4],
    ] as const) await record(kind, start, value);
    expect(await amounts(type)).toEqual([4, 3, 2, 1]);
    expect(await amounts(type, on(type, "2026-03-19", "2026-03-20"))).toEqual([3, 2]);
    expect(await amounts(type, { pageSize: 1 })).toEqual([4, 3, 2, 1]);
    const physical = on(type, "2026-03-19T00:00:00Z", "2026-03-20T00:00:00Z").filter
      .replaceAll("civil_start_time", "start_time");
    expect(reasonOf(await health.list(type, { filter: physical }))).toBe("INVALID_DATA_POINT_FILTER");
  });

  it("waits for the sync as everything does", async () => {
    await record("water", "2026-03-19T12:00:00", 300, false);
    expect(await amounts("hydration-log")).toEqual([]);
    expect((await health.daily("hydration-log", "2026-03-19", "2026-03-20")).body).toEqual({});
    await health.client.control("sync", {});
    expect(await amounts("hydration-log")).toEqual([300]);
  });

  it("adds up by days and by windows; days without any are left out", async () => {
    await record("water", "2026-03-16T08:00:00", 200);
    await record("water", "2026-03-18T09:00:00", 250);
    await record("water", "2026-03-18T23:59:00", 300);
    const daily = await health.daily("hydration-log", "2026-03-15", "2026-03-20");
    expect(rows(daily).map((row) => [at(row, "civilStartTime", "date", "day"), row.hydrationLog]))
      .toEqual([
        [18, { amountConsumed: { millilitersSum: 550 } }],
        [16, { amountConsumed: { millilitersSum: 200 } }],
      ]);
    const hours = await health.rollUp(
      "hydration-log", "2026-03-18T00:00:00Z", "2026-03-19T00:00:00Z", "3600s", { pageSize: 24 },
    );
    expect(rows(hours).map(({ startTime, hydrationLog }) => [
      startTime, at(hydrationLog, "amountConsumed", "millilitersSum"),
    ])).toEqual([["2026-03-18T22:00:00Z", 300], ["2026-03-18T08:00:00Z", 250]]);
  });

  it("adds up each nutrient that was told, with the unit of the last one", async () => {
    const { nutritionLog: { interval, ...rest } } = FOOD;
    const later = { ...interval, startTime: "2026-03-19T18:00:00Z", endTime: "2026-03-19T18:30:00Z" };
    const supper = {
      ...rest,
      interval: later,
      mealType: "DINNER",
      nutrients: [{ nutrient: "PROTEIN", quantity: { grams: 6, userProvidedUnit: "OUNCE" } }],
      energyFromFat: undefined,
    };
    stored(await health.create("nutrition-log", { nutritionLog: supper }));
    stored(await health.create("nutrition-log", FOOD));
    await record("food", "2026-03-19T21:00:00", 100);
    const daily = await health.daily("nutrition-log", "2026-03-19", "2026-03-20");
    expect(rows(daily).map((row) => row.nutritionLog)).toEqual([{
      energy: { kcalSum: 940 },
      energyFromFat: { kcalSum: 90 },
      totalCarbohydrate: { gramsSum: 120 },
      totalFat: { gramsSum: 20, userProvidedUnitLast: "GRAM" },
      nutrients: [
        { nutrient: "PROTEIN", quantity: { gramsSum: 30, userProvidedUnitLast: "OUNCE" } },
        { nutrient: "SODIUM", quantity: { gramsSum: 0.75, userProvidedUnitLast: "MILLIGRAM" } },
      ],
    }]);
  });

  it("is an entry of the person when a client creates it, and none when it is deleted", async () => {
    await record("food", "2026-03-18T12:00:00", 300);
    await record("water", "2026-03-18T12:00:00", 300);
    const food = stored(await health.create("nutrition-log", FOOD)).name;
    const drink = stored(await health.create("hydration-log", DRINK)).name;
    expect(await counts()).toEqual([2, 2]);
    const { person } = health.client.sandbox;
    expect(person.entries().slice(-2)).toMatchObject([
      { type: "food", value: 420, start: Date.parse("2026-03-19T11:00:00Z") },
      { type: "water", value: 500, start: Date.parse("2026-03-19T11:00:00Z") },
    ]);
    expect((await health.remove("-", [food, drink])).status).toBe(200);
    expect(await counts()).toEqual([1, 1]);
    expect(await amounts("nutrition-log")).toEqual([300]);
    expect(await amounts("hydration-log")).toEqual([300]);
  });

  it.each(LOGS)("%s: what the person told the app is not a client's to change", async (type) => {
    await record(type === "nutrition-log" ? "food" : "water", "2026-03-19T12:00:00", 300);
    const [{ name }] = await health.all(type) as [ListedPoint];
    const removed = await health.remove(type, [name]);
    expect([removed.status, errorOf(removed).status]).toEqual([403, "PERMISSION_DENIED"]);
    expect(await amounts(type)).toEqual([300]);
  });

  it("comes from no wearable, and what a client wrote not from Google", async () => {
    await record("water", "2026-03-18T12:00:00", 300);
    stored(await health.create("hydration-log", DRINK));
    const of = (family: string) =>
      amounts("hydration-log", { dataSourceFamily: `users/me/dataSourceFamilies/${family}` });
    expect(await of("all-sources")).toEqual([500, 300]);
    expect(await of("google-wearables")).toEqual([]);
    expect(await of("google-sources")).toEqual([300]);
    expect(await of("self-sources")).toEqual([500]);
  });

  it.each([
    ["nutrition-log", FOOD], ["hydration-log", DRINK],
  ] as const)("%s: needs the scopes of nutrition", async (type, body) => {
    const status = async (reply: Promise<HealthReply>) => (await reply).status;
    for (const [token, read, write] of [
      ["sandbox:managed", 200, 403], ["sandbox:nutrition", 200, 200], ["sandbox:activity,sleep", 403, 403],
      ["sandbox:nutrition.writeonly", 200, 200],
    ] as const) {
      expect(await status(health.list(type, {}, token))).toBe(read);
      expect(await status(health.daily(type, "2026-03-19", "2026-03-20", {}, token))).toBe(read);
      expect(await status(health.create(type, body, token))).toBe(write);
    }
  });

  it("is hidden from who may only write, but for what they wrote", async () => {
    await record("water", "2026-03-18T12:00:00", 300);
    stored(await health.create("hydration-log", DRINK));
    const token = "sandbox:nutrition.writeonly";
    const points = await health.all("hydration-log", {}, "", token);
    expect(points.map((point) => amountOf("hydration-log", point))).toEqual([500]);
    expect(rows(await health.daily("hydration-log", "2026-03-18", "2026-03-20", {}, token)))
      .toHaveLength(1);
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

  it("is gone after a reset", async () => {
    const { name } = stored(await health.create("hydration-log", DRINK));
    await health.client.control("reset", {});
    const names = (await health.all("hydration-log")).map((point) => point.name);
    expect(names.length).toBeGreaterThan(100);
    expect(names).not.toContain(name);
  });
});
