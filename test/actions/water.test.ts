import * as getWaterLog from "../../actions/get-water-log/get-water-log";
import * as logWater from "../../actions/log-water/log-water";
import * as updateWaterLog from "../../actions/update-water-log/update-water-log";
import { interval, listed, reconciled, USER } from "../google-health/records";
import {
  api as googleApi, apiRefuses, between, points, rpcError, run as runOnGoogle,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { noted } from "../support/noted";
import { refusal, run } from "../support/step";

const DAY = { date: "2026-03-19" };
const PATH = "/1/user/-/foods/log/water/date/2026-03-19.json";
const CREATE = { method: "POST" as const, path: "/1/user/-/foods/log/water.json" };
const ID = 3297593245868583777n;
const WATER = points("hydration-log");
const WEST = { ...DAY, timeZone: "America/Los_Angeles" };

/** A drink of the day in Los Angeles. */
const drink = (hours: string, milliliters: number) => ({
  interval: interval(`2026-03-19T${hours}:02:00Z`, `2026-03-19T${hours}:02:30Z`),
  amountConsumed: { milliliters, userProvidedUnit: "MILLILITER" },
});

const asked = {
  path: `${WATER}:reconcile`,
  query: {
    pageSize: "10000",
    filter: between("hydration_log.interval.civil_start_time", "2026-03-19", "2026-03-20"),
  },
};

describe("get-water-log", () => {
  it("gives each log and the sum, ids exact, without the dust of 32 bits", async () => {
    const water = [{ amount: 1892.7099609375, logId: ID }, { amount: 0.5, logId: 6088001986 }];
    api({ path: PATH, body: { summary: { water: 1893.2099609375 }, water } });
    const { result, summary } = await run(getWaterLog.default, DAY);
    expect(result).toEqual({
      date: "2026-03-19",
      summary: { water: 1893.21 },
      water: [{ amount: 1892.71, logId: String(ID) }, { amount: 0.5, logId: "6088001986" }],
    });
    expect(summary).toBe("1,893.21 ml of water in 2 logs on 2026-03-19");
  });

  it("is in fluid ounces where these are asked for", async () => {
    api({ path: PATH, unitSystem: "en_US", body: { summary: { water: 64 }, water: [{ amount: 64, logId: 1 }] } });
    const { summary } = await run(getWaterLog.default, { ...DAY, unitSystem: "en_US" });
    expect(summary).toBe("64 fl oz of water in 1 log on 2026-03-19");
  });

  it("says so where nothing was drunk", async () => {
    api({ path: PATH, body: { summary: { water: 0 }, water: [] } });
    const { summary } = await run(getWaterLog.default, DAY);
    expect(summary).toBe("No water on 2026-03-19. Data appears after the watch syncs.");
  });

  it("is no empty day without its list", async () => {
    api({ path: PATH, body: { summary: { water: 300 } } });
    const { error } = await run(getWaterLog.default, DAY);
    expect(error).toHaveProperty("name", "UnexpectedAnswerError");
  });

  it("leaves out a log without an id, and says so", async () => {
    const notes = noted();
    api({ path: PATH, body: { summary: { water: 300 }, water: [{ amount: 300 }] } });
    const { result } = await run(getWaterLog.default, DAY);
    expect(result).toMatchObject({ summary: { water: 300 }, water: [] });
    expect(notes).toEqual([expect.stringContaining("Left out of the water logs: 1 of 1")]);
  });

  it("names the scope that is missing", async () => {
    api({ path: PATH, status: 403, body: errors("insufficient_scope", "No permission") });
    const { error } = await run(getWaterLog.default, DAY);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "nutrition" });
  });

  it("is Fitbit's on Google Health, the oldest first, in one request", async () => {
    const dataPoints = [
      reconciled("hydrationLog", "2", drink("20", 236.588)),
      reconciled("hydrationLog", "1", drink("15", 700)),
    ];
    googleApi({ ...asked, body: { dataPoints } });
    const { result, summary } = await runOnGoogle(getWaterLog, DAY);
    expect(result).toEqual({
      date: "2026-03-19",
      summary: { water: 936.59 },
      water: [{ logId: "1", amount: 700 }, { logId: "2", amount: 236.59 }],
    });
    expect(summary).toBe("936.59 ml of water in 2 logs on 2026-03-19");
  });

  it("is absent on Google Health where nothing was drunk, never 0", async () => {
    googleApi(asked);
    const { result, summary } = await runOnGoogle(getWaterLog, DAY);
    expect(result).toEqual({ date: "2026-03-19", summary: {}, water: [] });
    expect(summary).toMatch(/^No water on 2026-03-19/);
  });

  it("names the scope that is missing on Google Health", async () => {
    apiRefuses(asked);
    const { error } = await runOnGoogle(getWaterLog, DAY);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "nutrition.readonly" });
  });
});

