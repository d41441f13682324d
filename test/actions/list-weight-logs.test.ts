import * as getBodyWeight from "../../actions/get-body-weight/get-body-weight";
import * as listBodyFatLogs from "../../actions/list-body-fat-logs/list-body-fat-logs";
import * as listWeightLogs from "../../actions/list-weight-logs/list-weight-logs";
import { addDays } from "../../common/dates";
import { api, errors } from "../support/api";
import { fullLife } from "../support/full-life";
import { noted } from "../support/noted";
import { run } from "../support/step";

const PATH = "/1/user/-/body/log/weight/date";
const FAT = "/1/user/-/body/log/fat/date";

/** What a scale measured, and what was typed into the app, which has no time of its own. */
const scale = {
  bmi: 22.9, date: "2026-03-20", fat: 18.4, logId: 1774010507000, source: "AriaAir",
  time: "08:41:47", weight: 72.5,
};
const typed = {
  bmi: 22.86, date: "2026-03-18", logId: 1773878399000, source: "API", time: "23:59:59", weight: 72.4,
};
/** Of the first years, without a source. */
const old = {
  bmi: 21.48, date: "2026-03-18", logId: 1773858539000, time: "18:28:59", weight: 68,
};
const WEEK = { startDate: "2026-03-14", endDate: "2026-03-20" };
const week = `${PATH}/2026-03-14/2026-03-20.json`;

const textId = <T extends { logId: number }>(log: T) => ({ ...log, logId: String(log.logId) });
const without = (log: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(log).filter(([name]) => !names.includes(name)));

describe("list-weight-logs", () => {
  it("gives the newest first, small; where they come from stands in the detail full", async () => {
    const answers = () => api({ path: week, body: { weight: [old, typed, scale] } });
    answers();
    const { result, summary } = await run(listWeightLogs.default, WEEK);
    const logs = [scale, typed, old].map(textId);
    expect(result).toEqual({
      weight: logs.map((log) => without(log, "source")),
      ...WEEK, count: 3, truncated: false,
    });
    expect(summary).toBe("3 weight logs, the newest on 2026-03-20: 72.5 kg, BMI 22.9, 18.4 % body fat");
    answers();
    const full = await run(listWeightLogs.default, { ...WEEK, detail: "full" });
    expect(full.result).toMatchObject({ weight: logs });
  });

  it.each([
    ["device", [scale]],
    ["hand", [typed]],
    ["app", []],
  ])("by %s are those whose source says so; one that says nothing is by none", async (writtenBy, logs) => {
    api({ path: week, body: { weight: [old, typed, scale] } });
    const { result } = await run(listWeightLogs.default, { ...WEEK, writtenBy, detail: "full" });
    expect(result).toMatchObject({ weight: logs.map(textId), count: logs.length });
  });

  it.each([
    ["metric", 72.5, "72.5 kg"],
    ["en_US", 159.83, "159.8 lb"],
    ["en_GB", 11.286, "11 st 4 lb"],
    ["en_GB", 11.999, "12 st 0 lb"],
  ])("asks in the units of %s, and says %d as people do", async (unitSystem, weight, words) => {
    api({ path: week, unitSystem, body: { weight: [without({ ...scale, weight }, "bmi", "fat")] } });
    const { result, summary } = await run(listWeightLogs.default, { ...WEEK, unitSystem });
    expect(result).toMatchObject({ weight: [{ weight }] });
    expect(summary).toBe(`1 weight log, the newest on 2026-03-20: ${words}`);
  });

  it.each([
    ["an empty list", { weight: [] }],
    ["a missing key", {}],
    ["an empty body", ""],
  ])("says that data comes after a sync for %s", async (_, body) => {
    api({ path: week, body });
    const { result, summary } = await run(listWeightLogs.default, WEEK);
    expect(result).toEqual({ weight: [], ...WEEK, count: 0, truncated: false });
    expect(summary).toBe("No weight logs. Data appears after the watch syncs.");
  });

  it("leaves out what has no id, no day or no weight, and says so", async () => {
    const lines = noted();
    const odd = [
      { ...scale, logId: "x" }, { ...scale, date: "2026-02-30" }, { ...scale, weight: "NaN" },
    ];
    api({ path: week, body: { weight: [...odd, typed] } });
    const { result } = await run(listWeightLogs.default, WEEK);
    expect(result).toMatchObject({ weight: [{ logId: "1773878399000" }], count: 1 });
    expect(lines).toEqual([expect.stringContaining("Left out of the weight logs: 3 of 4")]);
  });

  it("stops at the limit, and says where to go on", async () => {
    const piece = `${PATH}/2026-02-19/2026-03-21.json`;
    api({ path: piece, body: { weight: [typed, scale] } });
    const { result } = await run(listWeightLogs.default, { limit: 1 });
    expect(result).toMatchObject({
      weight: [{ logId: "1774010507000" }], truncated: true, nextEndDate: "2026-03-18",
    });
  });

  it("names the scope that is missing", async () => {
    api({ path: week, status: 403, body: errors("insufficient_scope", "No scope") });
    const { error } = await run(listWeightLogs.default, WEEK);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "weight" });
  });
});

