import * as newFoodLog from "../../sources/new-food-log/new-food-log";
import * as newWaterLog from "../../sources/new-water-log/new-water-log";
import { keysOf, PlayedSource } from "../support/source";
import { interval, reconciled } from "./records";
import { api, noScope, points, sampleOf, twin } from "./support";

const SINCE = "2026-03-05";

interface Log {
  id: string;
  start: string;
  name?: string;
  kcal?: number;
  meal?: string;
  millilitres?: number;
}

const span = (start: string) =>
  interval(start, new Date(Date.parse(start) + 60_000).toISOString());

const food = ({ start, name = "Soup", kcal = 280, meal = "LUNCH" }: Log) => ({
  interval: span(start), foodDisplayName: name, energy: { kcal }, mealType: meal,
});

const water = ({ start, millilitres = 500 }: Log) => ({
  interval: span(start), amountConsumed: { milliliters: millilitres },
});

/** Answers the one request of a poll: what has been logged from a local day on. */
const answers = (type: "nutrition-log" | "hydration-log", of: (log: Log) => object) =>
  (...logs: Log[]) => api({
    path: `${points(type)}:reconcile`,
    query: {
      pageSize: "10000",
      filter: `${type.replace("-", "_")}.interval.civil_start_time >= "${SINCE}"`,
    },
    body: {
      dataPoints: logs.map((log) =>
        reconciled(type === "nutrition-log" ? "nutritionLog" : "hydrationLog", log.id, of(log))),
    },
  });

describe("New Food Log", () => {
  const listed = answers("nutrition-log", food);
  const SOUP: Log = { id: "11", start: "2026-03-19T19:00:00Z" };
  const BREAD: Log = { id: "12", start: "2026-03-19T19:00:00Z", name: "Bread", kcal: 90 };

  async function deployed(props = {}) {
    const source = new PlayedSource(twin(newFoodLog), props);
    listed(BREAD, SOUP);
    return { source, first: await source.deploy("2026-03-20T06:00:00Z") };
  }

  it("tells of recent foods on deploy, at their time, in one request", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: ["12", "11"],
      summaries: ["Bread, 90 kcal, at lunch", "Soup, 280 kcal, at lunch"],
      times: ["2026-03-19T19:00:00.000Z", "2026-03-19T19:00:00.000Z"],
    });
  });

  it("asks once, whether there is anything new or not, and tells of it once", async () => {
    const { source } = await deployed();
    listed(BREAD, SOUP);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    const late: Log = { id: "13", start: "2026-03-08T03:00:00Z" };
    for (const ids of [["13"], []]) {
      listed(BREAD, SOUP, late);
      expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(ids);
    }
  });

  it("tells at once of a dinner that is written down ahead", async () => {
    const { source } = await deployed();
    listed({ id: "13", start: "2026-03-21T02:00:00Z" }, BREAD, SOUP);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["13"]);
  });

  it("does not tell again of one that is changed, and so gets another id", async () => {
    const { source } = await deployed();
    listed(BREAD, { ...SOUP, id: "21", kcal: 300, meal: "DINNER" });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("tells of another food of the same minute, and of a second helping", async () => {
    const { source } = await deployed();
    listed(BREAD, SOUP, { ...SOUP, id: "21", name: "Salad" }, { ...BREAD, id: "22" });
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["21", "22"]);
  });

  it("tells of the meals chosen alone, and of one that is moved to such a meal", async () => {
    const { source } = await deployed({ meals: ["dinner"] });
    const snack: Log = { id: "13", start: "2026-03-20T01:00:00Z", meal: "SNACK" };
    listed(snack, BREAD, SOUP);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    listed({ ...snack, id: "14", meal: "DINNER" }, BREAD, SOUP);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["14"]);
  });

  it("tells of a food without a meal where any time is chosen", async () => {
    const { source } = await deployed({ meals: ["anytime"] });
    listed({ id: "13", start: "2026-03-20T01:00:00Z", meal: "MEAL_TYPE_UNSPECIFIED" }, BREAD, SOUP);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual(["13"]);
  });

  it("says which scope is missing", async () => {
    const source = new PlayedSource(twin(newFoodLog));
    api({
      path: `${points("nutrition-log")}:reconcile`,
      query: { pageSize: "10000", filter: `nutrition_log.interval.civil_start_time >= "${SINCE}"` },
      status: 403,
      body: noScope,
    });
    expect((await source.deploy("2026-03-20T06:00:00Z")).error).toContain("nutrition.readonly");
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(sampleOf(newFoodLog)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});

describe("New Water Log", () => {
  const listed = answers("hydration-log", water);
  const GLASS: Log = { id: "11", start: "2026-03-19T19:00:00Z", millilitres: 330 };

  async function deployed() {
    const source = new PlayedSource(twin(newWaterLog));
    listed(GLASS);
    return { source, first: await source.deploy("2026-03-20T06:00:00Z") };
  }

  it("tells of recent water on deploy, at its time, in one request", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: ["11"],
      summaries: ["330 ml of water on 2026-03-19"],
      times: ["2026-03-19T19:00:00.000Z"],
      events: [{ amount: 330, logDate: "2026-03-19", logId: "11" }],
    });
  });

  it("does not tell again of one that is changed, and tells of the next glass", async () => {
    const { source } = await deployed();
    const changed = { ...GLASS, id: "12", millilitres: 350 };
    listed(changed);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    listed({ ...GLASS, id: "13", start: "2026-03-19T19:01:00Z" }, changed);
    expect((await source.poll("2026-03-20T06:30:00Z")).ids).toEqual(["13"]);
  });

  it("tells of water whose amount nothing says", async () => {
    const { source } = await deployed();
    listed({ id: "13", start: "2026-03-20T01:00:00Z", millilitres: NaN }, GLASS);
    expect((await source.poll("2026-03-20T06:15:00Z")).summaries).toEqual(["Water on 2026-03-19"]);
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(sampleOf(newWaterLog)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});
