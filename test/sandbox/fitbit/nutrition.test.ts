import { ANY_NUMBER, type Reply, useFreshSandbox, useSandbox } from "../support";
import { itAnswers, itRefuses } from "./tables";

const FOODS = "/1/user/-/foods/log";
const WATER = `${FOODS}/water`;
const DAY = "2026-03-19";
const POST = "POST";
const EATEN = `${FOODS}.json?date=${DAY}&mealTypeId=3&unitId=304&amount=1.5`;
const SOUP = `${EATEN}&foodName=Soup&calories=240&protein=12.5&sodium=810`;

const UNIT = { id: "int", name: "str", plural: "str" };
const VALUES = {
  calories: "int", carbs: "num", fat: "num", fiber: "num", protein: "num", sodium: "num",
};
const SUMS = { ...VALUES, water: "num" };
const FOOD = {
  "accessLevel": "str", "amount": "num", "brand": "str", "calories": "int", "foodId": "id",
  "locale?": "str", "mealTypeId": "int", "name": "str", "unit": UNIT, "units": ["int"],
};
const LOG = {
  isFavorite: "bool", logDate: "date", logId: "id", loggedFood: FOOD, nutritionalValues: VALUES,
};
const SERVING = { multiplier: "num", servingSize: "num", unit: UNIT, unitId: "int" };
const WATER_LOG = { amount: "num", logId: "id" };
const ROWS = [{ dateTime: "date", value: "num" }];

const header = (language: string) => ({ headers: { "accept-language": language } });

const part = ({ body }: Reply, ...path: string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], body);

