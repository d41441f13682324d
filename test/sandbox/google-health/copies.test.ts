import type { HealthSwitches } from "../../../local/sandbox";
import { LIST } from "../support";
import { at, between, type Health, idOf, type Json, useFreshHealth } from "./support";

const RUNS = between("exercise.interval.civil_start_time", "2025-09-01", "2026-03-20");
const SECOND = 1000;

interface Exercise extends Json {
  interval: { startTime: string; endTime: string };
  exerciseType: string;
  createTime: string;
}

const exerciseOf = (point: Json): Exercise => point.exercise as Exercise;
const startOf = (point: Json): number => Date.parse(exerciseOf(point).interval.startTime);
const endOf = (point: Json): number => Date.parse(exerciseOf(point).interval.endTime);
const isCopy = (point: Json): boolean => at(point, "dataSource", "platform") === "HEALTH_CONNECT";

const USUAL: Partial<HealthSwitches> = {
  healthConnect: "none", copiesApart: true, appSleepsProcessed: true, provenanceMinutes: 0,
  nightsInProgress: false,
};

describe("what another app tells of what the watch recorded", () => {
  const health = useFreshHealth({ healthSwitches: { emptyFirstPage: "never" } });

  /** The switches of this test; the person of each test begins anew, they do not. */
  function turn(settings: Partial<HealthSwitches>): void {
    Object.assign(health.client.sandbox.healthSwitches, USUAL, settings);
  }
  afterEach(() => turn({}));

  const runs = (method = "") => health.all("exercise", { ...RUNS, pageSize: 7 }, method);

  it("is the workout some seconds apart, created a day later", async () => {
    turn({ healthConnect: "all" });
    const copies = (await runs()).filter(isCopy);
    const originals = await runs(":reconcile");
    expect(copies.length).toBeGreaterThan(30);
    for (const copy of copies) {
      const start = startOf(copy) + 4 * SECOND;
      const original = originals.find((point) => startOf(point) === start);
      if (!original) throw new Error(`A copy of nothing: ${exerciseOf(copy).createTime}`);
      expect(exerciseOf(copy).exerciseType).toBe(exerciseOf(original).exerciseType);
      const [whole, part] = [original, copy].map((point) => endOf(point) - startOf(point));
      expect(Number(part) / Number(whole)).toBeCloseTo(0.93, 1);
      expect(Date.parse(exerciseOf(copy).createTime) - endOf(original))
        .toBe(23 * 3600 * SECOND);
    }
  });

  it("is not there before it is created", async () => {
    turn({ healthConnect: "all" });
    await health.client.control("records", [
      { type: "activity", start: "2026-03-20T08:00:00", minutes: 40, by: "phone", synced: true },
    ]);
    const today = between("exercise.interval.civil_start_time", "2026-03-20", "2026-03-21");
    expect(await health.all("exercise", today)).toHaveLength(1);
    await health.client.control("clock", { now: "2026-03-21T06:39:00Z" });
    expect(await health.all("exercise", today)).toHaveLength(1);
    await health.client.control("clock", { now: "2026-03-21T06:40:00Z" });
    expect(await health.all("exercise", today)).toHaveLength(2);
  });

  it("copiesApart: is the same to the second, and there at once, where that is off", async () => {
    turn({ healthConnect: "all", copiesApart: false });
    const all = await runs();
    const copies = all.filter(isCopy);
    const starts = all.filter((point) => !isCopy(point)).map(startOf);
    expect(copies.length).toBeGreaterThan(30);
    expect(copies.every((copy) => starts.includes(startOf(copy)))).toBe(true);
  });

  it.each(["exercise", "sleep"] as const)(
    "takes the place of the watch's own, under another id: %s", async (type) => {
      const list = type === "sleep" ? LIST.sleep : LIST.activities;
      const { text } = await health.client.ask(
        `${list}?beforeDate=2026-03-20&sort=desc&limit=1&offset=0`,
      );
      const id = /"logId":(\d+)/.exec(text)?.[1];
      const shown = async (method: string) => (await newest(health, type, method))
        .map(({ name, dataPointName }) => idOf(String(name ?? dataPointName)));
      const [before] = await shown(":reconcile");
      await health.client.control("changes", [{ change: "copy", id }]);
      const [after] = await shown(":reconcile");
      expect(after).not.toBe(before);
      expect(await shown("")).toEqual([after]);
      const gone = await health.ask(`/dataTypes/${type}/dataPoints/${String(before)}`);
      expect(gone.status).toBe(404);
      expect((await health.client.ask(
        `${list}?beforeDate=2026-03-20&sort=desc&limit=1&offset=0`,
      )).text).toContain(`"logId":${String(id)}`);
    },
  );

  it("appSleepsProcessed: says of a night that it is processed, or does not", async () => {
    const told = async (appSleepsProcessed: boolean) => {
      turn({ healthConnect: "all", appSleepsProcessed });
      const nights = await health.all(
        "sleep", between("sleep.interval.civil_end_time", "2026-03-10", "2026-03-20"),
      );
      return nights.filter(isCopy).map((night) => at(night, "sleep", "metadata"));
    };
    expect(new Set(await told(true))).toContainEqual({ processed: true });
    expect(new Set(await told(false))).toContainEqual({});
  });
});

