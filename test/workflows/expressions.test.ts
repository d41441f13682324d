import { resolveProps, type ResolvedProp } from "../../local/runtime";
import { bindComponent } from "../../local/runtime/bind";
import type { AppSlug } from "../../local/catalog/apps";
import { isCallable, type Component, type Fields } from "../../local/runtime/component";
import { budgets } from "../budgets";
import { HOSTS } from "../support/apis";
import { listed } from "../support/components";
import { examples } from "../support/examples";
import { hostile } from "../support/hostile-values";
import { Household, type Done } from "../support/household";
import fc, { SEED } from "../support/properties";

/** What no prop takes: whatever is taken makes a step run to its end. */
const FEW: unknown[] = [{}, [null]];

const shown = fc.stringify;

const isUser = ({ kind }: ResolvedProp): boolean => kind === "user";

/** One of the two is given. */
const INSTEAD: Record<string, string> = {
  activityTypeId: "activityName", foodId: "foodName",
};

const DAYS = String.raw`/date(/\d{4}-\d\d-\d\d){1,2}`;
const LOGS = `(activities|sleep)(/list|/recent|/frequent|/\\d{1,20}|${DAYS})?`;
const TRACK = String.raw`activities/\d{1,20}\.tcx`;
const RANGE = `(${DAYS}|/date/today/(1d|today))`;
const TIMES = String.raw`(/(1d/)?\d+(sec|min)(/time(/\d\d:\d\d){2})?)?`;
const SERIES = `activities/[a-zA-Z-]+(/[a-zA-Z-]+)?${RANGE}${TIMES}`;
const NIGHTS = `(hrv|spo2|br|cardioscore|temp/\\w+)${DAYS}(/all|/today)?`;
const VITALS = `(${NIGHTS}|ecg/list|irn/(alerts/list|profile))`;
const GLUCOSE = String.raw`health/metrics/glucose/values(/\d{4}-\d\d-\d\d){2}`;
const FOOD = `foods/log((/water)?(/\\d{1,20})?|(/water|/caloriesIn)?${RANGE}|/recent|/frequent)`;
const CATALOGUE = String.raw`foods/(units|\d{1,20})`;
const BODY = `body/(log/(weight|fat)(/\\d{1,20}|${RANGE})?|(weight|fat|bmi)${RANGE})`;
const POINTS = String.raw`dataTypes/[a-z\d-]+/dataPoints(/[\w-]+)?(:\w+)?`;

/** The paths that components ask for: nothing that is typed leads elsewhere. */
const PATHS = {
  fitbit: new RegExp(`^/1(\\.[12])?/(${CATALOGUE}|user/-/(profile|${LOGS}|${SERIES}|${VITALS}|${GLUCOSE}|${FOOD}|${BODY}))\\.json$|^/1/user/-/${TRACK}$`),
  google_health: new RegExp(`^/v4/users/me/(settings|profile|identity|irnProfile|${POINTS})$`),
};

/** Takes any path of its host. */
const isAnywhere = ({ key = "" }: Component): boolean => key.endsWith("-make-api-request");

/** What is wrong with how a component took a value; nothing when it took or refused it. */
function faultOf({ run, requests }: Done, { label = "?" }: ResolvedProp, app: AppSlug, component: Component) {
  if (!run.ok && run.error.name === "ConfigurationError") {
    const isNamed = run.error.message.includes(label);
    if (isNamed && !requests.length) return undefined;
    return `${run.error.message} (${requests.length} requests)`;
  }
  const strays = requests.map(({ url }) => new URL(url))
    .filter(({ origin, pathname }) => origin !== HOSTS[app]
      || !(isAnywhere(component) || PATHS[app].test(pathname)));
  if (strays.length) return `it asked for ${strays.join(", ")}`;
  const isTheirs = run.ok || /^(BadRequest|NotFound|Forbidden)Error$/.test(run.error.name);
  return isTheirs ? undefined : `${run.error.name}: ${run.error.message}`;
}

let household: Household;

beforeAll(async () => {
  household = await Household.of();
});

afterAll(() => household.close());

const components = listed("actions");

describe("what an expression passes is taken, or refused by name before any request", () => {
  const props = components.flatMap((found) => resolveProps(found.component).filter(isUser)
    .map((prop) => ({ ...found, key: found.component.key, prop, name: prop.name })));
  /** Much is tried where a prop is met first, and little wherever else it is. */
  const isFirst = (name: string, i: number) =>
    props.findIndex((other) => other.name === name) === i;
  const tries = props.map((one, i) => (
    { ...one, i, values: isFirst(one.name, i) ? budgets.fuzzFirst : budgets.fuzzAgain }
  ));

  it.each(tries)("$name of $key", async ({ app, component, prop, i, values }) => {
    const base = examples(component);
    Reflect.deleteProperty(base, INSTEAD[prop.name] ?? "");
    const takes = fc.asyncProperty(hostile, async (value) => {
      const expressions = { ...base, [prop.name]: value };
      const done = await household.run(component, { expressions });
      const fault = faultOf(done, prop, app, component);
      if (fault) throw new Error(`${shown(value)}: ${fault}`);
    });
    const seed = SEED + i;
    await fc.assert(takes, { numRuns: values, seed, examples: FEW.map((value) => [value]) });
  }, 600_000);
});

