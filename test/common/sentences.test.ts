import { daySummary, summaryFigures } from "../../common/activity/day";
import { activitiesListed, loggedActivity, workout } from "../../common/activity/sentences";
import { amount, counted, duration, nothing } from "../../common/sentences";
import { nightAsleep, nightsAsleep, sleepsListed } from "../../common/sleep/sentences";
import type { ActivityLog } from "../../common/activity/shapes";
import { NAMELESS, type SleepLog } from "../../common/sleep/shapes";
import { activityLog, sleepLog } from "../support/logs";

const run: ActivityLog = { ...activityLog(0), logId: "1" };
const night: SleepLog = {
  ...sleepLog(0),
  logId: "1",
  timeInBed: 480,
  minutesAwake: 60,
  levels: { data: [], summary: {} },
};
const nap = { ...night, isMainSleep: false, minutesAsleep: 40 };
const second: SleepLog = { ...nap, [NAMELESS]: true };
const unknown = { ...night, minutesAsleep: undefined };
const classic = { ...unknown, type: "classic" };
const totals = { totalMinutesAsleep: 0, totalSleepRecords: 0, totalTimeInBed: 0 };

it.each([
  [counted(0, "nap"), "0 naps"],
  [counted(1, "nap"), "1 nap"],
  [counted(2, "nap"), "2 naps"],
  [duration(0), "0 min"],
  [duration(45.4), "45 min"],
  [duration(59.6), "1 h 0 min"],
  [duration(432), "7 h 12 min"],
  [amount(12_345), "12,345"],
  [amount(5.204), "5.2"],
  [nothing("sleep on 2026-03-20"), "No sleep on 2026-03-20. Data appears after the watch syncs."],
  [workout(run), "Run, 5.2 km in 30 min"],
  [workout(run, "en_US"), "Run, 5.2 mi in 30 min"],
  [workout({ ...run, distance: 0 }), "Run, 30 min"],
  [loggedActivity(undefined), "an activity"],
  [nightAsleep(night), "7 h 0 min asleep on 2026-03-20"],
  [nightAsleep(nap), "Nap of 40 min on 2026-03-20"],
  [nightAsleep(second), "40 min asleep on 2026-03-20"],
  [nightAsleep({ ...nap, isMainSleep: undefined }), "40 min asleep on 2026-03-20"],
  [nightAsleep(unknown), "8 h 0 min in bed, still being worked out, on 2026-03-20"],
  [nightAsleep(classic), "8 h 0 min in bed on 2026-03-20"],
  [sleepsListed([night, nap, unknown]), "3 sleep logs, 7 h 0 min asleep a night, 1 still being worked out"],
  [sleepsListed([night, nap]), "2 sleep logs, 7 h 0 min asleep a night"],
  [sleepsListed([nap]), "1 sleep log"],
  [sleepsListed([]), "No sleep logs. Data appears after the watch syncs."],
  [activitiesListed([]), "No activity logs. Data appears after the watch syncs."],
  [
    activitiesListed([run, run], "en_GB"),
    "2 activity logs, the newest on 2026-03-20: Run, 5.2 km in 30 min",
  ],
  [nightsAsleep({ sleep: [nap, nap], summary: totals }, "2026-03-20"), "2 naps on 2026-03-20, no main sleep"],
  [
    nightsAsleep({ sleep: [night, nap], summary: totals }, "2026-03-20"),
    "7 h 0 min asleep on 2026-03-20, 1 nap",
  ],
  [
    nightsAsleep({ sleep: [night, second, nap, second], summary: totals }, "2026-03-20"),
    "7 h 0 min asleep on 2026-03-20, 1 nap, 2 more sleeps",
  ],
  [
    nightsAsleep({ sleep: [second, nap], summary: totals }, "2026-03-20"),
    "1 nap, 1 sleep on 2026-03-20, no main sleep",
  ],
])("says: %s", (sentence, expected) => {
  expect(sentence).toBe(expected);
});

describe("the figures of a day", () => {
  it("sum only what is known", () => {
    const summary = { veryActiveMinutes: 30, lightlyActiveMinutes: 0 };
    expect(summaryFigures({ activities: [], summary }).activeMinutes).toEqual({
      very: 30, fairly: null, lightly: 0, sedentary: null, total: 30,
    });
  });

  it.each([
    [{ steps: 0 }, "0 steps on 2026-03-20"],
    [{ caloriesOut: 1800 }, "1,800 calories on 2026-03-20"],
    [{ distances: [{ activity: "tracker", distance: 3 }] }, nothing("activity on 2026-03-20")],
  ])("of %j are told: %s", (summary, sentence) => {
    expect(daySummary("2026-03-20", { activities: [], summary }, "metric")).toBe(sentence);
  });

  it.each([
    [["steps", "distances", "caloriesOut"], "Activity on 2026-03-20 is not known: this connection lacks the scope `s`."],
    [["caloriesOut"], nothing("activity on 2026-03-20")],
  ])("of which %j may not be read are told: %s", (fields, sentence) => {
    const missing = fields.map((field) => (
      { part: `summary.${field}`, why: "scope", scope: "s" } as const
    ));
    expect(daySummary("2026-03-20", { summary: {} }, "metric", missing)).toBe(sentence);
  });
});
