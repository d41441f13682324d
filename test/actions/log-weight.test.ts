import * as logBodyFat from "../../actions/log-body-fat/log-body-fat";
import * as logWeight from "../../actions/log-weight/log-weight";
import {
  api as googleApi, noScope, points, run as runOnGoogle,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { refusal, run, skipWaits } from "../support/step";

const WEIGHT = "/1/user/-/body/log/weight.json";
const FAT = "/1/user/-/body/log/fat.json";
const DATE = "2026-03-19";
const made = { weight: "72.5", unit: "kg", date: DATE, skipIfLogged: false };

const weightLog = {
  bmi: 22.9, date: DATE, logId: 1773964799000, source: "API", time: "23:59:59", weight: 72.5,
};
const fatLog = { date: DATE, fat: 18.4, logId: 1773964799000, source: "api", time: "23:59:59" };
const STORED = "The weight is stored: to go on, log the body fat alone with Log Body Fat.";
const textId = <T extends { logId: number }>(log: T) => ({ ...log, logId: String(log.logId) });

const stores = (query: Record<string, string>, more: object = {}) =>
  api({ method: "POST", path: WEIGHT, query: { date: DATE, ...query }, body: { weightLog }, ...more });
const storesFat = (more: object = {}) =>
  api({ method: "POST", path: FAT, query: { date: DATE, fat: "18.4" }, body: { fatLog }, ...more });

describe("log-weight", () => {
  it("gives what Fitbit stored, its id as text", async () => {
    stores({ weight: "72.5" });
    const { result, summary } = await run(logWeight.default, made);
    expect(result).toEqual({ weightLog: textId(weightLog) });
    expect(summary).toBe("Logged 72.5 kg on 2026-03-19");
  });

  it.each([
    ["lb", "en_US", "159.8", "159.8 lb"],
    ["stone", "en_GB", "11.29", "11 st 4 lb"],
  ])("sends %s as they are, in the units of %s", async (unit, unitSystem, weight, words) => {
    const time = { time: "08:41" };
    stores({ weight, time: "08:41:00" }, { unitSystem });
    const { summary } = await run(logWeight.default, { ...made, ...time, unit, weight });
    expect(summary).toBe(`Logged ${words} on 2026-03-19 at 08:41`);
  });

  it("stores the body fat in the same step, without its time", async () => {
    stores({ weight: "72.5", time: "08:41:00" });
    storesFat();
    const { result, summary } = await run(logWeight.default, { ...made, time: "08:41", bodyFat: 18.4 });
    expect(result).toEqual({ weightLog: textId(weightLog), fatLog: textId(fatLog) });
    expect(summary).toBe("Logged 72.5 kg and 18.4 % body fat on 2026-03-19 at 08:41");
  });

  it.each([
    [{ status: 400, body: errors("validation", "Invalid fat", "fat") }, "refused `fat` (400): Invalid fat"],
    [{ status: 503, body: "" }, "look at List Body Fat Logs before"],
  ])("says that the weight is stored where the body fat is not: %j", async (answer, words) => {
    const waits = skipWaits();
    stores({ weight: "72.5" });
    storesFat(answer);
    const { error } = await run(logWeight.default, { ...made, bodyFat: "18.4" });
    const { message } = error as Error;
    expect(message).toContain(words);
    expect(message).toContain(STORED);
    expect(waits).toEqual([]);
  });

  it.each([
    ["a list of the one log", { weightLog: [weightLog] }],
    ["the log", { weightLog }],
  ])("reads %s", async (_, body) => {
    stores({ weight: "72.5" }, { body });
    const { result } = await run(logWeight.default, made);
    expect(result).toEqual({ weightLog: textId(weightLog) });
  });

  it("sends no more than two digits, as documented", async () => {
    stores({ weight: "72.57" });
    await run(logWeight.default, { ...made, weight: 72.5678 });
  });

  it.each([
    [{ weight: "0" }, "Weight: \"0\" is not a number from 0.5 to 1500"],
    [{ weight: " " }, "Weight is missing"],
    [{ bodyFat: "101" }, "Body Fat (%): \"101\" is not a number from 0.1 to 100"],
    [{ time: "8h" }, "Time: \"8h\" is not a time"],
  ])("refuses %j before any request", async (change, words) => {
    expect(await refusal(logWeight.default, { ...made, ...change })).toContain(words);
  });
});

describe("log-body-fat", () => {
  it("gives what Fitbit stored", async () => {
    storesFat();
    const props = { bodyFat: 18.4, date: DATE, skipIfLogged: false };
    const { result, summary } = await run(logBodyFat.default, props);
    expect(result).toEqual({ fatLog: textId(fatLog) });
    expect(summary).toBe("Logged 18.4 % body fat on 2026-03-19");
  });

  it("refuses none before any request", async () => {
    const props = { bodyFat: " ", date: DATE };
    expect(await refusal(logBodyFat.default, props)).toContain("Body Fat (%) is missing");
  });
});

describe("log-weight on Google Health", () => {
  const ID = "6685309773198399080";
  const at = (physicalTime: string, utcOffset: string) =>
    ({ sampleTime: { physicalTime, utcOffset } });
  const done = (type: string, value: object) => ({
    done: true,
    response: { name: `users/1/dataTypes/${type}/dataPoints/${ID}`, ...value },
  });
  const writes = (type: string, value: object, more: object = {}) => googleApi({
    method: "POST", path: points(type), sent: value, body: done(type, value), ...more,
  });
  const berlin = { ...made, timeZone: "Europe/Berlin" };

  it.each([
    ["a time", { time: "08:41" }, "2026-03-19T07:41:00.000Z", "08:41:00"],
    ["the end of a day that is over", {}, "2026-03-19T22:59:59.000Z", "23:59:59"],
    ["the present for today", { date: "today" }, "2026-03-20T12:00:00.000Z", "13:00:00"],
  ])("stores grams at %s of the user's clock", async (_, change, instant, time) => {
    writes("weight", { weight: { ...at(instant, "3600s"), weightGrams: 72_500 } });
    const { result } = await runOnGoogle(logWeight, { ...berlin, ...change });
    const date = "date" in change ? "2026-03-20" : DATE;
    expect(result).toEqual({ weightLog: { logId: ID, date, time, weight: 72.5 } });
  });

  it("gives pounds back as pounds, and the body fat of the same moment", async () => {
    const moment = at("2026-03-19T07:41:00.000Z", "3600s");
    writes("weight", { weight: { ...moment, weightGrams: 72_484.06 } });
    writes("body-fat", { bodyFat: { ...moment, percentage: 18.4 } });
    const props = { ...berlin, weight: 159.8, unit: "lb", time: "08:41", bodyFat: "18.4" };
    const { result, summary } = await runOnGoogle(logWeight, props);
    expect(result).toMatchObject({ weightLog: { weight: 159.8 }, fatLog: { fat: 18.4, time: "08:41:00" } });
    expect(summary).toBe("Logged 159.8 lb and 18.4 % body fat on 2026-03-19 at 08:41");
  });

  it("says that the weight is stored where the body fat is not", async () => {
    const moment = at("2026-03-19T07:41:00.000Z", "3600s");
    writes("weight", { weight: { ...moment, weightGrams: 72_500 } });
    writes("body-fat", { bodyFat: { ...moment, percentage: 18.4 } }, { status: 403, body: noScope });
    const { error } = await runOnGoogle(logWeight, { ...berlin, time: "08:41", bodyFat: 18.4 });
    expect(error).toMatchObject({ name: "MissingScopeError" });
    expect(error).toHaveProperty("message", expect.stringContaining("The weight is stored"));
  });
});
