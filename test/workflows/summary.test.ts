import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { columns } from "../../common/rows";
import type { Fields } from "../../local/runtime/component";
import { listed } from "../support/components";
import { Household, type Done } from "../support/household";

const components = listed("actions").filter(({ name }) => name === "get-health-summary");

/** The requests of a summary: what its parts take of the API, by the days asked for. */
const COSTS: Record<string, { days: Fields; fitbit: number; google_health: number }> = {
  "a day": { days: { startDate: "2026-03-18", endDate: "2026-03-18" }, fitbit: 17, google_health: 23 },
  "a week": { days: { startDate: "2026-03-12", endDate: "2026-03-18" }, fitbit: 17, google_health: 23 },
  // 60 days with the month before: what is asked by 30 days or a fortnight takes more.
  "a month": { days: { startDate: "2026-02-17", endDate: "2026-03-18" }, fitbit: 22, google_health: 28 },
};

const MOST_BYTES_OF_A_WEEK = 6_000;

let household: Household;
let folder: string;

beforeAll(async () => {
  household = await Household.of();
  folder = mkdtempSync(join(tmpdir(), "summary-"));
  process.env.STASH_DIR = folder;
});

afterAll(async () => {
  await household.close();
  delete process.env.STASH_DIR;
  rmSync(folder, { recursive: true });
});

function summary(app: string, props: Fields = {}, token?: string): Promise<Done> {
  const found = components.find((one) => one.app === app);
  return household.run(found?.component ?? { run: () => null }, { props, token });
}

const partsOf = ({ result: { missing = [] } }: Done): unknown[] =>
  (missing as Fields[]).map(({ part }) => part);

describe.each(["fitbit", "google_health"] as const)("the health summary on %s", (app) => {
  it.each(Object.entries(COSTS))("of %s takes as few requests as its parts", async (_, cost) => {
    const { requests } = await summary(app, cost.days);
    expect(requests).toHaveLength(cost[app]);
  });

  it("needs no prop, gives a week in few bytes, and every column a day", async () => {
    const { run, result } = await summary(app);
    const days = result.days as Fields[];
    expect(days).toHaveLength(7);
    const names = ["date", ...columns.map(({ name }) => name)];
    expect(days.map((day) => Object.keys(day))).toEqual(days.map(() => names));
    const bytes = Buffer.byteLength(JSON.stringify(result));
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES_OF_A_WEEK);
    expect(run.exports.$summary).toMatch(/asleep, [\d,]+ steps, resting heart rate/);
    expect(result).not.toHaveProperty("missing");
    expect(result.freshness).toEqual({ newest: "2026-03-20", daysAgo: 0 });
  });

  it("leaves out what it may not read, and names it", async () => {
    const done = await summary(app, {}, "sandbox:sleep,heartrate");
    expect(done.run.ok).toBe(true);
    const days = done.result.days as Fields[];
    expect(days.some(({ sleepMinutes }) => sleepMinutes)).toBe(true);
    expect(days.every(({ steps }) => steps === null)).toBe(true);
    expect(partsOf(done)).toEqual(expect.arrayContaining(["nutrition"]));
    expect(JSON.stringify(done.result.missing)).toContain('"why":"scope"');
  });

  it("fails once where nothing of the connection is answered", async () => {
    const { run, requests } = await summary(app, COSTS["a day"]?.days, "expired");
    expect(run.ok).toBe(false);
    expect(requests).toHaveLength(1);
  });

  it("writes its days to a file", async () => {
    const { result } = await summary(app, { ...COSTS["a week"]?.days, csv: true });
    const lines = readFileSync(String(result.filePath), "utf8").split("\n");
    expect(lines).toHaveLength(9);
    expect(lines[1]).toMatch(/^2026-03-12,\d+,/);
  });
});

it("the health summary is the same on both apps, but for what one of them lacks", async () => {
  const [fitbit, health] = [await summary("fitbit"), await summary("google_health")];
  // On Fitbit a score without a run is a range, which is no figure.
  const shared = ({ result }: Done) =>
    (result.days as Fields[]).map(({ vo2Max: _, ...day }) => day);
  expect(shared(fitbit)).toEqual(shared(health));
  expect(fitbit.run.exports.$summary).toBe(health.run.exports.$summary);
});
