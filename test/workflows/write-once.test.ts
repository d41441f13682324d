import { isFields, type Fields } from "../../local/runtime/component";
import { listed } from "../support/components";
import { Household, type Done } from "../support/household";

const components = listed("actions");
const APPS = ["fitbit", "google_health"] as const;

let household: Household;

beforeEach(async () => {
  household = await Household.of();
});

afterEach(() => household.close());

async function run(app: string, name: string, expressions: Fields, token?: string) {
  const found = components.find((one) => one.app === app && one.name === name);
  return household.run(found?.component ?? { run: () => null }, { expressions, token });
}

const idIn = ({ result: { activityLog, sleep, weightLog, fatLog } }: Done): unknown => {
  const record = activityLog ?? sleep ?? weightLog ?? fatLog;
  return isFields(record) ? record.logId : undefined;
};

const summaryOf = ({ run }: Done): unknown => run.exports.$summary;

const writesOf = ({ requests }: Done): number =>
  requests.filter(({ method }) => method === "POST").length;

const KINDS: Record<string, { first: Fields; others: Fields[]; said: string }> = {
  "log-activity": {
    first: { activityName: "Run", date: "yesterday", startTime: "18:30", durationMinutes: 30, distance: 5, distanceUnit: "kilometer" },
    others: [
      { activityName: "Walk" }, { startTime: "18:31" }, { durationMinutes: 31 },
      { date: "2 days ago" }, { activityName: "Trail" },
    ],
    said: "Run, 5 km in 30 min on 2026-03-19 at 18:30",
  },
  "log-sleep": {
    first: { date: "yesterday", startTime: "14:00", durationMinutes: 25 },
    others: [{ startTime: "15:00" }, { date: "2 days ago" }],
    said: "25 min of sleep from 2026-03-19 14:00",
  },
  "log-weight": {
    first: { weight: 72.5, unit: "kg", date: "yesterday", time: "08:41" },
    others: [{ weight: 72.6 }, { time: "08:42" }, { date: "2 days ago" }, { unit: "lb" }],
    said: "72.5 kg on 2026-03-19 at 08:41",
  },
  "log-body-fat": {
    first: { bodyFat: 18.4, date: "yesterday" },
    others: [{ bodyFat: 18.5 }, { date: "2 days ago" }],
    said: "18.4 % body fat on 2026-03-19",
  },
};

describe.each(APPS.flatMap((app) => Object.keys(KINDS).map((name) => ({ app, name }))))(
  "$name of $app", ({ app, name }) => {
    const { first, others, said } = KINDS[name] ?? { first: {}, others: [], said: "" };

    it("writes nothing when it is run again, and gives what is stored", async () => {
      const one = await run(app, name, first);
      expect(one.result).not.toHaveProperty("alreadyLogged");
      expect(summaryOf(one)).toBe(`Logged ${said}`);
      const two = await run(app, name, first);
      expect(two.result).toMatchObject({ alreadyLogged: true });
      expect(two.result).not.toHaveProperty("missing");
      expect(summaryOf(two)).toBe(`Already logged: ${said}`);
      expect(idIn(two)).toBe(idIn(one));
      expect([writesOf(one), writesOf(two)]).toEqual([1, 0]);
    });

    it("takes one request more than without a look", async () => {
      const looking = await run(app, name, { ...first, date: "3 days ago" });
      const blind = await run(app, name, { ...first, date: "4 days ago", skipIfLogged: false });
      expect(looking.requests).toHaveLength(blind.requests.length + 1);
    });

    it.each(others)("writes another: %j", async (change) => {
      await run(app, name, first);
      const other = await run(app, name, { ...first, ...change });
      expect(other.run).toMatchObject({ ok: true });
      expect(other.result).not.toHaveProperty("alreadyLogged");
      expect(writesOf(other)).toBe(1);
    });

    it("finds what was written through the other app", async () => {
      const [other] = APPS.filter((one) => one !== app);
      await run(String(other), name, first);
      expect(await run(app, name, first)).toMatchObject({ result: { alreadyLogged: true } });
    });
  },
);

it("an activity of one's own is known by its name, in any letter case", async () => {
  for (const app of APPS) {
    const own = { ...KINDS["log-activity"]?.first, activityName: "Bouldering", date: "3 days ago" };
    const made = await run(app, "log-activity", own);
    const again = await run(app, "log-activity", { ...own, activityName: "bouldering" });
    expect(again.result).toMatchObject({ alreadyLogged: true });
    expect(idIn(again)).toBe(idIn(made));
    await household.close();
    household = await Household.of();
  }
});