describe("foods and water on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [
    [
      "foods of a day", "GET", `${FOODS}/date/${DAY}.json`, 200,
      { foods: [LOG], goals: { calories: "int" }, notes: [], summary: SUMS },
    ],
    ["water of a day", "GET", `${WATER}/date/${DAY}.json`, 200, { summary: { water: "num" }, water: [WATER_LOG] }],
    ["a new food", POST, SOUP, 201, { foodDay: { date: "date", summary: SUMS }, foodLog: LOG }],
    ["a new food of the catalogue", POST, EATEN.replace("304", "204") + "&foodId=81409", 201, {
      foodDay: { date: "date", summary: SUMS }, foodLog: LOG,
    }],
    ["new water", POST, `${WATER}.json?date=${DAY}&amount=8&unit=fl%20oz`, 201, { waterLog: WATER_LOG }],
    ["calories of days", "GET", `${FOODS}/caloriesIn/date/2024-03-21/2026-03-20.json`, 200, { "foods-log-caloriesIn": ROWS }],
    ["water of a period", "GET", `${FOODS}/water/date/today/1m.json`, 200, { "foods-log-water": ROWS }],
    ["a food", "GET", "/1/foods/82301.json", 200, {
      food: {
        accessLevel: "str", brand: "str", calories: "int", defaultServingSize: "num",
        defaultUnit: UNIT, foodId: "int", isGeneric: "bool", locale: "str", name: "str",
        servings: [SERVING], units: ["int"],
      },
    }],
    ["units", "GET", "/1/foods/units.json", 200, [UNIT]],
    ["foods of late", "GET", `${FOODS}/recent.json`, 200, [{ ...FOOD, dateLastEaten: "date" }]],
    ["frequent foods", "GET", `${FOODS}/frequent.json`, 200, [{ ...FOOD, dateLastEaten: "date" }]],
  ]);

  itRefuses(client, [
    ["GET", `${FOODS}/date/yesterday.json`, 400, "date"],
    ["GET", `${WATER}/date/2026-3-1.json`, 400, "date"],
    ["GET", `${FOODS}/water/date/2023-03-20/2026-03-20.json`, 422, "n/a"],
    ["GET", `${FOODS}/water/date/2026-03-20/2026-03-19.json`, 400, "end-date"],
    ["GET", `${FOODS}/water/date/today/2y.json`, 400, "period"],
    [POST, EATEN, 400, "foodName"],
    [POST, `${EATEN}&foodName=Soup&foodId=81409`, 400, "foodId"],
    [POST, `${EATEN}&foodId=1`, 400, "foodId"],
    [POST, `${EATEN}&foodId=81409`, 400, "unitId"],
    [POST, `${EATEN.replace("204", "304")}&foodId=83455&calories=12`, 400, "calories"],
    [POST, `${EATEN}&foodName=`, 400, "foodName"],
    [POST, `${EATEN}&foodName=Soup&calories=12.5`, 400, "calories"],
    [POST, `${EATEN}&foodName=Soup&protein=much`, 400, "protein"],
    [POST, `${EATEN}&foodName=Soup&carbs=3`, 400, "carbs"],
    [POST, EATEN.replace("mealTypeId=3", "mealTypeId=8") + "&foodName=Soup", 400, "mealTypeId"],
    [POST, EATEN.replace("&unitId=304", "") + "&foodName=Soup", 400, "unitId"],
    [POST, EATEN.replace("304", "9999") + "&foodName=Soup", 400, "unitId"],
    [POST, EATEN.replace("1.5", "-1") + "&foodName=Soup", 400, "amount"],
    [POST, `${WATER}.json?date=${DAY}`, 400, "amount"],
    [POST, `${WATER}.json?date=${DAY}&amount=0`, 400, "amount"],
    [POST, `${WATER}.json?amount=250`, 400, "date"],
    [POST, `${WATER}.json?date=${DAY}&amount=1&unit=pint`, 400, "unit"],
    [POST, `${WATER}.json?date=${DAY}&amount=1&time=12:00`, 400, "time"],
  ]);

  it.each([
    ["GET", "/1/foods/1.json"], ["GET", `${FOODS}/caffeine/date/today/1d.json`],
    [POST, `${WATER}/12.json?amount=1`], [POST, `${FOODS}/12.json?mealTypeId=1`],
    ["DELETE", `${WATER}/12.json`], ["DELETE", `${FOODS}/12.json`],
  ])("knows no %s %s", async (method, path) => {
    expect((await client.ask(path, { method })).status).toBe(404);
  });

  it("needs the scope nutrition", async () => {
    for (const path of [`${FOODS}/date/${DAY}.json`, `${WATER}/date/${DAY}.json`, "/1/foods/units.json"]) {
      const reply = await client.ask(path, { token: "sandbox:activity" });
      expect([reply.status, reply.body.errors[0].errorType]).toEqual([403, "insufficient_scope"]);
      expect((await client.ask(path, { token: "sandbox:nutrition" })).status).toBe(200);
    }
  });

  it("sums a day as its logs and its series do", async () => {
    for (const day of ["2026-03-14", "2026-03-16", "2026-03-18"]) {
      const { foods, summary } = (await client.get(`${FOODS}/date/${day}.json`)) as unknown as {
        foods: { nutritionalValues: { carbs: number } }[];
        summary: { calories: number; carbs: number; water: number };
      };
      const carbs = foods.reduce((sum, { nutritionalValues: { carbs } }) => sum + carbs, 0);
      expect(summary.carbs).toBeCloseTo(carbs, 1);
      for (const [resource, sum] of [["caloriesIn", summary.calories], ["water", summary.water]]) {
        const reply = await client.ask(`${FOODS}/${resource}/date/${day}/${day}.json`);
        expect(part(reply, `foods-log-${resource}`)).toEqual([{ dateTime: day, value: sum }]);
      }
    }
  });

  it("writes 0 of a day on which nothing was written down", async () => {
    const before = "2024-06-01";
    expect((await client.ask(`${FOODS}/date/${before}.json`)).body).toMatchObject({
      foods: [], summary: { calories: 0, water: 0 },
    });
    const series = await client.ask(`${FOODS}/water/date/${before}/${before}.json`);
    expect(part(series, "foods-log-water")).toEqual([{ dateTime: before, value: 0 }]);
  });
});