describe("a source reads what it was given before it asks for anything", () => {
  /** What a source says of a value that polls, or listens: nothing, or why it refuses it. */
  function refusalOf(component: Component, values: Fields): string | undefined {
    const self = bindComponent({
      component,
      props: resolveProps(component),
      values,
      accounts: () => ({ oauth_access_token: "sandbox" }),
      provide: () => undefined,
    });
    try {
      if (isCallable(self.getStream)) self.getStream();
      else if (isCallable(self.getWanted)) self.getWanted();
      return undefined;
    } catch (error) {
      expect(error).toMatchObject({ name: "ConfigurationError" });
      return error instanceof Error ? error.message : "";
    }
  }

  it.each(listed("sources"))("$component.key", ({ component }) => {
    const others = examples(component);
    for (const { name, label = "?" } of resolveProps(component).filter(isUser)) {
      fc.assert(fc.property(hostile, (value) =>
        (refusalOf(component, { ...others, [name]: value }) ?? label).includes(label)));
      expect(refusalOf(component, { ...others, [name]: {} })).toContain(label);
    }
  });
});

describe("an action that is given nothing", () => {
  const required = components.flatMap(({ component }) => resolveProps(component)
    .filter((prop) => isUser(prop) && !prop.optional)
    .map(({ name, label }) => ({ component, key: component.key, name, label })));

  it.each(required)("$key says that $name is missing", async ({ component, name, label }) => {
    const others = examples(component);
    Reflect.deleteProperty(others, name);
    for (const nothing of [{}, { [name]: null }, { [name]: "" }]) {
      const expressions = { ...others, ...nothing };
      const { run, requests } = await household.run(component, { expressions });
      expect(run).toMatchObject({ error: { name: "ConfigurationError" } });
      expect(run).toHaveProperty("error.message", expect.stringContaining(`${label} is missing`));
      expect(requests).toEqual([]);
    }
  });
});

describe("on both apps", () => {
  let fresh: Household;

  beforeAll(async () => {
    fresh = await Household.of(2);
  });

  afterAll(() => fresh.close());

  const twins = (name: string) => components.filter((found) => found.name === name);
  const walk = { activityName: "Walk", startTime: "7:30", date: "2026-03-18" };
  const far = { distance: 5.2, distanceUnit: "kilometer" };

  it.each<[string, Fields, object]>([
    ["list-activity-logs", { limit: "7" }, { count: 7 }],
    ["list-sleep-logs", { limit: 7, detail: "SUMMARY", writtenBy: " Device " }, { count: 7 }],
    [
      "log-activity",
      { ...walk, ...far, durationMinutes: "41", calories: "300" },
      { activityLog: { duration: 2_460_000, calories: 300, distance: 5.2 } },
    ],
    [
      "log-activity",
      { ...walk, ...far, distance: "5,2", durationMinutes: 42, skipIfLogged: "false" },
      { activityLog: { duration: 2_520_000, distance: 5.2 } },
    ],
    ["update-profile", { height: 178.5, unitSystem: "METRIC" }, { user: { height: 178.5 } }],
  ])("%s takes %j", async (name, expressions, result) => {
    for (const { component } of twins(name)) {
      expect(await fresh.run(component, { expressions })).toMatchObject({ result });
    }
  });

  const lost = Number("2369048793018741424");

  it.each<[string, Fields, string]>([
    ["list-sleep-logs", { limit: 0 }, "Limit: 0 is not a number of 1 or more."],
    ["list-sleep-logs", { limit: -1 }, "Limit: -1 is not a number of 1 or more."],
    ["list-sleep-logs", { limit: 2.5 }, "Limit: 2.5 is not a whole number."],
    ["list-sleep-logs", { limit: "abc" }, "Limit: \"abc\" is not a number of 1 or more."],
    ["list-sleep-logs", { detail: "all" }, "Detail: \"all\" is not one of summary, full."],
    ["list-sleep-logs", { writtenBy: 1 }, "Written By: \"1\" is not one of device, hand, app."],
    ["get-sleep-log", { date: 20_260_320 }, "Date: \"20260320\" is not a day."],
    ["log-activity", { ...walk, durationMinutes: 41, calories: -3 }, "Calories: -3 is not a number of 0 or more."],
    ["log-sleep", { startTime: "22:45", durationMinutes: 1441 }, "Duration (Minutes): 1441 is not a number from 1 to 1440."],
    ["delete-sleep-log", { sleepLogId: lost }, "has lost its last digits: pass `logId` of List Sleep Logs as text"],
  ])("%s refuses %j", async (name, expressions, sentence) => {
    for (const { component } of twins(name)) {
      const { run, requests } = await fresh.run(component, { expressions });
      expect(run).toMatchObject({ error: { name: "ConfigurationError" } });
      expect(run).toHaveProperty("error.message", expect.stringContaining(sentence));
      expect(requests).toEqual([]);
    }
  });

  it("a log id that a number still holds is taken", async () => {
    for (const { component } of twins("delete-sleep-log")) {
      const expressions = { sleepLogId: 26_013_218_219 };
      const { requests } = await fresh.run(component, { expressions });
      expect(requests).toHaveLength(1);
    }
  });

  it.each<[Fields, string | undefined]>([
    [{ gender: "male" }, undefined],
    [{ country: "us" }, undefined],
    [{ country: "usa" }, "Country: \"USA\" is not two letters."],
    [{ gender: 1 }, "Gender: \"1\" is not one of MALE, FEMALE, NA."],
  ])("Fitbit's profile takes %j, or says why not: %s", async (expressions, sentence = "") => {
    const said: string[] = [];
    for (const { component } of twins("update-profile").filter(({ app }) => app === "fitbit")) {
      const { run } = await fresh.run(component, { expressions });
      said.push(run.ok ? "" : run.error.message);
    }
    expect(said).toEqual([sentence && (expect.stringContaining(sentence) as string)]);
  });
});
