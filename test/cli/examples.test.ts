import { readFileSync, rmSync } from "node:fs";
import { isFields, type Fields } from "../../local/runtime/component";
import { listed } from "../support/components";
import { Household } from "../support/household";
import { fitbitJson, type Surroundings } from "./command";

interface Ran { return: unknown; exports: Fields; error?: unknown }

const APPS = ["fitbit", "google_health"] as const;

/** What a step of an example comes to: an action by its key, or a file of the example's. */
async function step(what: string, app: string, more: Fields = {}, where?: Surroundings) {
  const { steps, event, ...props } = more;
  const given = Object.entries(props).flatMap(([name, value]) => ["--prop", `${name}=${String(value)}`]);
  const before = [
    ...steps ? ["--steps", JSON.stringify(steps)] : [],
    ...event ? ["--event", JSON.stringify(event)] : [],
  ];
  const onApp = what.startsWith("examples/") ? [] : ["--app", app];
  const ran = await fitbitJson<Ran>(["run", what, ...onApp, ...given, ...before], where);
  expect(ran.error).toBeUndefined();
  return ran.return;
}

/** An action by its name, run twice for the same person. */
async function twice(name: string, app: string, expressions: Fields): Promise<Fields[]> {
  const household = await Household.of();
  const found = listed("actions").find((one) => one.app === app && one.name === name);
  const component = found?.component ?? { run: () => null };
  const first = await household.run(component, { expressions });
  const second = await household.run(component, { expressions });
  await household.close();
  return [first.result, second.result];
}

type Calls = [string, object][];

/** What a source tells of after a day and a half, with a poll behind each control call. */
async function told(
  name: string, app: string, calls: Calls, props: Fields = {},
): Promise<Fields[]> {
  const household = await Household.of();
  const found = listed("sources").find((one) => one.app === app && one.name === name);
  const events = await household.watch(found?.component ?? {}, props, async (poll) => {
    await household.control("clock", { now: "2026-03-21T21:00:00Z" });
    for (const [call, body] of calls) {
      await household.control(call, body);
      await poll();
    }
  });
  await household.close();
  return events.map(asFields);
}

const asFields = (value: unknown): Fields => isFields(value) ? value : {};

describe.each(APPS)("an example on %s", (app) => {
  it("makes a row of each day that is over, when it is", async () => {
    const [event, ...others] = await told("new-daily-activity-summary", app, [["sync", {}]]);
    expect(others).toEqual([]);
    const row = await step("examples/sheet-row/row.mjs", app, { event });
    expect(row).toEqual(Object.values(asFields(event?.row)).map((value) => value ?? ""));
    expect(row).toMatchObject({ 0: "2026-03-20", 1: expect.any(Number) as number });
  });

  it("makes a brief of the morning, when the night is there", async () => {
    const [event] = await told("new-morning-report", app, [["sync", {}]]);
    const message = asFields(await step("examples/morning-brief/message.mjs", app, { event }));
    expect(message.slack).toMatch(/^\*2026-03-21\*\n- \d+ h \d+ min asleep/);
    expect(message.telegram).toMatch(/^<b>2026-03-21<\/b>\n- \d+ h \d+ min asleep/);
  });

  it("alerts once when data stops, and when it is over", async () => {
    const props = { hours: 24, tellEnd: true };
    const calls: Calls = [
      ["sync", { to: "2026-03-20T10:00:00Z" }], ["clock", { now: "2026-03-22T09:00:00Z" }],
      ["sync", {}],
    ];
    const alerts = [];
    for (const event of await told("new-data-gap", app, calls, props)) {
      alerts.push(await step("examples/silence-alert/alert.mjs", app, { event }));
    }
    expect(alerts).toEqual([
      expect.stringMatching(/has brought no data for [\d.]+ hours, since 2026-03-2/),
      expect.stringMatching(/brings data again, after [\d.]+ hours/),
    ]);
  });

  it("logs what a scale reports once, though it is reported twice", async () => {
    const event = { body: { weight_kg: 71.4, measured_at: "2026-03-19T07:12:05" } };
    const reading = await step("examples/scale-reading/reading.mjs", app, { event });
    expect(reading).toEqual({ weight: "71.4", unit: "kg", date: "2026-03-19", time: "07:12" });
    const [first, again] = await twice("log-weight", app, asFields(reading));
    expect(first).not.toHaveProperty("alreadyLogged");
    expect(again).toMatchObject({ alreadyLogged: true, weightLog: first?.weightLog });
  });

  it("gives the track of the newest workout with a distance", async () => {
    const list = await step("list-activity-logs", app, { limit: 10 });
    const steps = { list_activity_logs: { $return_value: list } };
    const id = await step("examples/workout-track/newest.mjs", app, { steps });
    const props = { activityLogId: id, format: "csv" };
    const { filePath, count } = asFields(await step("get-activity-tcx", app, props));
    const lines = readFileSync(String(filePath), "utf8").split("\n");
    rmSync(String(filePath));
    expect(lines).toHaveLength(Number(count) + 2);
  });
});