describe("a list of weights or of body fat has no end at Fitbit", () => {
  const YEAR = { startDate: "2025-03-21", endDate: "2026-03-20" };
  const none = () => fullLife(() => ({ weight: [], fat: [] }));

  it.each([
    ["weights", listWeightLogs, 12, 31],
    ["body fat", listBodyFatLogs, 13, 30],
  ])("a year of %s takes %s requests of at most its longest range", async (_, module, most, longest) => {
    const asked = none();
    await run(module.default, YEAR);
    expect(asked).toHaveLength(most);
    const ends = (uri: string) => /date\/([\d-]+)\/([\d-]+)\.json$/.exec(uri)?.slice(1) ?? [];
    const ranges = asked.map(ends);
    expect(ranges[0]).toEqual([addDays("2026-03-20", 1 - longest), "2026-03-20"]);
    expect(ranges.at(-1)?.[0]).toBe("2025-03-21");
  });

  it("all that there are end behind a year without any", async () => {
    const asked = none();
    const { result } = await run(listWeightLogs.default);
    expect(result).toEqual({ weight: [], count: 0, truncated: false });
    expect(asked).toHaveLength(12);
  });

  it("what is asked for by its first day is read to that, whatever lies between", async () => {
    const first = { ...typed, date: "2023-01-01" };
    const asked = fullLife((path) =>
      ({ weight: path.includes("/2023-01-01/") ? [first] : [] }));
    const { result } = await run(listWeightLogs.default, { startDate: "2023-01-01", endDate: "2026-03-20" });
    expect(result).toMatchObject({ weight: [{ date: "2023-01-01" }], truncated: false });
    expect(asked).toHaveLength(38);
  });

  it("centuries take no more than a step may ask", async () => {
    const lines = noted();
    const asked = none();
    await run(listWeightLogs.default, { startDate: "1950-01-01", endDate: "2026-03-20" });
    expect(asked).toHaveLength(12);
    expect(lines).toEqual([expect.stringContaining("from 2025-03-14 on: what is older was not looked for")]);
  });
});

describe("list-body-fat-logs", () => {
  const fat = { date: "2026-03-20", fat: 18.4, logId: 1774010507000, source: "Aria", time: "08:41:47" };

  it("gives percents, the newest first", async () => {
    const older = { ...fat, date: "2026-03-19", logId: 1773964799000, fat: 19 };
    api({ path: `${FAT}/2026-03-14/2026-03-20.json`, body: { fat: [older, fat] } });
    const { result, summary } = await run(listBodyFatLogs.default, WEEK);
    expect(result).toEqual({
      fat: [fat, older].map((log) => without(textId(log), "source")),
      ...WEEK, count: 2, truncated: false,
    });
    expect(summary).toBe("2 body fat logs, the newest on 2026-03-20: 18.4 % body fat");
  });

  it("says so where there is none", async () => {
    api({ path: `${FAT}/2026-03-14/2026-03-20.json`, body: { fat: [] } });
    const { summary } = await run(listBodyFatLogs.default, WEEK);
    expect(summary).toBe("No body fat logs. Data appears after the watch syncs.");
  });
});

describe("get-body-weight", () => {
  it("lets Fitbit say which day is today, in one request", async () => {
    api({ path: `${PATH}/today/1d.json`, body: { weight: [{ ...typed, date: "2026-03-20" }, scale] } });
    const { result, summary } = await run(getBodyWeight.default);
    expect(result).toEqual({ weight: [{ ...textId(typed), date: "2026-03-20" }, textId(scale)] });
    expect(summary).toBe("72.5 kg, BMI 22.9, 18.4 % body fat on 2026-03-20, 1 weighing before");
  });

  it("asks for the day that is given", async () => {
    api({ path: `${PATH}/2026-03-18.json`, unitSystem: "en_GB", body: { weight: [{ ...typed, weight: 11.4 }] } });
    const { summary } = await run(getBodyWeight.default, { date: "2026-03-18", unitSystem: "en_GB" });
    expect(summary).toBe("11 st 6 lb, BMI 22.9 on 2026-03-18");
  });

  it("says so where there is none", async () => {
    api({ path: `${PATH}/today/1d.json`, body: { weight: [] } });
    const { result, summary } = await run(getBodyWeight.default);
    expect(result).toEqual({ weight: [] });
    expect(summary).toBe("No weight logs today. Data appears after the watch syncs.");
  });
});
