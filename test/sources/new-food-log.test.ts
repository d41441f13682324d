import newFoodLog from "../../sources/new-food-log/new-food-log";
import sample from "../../sources/new-food-log/test-event";
import { errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";
import { Diary } from "./diary";

const at = (minutes: number, from = "2026-03-20T19:00:00Z") =>
  new Date(Date.parse(from) + minutes * 60_000).toISOString();

/** Somebody seven hours behind UTC, whose day is 20 March; the source has been deployed. */
async function deployed(props = {}) {
  const diary = new Diary("food");
  diary.log("2026-03-12", { id: 1, value: 300 });
  diary.log("2026-03-20", { id: 2, value: 280 }, { id: 3, value: 0, meal: 7 });
  const source = new PlayedSource(newFoodLog, props);
  const first = await source.deploy(at(0));
  return { diary, source, first, asked: diary.requests() };
}

describe("New Food Log", () => {
  it("tells of recent foods on deploy, at noon of their day, and asks each day once", async () => {
    const { first, asked } = await deployed();
    expect(first).toMatchObject({
      ids: ["1", "2", "3"],
      summaries: ["Soup, 300 kcal, at lunch", "Soup, 280 kcal, at lunch", "Soup"],
      times: ["2026-03-12T19:00:00.000Z", "2026-03-20T19:00:00.000Z", "2026-03-20T19:00:00.000Z"],
    });
    const days = Array.from({ length: 16 }, (_, n) => `2026-03-${String(20 - n).padStart(2, "0")}`);
    expect(asked).toEqual(["since 2026-03-05", ...days, "clock"]);
  });

  it("tells of at most 25 on deploy, the newest, and knows the rest", async () => {
    const diary = new Diary("food");
    const foods = Array.from({ length: 30 }, (_, n) => ({ id: n + 1, value: 10 }));
    diary.log("2026-03-19", ...foods.slice(0, 10));
    diary.log("2026-03-20", ...foods.slice(10));
    const source = new PlayedSource(newFoodLog);
    const { ids } = await source.deploy(at(0));
    expect(ids).toHaveLength(25);
    expect(ids).toEqual(expect.arrayContaining(foods.slice(10).map(({ id }) => String(id))));
    expect((await source.poll(at(15))).ids).toEqual([]);
  });

  it("costs two requests while nothing is new; one poll in four looks at an older day", async () => {
    const { diary, source } = await deployed();
    const days: (string | undefined)[] = [];
    for (let poll = 1; poll <= 8; poll++) {
      expect((await source.poll(at(15 * poll))).ids).toEqual([]);
      const [series, ...asked] = diary.requests();
      expect(series).toBe("since 2026-03-05");
      expect(asked).toHaveLength(1);
      days.push(...asked);
    }
    const today = "2026-03-20";
    expect(days).toEqual([today, today, today, "2026-03-05", today, today, today, "2026-03-06"]);
  });

  it("tells of a food once, as soon as it is logged, before that noon too", async () => {
    const { diary, source } = await deployed();
    diary.today = "2026-03-21";
    diary.log("2026-03-21", { id: 4, value: 120, meal: 1 });
    const morning = "2026-03-21T14:00:00Z";
    expect(await source.poll(morning)).toMatchObject({
      ids: ["4"], summaries: ["Soup, 120 kcal, at breakfast"], times: ["2026-03-21T14:00:00.000Z"],
    });
    expect(diary.requests()).toEqual(["since 2026-03-05", "2026-03-21", "clock"]);
    expect((await source.poll(at(15, morning))).ids).toEqual([]);
  });

  it("tells of one that is logged later for a day two weeks ago, in the same poll", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-06", { id: 5, value: 90 });
    expect((await source.poll(at(15))).ids).toEqual(["5"]);
    expect(diary.requests()).toHaveLength(3);
  });

  it("notices one without calories on an earlier day within sixty polls", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-14", { id: 6, value: 0 });
    const ids: unknown[] = [];
    for (let poll = 1; poll <= 60; poll++) ids.push(...(await source.poll(at(poll))).ids);
    expect(ids).toEqual(["6"]);
  });

  it("does not tell again of one that is changed, nor of what is left when one is deleted", async () => {
    const { diary, source } = await deployed();
    diary.days["2026-03-12"] = [{ id: 1, value: 450, meal: 5 }];
    diary.days["2026-03-20"] = [{ id: 3, value: 0 }];
    for (let poll = 1; poll <= 8; poll++) {
      expect((await source.poll(at(15 * poll))).ids).toEqual([]);
    }
  });

  it("tells of the meals chosen alone, and of one that is moved to such a meal", async () => {
    const { diary, source, first } = await deployed({ meals: ["lunch"] });
    expect(first.ids).toEqual(["1", "2"]);
    diary.log("2026-03-20", { id: 4, value: 100, meal: 5 }, { id: 5, value: 100, meal: 3 });
    expect((await source.poll(at(15))).ids).toEqual(["5"]);
    diary.days["2026-03-20"] = [{ id: 4, value: 101, meal: 3 }];
    expect((await source.poll(at(30))).ids).toEqual(["4"]);
  });

  it("replays no history when other meals are chosen", async () => {
    const { source } = await deployed({ meals: ["dinner"] });
    const changed = new PlayedSource(newFoodLog);
    changed.state = source.state;
    expect((await changed.poll(at(15))).ids).toEqual([]);
  });

  it("tells of many by fifty a poll, and loses none", async () => {
    const { diary, source } = await deployed();
    for (let day = 6; day <= 20; day++) {
      const date = `2026-03-${String(day).padStart(2, "0")}`;
      for (let n = 0; n < 8; n++) diary.log(date, { id: 100 * day + n, value: 5 });
    }
    const polls: unknown[][] = [];
    for (const minutes of [15, 30, 45, 60]) polls.push((await source.poll(at(minutes))).ids);
    expect(polls.map(({ length }) => length)).toEqual([50, 50, 20, 0]);
    expect(new Set(polls.flat()).size).toBe(120);
  });

  it("works off the months of a long pause, oldest first, at fifty requests a poll at most", async () => {
    const { diary, source } = await deployed();
    const days = Array.from({ length: 100 }, (_, n) => (
      new Date(Date.parse("2026-03-21") + n * 86_400_000).toISOString().slice(0, 10)));
    days.forEach((day, n) => diary.log(day, { id: 1000 + n, value: 50 }));
    diary.today = days.at(-1) ?? "";
    diary.requests();
    const ids: unknown[] = [];
    for (let poll = 0; poll < 8; poll++) {
      ids.push(...(await source.poll(at(15 * poll, "2026-06-28T20:00:00Z"))).ids);
      expect(diary.requests().length).toBeLessThanOrEqual(50);
    }
    expect(ids).toEqual(days.map((_, n) => String(1000 + n)));
  });

  it("keeps what it knows when a poll fails, and tells of all at the next", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-20", { id: 4, value: 100 });
    diary.refusal = { status: 403, body: errors("insufficient_scope", "No food.") };
    const before = source.state;
    expect((await source.poll(at(15))).error).toContain("nutrition");
    expect(source.state).toEqual(before);
    diary.refusal = undefined;
    expect((await source.poll(at(30))).ids).toEqual(["4"]);
  });

  it("asks nothing before the rate limit ends", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-20", { id: 4, value: 100 });
    const headers = { "Fitbit-Rate-Limit-Reset": "1800" };
    diary.refusal = { status: 429, body: errors("rate_limit", "Too many."), headers };
    expect((await source.poll(at(15))).error).toBeDefined();
    diary.refusal = undefined;
    diary.requests();
    expect((await source.poll(at(30))).ids).toEqual([]);
    expect(diary.requests()).toEqual([]);
    expect((await source.poll(at(46))).ids).toEqual(["4"]);
  });

  it("reads a day again of which something could not be read", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-12", { id: -1, value: 100 });
    expect((await source.poll(at(15))).ids).toEqual([]);
    diary.days["2026-03-12"]?.pop();
    diary.log("2026-03-12", { id: 4, value: 100 });
    expect((await source.poll(at(30))).ids).toEqual(["4"]);
  });

  it("stands at noon in UTC where nothing tells the offset", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-21", { id: 4, value: 100 });
    diary.today = "2026-03-21";
    diary.offset = "";
    expect((await source.poll("2026-03-21T20:00:00Z")).times).toEqual(["2026-03-21T12:00:00.000Z"]);
  });

  it("keeps every digit of an id", async () => {
    const { diary, source } = await deployed();
    diary.log("2026-03-20", { id: 2369048793018741424n, value: 100 });
    expect((await source.poll(at(15))).ids).toEqual(["2369048793018741424"]);
  });

  it("takes an unreadable note for none, and tells of nothing twice", async () => {
    const { source } = await deployed();
    const state = structuredClone(source.state);
    const stored: object = state?.db.state as object;
    const kept = "kept" in stored ? stored.kept as object : {};
    Object.assign(kept, { note: { totals: { "2026-03-20": "x" }, polls: "y" } });
    source.state = state;
    expect(await source.poll(at(15))).toMatchObject({ ids: [], error: undefined });
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});
