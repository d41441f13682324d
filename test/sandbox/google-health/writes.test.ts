import { DATA_TYPES } from "../../../local/sandbox/google-health/resources";
import {
  at, errorOf, idOf, type Json, reasonOf, RUN, stored, useFreshHealth, WEIGHT,
} from "./support";

describe("writing", () => {
  const health = useFreshHealth({ healthSwitches: { emptyFirstPage: "never" } });

  it("any type that can be created: none is unknown to the sandbox", async () => {
    const writable = [...DATA_TYPES.values()].filter(({ methods }) => methods.includes("create"));
    expect(writable).toHaveLength(11);
    for (const { id, unionKey } of writable) {
      const reply = await health.create(id, { [unionKey]: {} });
      expect(errorOf(reply)).toMatchObject({ code: 400, status: "INVALID_ARGUMENT" });
      expect(errorOf(reply).message).toContain("Missing required field");
    }
  });

  const interval = RUN.exercise.interval;

  it("deletes several types at once under -, and all or nothing", async () => {
    const run = stored(await health.create("exercise", RUN)).name;
    const weight = stored(await health.create("weight", WEIGHT)).name;
    expect((await health.remove("exercise", [run, weight])).status).toBe(400);
    expect((await health.remove("-", [run, `${weight}0`])).status).toBe(404);
    expect((await health.ask(`/dataTypes/exercise/dataPoints/${idOf(run)}`)).status).toBe(200);
    const reply = await health.remove("-", [run, weight]);
    expect(at(reply.body, "response", "dataPoints")).toHaveLength(2);
  });

  it.each([["no names", []], ["an id instead of a name", ["8808518358174752984"]]])(
    "does not delete by %s", async (_, names) => {
      expect((await health.remove("exercise", names)).status).toBe(400);
    },
  );

  it("leaves alone what the watch, the other API or another app wrote", async () => {
    await health.client.post("/1/user/-/activities.json?activityId=90013&startTime=12:00"
      + "&date=2026-03-18&durationMillis=600000&distance=1&manualCalories=77");
    const { body } = await health.list("exercise", { pageSize: 3 });
    const points = body.dataPoints as { name: string; dataSource: Json }[];
    expect(points.map(({ dataSource }) => dataSource.platform)).toContain("FITBIT_WEB_API");
    for (const { name } of points) {
      const reply = await health.remove("exercise", [name]);
      expect([reply.status, reasonOf(reply)]).toEqual([403, "DATA_POINT_NOT_OWNED_BY_CLIENT"]);
      expect(errorOf(reply)).toMatchObject({
        status: "PERMISSION_DENIED", message: "Invalid argument in request: names",
      });
      const path = `/dataTypes/exercise/dataPoints/${idOf(name)}`;
      expect((await health.ask(path, "PATCH", RUN)).status).toBe(403);
    }
  });

  it("one foreign name refuses the whole request", async () => {
    const { name } = stored(await health.create("exercise", RUN));
    const { body } = await health.list("exercise", { pageSize: 2 });
    const foreign = (body.dataPoints as { name: string }[]).map((point) => point.name);
    expect((await health.remove("exercise", [name, ...foreign])).status).toBe(403);
    expect((await health.remove("exercise", [name])).status).toBe(200);
  });

  it("patches a weight in place, and fails without its time", async () => {
    const { name } = stored(await health.create("weight", WEIGHT));
    const path = `/dataTypes/weight/dataPoints/${idOf(name)}`;
    const { sampleTime } = WEIGHT.weight;
    expect((await health.ask(path, "PATCH", { weight: { weightGrams: 71_000 } })).status).toBe(500);
    await health.ask(path, "PATCH", { weight: { sampleTime, weightGrams: 71_000 } });
    expect(await health.get(path)).toMatchObject({ name, weight: { weightGrams: 71_000 } });
  });

  it("patches a whole point under its id, where that is stored, and takes no mask", async () => {
    health.client.sandbox.healthSwitches.patch = "stores";
    const { name } = stored(await health.create("exercise", RUN));
    await health.client.control("clock", { now: "2026-03-20T10:00:00Z" });
    const path = `/dataTypes/exercise/dataPoints/${idOf(name)}`;
    const until = { ...interval, endTime: "2026-03-18T18:00:00Z" };
    const longer = { exercise: { ...RUN.exercise, interval: until } };
    const patched = stored(await health.ask(path, "PATCH", longer));
    expect(patched.name).toBe(name);
    expect(await health.get(path)).toMatchObject({
      exercise: {
        interval: until,
        createTime: "2026-03-20T09:00:00Z",
        updateTime: "2026-03-20T10:00:00Z",
      },
    });
    const masked = await health.ask(`${path}?updateMask=exercise.interval`, "PATCH", longer);
    expect(errorOf(masked).message)
      .toContain('Unknown name "updateMask": Cannot bind query parameter.');
    const never = { ...interval, endTime: interval.startTime };
    const wrong = { exercise: { ...RUN.exercise, interval: never } };
    expect((await health.ask(path, "PATCH", wrong)).status).toBe(400);
    expect(await health.get(path)).toMatchObject({ name, exercise: { interval: until } });
  });
});
