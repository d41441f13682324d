import deleteActivityLog from "../../actions/delete-activity-log/delete-activity-log";
import deleteSleepLog from "../../actions/delete-sleep-log/delete-sleep-log";
import { api } from "../support/api";
import { activityLog, idsOf, several, sleepLog } from "../support/logs";
import { options } from "../support/step";

const query = (beforeDate: string, limit: number) =>
  ({ beforeDate, sort: "desc", limit: String(limit), offset: "0" });

describe.each([
  {
    action: deleteActivityLog,
    prop: "activityLogId",
    path: "/1/user/-/activities/list.json",
    key: "activities",
    make: activityLog,
    label: "2026-03-20 07:30: Run, 5.2 km in 30 min",
  },
  {
    action: deleteSleepLog,
    prop: "sleepLogId",
    path: "/1.2/user/-/sleep/list.json",
    key: "sleep",
    make: sleepLog,
    label: "7 h 0 min asleep on 2026-03-20",
  },
])("the choice of $prop", ({ action, prop, path, key, make, label }) => {
  it("offers the newest logs by what a person knows them by, ids exact", async () => {
    api({ path, query: query("2026-03-22", 50), body: { [key]: [make(0), make(1)] } });
    const { options: found } = await options(action, prop);
    expect(found[0]).toEqual({ label, value: make(0).logId.toString() });
    expect(found).toHaveLength(2);
  });

  it("goes on, page by page, without a log twice or left out", async () => {
    const onOneDay = [1n, 2n, 3n].map((logId) => ({ ...make(0), logId }));
    const all = [...onOneDay, ...several((index) => make(index), 1, 60)];
    api({ path, query: query("2026-03-22", 50), body: { [key]: all.slice(0, 50) } });
    const first = await options(action, prop);
    expect(first.context).toEqual({ to: "2026-02-01", shown: 1 });

    api({ path, query: query("2026-02-02", 51), body: { [key]: all.slice(49) } });
    const second = await options(action, prop, { page: 1, prevContext: first.context });
    const values = [...first.options, ...second.options].map(({ value }) => value);
    expect(values).toEqual(idsOf(all));

    api({ path, query: query("2026-01-20", 51), body: { [key]: all.slice(-1) } });
    const third = await options(action, prop, { page: 2, prevContext: second.context });
    expect(third.options).toEqual([]);
  });

  it("is empty when there are no logs", async () => {
    api({ path, query: query("2026-03-22", 50), body: {} });
    const { options: found } = await options(action, prop);
    expect(found).toEqual([]);
  });
});

it("calls a nap a nap", async () => {
  const nap = { ...sleepLog(0), isMainSleep: false, minutesAsleep: 40 };
  api({
    path: "/1.2/user/-/sleep/list.json",
    query: query("2026-03-22", 50),
    body: { sleep: [nap] },
  });
  const { options: [option] } = await options(deleteSleepLog, "sleepLogId");
  expect(option).toHaveProperty("label", "Nap of 40 min on 2026-03-20");
});