describe.each(APPS)("a weight on %s", (app) => {
  const measured = { weight: 72.5, unit: "kg", date: "yesterday" };

  it("is the same within 0.05 kg, in whatever unit, and of any time of its day where none is given", async () => {
    await run(app, "log-weight", { ...measured, time: "08:41" });
    for (const change of [{}, { weight: 72.55 }, { weight: 159.83, unit: "lb" }, { weight: 11.42, unit: "stone" }]) {
      const again = await run(app, "log-weight", { ...measured, ...change });
      expect([change, again.result.alreadyLogged, writesOf(again)]).toEqual([change, true, 0]);
    }
    const other = await run(app, "log-weight", { ...measured, weight: 72.56 });
    expect(writesOf(other)).toBe(1);
  });

  it("that is there gets its body fat when that is not, and both are there from then on", async () => {
    await run(app, "log-weight", measured);
    const fat = await run(app, "log-weight", { ...measured, bodyFat: 18.4 });
    expect(summaryOf(fat)).toBe("Logged 18.4 % body fat on 2026-03-19; 72.5 kg was there already");
    expect(fat.result).not.toHaveProperty("alreadyLogged");
    const both = await run(app, "log-weight", { ...measured, bodyFat: 18.4 });
    expect(summaryOf(both)).toBe("Already logged: 72.5 kg and 18.4 % body fat on 2026-03-19");
    expect([both.result.alreadyLogged, writesOf(fat), writesOf(both)]).toEqual([true, 1, 0]);
  });
});

describe("the scopes that a log action declares", () => {
  const { first: activity } = KINDS["log-activity"] ?? {};
  const { first: sleep } = KINDS["log-sleep"] ?? {};
  const { first: weight } = KINDS["log-weight"] ?? {};

  it.each([
    ["log-activity", activity, "activity_and_fitness"],
    ["log-sleep", sleep, "sleep"],
    ["log-weight", weight, "health_metrics_and_measurements"],
  ])("are enough for a default call of %s", async (name, first, scope) => {
    const now = { ...first, date: undefined, ...first && "startTime" in first && { startTime: "08:30" } };
    const token = `sandbox:${scope}.readonly,${scope}.writeonly`;
    const done = await run("google_health", name, now, token);
    expect(done.run).toMatchObject({ ok: true });
    expect(done.result).not.toHaveProperty("missing");
  });

  it.each([
    ["log-activity", activity, "activity_and_fitness"],
    ["log-sleep", sleep, "sleep"],
  ])("to write alone do for a day that is given, not for today: %s", async (
    name, first, scope,
  ) => {
    const token = `sandbox:${scope}.writeonly`;
    const today = await run("google_health", name, { ...first, date: undefined }, token);
    expect(today.run).toHaveProperty("error.name", "ConfigurationError");
    expect(today.run).toHaveProperty("error.message", expect.stringContaining("set Time Zone"));
    expect(today.requests.length).toBeLessThan(7);
    expect(writesOf(today)).toBe(0);
    const given = { ...first, date: "2026-03-19", timeZone: "Europe/Berlin" };
    const done = await run("google_health", name, given, token);
    expect([done.run.ok, writesOf(done)]).toEqual([true, 1]);
  });

  it("to write alone: where looking is refused, the answer says so", async () => {
    const given = { ...sleep, date: "2026-03-19", timeZone: "Europe/Berlin" };
    const done = await run("google_health", "log-sleep", given, "sandbox:sleep.writeonly");
    expect(done.result).toMatchObject({ missing: [{ part: "alreadyLogged" }] });
  });
});

const EATEN: Record<string, { props: Fields; others: Fields[] }> = {
  "log-food": {
    props: { foodName: "Stew", meal: "dinner", calories: 420, date: "yesterday" },
    others: [{ meal: "lunch" }, { calories: 421 }, { foodName: "Soup" }, { date: "2 days ago" }],
  },
  "log-water": {
    props: { amount: "7.5", unit: "fl oz", date: "yesterday" },
    others: [{ amount: "8" }, { unit: "cup" }, { date: "2 days ago" }],
  },
};

describe.each(APPS.flatMap((app) => Object.keys(EATEN).map((name) => ({ app, name }))))(
  "$name of $app, where nothing tells one glass from another", ({ app, name }) => {
    const { props, others } = EATEN[name] ?? { props: {}, others: [] };
    const looking = { ...props, skipIfLogged: true };

    it("writes again, unless it is told to look first, wherever it was written", async () => {
      const [other] = APPS.filter((one) => one !== app);
      await run(String(other), name, props);
      const again = await run(app, name, props);
      expect([again.result.alreadyLogged, writesOf(again)]).toEqual([undefined, 1]);
      const looked = await run(app, name, looking);
      expect([looked.result.alreadyLogged, writesOf(looked)]).toEqual([true, 0]);
      expect(looked.requests).toHaveLength(again.requests.length);
    });

    it.each(others)("writes another: %j", async (change) => {
      await run(app, name, props);
      const other = await run(app, name, { ...looking, ...change });
      expect([other.result.alreadyLogged, writesOf(other)]).toEqual([undefined, 1]);
    });

    it("needs no other scope than its own, for today too", async () => {
      const token = app === "fitbit"
        ? "sandbox:nutrition"
        : "sandbox:nutrition.readonly,nutrition.writeonly";
      const done = await run(app, name, { ...props, date: undefined }, token);
      expect([done.run.ok, writesOf(done)]).toEqual([true, 1]);
    });
  },
);
