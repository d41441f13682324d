import { at, type Json, NAP, RUN, stored, useFreshHealth } from "./support";

const LISTS = {
  exercise: "/1/user/-/activities/list.json?beforeDate=2026-03-21&sort=desc&limit=1&offset=0",
  sleep: "/1.2/user/-/sleep/list.json?beforeDate=2026-03-21&sort=desc&limit=1&offset=0",
} as const;

describe("what the person corrects afterwards", () => {
  const health = useFreshHealth({ healthSwitches: { emptyFirstPage: "never", healthConnect: "none" } });

  /** The id of the newest log, as the other door shows it. */
  const newest = async (type: keyof typeof LISTS): Promise<string> => {
    const { text } = await health.client.ask(LISTS[type]);
    return /"logId":(\d+)/.exec(text)?.[1] ?? "";
  };

  const change = async (fields: Json): Promise<void> => {
    const reply = await health.client.control("changes", [fields]);
    if (reply.status !== 200) throw new Error(reply.text);
  };

  const first = async (type: keyof typeof LISTS): Promise<Json> => {
    const { body } = await health.list(type, { pageSize: 1 });
    return (body.dataPoints as Json[])[0] ?? {};
  };

  it("of an exercise shows here too, under the same id", async () => {
    const before = await first("exercise");
    await change({ change: "edit", id: await newest("exercise"), calories: 123, distance: 4 });
    const after = await first("exercise");
    expect(after.name).toBe(before.name);
    expect(after).toMatchObject({
      exercise: { metricsSummary: { caloriesKcal: 123, distanceMillimeters: 4e6 } },
    });
  });

  it("of what this client wrote shows instead of what was written", async () => {
    const interval = {
      ...RUN.exercise.interval, startTime: "2026-03-20T07:00:00Z", endTime: "2026-03-20T07:30:00Z",
    };
    const { name } = stored(await health.create("exercise", { exercise: { ...RUN.exercise, interval } }));
    await change({ change: "edit", id: await newest("exercise"), calories: 400 });
    expect(await first("exercise")).toMatchObject({
      name,
      dataSource: { platform: "GOOGLE_WEB_API" },
      exercise: {
        exerciseType: "RUNNING", metricsSummary: { caloriesKcal: 400, distanceMillimeters: 5e6 },
      },
    });
    expect((await health.remove("exercise", [name])).status).toBe(200);
  });

  it("of the distance alone tells no energy that was never told", async () => {
    const interval = {
      ...RUN.exercise.interval, startTime: "2026-03-20T07:00:00Z", endTime: "2026-03-20T07:30:00Z",
    };
    const metricsSummary = { distanceMillimeters: 5e6 };
    await health.create("exercise", { exercise: { ...RUN.exercise, interval, metricsSummary } });
    await change({ change: "edit", id: await newest("exercise"), distance: 4 });
    const told = at(await first("exercise"), "exercise", "metricsSummary");
    expect(told).toMatchObject({ distanceMillimeters: 4e6 });
    expect(told).not.toHaveProperty("caloriesKcal");
  });

  it("of a sleep makes it a manual one that was edited", async () => {
    const before = await first("sleep");
    const end = String(at(before, "sleep", "interval", "endTime"));
    const { timeline } = health.client.sandbox.person;
    const later = timeline.local(Date.parse(end) + 600_000).slice(0, 19);
    await change({ change: "edit", id: await newest("sleep"), end: later });
    const after = await first("sleep");
    expect(after).toMatchObject({
      name: before.name,
      dataSource: { recordingMethod: "MANUAL", platform: "FITBIT" },
      sleep: {
        type: "CLASSIC",
        interval: { endTime: new Date(Date.parse(end) + 600_000).toISOString().replace(".000", "") },
        metadata: { manuallyEdited: true },
      },
    });
  });

  it("of a sleep that this client wrote is as long as the person says", async () => {
    const interval = {
      ...NAP.sleep.interval, startTime: "2026-03-20T08:00:00Z", endTime: "2026-03-20T08:30:00Z",
    };
    const sleep = { ...NAP.sleep, interval, stages: [{ ...interval, type: "ASLEEP" }] };
    stored(await health.create("sleep", { sleep }));
    const { timeline } = health.client.sandbox.person;
    const end = timeline.local(Date.parse("2026-03-20T08:50:00Z")).slice(0, 19);
    await change({ change: "edit", id: await newest("sleep"), end });
    expect(await first("sleep")).toMatchObject({
      sleep: { interval: { endTime: "2026-03-20T08:50:00Z" }, summary: { minutesAsleep: "50" } },
    });
  });

  it.each(["exercise", "sleep"] as const)("and deletes: the %s is gone here too", async (type) => {
    const { name } = await first(type);
    await change({ change: "delete", id: await newest(type) });
    expect((await first(type)).name).not.toBe(name);
    const id = String(name).split("/").at(-1) ?? "";
    expect((await health.ask(`/dataTypes/${type}/dataPoints/${id}`)).status).toBe(404);
  });

  it("and splits: one night is two", async () => {
    const before = await first("sleep");
    const { startTime, endTime } = at(before, "sleep", "interval") as Record<string, string>;
    const { timeline } = health.client.sandbox.person;
    const middle = (Date.parse(startTime ?? "") + Date.parse(endTime ?? "")) / 2;
    const local = (ms: number) => timeline.local(ms).slice(0, 19);
    await change({
      change: "split",
      id: await newest("sleep"),
      from: local(middle - 40 * 60_000),
      to: local(middle + 40 * 60_000),
    });
    const { body } = await health.list("sleep", { pageSize: 2 });
    const [second, one] = body.dataPoints as Json[];
    expect(at(one, "sleep", "interval", "startTime")).toBe(startTime);
    expect(at(second, "sleep", "interval", "endTime")).toBe(endTime);
  });
});