describe("log-water", () => {
  it.each([
    ["250", "ml", "metric", 250, 250],
    ["8", "fl oz", "metric", 236.588, 236.59],
    ["8", "fl oz", "metric", 8, 236.59],
    ["8", "fl oz", "en_US", 8, 8],
    ["2", "cup", "en_US", 16, 16],
    ["2", "cup", "en_US", 2, 16],
    ["1.5", "cup", "en_GB", 354.882, 354.88],
  ])("%s %s in %s, answered %s, is %s", async (amount, unit, unitSystem, told, given) => {
    const query = { date: "2026-03-19", amount, unit };
    api({ ...CREATE, query, unitSystem, body: { waterLog: { amount: told, logId: ID } } });
    const props = { ...DAY, amount, unit, unitSystem };
    const { result, summary } = await run(logWater.default, props);
    expect(result).toEqual({ waterLog: { amount: given, logId: String(ID) } });
    expect(summary).toBe(`Logged ${amount} ${unit} of water on 2026-03-19`);
  });

  it("takes the names of August 2025, and an answer without a body", async () => {
    const query = { date: "2026-03-19", amount: "250", unit: "ml" };
    api({ ...CREATE, query, body: { water_log: { amount: 250, log_id: 12 } } });
    const props = { ...DAY, amount: "250", unit: "ml" };
    const { result } = await run(logWater.default, props);
    expect(result).toMatchObject({ waterLog: { amount: 250, logId: "12" } });
    api({ ...CREATE, query });
    expect((await run(logWater.default, props)).result).toEqual({});
  });

  it("looks first, if it is told to, for as much water on that day", async () => {
    const props = { ...DAY, amount: "8", unit: "fl oz", skipIfLogged: true };
    const water = [{ amount: 300, logId: 1 }, { amount: 236.6, logId: 2 }];
    api({ path: PATH, body: { summary: { water: 536.6 }, water } });
    const { result, summary } = await run(logWater.default, props);
    expect(result).toEqual({ waterLog: { amount: 236.6, logId: "2" }, alreadyLogged: true });
    expect(summary).toBe("Already logged: 8 fl oz of water on 2026-03-19");
    googleApi({ ...asked, body: { dataPoints: [reconciled("hydrationLog", "7", drink("15", 236.588))] } });
    const there = await runOnGoogle(logWater, { ...props, ...WEST });
    expect(there.result).toEqual({ waterLog: { amount: 236.59, logId: "7" }, alreadyLogged: true });
  });

  it.each([
    [{ amount: "250" }, "Unit is missing"],
    [{ unit: "ml" }, "Amount is missing"],
    [{ amount: "0", unit: "ml" }, "Amount: \"0\" is not a number from 0.1 to 100000."],
  ])("refuses %j before any request", async (props, problem) => {
    expect(await refusal(logWater.default, { ...DAY, ...props })).toContain(problem);
  });

  it("stores a drink of another day at noon on Google Health, and ends it after it begins", async () => {
    const span = {
      startTime: "2026-03-19T19:00:00Z", startUtcOffset: "-25200s",
      endTime: "2026-03-19T19:01:00Z", endUtcOffset: "-25200s",
    };
    const hydrationLog = {
      interval: span,
      amountConsumed: { milliliters: 473.176473, userProvidedUnit: "CUP_US" },
    };
    const response = { name: `${USER}/dataTypes/hydration-log/dataPoints/9007199254740993`, hydrationLog };
    googleApi({ method: "POST", path: WATER, sent: { hydrationLog }, body: { done: true, response } });
    const { result } = await runOnGoogle(logWater, { ...WEST, amount: "2", unit: "cup" });
    expect(result).toEqual({ waterLog: { logId: "9007199254740993", amount: 473.18 } });
  });

  it("stores a drink of today as of now on Google Health", async () => {
    const interval = {
      startTime: "2026-03-20T12:00:00Z", startUtcOffset: "-25200s",
      endTime: "2026-03-20T12:01:00Z", endUtcOffset: "-25200s",
    };
    const hydrationLog = {
      interval, amountConsumed: { milliliters: 250, userProvidedUnit: "MILLILITER" },
    };
    const response = { name: `${USER}/dataTypes/hydration-log/dataPoints/1`, hydrationLog };
    googleApi({ method: "POST", path: WATER, sent: { hydrationLog }, body: { done: true, response } });
    const props = { timeZone: WEST.timeZone, amount: "250", unit: "ml" };
    const { summary } = await runOnGoogle(logWater, props);
    expect(summary).toBe("Logged 250 ml of water on 2026-03-20");
  });
});

