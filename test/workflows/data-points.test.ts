import { isFields, type Fields } from "../../local/runtime/component";
import { listed } from "../support/components";
import { Household, type Done } from "../support/household";

const actions = listed("actions");
const named = (name: string, app = "google_health") => {
  const found = actions.find((one) => one.name === name && one.app === app);
  if (!found) throw new Error(`There is no ${name}.`);
  return found.component;
};

let household: Household;

beforeAll(async () => {
  household = await Household.of();
});

afterAll(() => household.close());

async function ran(name: string, props: Fields): Promise<Done> {
  const done = await household.run(named(name), { props });
  expect(done.run).toMatchObject({ ok: true });
  return done;
}

const rowsOf = ({ result }: Done): Fields[] =>
  Object.values(result).flatMap((value) => Array.isArray(value) ? value as unknown[] : [])
    .filter(isFields);

const known = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** All rows of a range, going on as each answer says, and how many answers that took. */
async function walked(name: string, first: Fields, goOn: (result: Fields) => Fields) {
  const texts = new Set<string>();
  let count = 0;
  for (let props: Fields | undefined = first; props; count++) {
    const done: Done = await ran(name, props);
    for (const row of rowsOf(done)) texts.add(JSON.stringify(row));
    props = done.result.truncated ? { ...props, ...known(goOn(done.result)) } : undefined;
    expect(count).toBeLessThan(40);
  }
  return { rows: [...texts].sort(), count };
}

const sorted = (done: Done) => rowsOf(done).map((row) => JSON.stringify(row)).sort();

describe("going on as the answer says reaches every point", () => {
  const backwards = ({ nextEndDate: endDate, nextEndTime: endTime }: Fields) =>
    ({ endDate, endTime: endTime ?? "23:59" });

  it.each([
    ["heart-rate", { startDate: "2026-03-19", startTime: "23:40", endTime: "00:20" }, 60],
    ["exercise", { startDate: "2026-01-01" }, 20],
    ["weight", { startDate: "2025-09-01" }, 25],
  ])("of %s", async (dataType, range, limit) => {
    const props = { dataType, endDate: "2026-03-20", ...range };
    const all = await ran("list-data-points", { ...props, limit: 10_000 });
    expect(all.result.truncated).toBe(false);
    const { rows, count } = await walked("list-data-points", { ...props, limit }, backwards);
    expect(rows).toEqual(sorted(all));
    expect(count).toBeGreaterThan(1);
  });

  it("of days", async () => {
    const days = { startDate: "2026-01-01", endDate: "2026-03-20" };
    const props = { dataType: "daily-resting-heart-rate", ...days };
    const all = await ran("list-data-points", { ...props, limit: 1_000 });
    const onward = ({ nextEndDate: endDate }: Fields) => ({ endDate });
    const { rows, count } = await walked("list-data-points", { ...props, limit: 30 }, onward);
    expect(rows).toEqual(sorted(all));
    expect(count).toBeGreaterThan(1);
  });
});

describe("roll-ups", () => {
  it("of a year by days are those of its parts, in the fewest requests", async () => {
    const year = { startDate: "2025-03-21", endDate: "2026-03-20" };
    const done = await ran("get-daily-rollup", year);
    expect(done.requests).toHaveLength(5);
    const month = { startDate: "2026-02-21", endDate: "2026-03-20" };
    const { requests } = await ran("get-daily-rollup", { ...month, dataType: "heart-rate" });
    expect(requests).toHaveLength(2);
    const first = await ran("get-daily-rollup", { ...year, endDate: "2025-09-30" });
    const second = await ran("get-daily-rollup", { ...year, startDate: "2025-10-01" });
    expect([...rowsOf(first), ...rowsOf(second)]).toEqual(rowsOf(done));
  });

  it("by windows of the user's hours come to what the day comes to", async () => {
    const day = { startDate: "2026-03-19", endDate: "2026-03-19" };
    const sum = (done: Done) =>
      rowsOf(done).reduce((all, { countSum }) => all + Number(countSum), 0);
    const daily = sum(await ran("get-daily-rollup", day));
    expect(daily).toBeGreaterThan(0);
    for (const windowSeconds of [900, 3_600, 25_200]) {
      expect([windowSeconds, sum(await ran("get-rollup", { ...day, windowSeconds }))])
        .toEqual([windowSeconds, daily]);
    }
  });

  it("of more than a step returns go on where they ended", async () => {
    const days = { startDate: "2026-03-17", endDate: "2026-03-18" };
    const onward = ({ nextStartDate: startDate, nextStartTime: startTime }: Fields) =>
      ({ startDate, startTime });
    const asked = { dataType: "heart-rate", windowSeconds: 5, ...days };
    const { rows, count } = await walked("get-rollup", asked, onward);
    expect(count).toBeGreaterThan(1);
    const times = rows.map((row) => (JSON.parse(row) as Fields).startTime);
    expect(new Set(times).size).toBe(rows.length);
  });
});

describe("a point of one's own", () => {
  const sampleTime = { physicalTime: "2026-03-19T06:30:00Z", utcOffset: "3600s" };

  it("is stored, read, found among one's own, and deleted", async () => {
    const dataType = "weight";
    const value = JSON.stringify({ sampleTime, weightGrams: 70_500 });
    const { result: stored } = await ran("create-data-point", { dataType, value });
    const { name } = stored.dataPoint as { name: string };
    const { result: read } = await ran("get-data-point", { dataType, dataPointId: name });
    expect(read.dataPoint).toEqual(stored.dataPoint);
    const own = { dataType, startDate: "2026-03-19", family: "self-sources" };
    expect(rowsOf(await ran("list-data-points", own)).map((row) => row.name)).toEqual([name]);
    await ran("delete-data-points", { dataType, dataPointIds: [name] });
    expect(rowsOf(await ran("list-data-points", own))).toEqual([]);
  });

  it("is the only one that can be deleted", async () => {
    const found = await ran("list-data-points", {
      dataType: "exercise", startDate: "2026-03-01", endDate: "2026-03-20",
    });
    const dataPointIds = rowsOf(found).map(({ name }) => name).slice(0, 1);
    const { run } = await household.run(named("delete-data-points"), {
      props: { dataType: "exercise", dataPointIds },
    });
    expect(run).toMatchObject({ ok: false });
    expect(JSON.stringify(run)).toContain("An app may delete only what it wrote itself");
  });
});

describe("any request", () => {
  it.each([
    ["fitbit", "/1/user/-/activities/list.json", {
      beforeDate: "2026-03-21", sort: "desc", limit: 5, offset: 0,
    }],
    ["google_health", "/v4/users/me/dataTypes/exercise/dataPoints", { pageSize: 25 }],
  ])("on %s is answered as the API answers", async (app, path, query) => {
    const props = { method: "GET", path, query: JSON.stringify(query) };
    const { result, requests } = await household.run(named("make-api-request", app), { props });
    expect(result).toHaveProperty("status", 200);
    expect(result).toHaveProperty("body", expect.any(Object));
    expect(requests).toHaveLength(1);
  });
});
