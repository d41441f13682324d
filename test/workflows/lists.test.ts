import { isFields, type Fields } from "../../local/runtime/component";
import { listed } from "../support/components";
import { examples } from "../support/examples";
import { Household, type Done } from "../support/household";

const MOST_BYTES = 450;
const DAYS = { startDate: "2026-01-01", endDate: "2026-03-20" };

/** The lists of logs, which have writers. */
const lists = listed("actions")
  .filter(({ name, component }) =>
    name.startsWith("list-") && "writtenBy" in (component.props ?? {}))
  .map((one) => ({ ...one, key: one.component.key }));

let household: Household;

beforeAll(async () => {
  household = await Household.of();
  const log = listed("actions").filter(({ name }) => /^log-/.test(name));
  for (const [i, { component }] of log.entries()) {
    const props = {
      activityName: "Yoga", date: `${i + 3} days ago`, startTime: "20:15", durationMinutes: 20,
    };
    const known = Object.entries(props).filter(([name]) => name in (component.props ?? {}));
    const expressions = { ...examples(component), ...Object.fromEntries(known) };
    const { run } = await household.run(component, { expressions });
    expect(run).toMatchObject({ ok: true });
  }
});

afterAll(() => household.close());

/** The records of a list. */
function recordsOf({ result }: Done): Fields[] {
  const [records = []] = Object.values(result).filter((value) => Array.isArray(value));
  return records.filter(isFields);
}

const idsOf = (done: Done): unknown[] => recordsOf(done).map(({ logId }) => logId);

const sizeOf = (record: Fields): number => Buffer.byteLength(JSON.stringify(record));

/** The names that records have for their fields. */
const namesOf = (records: Fields[]): string[] =>
  [...new Set(records.flatMap((record) => Object.keys(record)))].sort();

/** Where records come from, by whatever name they tell it. */
const originsIn = (done: Done): string[] =>
  namesOf(recordsOf(done)).filter((name) => ["logType", "source"].includes(name));

it("there are lists", () => {
  expect(lists.length).toBeGreaterThan(2);
});

describe.each(lists)("$key", ({ component }) => {
  const list = (expressions: Fields) => household.run(component, { expressions });

  it(`gives at most ${MOST_BYTES} bytes a record, unless all detail is wanted`, async () => {
    const [summary, full] = [await list(DAYS), await list({ ...DAYS, detail: "full" })];
    expect(Math.max(...recordsOf(summary).map(sizeOf))).toBeLessThanOrEqual(MOST_BYTES);
    expect(idsOf(summary)).toEqual(idsOf(full));
    const lost = recordsOf(summary).flatMap((record, i) =>
      Object.keys(record).filter((name) => recordsOf(full)[i]?.[name] === undefined));
    expect(lost).toEqual([]);
    expect(originsIn(full)).not.toEqual([]);
    expect(originsIn(summary)).toEqual([]);
  });

  it("gives each record to one writer, and those of its own limit", async () => {
    const all = idsOf(await list(DAYS));
    const by: unknown[][] = [];
    for (const writtenBy of ["device", "hand", "app"]) {
      by.push(idsOf(await list({ ...DAYS, writtenBy })));
    }
    const [device = [], ...written] = by;
    expect(by.flat().sort()).toEqual(all.sort());
    // At least the one that was logged through either app.
    expect(written.flat().length).toBeGreaterThan(1);
    const few = await list({ ...DAYS, writtenBy: "device", limit: 20 });
    expect(idsOf(few)).toEqual(device.slice(0, 20));
    expect(few.result).toMatchObject({ count: 20, truncated: true });
  });

  it("can be read in parts, each of them further back, without a record lost", async () => {
    const all = idsOf(await list(DAYS));
    const read = new Set<unknown>();
    const ends: unknown[] = [];
    let endDate: unknown = DAYS.endDate;
    for (let parts = 0; endDate !== undefined && parts < all.length; parts++) {
      const part = await list({ ...DAYS, endDate, limit: 12 });
      idsOf(part).forEach((id) => read.add(id));
      endDate = part.result.nextEndDate;
      ends.push(endDate);
      expect(part.result.truncated).toBe(endDate !== undefined);
    }
    expect(ends.length).toBeGreaterThan(2);
    const further = ends.slice(0, -1);
    expect(further).toEqual([...new Set(further)].sort().reverse());
    expect([...read].sort()).toEqual([...all].sort());
  });
});

const names = [...new Set(lists.map(({ name }) => name))];

describe("on both apps", () => {
  it.each(names)("a record of %s has the same named fields", async (name) => {
    const fields: string[][] = [];
    for (const { component } of lists.filter((one) => one.name === name)) {
      fields.push(namesOf(recordsOf(await household.run(component, { expressions: DAYS }))));
    }
    const [left, right] = fields;
    expect(left?.length).toBeGreaterThan(3);
    expect(right).toEqual(left);
  });
});

describe("on both apps as many records", () => {
  it.each(names)("of %s are by a device", async (name) => {
    const counts: unknown[] = [];
    for (const { component } of lists.filter((one) => one.name === name)) {
      const expressions = { ...DAYS, writtenBy: "device" };
      counts.push((await household.run(component, { expressions })).result.count);
    }
    expect(counts[0]).toBeGreaterThan(10);
    expect(new Set(counts).size).toBe(1);
  });
});

describe("on Google Health a year of sleep", () => {
  const YEAR = { startDate: "2025-03-21", endDate: "2026-03-20" };

  it.each([
    [{}, 18],
    [{ detail: "full" }, 37],
    [{ writtenBy: "device" }, 37],
  ])("with %j takes %s requests or fewer", async (chosen, most) => {
    const expressions = { ...YEAR, ...chosen };
    for (const { component } of lists.filter(({ key }) => key === "google_health-list-sleep-logs")) {
      const done = await household.run(component, { expressions });
      expect(recordsOf(done).length).toBeGreaterThan(400);
      expect(done.requests.length).toBeLessThanOrEqual(most);
    }
  });
});