describe("update-water-log", () => {
  const props = { waterLogId: String(ID), amount: "300", unit: "ml" };

  it("changes it in place on Fitbit", async () => {
    const path = `/1/user/-/foods/log/water/${ID}.json`;
    const query = { amount: "300", unit: "ml" };
    api({ method: "POST", path, query, status: 200, body: { waterLog: { logId: ID, amount: 300 } } });
    const { result, summary } = await run(updateWaterLog.default, props);
    expect(result).toEqual({ waterLog: { logId: String(ID), amount: 300 } });
    expect(summary).toBe(`Updated water log ${ID}`);
  });

  const before = listed("hydrationLog", "5", { platform: "GOOGLE_WEB_API" }, drink("15", 700));
  const after = {
    interval: drink("15", 0).interval,
    amountConsumed: { milliliters: 300, userProvidedUnit: "MILLILITER" },
  };
  const stored = { name: `${USER}/dataTypes/hydration-log/dataPoints/6`, hydrationLog: after };
  const deletion = {
    method: "POST" as const,
    path: `${WATER}:batchDelete`,
    sent: { names: ["users/me/dataTypes/hydration-log/dataPoints/5"] },
  };
  const replaced = () => {
    googleApi({ path: `${WATER}/5`, body: before });
    googleApi({ method: "POST", path: WATER, sent: { hydrationLog: after }, body: { done: true, response: stored } });
  };

  it("puts another in its place on Google Health, at the same time, and gives the new id", async () => {
    replaced();
    googleApi({ ...deletion, body: { done: true, response: { dataPoints: [before] } } });
    const { result, summary } = await runOnGoogle(updateWaterLog, { ...props, waterLogId: "5" });
    expect(result).toEqual({ waterLog: { logId: "6", amount: 300 } });
    expect(summary).toBe("Updated water log 5: its id is now 6");
  });

  it("says that both are there where the old one is not deleted", async () => {
    replaced();
    googleApi({ ...deletion, status: 403, body: rpcError(403, "PERMISSION_DENIED", "Invalid argument in request: names", "DATA_POINT_NOT_OWNED_BY_CLIENT") });
    const { error } = await runOnGoogle(updateWaterLog, { ...props, waterLogId: "5" });
    expect(error).toHaveProperty("message", expect.stringContaining(
      "The new record, 6, is stored, and the old one, 5, may be there still",
    ));
  });

  it("writes nothing in the place of what another platform wrote", async () => {
    const theirs = listed("hydrationLog", "5", { platform: "FITBIT" }, drink("15", 700));
    googleApi({ path: `${WATER}/5`, body: theirs });
    const { error } = await runOnGoogle(updateWaterLog, { ...props, waterLogId: "5" });
    expect(error).toMatchObject({ name: "ForbiddenError" });
    expect(error).toHaveProperty("message", expect.stringContaining("The log was not changed"));
  });
});
