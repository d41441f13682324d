import { at, idOf, NAP, RUN, stored, useHealth } from "./support";
import { itRefuses, itShows, itWrites } from "./tables";

const interval = RUN.exercise.interval;

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
});
