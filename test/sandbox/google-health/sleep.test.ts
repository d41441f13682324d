import {
  at, between as betweenTimes, idOf, NAP, RUN, stored, useHealth,
} from "./support";
import { itRefuses, itShows, itWrites } from "./tables";

const interval = RUN.exercise.interval;

/** The sleeps that ended on some days. */
const between = (from: string, before: string) =>
  betweenTimes("sleep.interval.civil_end_time", from, before);

interface Night {
  stages: { type: string; startTime: string; endTime: string }[];
  shortAwakenings?: object[];
  summary: {
    minutesInSleepPeriod: string;
    minutesAsleep: string;
    minutesAwake: string;
    stagesSummary: { type: string; minutes: string; count: string }[];
  };
}

describe("sleep on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  itShows(health, [
    { id: "sleep", key: "sleep", message: "Sleep", named: true, civil: false },
  ]);

  itWrites(health, [["sleep", "sleep", "Sleep", NAP]]);

  itRefuses(health, [
    ["stages that do not cover the sleep", "sleep",
      { sleep: { ...NAP.sleep, stages: [{ ...interval, type: "ASLEEP" }] } }, "cover the sleep"],
    ["stages of the other type", "sleep",
      { sleep: { ...NAP.sleep, type: "STAGES" } }, "does not belong"],
  ]);

  it("sums up the stages of a sleep that is written", async () => {
    const { sleep, name } = stored(await health.create("sleep", NAP));
    expect(sleep).toMatchObject({
      type: "CLASSIC",
      stages: [{ type: "ASLEEP", endTime: "2026-03-18T18:00:00Z" }],
      summary: {
        minutesInSleepPeriod: "60", minutesAsleep: "60", minutesAwake: "0",
        stagesSummary: [{ type: "ASLEEP", minutes: "60", count: "1" }],
      },
    });
    expect(at(sleep, "metadata", "processed")).toBeUndefined();
    expect(at(sleep, "metadata", "stagesStatus")).toBeUndefined();
    const { sleep: logs } = await health.client.get(
      "/1.2/user/-/sleep/list.json?beforeDate=2026-03-20&sort=desc&limit=5&offset=0",
    );
    expect(logs.some(({ duration, logType }: { duration: number; logType?: string }) => (
      duration === 3_600_000 && logType === "manual"
    ))).toBe(true);
    expect(idOf(name)).toMatch(/^\d{19}$/);
  });

  it("says of what was written down neither that it is the main sleep nor a nap", async () => {
    await health.client.post(
      "/1.2/user/-/sleep.json?date=2026-03-16&startTime=20:00&duration=720000",
    );
    const points = await health.all("sleep", between("2026-03-16", "2026-03-19"));
    const told = points.filter((point) => at(point, "dataSource", "device") === undefined)
      .map((point) => at(point, "sleep", "metadata"));
    expect(told).toEqual([{}, { stagesStatus: "REJECTED_SERVER", processed: true }]);
  });

  it("counts short awakenings as sleep, and half minutes not at all", async () => {
    const points = await health.all("sleep", between("2026-02-20", "2026-03-19"));
    const nights = points.map((point) => at(point, "sleep") as Night)
      .filter(({ shortAwakenings }) => shortAwakenings);
    expect(nights.length).toBeGreaterThan(10);
    for (const { stages, summary } of nights) {
      const told = Object.fromEntries(
        summary.stagesSummary.map(({ type, minutes, count }) => [type, [minutes, count]]),
      );
      const types = [...new Set(stages.map(({ type }) => type))];
      expect(told).toEqual(Object.fromEntries(types.map((type) => {
        const same = stages.filter((stage) => stage.type === type);
        const ms = same.reduce((sum, { startTime, endTime }) => (
          sum + Date.parse(endTime) - Date.parse(startTime)
        ), 0);
        return [type, [String(Math.floor(ms / 60_000)), String(same.length)]];
      })));
      const { minutesInSleepPeriod, minutesAsleep, minutesAwake } = summary;
      expect(Number(minutesAsleep) + Number(minutesAwake)).toBe(Number(minutesInSleepPeriod));
    }
  });
});