/** The newest of the day before the person's today. */
async function newest(health: Health, type: "exercise" | "sleep", method: string): Promise<Json[]> {
  const points = await health.all(type, {}, method);
  const before = points.filter((point) => (
    String(at(point, type, "interval", "startTime")) < "2026-03-19T23:00:00Z"
  ));
  return before.slice(0, 1);
}

describe("what the API does not know yet", () => {
  const health = useFreshHealth({ healthSwitches: { ...USUAL, emptyFirstPage: "never" } });
  afterEach(() => Object.assign(health.client.sandbox.healthSwitches, USUAL));

  it("provenanceMinutes: where a record comes from is told later than the record", async () => {
    health.client.sandbox.healthSwitches.provenanceMinutes = 20;
    const record = { start: "2026-03-20T08:00:00", minutes: 30, synced: true };
    await health.client.control("records", [{ type: "activity", ...record }]);
    const today = between("exercise.interval.civil_start_time", "2026-03-20", "2026-03-21");
    const ask = async () => {
      const [reconciled] = await health.all("exercise", today, ":reconcile");
      const id = idOf(String(reconciled?.dataPointName));
      const { status } = await health.ask(`/dataTypes/exercise/dataPoints/${id}`);
      return [status, (await health.all("exercise", today)).length];
    };
    expect(await ask()).toEqual([404, 0]);
    await health.client.control("clock", { now: "2026-03-20T09:20:00Z" });
    expect(await ask()).toEqual([200, 1]);
  });

  it("nightsInProgress: a night that the watch synced in grows under its id", async () => {
    health.client.sandbox.healthSwitches.nightsInProgress = true;
    const lastNight = between("sleep.interval.civil_end_time", "2026-03-21", "2026-03-22");
    const night = async () => (await health.all("sleep", lastNight, ":reconcile"))[0];
    await health.client.control("clock", { now: "2026-03-21T02:00:00Z" });
    expect(await night()).toBeUndefined();
    await health.client.control("sync", {});
    const begun = await night();
    expect(begun?.sleep).toMatchObject({
      type: "STAGES", metadata: {}, interval: { endTime: "2026-03-21T02:00:00Z" },
    });
    expect(begun?.sleep).not.toHaveProperty("summary");
    expect(begun?.sleep).not.toHaveProperty("stages");
    await health.client.control("clock", { now: "2026-03-21T09:00:00Z" });
    expect(await night()).toEqual(begun);
    await health.client.control("sync", {});
    const whole = await night();
    expect(whole?.dataPointName).toBe(begun?.dataPointName);
    expect(whole?.sleep).toMatchObject({ metadata: { processed: true } });
    health.client.sandbox.healthSwitches.nightsInProgress = false;
    expect(await night()).toEqual(whole);
  });
});