describe("what is written on the Fitbit door", () => {
  const client = useFreshSandbox();

  const idOf = (reply: Reply, root: string): string => String(part(reply, root, "logId"));

  it("is measured in the units of the header, and given in any", async () => {
    const water = async (query: string, language = "metric") => part(
      await client.post(`${WATER}.json?date=${DAY}&${query}`, header(language)),
      "waterLog", "amount",
    );
    expect(await water("amount=250")).toBe(250);
    expect(await water("amount=8", "en_US")).toBeCloseTo(8, 5);
    expect(await water("amount=8&unit=fl%20oz")).toBeCloseTo(236.588, 3);
    expect(await water("amount=1&unit=cup", "en_US")).toBeCloseTo(8, 5);
    expect(await water("amount=1&unit=cup", "en_GB")).toBe(Math.fround(236.5882365));
  });

  it("is changed in place and can be deleted, on the day and in its sums", async () => {
    const day = async () => (await client.ask(`${FOODS}/date/${DAY}.json`)).body as unknown as {
      foods: { logId: bigint }[]; summary: { calories: number; water: number };
    };
    const before = await day();
    const food = idOf(await client.post(SOUP), "foodLog");
    const water = idOf(await client.post(`${WATER}.json?date=${DAY}&amount=300`), "waterLog");
    expect((await day()).summary).toMatchObject({
      calories: before.summary.calories + 240, water: before.summary.water + 300,
    });
    const changed = await client.post(`${FOODS}/${food}.json?mealTypeId=5&calories=300`);
    expect([changed.status, idOf(changed, "foodLog")]).toEqual([201, food]);
    expect(part(changed, "foodLog", "loggedFood")).toMatchObject({
      name: "Soup", mealTypeId: 5, calories: 300, amount: 1.5,
    });
    await client.post(`${WATER}/${water}.json?amount=100`);
    expect((await day()).summary).toMatchObject({
      calories: before.summary.calories + 300, water: before.summary.water + 100,
    });
    for (const path of [`${FOODS}/${food}.json`, `${WATER}/${water}.json`]) {
      expect((await client.ask(path, { method: "DELETE" })).status).toBe(204);
      expect((await client.ask(path, { method: "DELETE" })).status).toBe(404);
    }
    expect(await day()).toEqual(before);
  });

  it("scales a food of the catalogue with its amount, and takes no calories of it", async () => {
    const bread = await client.post(`${EATEN.replace("304", "311")}&foodId=82294`);
    const id = idOf(bread, "foodLog");
    expect(part(bread, "foodLog", "loggedFood")).toMatchObject({ calories: 122, amount: 1.5 });
    const more = await client.post(`${FOODS}/${id}.json?mealTypeId=1&amount=100&unitId=147`);
    expect(part(more, "foodLog", "loggedFood")).toMatchObject({ calories: 253, amount: 100 });
    const refused = await client.post(`${FOODS}/${id}.json?mealTypeId=1&amount=1&unitId=311&calories=9`);
    expect(refused.status).toBe(400);
  });

  it("is among the foods of late, the last one first", async () => {
    await client.post(SOUP.replace(DAY, "2026-03-20"));
    const [latest] = (await client.ask(`${FOODS}/recent.json`)).body as unknown as object[];
    expect(latest).toMatchObject({
      accessLevel: "PRIVATE", name: "Soup", dateLastEaten: "2026-03-20", foodId: ANY_NUMBER,
    });
  });

  it("is read at the other door as another client's, under its own time", async () => {
    await client.post(SOUP);
    await client.post(`${WATER}.json?date=${DAY}&amount=8&unit=fl%20oz`);
    const last = async (type: string, key: string) => {
      const reply = await client.ask(`/v4/users/me/dataTypes/${type}/dataPoints?pageSize=100`);
      const points = part(reply, "dataPoints") as Record<string, unknown>[];
      const found = points.find(({ dataSource }) =>
        JSON.stringify(dataSource).includes("FITBIT_WEB_API"));
      return found?.[key];
    };
    expect(await last("nutrition-log", "nutritionLog")).toMatchObject({
      foodDisplayName: "Soup",
      mealType: "LUNCH",
      energy: { kcal: 240 },
      interval: { startTime: "2026-03-19T11:30:00Z", startUtcOffset: "3600s" },
    });
    expect(await last("hydration-log", "hydrationLog")).toMatchObject({
      amountConsumed: { milliliters: 8 * 29.5735295625 },
      interval: { startTime: "2026-03-19T11:00:00Z" },
    });
  });
});
